// Who speaks in the collection.
import { expect, test } from './room.js';

test('the page of voices tells who speaks, by side, and how much of it is quoted', async ({ room, page }) => {
  await room.open('#/voices');
  const status = page.locator('.result-bar [role=status]');
  await expect(status).toHaveText(/^\d+ voices: \d+ quotations, \d+ words; \d+ paraphrases, \d+ words; \d+ rejections?, \d+ words\.$/);
  await expect(page.getByRole('heading', { name: /Vladimir Putin, President of Russia/ })).toBeVisible();
});

test('the mark of a side says the name of the side, to whoever listens too', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  const markov = page.locator('.results .voices li').filter({ hasText: 'Sergei Markov' }).first();
  await expect(markov.getByRole('img', { name: 'Russian', exact: true })).toHaveText('RU');
  await expect(markov).toHaveText('RU Sergei Markov, quoted');
});

test('a figure of the table leads to who says it there, and each choice is taken back by its chip', async ({ room, page }) => {
  await room.open('#/voices');
  await page.getByRole('link', { name: /American words in CS Monitor$/ }).click();
  await room.settled();
  expect(room.fragment).toBe('#/voices?outlet=csm&side=us');
  await expect(page.locator('.side-voices')).toHaveCount(1);
  await expect(page.getByRole('heading', { name: /John Kerry/ })).toBeVisible();
  await page.getByRole('link', { name: 'Without The Christian Science Monitor' }).click();
  expect(room.fragment).toBe('#/voices?side=us');
});

test('what is opened of one speaker does not stand open under another', async ({ room, page }) => {
  await room.open('#/voices');
  const openOf = () => page.locator('.speaker').filter({ has: page.locator('details[open]') }).locator('h3').allTextContents();
  const before = await openOf();
  const bush = page.locator('.speaker').filter({ has: page.getByRole('heading', { name: /^George W\. Bush, / }) });
  await bush.getByText(/^What they say/).click();
  await page.getByRole('link', { name: /American words in CS Monitor$/ }).click();
  await room.settled();
  await expect(page.getByRole('heading', { name: /John Kerry/ })).toBeVisible();
  const kerry = page.locator('.speaker').filter({ has: page.getByRole('heading', { name: /^John Kerry, / }) });
  await expect(kerry.locator('details')).not.toHaveAttribute('open');
  expect(before.some((name) => name.startsWith('John Kerry'))).toBe(false);
});

test('from a voice one comes to its passages, to the articles side by side and into the reader', async ({ room, page }) => {
  await room.open('#/voices');
  const putin = page.locator('.speaker').filter({ has: page.getByRole('heading', { name: /Vladimir Putin, / }) });
  await putin.getByText(/^What they say/).click();
  await putin.getByRole('link', { name: /^Passage \d+ of / }).first().click();
  await page.waitForURL(/#\/read\/.*\?p=\d+$/);
  await page.goBack();
  await putin.getByRole('link', { name: /^all passages/ }).click();
  await page.waitForURL(/#\/search\?speaker=putin$/);
  expect((await room.found()).length).toBeGreaterThan(5);
  await page.goBack();
  await putin.getByRole('link', { name: /^compare/ }).click();
  await page.waitForURL(/#\/compare\?.*mode=voices$/);
  await expect(room.row('russia')).toContainText('Vladimir Putin');
});

test('what somebody rejects is said to be rejected wherever it is shown, and is never their claim', async ({ room, page }) => {
  await room.open('#/voices?speaker=putin');
  const denied = page.locator('.statement[data-kind=rejecting]').filter({ hasText: 'U.S. accusations' });
  await expect(denied).toContainText(/^.*Rejecting: .*\(“Putin rejected”\)$/);
  await expect(page.locator('.statement[data-kind=paraphrased]').filter({ hasText: 'long-standing U.S. accusations' })).toHaveCount(0);
  await room.open('#/read/monitor-2001-11-07?p=3');
  const passage = page.locator('.block[data-passage="3"]');
  await expect(passage.getByRole('list', { name: 'Who speaks' })).toContainText('rejecting');
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=voices');
  await expect(page.locator('.statement[data-kind=rejecting]').first()).toContainText('Rejecting: ');
});

test('words that somebody says are cited as quoted in the article', async ({ room, page }) => {
  await room.open('#/read/monitor-2001-11-07?p=3');
  await page.getByText('Link and cite this passage').click();
  await expect(page.locator('.cite-body').filter({ hasText: 'words quoted there' })).toContainText('(qtd. in ');
});
