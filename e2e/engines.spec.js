// The main stories in three engines: on a host, and from the one file on a disk.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGINES } from './engines.js';
import { dist, expect, host, test } from './room.js';
import { STORIES, answered, opened, press, ready } from './stories.js';

for (const [name, engine] of Object.entries(ENGINES)) {
  test.describe(name, () => {
    // One browser for its stories, one after the other.
    test.describe.configure({ mode: 'default', timeout: 90_000 });
    let visitor;
    let site;

    test.beforeAll(async () => {
      if (engine.missing) return;
      [site, visitor] = await Promise.all([host(), engine.start()]);
    });

    test.afterAll(async () => {
      await visitor?.close();
      await site?.stop();
    });

    for (const place of ['on a host', 'from the one file on a disk']) {
      for (const [story, run] of Object.entries(STORIES)) {
        test(`${place}: ${story}`, async () => {
          test.skip(Boolean(engine.missing), engine.missing);
          const address = place === 'on a host' ? site.address : pathToFileURL(path.join(dist, 'summitry.html')).href;
          await visitor.goto('about:blank');
          await visitor.goto(address);
          await ready(visitor);
          await run(visitor);
        });
      }
    }
  });
}

test('a lesson is answered in three engines, and thirty replies are read side by side in each of them', async () => {
  test.setTimeout(240_000);
  const engines = Object.entries(ENGINES).filter(([, engine]) => !engine.missing);
  test.skip(engines.length < Object.keys(ENGINES).length, Object.values(ENGINES).find((engine) => engine.missing)?.missing);
  const site = await host();
  const visitors = [];
  try {
    const replies = [];
    for (const [name, engine] of engines) {
      const visitor = await engine.start();
      visitors.push([name, visitor]);
      await visitor.goto(`${site.address}#/notes`);
      await ready(visitor);
      replies.push(await answered(visitor, name));
      await press(visitor, 'Back to my own notes');
    }
    // The rest of the class answers in words of its own.
    const id = (text) => JSON.parse(text)['summitry:reply'].id;
    const others = Array.from({ length: 30 - engines.length }, (_, at) => {
      const [text, [name]] = [replies[at % engines.length], engines[at % engines.length]];
      return text.replaceAll(id(text), `${id(text)}-${at}`).replaceAll(name, `Student ${at}`).replaceAll('An answer.', `The answer of student ${at}.`);
    });
    for (const [name, visitor] of visitors) {
      await visitor.until(() => document.querySelector('#open-files'));
      await opened(visitor, [...replies, ...others]);
      await visitor.until(() => [...document.querySelectorAll('main h2')].some((one) => one.textContent === '30 replies'));
      const counts = await visitor.evaluate(() => [...document.querySelectorAll('.answers')].map((one) => one.querySelectorAll('[data-student]').length));
      expect(counts, name).toEqual(Array.from({ length: 11 }, () => 30));
      const first = await visitor.evaluate(() => document.querySelector('.answers').textContent);
      for (const words of [...engines.map(([engine]) => engine), 'The answer of student 0.', 'The answer of student 26.']) expect(first, name).toContain(words);
    }
  } finally {
    await Promise.all(visitors.map(([, visitor]) => visitor.close()));
    await site.stop();
  }
});
