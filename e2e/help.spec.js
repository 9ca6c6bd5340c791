// The help page is complete, and what it says works.
import { expect, test } from './room.js';

test('every operator has an example that works', async ({ room, page }) => {
  await room.open('#/help');
  const examples = await page.locator('[data-operator]').evaluateAll((all) => all.map((row) => [row.dataset.operator, row.querySelector('a').hash]));
  expect(examples.length).toBeGreaterThan(20);
  for (const [name, hash] of examples) {
    await room.open(hash);
    expect((await room.found()).length, name).toBeGreaterThan(0);
    await expect(page.locator('.faults'), name).toHaveCount(0);
  }
});

test('every page of the menu, every key and every way to list is explained', async ({ room, page }) => {
  await room.open('#/search?q=iran');
  const menu = await page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allTextContents();
  const ways = await page.getByRole('group', { name: 'View' }).getByRole('link').allTextContents();
  const keys = await page.locator('#keys kbd').allTextContents();
  expect(Math.min(menu.length - 5, ways.length - 1, keys.length - 8)).toBeGreaterThan(0);
  await room.open('#/help');
  for (const name of menu) await expect(room.main.locator('dt', { hasText: name }).first(), name).toBeVisible();
  for (const name of ways) await expect(room.main, name).toContainText(name, { ignoreCase: true });
  for (const key of keys) expect(await room.main.locator('kbd').allTextContents(), key).toContain(key);
});

test('it can be read in three minutes', async ({ room }) => {
  await room.open('#/help');
  const words = (await room.main.innerText()).split(/\s+/).length;
  expect(words).toBeLessThan(900);
});
