// The search page before anything is asked: the collection itself.
import { expect, test } from './room.js';

test('with nothing asked, the articles stand on a strip of years with the meetings', async ({ room, page }) => {
  await room.open();
  const strip = page.getByRole('region', { name: 'Articles and meetings by year' });
  await expect(strip.locator('a.mark[data-kind=article]')).toHaveCount(5);
  await expect(strip.locator('a.mark[data-kind=meeting]')).toHaveCount(11);
  await expect(page.locator('.shelf > li')).toHaveCount(5);
  await strip.getByRole('link', { name: /^BBC, 21 October 2001/ }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21$/);
});

test('a year of the strip leads to everything published in it', async ({ room, page }) => {
  await room.open();
  await page.getByRole('link', { name: 'Everything published in 2001' }).click();
  await page.waitForURL(/from=2001&to=2001/);
  await room.settled();
  expect((await room.groups()).sort()).toEqual(['bbc-2001-10-21', 'monitor-2001-11-07']);
});

test('the issues stand by weight, each with as many passages as it says', async ({ room, page }) => {
  await room.open();
  const told = await page.locator('.weights > li').evaluateAll((all) => all.map((one) => [one.querySelector('a').hash, parseInt(one.querySelector('.fine').textContent, 10)]));
  expect(told.length).toBe(10);
  expect(told.map(([, number]) => number)).toEqual(told.map(([, number]) => number).toSorted((a, b) => b - a));
  await room.open(told[3][0]);
  expect((await room.found()).length).toBe(told[3][1]);
});

test('three first questions each lead to passages', async ({ room, page }) => {
  await room.open();
  const asked = page.getByRole('region', { name: 'First questions' }).getByRole('link');
  await expect(asked).toHaveCount(3);
  for (const hash of await asked.evaluateAll((all) => all.map((one) => one.hash))) {
    await room.open(hash);
    expect((await room.found()).length, hash).toBeGreaterThan(1);
  }
});

test('a first question keeps the columns that were chosen', async ({ room, page }) => {
  await room.open('#/search?a=bbc-2001-10-21');
  const first = page.getByRole('region', { name: 'First questions' }).getByRole('link').first();
  await expect(first).toHaveAttribute('href', /a=bbc-2001-10-21/);
});
