// Reading one article.
import { expect, test } from './room.js';

test('passages are numbered from one and linked', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24');
  const numbers = await room.passages.evaluateAll((all) => all.map((one) => Number(one.dataset.passage)));
  expect(numbers).toEqual(Array.from(numbers, (_, place) => place + 1));
  await page.getByRole('link', { name: 'Link to passage 12', exact: true }).click();
  await page.waitForURL(/#\/read\/voa-2003-09-24\?p=12$/);
  await expect(page.locator('.block[data-passage="12"]')).toHaveAttribute('data-current', '');
});

test('a link to a passage brings it into view and sets the focus there', async ({ room, page }) => {
  await room.open('#/read/csm-2013-05-07?p=20');
  const passage = page.locator('.block[data-passage="20"]');
  await expect(passage).toBeInViewport();
  await expect(passage).toBeFocused();
  await expect(passage).toContainText('small technical compromises');
});

test('the issues of a passage stand beside it and lead to all passages on them', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await page.locator('.block[data-passage="5"]').getByRole('link', { name: 'Missile defence' }).click();
  await page.waitForURL(/#\/search\?issue=missile-defence$/);
  expect(await room.found()).toContain('bbc-2001-10-21:5');
});

test('previous and next lead through the articles by date', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const headings = [];
  for (;;) {
    headings.push(await page.locator('h1').textContent());
    const next = page.locator('.neighbours .next a');
    if ((await next.count()) === 0) break;
    await next.click();
    await room.settled();
  }
  expect(headings).toHaveLength(5);
  expect(headings[0]).toContain('promising chemistry');
  expect(headings[4]).toContain('Kerry-Putin');
});

test('an inferred date says so and shows the words that it rests on', async ({ room, page }) => {
  await room.open('#/read/monitor-2001-11-07');
  const date = page.locator('[data-fact="Published"]');
  await expect(date).toContainText('7 November 2001');
  await date.getByText('inferred').click();
  await expect(date.locator('blockquote').first()).toBeVisible();
});

test('a repaired word shows what was received', async ({ room, page }) => {
  await room.open('#/read/csm-2013-05-07');
  const repaired = page.locator('.emended').first();
  await expect(repaired).toHaveAttribute('title', /^Received as “theUnited States”|^Received as “/);
});

test('what was left out of the reading text is listed with its reason', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await page.locator('.left-out summary').click();
  await expect(page.locator('.left-out')).toContainText('E-mail this story to a friend');
});

test('captions and subheads stand apart from the passages', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await expect(page.locator('[data-kind=subhead]').first()).toHaveText('Potential backlash');
  await expect(page.locator('[data-kind=caption]', { hasText: 'High water mark' })).toBeVisible();
});

test('who speaks is told with a side in letters, not by colour alone', async ({ room, page }) => {
  await room.open('#/read/csm-2008-04-04');
  await expect(page.locator('.block[data-passage="7"] .voices')).toContainText('US');
  await expect(page.locator('.block[data-passage="7"] .voices')).toContainText('Bush');
});

test('words that were searched for are marked in the reader, until that is taken away', async ({ room, page }) => {
  await room.open('#/search?q=radar');
  await page.locator('.result-group .title a').first().click();
  await expect(room.marks().first()).toHaveText('radar');
  await page.getByRole('list', { name: 'Marked words' }).getByRole('link').click();
  await room.settled();
  await expect(room.marks()).toHaveCount(0);
});

test('a site that carried another outlet’s article is named, with its reason', async ({ room, page }) => {
  await room.open('#/read/csm-2013-05-07');
  await expect(page.locator('[data-fact="Carried by"]')).toContainText('MinnPost');
});

test('a date that was inferred says so wherever an article is listed, and leads to why', async ({ room, page }) => {
  await room.open('#/timeline');
  const entry = page.locator('[data-kind="article"]', { hasText: 'Bush-Putin summit in Sochi' });
  await entry.getByRole('link', { name: 'inferred (why this date?)' }).click();
  await page.waitForURL(/#\/read\/csm-2008-04-04$/);
  await expect(page.locator('[data-fact="Published"]')).toContainText('inferred');
  await room.open('#/timeline');
  const stated = page.locator('[data-kind="article"]', { hasText: 'promising chemistry' });
  await expect(stated.getByRole('link', { name: /inferred/ })).toHaveCount(0);
});
