// Suggestions while one types: keys, mouse, touch, and what is announced.
import { expect, test } from './room.js';

test('words, phrases, names and issues are suggested while one types', async ({ room, page }) => {
  await room.open();
  await room.type('mis');
  await expect(room.suggestions).toBeVisible();
  const groups = await room.suggestions.getByRole('group').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(groups).toEqual(expect.arrayContaining(['Words', 'Phrases', 'Issues']));
  await room.search('pu');
  await expect(room.suggestions.getByRole('group', { name: 'Names' })).toContainText('Vladimir Putin');
});

test('arrows go through the list and back to the box, Enter takes the active one', async ({ room, page }) => {
  await room.open();
  await room.type('missile tre');
  const options = room.suggestions.getByRole('option');
  const number = await options.count();
  await page.keyboard.press('ArrowDown');
  await expect(room.searchBox).toHaveAttribute('aria-activedescendant', 'suggestion-0');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await expect(room.searchBox).not.toHaveAttribute('aria-activedescendant', /./);
  await page.keyboard.press('ArrowUp');
  await expect(room.searchBox).toHaveAttribute('aria-activedescendant', `suggestion-${number - 1}`);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const taken = await options.first().locator('span').first().textContent();
  await page.keyboard.press('Enter');
  await expect(room.suggestions).toHaveCount(0);
  await expect(room.searchBox).toBeFocused();
  expect(await room.searchBox.inputValue()).toContain(taken);
});

test('a word is suggested for one that is mended in its middle, and takes its place', async ({ room, page }) => {
  await room.open();
  await room.type('mssile treaty');
  for (let letter = 0; letter < 'ssile treaty'.length; letter += 1) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('i');
  await room.suggestions.getByRole('option', { name: /^missile,?\b/ }).first().click();
  await expect(room.searchBox).toHaveValue('missile treaty');
});

test('an issue that is taken becomes a filter, and leaves the other words', async ({ room, page }) => {
  await room.open();
  await room.type('russia nat');
  await room.suggestions.getByRole('group', { name: 'Issues' }).getByRole('option', { name: /^NATO/ }).click();
  await page.waitForURL(/#\/search\?q=russia&issue=nato$/);
  await expect(room.searchBox).toHaveValue('russia');
  await expect(room.searchBox).toBeFocused();
  await expect(page.getByRole('list', { name: 'Chosen filters' })).toContainText('NATO');
});

/** Keys as quickly as they can be pressed: the typing does not rest between them. */
const atOnce = (page, keys) => Promise.all(keys.map((key) => page.keyboard.press(key)));

test('a key that follows a letter at once takes nothing back of what was typed', async ({ room, page }) => {
  await room.open();
  await room.type('mis');
  await expect(room.suggestions).toBeVisible();
  await atOnce(page, ['s', 'ArrowDown', 'ArrowUp', 'i', 'ArrowDown']);
  await expect(room.searchBox).toHaveValue('missi');
  await expect(page).toHaveURL(/#\/search\?q=missi$/);
  await expect(room.searchBox).toHaveAttribute('aria-activedescendant', 'suggestion-0');
});

test('Escape that follows the first letter at once empties the box', async ({ room, page }) => {
  await room.open();
  await room.searchBox.focus();
  await atOnce(page, ['m', 'Escape', 'Escape']);
  await expect(room.searchBox).toHaveValue('');
  await expect(page.locator('.results')).toHaveAttribute('data-view', 'shelf');
  await expect(page).not.toHaveURL(/q=/);
  // Nor does what was typed come back when the typing would have rested.
  await page.waitForTimeout(400);
  await expect(room.searchBox).toHaveValue('');
});

test('the address says what the box holds when what was typed is taken back', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await room.searchBox.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/q=missiles$/);
  await atOnce(page, ['Backspace', 'Enter']);
  await expect(room.searchBox).toHaveValue('missile');
  await expect(page).toHaveURL(/q=missile$/);
});

test('an address does not follow what is typed and left at once', async ({ room, page }) => {
  await room.open();
  await room.searchBox.focus();
  await atOnce(page, ['m', 'Escape']);
  await page.evaluate(() => { location.hash = '#/help?nonsense=1'; });
  await page.waitForTimeout(500);
  await expect(page).toHaveURL(/#\/help\?nonsense=1$/);
});

test('a box that is emptied by what tells only of the change is empty to the page as well', async ({ room, page }) => {
  for (const start of ['#/search?q=missile', '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&q=missile']) {
    await room.open(start);
    const box = page.getByRole('searchbox');
    await expect(box).toHaveValue('missile');
    await box.evaluate((field) => {
      field.value = '';
      field.dispatchEvent(new Event('change'));
    });
    await expect(page).not.toHaveURL(/q=/);
    await expect(box).toHaveValue('');
  }
});

test('a suggestion that is pressed right after a letter is the one that was shown', async ({ room, page }) => {
  await room.open();
  await room.type('pu');
  const shown = room.suggestions.getByRole('option').first();
  const name = await shown.locator('span').first().textContent();
  // Another letter, of which the list does not know yet.
  await page.evaluate(() => {
    const field = document.querySelector('[role=searchbox]');
    field.value = 'pur';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    document.querySelector('[role=option]').click();
  });
  await room.settled();
  expect((await room.searchBox.inputValue()).toLowerCase()).toContain(name.toLowerCase());
});

test('Escape closes the list first and empties the box then', async ({ room, page }) => {
  await room.open();
  await room.type('miss');
  await expect(room.suggestions).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(room.suggestions).toHaveCount(0);
  await expect(room.searchBox).toHaveValue('miss');
  await page.keyboard.press('ArrowUp');
  await expect(room.suggestions).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(room.searchBox).toHaveValue('');
});

test('Tab closes the list and goes on, a click elsewhere closes it as well', async ({ room, page }) => {
  await room.open();
  await room.type('miss');
  await page.keyboard.press('Tab');
  await expect(room.suggestions).toHaveCount(0);
  await expect(room.searchBox).not.toBeFocused();
  await room.type('i');
  await expect(room.suggestions).toBeVisible();
  await page.locator('.footer').click();
  await expect(room.suggestions).toHaveCount(0);
});

test('Enter without an active suggestion keeps the search and closes the list', async ({ room, page }) => {
  await room.open();
  await room.type('missile');
  await page.keyboard.press('Enter');
  await expect(room.suggestions).toHaveCount(0);
  await page.waitForURL(/q=missile$/);
});

test('how many were found and suggested is announced when the typing rests', async ({ room }) => {
  await room.open();
  await room.type('bushehr');
  await expect(room.announced).toHaveText(/^1 passage in 1 article\. \d suggestions? below the box: press the down arrow\.$/);
});

test('the box tells of the list only while it is there', async ({ room }) => {
  await room.open();
  await expect(room.searchBox).not.toHaveAttribute('aria-controls', /./);
  await room.type('miss');
  await expect(room.searchBox).toHaveAttribute('aria-controls', 'suggestions');
  await expect(room.searchBox).toHaveAttribute('aria-autocomplete', 'list');
});

test('nothing on the page moves when the list comes', async ({ room, page }) => {
  await room.open('#/search?q=iran');
  const top = () => page.locator('.result-bar').evaluate((one) => one.getBoundingClientRect().top);
  const before = await top();
  await room.type(' nuc');
  await expect(room.suggestions).toBeVisible();
  expect(Math.abs((await top()) - before)).toBeLessThan(1);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a suggestion is taken with a tap, and is large enough for a thumb', async ({ room, page }) => {
    await room.open();
    await room.type('chech');
    const option = room.suggestions.getByRole('option').first();
    expect((await option.boundingBox()).height).toBeGreaterThanOrEqual(24);
    await option.tap();
    await expect(room.suggestions).toHaveCount(0);
    await room.settled();
    expect((await room.found()).length).toBeGreaterThan(0);
  });
});
