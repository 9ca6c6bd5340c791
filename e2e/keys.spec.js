// What can be done with keys, and how they are told and switched off.
import { expect, test } from './room.js';

const focusedPassage = (page) => page.evaluate(() => {
  const passage = document.activeElement.closest('[data-passage]');
  return passage && `${passage.dataset.article}:${passage.dataset.passage}`;
});

test('j and k go from passage to passage, and the focus is seen', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  const found = await room.found();
  for (const place of [0, 1, 2]) {
    await page.keyboard.press('j');
    expect(await focusedPassage(page)).toBe(found[place]);
  }
  await page.keyboard.press('k');
  expect(await focusedPassage(page)).toBe(found[1]);
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
  expect(outline).not.toBe('none');
  const seen = await page.evaluate(() => { const box = document.activeElement.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; });
  expect(seen).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/read\//);
});

test('j and k work in the reader and in the lines of keyword in context', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  expect(await focusedPassage(page)).toBe('bbc-2001-10-21:2');
  await room.open('#/search?q=missile&view=context');
  await page.keyboard.press('j');
  expect(await focusedPassage(page)).not.toBe(null);
});

test('c compares the article of the passage in hand, with the words still marked', async ({ room, page }) => {
  await room.open('#/search?q=bushehr');
  await page.keyboard.press('j');
  await page.keyboard.press('c');
  await page.waitForURL(/#\/compare\?q=bushehr&a=voa-2003-09-24$/);
  await room.open('#/read/bbc-2001-10-21');
  await page.keyboard.press('c');
  await page.waitForURL(/#\/compare\?a=bbc-2001-10-21$/);
});

test('arrows go from a passage to the column beside it and back', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&issue=missile-defence');
  await page.keyboard.press('j');
  expect(await focusedPassage(page)).toMatch(/^bbc/);
  await page.keyboard.press('ArrowRight');
  expect(await focusedPassage(page)).toMatch(/^monitor/);
  await page.keyboard.press('ArrowRight');
  expect(await focusedPassage(page)).toMatch(/^monitor/);
  await page.keyboard.press('ArrowLeft');
  expect(await focusedPassage(page)).toMatch(/^bbc/);
});

test('arrows go between the columns of the full texts at the same height', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=text');
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('j');
  expect(await focusedPassage(page)).toBe('bbc-2001-10-21:4');
  const height = () => page.evaluate(() => document.activeElement.closest('[data-passage]').getBoundingClientRect());
  const before = await height();
  await page.keyboard.press('ArrowRight');
  expect(await focusedPassage(page)).toMatch(/^monitor/);
  const after = await height();
  expect(after.bottom).toBeGreaterThan(before.top);
});

test('the question mark lists the keys in a dialog that Escape closes', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await page.keyboard.press('j');
  const before = await focusedPassage(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog).toBeVisible();
  for (const key of ['/', '?', 'j', 'k', 'c', '←', '→', 'Esc', 'Enter']) {
    await expect(dialog.locator('kbd', { hasText: key }).first()).toBeVisible();
  }
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  expect(await focusedPassage(page)).toBe(before);
});

test('the keys that are single characters can be switched off, and stay off', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await page.getByLabel('Keys that are single characters work').click();
  await page.getByRole('button', { name: 'Close' }).click();
  for (const key of ['j', '/', '?', 'c']) await page.keyboard.press(key);
  expect(await focusedPassage(page)).toBe(null);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.reload();
  await room.ready();
  await page.keyboard.press('j');
  expect(await focusedPassage(page)).toBe(null);
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByLabel('Keys that are single characters work')).not.toBeChecked();
});

test('letters that are typed into a field are letters', async ({ room, page }) => {
  await room.open();
  await page.keyboard.press('/');
  await page.keyboard.type('jack?/c');
  await expect(room.searchBox).toHaveValue('jack?/c');
});

test('from the passage in hand j goes on in its article, not to those beside it', async ({ room, page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await room.open('#/read/bbc-2001-10-21?p=4');
  await expect(page.locator('.in-hand [data-passage]').first()).toBeVisible();
  await expect(page.locator('.block[data-passage="4"]')).toBeFocused();
  await page.keyboard.press('j');
  expect(await focusedPassage(page)).toBe('bbc-2001-10-21:5');
  await page.keyboard.press('k');
  expect(await focusedPassage(page)).toBe('bbc-2001-10-21:4');
});
