// Keyword in context: a line for each place where the words stand.
import { expect, test } from './room.js';

const lines = (page) => page.locator('.concordance > li').evaluateAll((all) => all.map((line) => {
  const [left, key, right] = ['.left', 'mark', '.right'].map((side) => line.querySelector(side).textContent);
  return { left, key, right, article: line.dataset.article };
}));

test('a search is shown as lines with the keyword in the middle, by link', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await page.getByRole('group', { name: 'View' }).getByRole('link', { name: 'In context' }).click();
  await page.waitForURL(/view=context/);
  await room.settled();
  const shown = await lines(page);
  expect(shown.length).toBeGreaterThan(14);
  for (const line of shown) expect(line.key.toLowerCase()).toContain('missile');
  const centres = await page.locator('.concordance mark').evaluateAll((all) => all.map((one) => { const box = one.getBoundingClientRect(); return Math.round(box.x + box.width / 2); }));
  expect(Math.max(...centres) - Math.min(...centres)).toBeLessThan(4);
});

test('the lines are sorted by the word before, the word after, the place or the date', async ({ room, page }) => {
  await room.open('#/search?q=russia&view=context');
  const order = page.getByRole('group', { name: 'Order of the lines' });
  const folded = (text) => text.toLowerCase().replace(/[^\p{L}\p{N} ]/gu, '').trim();
  await order.getByRole('link', { name: 'Word after' }).click();
  await page.waitForURL(/order=right/);
  await room.settled();
  const after = (await lines(page)).filter((line) => /\w/.test(line.right)).map((line) => folded(line.right).split(' ')[0]);
  expect(after.length).toBeGreaterThan(5);
  expect(after).toEqual(after.toSorted());
  await order.getByRole('link', { name: 'Word before' }).click();
  await page.waitForURL(/order=left/);
  await room.settled();
  const before = (await lines(page)).filter((line) => /\w/.test(line.left)).map((line) => folded(line.left).split(' ').pop());
  expect(before.length).toBeGreaterThan(5);
  expect(before).toEqual(before.toSorted());
  await order.getByRole('link', { name: 'Date' }).click();
  await room.settled();
  expect(room.fragment).not.toContain('order=');
});

test('a filter narrows the lines too', async ({ room, page }) => {
  await room.open('#/search?q=missile&view=context&outlet=bbc');
  const shown = await lines(page);
  expect(shown.length).toBeGreaterThan(0);
  for (const line of shown) expect(line.article).toBe('bbc-2001-10-21');
});

test('an issue without words shows the words that earned it', async ({ room, page }) => {
  await room.open('#/search?issue=chechnya&view=context');
  const shown = await lines(page);
  expect(shown.length).toBeGreaterThan(1);
  for (const line of shown) expect(line.key).toMatch(/chech/i);
});

test('what is kept is marked in the lines as everywhere', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  const passage = page.locator('main [data-article="bbc-2001-10-21"][data-passage="5"]');
  await passage.locator('.keep').click();
  await room.open('#/search?q=missile&view=context');
  const kept = page.locator('.concordance > li').filter({ has: page.locator('mark.kept') });
  await expect(kept).not.toHaveCount(0);
  for (const line of await kept.all()) {
    await expect(line).toHaveAttribute('data-article', 'bbc-2001-10-21');
    await expect(line).toHaveAttribute('data-passage', '5');
  }
});

test('on a phone the keywords still stand in a column and nothing is cut off', async ({ room, page }) => {
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    await room.open('#/search?q=missile&view=context');
    const cells = await page.locator('.concordance span').evaluateAll((all) => all.map((cell) => { const box = cell.getBoundingClientRect(); return Math.min(box.left, innerWidth - box.right); }));
    expect(cells.length).toBeGreaterThan(50);
    expect(Math.min(...cells)).toBeGreaterThanOrEqual(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('a line leads to its passage', async ({ room, page }) => {
  await room.open('#/search?q=bushehr&view=context');
  await page.locator('.concordance .passage-number').first().click();
  await page.waitForURL(/#\/read\/voa-2003-09-24\?q=bushehr&p=14$/);
});
