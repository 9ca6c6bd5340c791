// The main stories in three engines: on a host, and from the one file on a disk.
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ENGINES } from './engines.js';
import { dist, host, test } from './room.js';
import { STORIES, ready } from './stories.js';

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
