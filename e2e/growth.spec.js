// What a page that stays open takes does not grow with what is done in it:
// navigations, letters, issues of one's own. Measured are the browser's heap
// after a collection and the memory of the program, which never shrinks.
import { expect, test } from './room.js';

/** Bytes of scripts in use after a collection. */
const collected = async (page, session) => {
  await session.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(100);
  return (await session.send('Runtime.getHeapUsage')).usedSize;
};

/** Bytes in use: of scripts once collections free no more, and of the program. */
const inUse = async (page, session) => {
  // What is freed only after a collection is freed by the next one, and a busy
  // machine sweeps late.
  let usedSize = await collected(page, session);
  for (let round = 0, steady = 0; round < 40 && steady < 3; round += 1) {
    const now = await collected(page, session);
    steady = now > usedSize - 4096 ? steady + 1 : 0;
    usedSize = Math.min(now, usedSize);
  }
  const program = await page.evaluate(() => [...self.memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0));
  expect(program).toBeGreaterThan(0);
  return { scripts: usedSize, program };
};

/** Remembers the memories of all programs of a page from its beginning. */
const watchMemories = (page) =>
  page.addInitScript(() => {
    self.memories = new Set();
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...from) => {
      const made = await instantiate(...from);
      const { exports } = made.instance ?? made;
      for (const one of Object.values(exports)) if (one instanceof WebAssembly.Memory) self.memories.add(one);
      return made;
    };
  });

/** Follows links, or types, one after the other, each drawn before the next. */
const follow = (page, links) =>
  page.evaluate(async (all) => {
    for (const link of all) {
      location.replace(link);
      await new Promise((done) => { setTimeout(() => requestAnimationFrame(() => setTimeout(done))); });
    }
  }, links);

const type = (page, count) =>
  page.evaluate(async (letters) => {
    const field = document.querySelector('[role=searchbox]');
    for (let number = 0; number < letters; number += 1) {
      field.value = 'missile defence treaty'.slice(0, number % 22);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      if (number % 4 === 3) await new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    }
  }, count);

const VIEWS = ['#/search', '#/search?q=iran', '#/read/bbc-2001-10-21?p=3', '#/compare?a=bbc-2001-10-21&a=csm-2008-04-04', '#/coverage', '#/voices', '#/timeline', '#/about'];
const navigations = (count) => Array.from({ length: count }, (_, number) => VIEWS[number % VIEWS.length]);
const ownIssues = (from, count) => Array.from({ length: count }, (_, number) => `#/search?mine=Issue%20${from + number}:iran%20OR%20word${from + number}&q=iran`);

const KINDS = {
  '2,000 navigations': { warm: (page) => follow(page, navigations(200)), run: (page) => follow(page, navigations(2000)), each: 2000, most: 200 },
  // The program's memory comes to rest only after some thousand letters.
  '5,000 letters': { warm: (page) => type(page, 6000), run: (page) => type(page, 5000), each: 5000, most: 100 },
  '400 issues of one’s own': { warm: (page) => follow(page, ownIssues(0, 40)), run: (page) => follow(page, ownIssues(40, 400)), each: 400, most: 7000 },
};

for (const [name, { warm, run, each, most }] of Object.entries(KINDS)) {
  test(`${name} leave next to nothing behind`, async ({ page, site, context }) => {
    test.setTimeout(600_000);
    const session = await context.newCDPSession(page);
    await watchMemories(page);
    await page.goto(`${site.address}#/search`);
    await page.locator('html[data-deferred=there]').waitFor();
    await page.getByRole('searchbox').waitFor();
    await warm(page);
    await follow(page, ['#/search']);
    const before = await inUse(page, session);
    await run(page);
    await follow(page, ['#/search']);
    const after = await inUse(page, session);
    const grown = { scripts: (after.scripts - before.scripts) / each, program: (after.program - before.program) / each };
    console.log(`${name}: ${Math.round(grown.scripts)} bytes of scripts and ${Math.round(grown.program)} of the program each`);
    expect(grown.scripts + grown.program, JSON.stringify({ before, after })).toBeLessThan(most);
  });
}
