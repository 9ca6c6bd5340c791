// The worst links of each kind freeze nothing: of 15 KB here, of more in the
// benchmark (`benches/links.mjs`), which also says how long each takes.
import { expect, test } from './room.js';
import { worst } from './worst.js';

/** What anybody would take for frozen, however busy the machine is, in milliseconds; the benchmark of links says what each takes. */
const MOST = 10_000;

/** Follows a link and gives the time until what it leads to has been drawn. */
const followed = (page, link) =>
  page.evaluate(async (fragment) => {
    const begun = performance.now();
    location.hash = fragment;
    const drawn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
    await new Promise((done) => { setTimeout(done); });
    await drawn();
    while (document.querySelector('[aria-busy]')) await drawn();
    return performance.now() - begun;
  }, link);

for (const [name, link] of Object.entries(worst(15_000))) {
  test(`15 KB of the worst freeze nothing: ${name}`, async ({ page, site }) => {
    await page.goto(site.address);
    await page.waitForFunction(() => document.documentElement.dataset.deferred === 'there');
    const time = await followed(page, link);
    expect(await page.evaluate(() => 'plain' in document.documentElement.dataset)).toBe(false);
    expect((await page.locator('#main').innerText()).length).toBeGreaterThan(20);
    expect(time).toBeLessThan(MOST);
    expect(await followed(page, '#/search?q=bushehr')).toBeLessThan(MOST);
    await expect(page.locator('[data-passage]')).toHaveCount(1);
  });
}
