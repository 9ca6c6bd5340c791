// The passage in hand: what is known about it, and what the other articles say.
import { expect, test } from './room.js';

const panel = (page) => page.getByRole('region', { name: /^Passage \d+$/ });
const block = (page, number) => page.locator(`.block[data-passage="${number}"]`);

test('a chosen passage says which words earned each of its labels', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await block(page, 5).hover();
  await block(page, 5).getByRole('link', { name: /^Why\?/ }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?p=5$/);
  const labels = panel(page).locator('section', { hasText: 'Why these labels?' });
  await expect(labels.locator('li', { hasText: 'Missile defence' }).first()).toContainText(/because of .*“.*missile.*”/i);
});

test('a chosen passage says who speaks, in which words, and why it is them', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?p=6');
  const voices = panel(page).locator('section', { hasText: 'Who speaks?' });
  await expect(voices).toContainText('Putin, President of Russia');
  await expect(voices).toContainText('Why this speaker? It is stated, from “');
  const words = await voices.locator('blockquote').first().textContent();
  expect(await block(page, 6).locator('.words').textContent()).toContain(words.replace(/^“|”$/g, ''));
});

test('a chosen passage shows related passages of other articles, each to be compared', async ({ room, page }) => {
  await room.open('#/read/csm-2008-04-04?p=14');
  const related = panel(page).locator('section', { hasText: 'What do the other articles say?' });
  const found = await related.locator('[data-article]').evaluateAll((all) => all.map((one) => one.dataset.article));
  expect(found.length).toBeGreaterThan(1);
  expect(found).not.toContain('csm-2008-04-04');
  await related.getByRole('link', { name: /^Compare with/ }).first().click();
  await page.waitForURL(/#\/compare\?/);
  await expect(room.column('csm-2008-04-04')).toBeVisible();
  await expect(room.column(found[0])).toBeVisible();
});

test('the panel stands beside the text on a wide screen and is a sheet from below on a phone', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?p=5');
  const text = await block(page, 5).boundingBox();
  expect((await panel(page).boundingBox()).x).toBeGreaterThan(text.x + text.width - 1);
  await page.setViewportSize({ width: 390, height: 800 });
  const sheet = await panel(page).boundingBox();
  expect(Math.round(sheet.y + sheet.height)).toBe(800);
  // A scroll bar may take its share of the window.
  expect(sheet.width).toBeGreaterThan(370);
  expect(sheet.y).toBeGreaterThan(300);
});

test('a passage is taken in hand and laid down by keyboard alone', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24?p=3');
  await expect(block(page, 3)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.waitForURL(/#\/read\/voa-2003-09-24$/);
  await expect(panel(page)).toHaveCount(0);
  await expect(block(page, 3)).toBeFocused();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\?p=3$/);
  await expect(panel(page).getByRole('heading', { name: 'Passage 3' })).toBeVisible();
});

test('laying a passage down by its button leaves the focus on the passage', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24?p=3');
  await panel(page).getByRole('link', { name: 'Close passage 3' }).click();
  await page.waitForURL(/#\/read\/voa-2003-09-24$/);
  await expect(block(page, 3)).toBeFocused();
});

test('an issue of the article lists its passages and marks the words that decide', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const entry = page.getByRole('list', { name: 'Issues' }).first();
  const iraq = page.locator('.issue-index li', { hasText: 'Iraq' });
  await expect(entry).toBeVisible();
  await iraq.getByRole('link', { name: 'Iraq' }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?issue=iraq$/);
  const marks = page.locator('.block mark');
  expect(await marks.allTextContents()).toContain('Iraq');
  await iraq.getByRole('link', { name: /^Passage \d+$/ }).first().click();
  await page.waitForURL(/issue=iraq&p=\d+$/);
  await page.getByRole('list', { name: 'Marked words' }).getByRole('link', { name: /Iraq/ }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?p=\d+$/);
  await expect(marks).toHaveCount(0);
});

test('the subheads lead to their parts', async ({ room, page }) => {
  await room.open('#/read/csm-2008-04-04');
  const contents = page.getByRole('list', { name: 'Subheads' });
  await expect(contents.getByRole('listitem')).toHaveText([/^Missile defense.*passages \d+–\d+$/, /^Arms control.*passages \d+–\d+$/]);
  await contents.getByRole('link', { name: 'Arms control' }).click();
  await expect(page.getByRole('heading', { name: 'Arms control' })).toBeInViewport();
});

test('an article without subheads has no list of them', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24');
  await expect(page.getByRole('list', { name: 'Subheads' })).toHaveCount(0);
});

test('on a phone the contents are folded and open at a touch', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await room.open('#/read/csm-2008-04-04');
  const contents = page.getByRole('list', { name: 'Subheads' });
  await expect(contents).toBeHidden();
  await page.locator('.overview summary').click();
  await expect(contents).toBeVisible();
});

test('the text can be selected across passages', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const from = await block(page, 1).locator('.words').boundingBox();
  const to = await block(page, 2).locator('.words').boundingBox();
  await page.mouse.move(from.x + 4, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width - 30, to.y + to.height / 2, { steps: 6 });
  await page.mouse.up();
  const selected = await page.evaluate(() => String(getSelection()));
  expect(selected).toContain('A powerful chemistry');
  expect(room.fragment).toBe('#/read/bbc-2001-10-21');
});

test('everybody who speaks in the passage in hand is named', async ({ room, page }) => {
  await room.open('#/read/monitor-2001-11-07?p=3');
  const who = page.locator('.in-hand section').filter({ has: page.getByRole('heading', { name: 'Who speaks?' }) });
  await expect(who).toContainText('Vladimir Putin');
  await expect(who).toContainText('U.S.');
  expect(await who.locator('blockquote').count()).toBeGreaterThan(4);
});
