// Any link leaves a page that can be read and used: nothing blank, nothing
// frozen, no program that stopped. SUMMITRY_LINKS asks for more of them.
import { expect, test } from './room.js';
import { links } from './random.js';

const COUNT = Number(process.env.SUMMITRY_LINKS ?? 150);

/** What anybody would take for frozen, however busy the machine is, in milliseconds; the benchmark of links says what each takes. */
const MOST = 10_000;

test(`${COUNT} random links: nothing blank, nothing frozen, nothing stopped`, async ({ page, site }) => {
  test.setTimeout(60_000 + COUNT * 500);
  const wrongs = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  await page.goto(site.address);
  await page.locator('body[data-ready=true]').waitFor();
  await page.waitForFunction(() => document.documentElement.dataset.deferred === 'there');
  const taken = [];
  for (const link of links(2001, COUNT)) {
    const shown = await page.evaluate(async (fragment) => {
      const begun = performance.now();
      location.hash = fragment;
      await new Promise((done) => { setTimeout(() => requestAnimationFrame(() => setTimeout(done))); });
      const main = document.querySelector('#main');
      return { words: main?.innerText.trim().length ?? 0, time: performance.now() - begun, stopped: 'plain' in document.documentElement.dataset };
    }, link);
    expect(shown.words, link).toBeGreaterThan(20);
    expect(shown.stopped, link).toBe(false);
    taken.push([shown.time, link]);
  }
  taken.sort(([one], [other]) => other - one);
  console.log(`slowest of ${COUNT}: ${taken.slice(0, 3).map(([time, link]) => `${Math.round(time)} ms ${link.slice(0, 80)}`).join(' | ')}`);
  expect(taken[0][0], taken[0][1]).toBeLessThan(MOST);
  expect(wrongs).toEqual([]);
});
