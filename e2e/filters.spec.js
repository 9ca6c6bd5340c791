// Narrowing by issue, outlet, meeting, side and date.
import { expect, test } from './room.js';

test('the count behind an issue is the number of passages that it leaves', async ({ room }) => {
  await room.open('#/search?q=russia');
  const promised = await room.filterCount('Issue', 'Iran');
  await room.filter('Issue', 'Iran').click();
  await room.settled();
  expect(await room.found()).toHaveLength(promised);
  for (const passage of await room.passages.all()) {
    expect((await passage.getAttribute('data-issues')).split(' ')).toContain('iran');
  }
});

test('counts follow what is typed', async ({ room }) => {
  await room.open();
  const before = await room.filterCount('Issue', 'Iran');
  await room.search('bushehr');
  expect(await room.filterCount('Issue', 'Iran')).toBeLessThan(before);
});

test('several issues may be joined by any or by all', async ({ room, page }) => {
  await room.open('#/search?issue=missile-defence&issue=arms-control');
  const any = await room.found();
  await page.getByRole('group', { name: 'Any or all of the issues' }).getByRole('link', { name: 'all' }).click();
  await room.settled();
  const all = await room.found();
  expect(all.length).toBeGreaterThan(0);
  expect(all.length).toBeLessThan(any.length);
  for (const passage of await room.passages.all()) {
    const issues = (await passage.getAttribute('data-issues')).split(' ');
    expect(issues).toContain('missile-defence');
    expect(issues).toContain('arms-control');
  }
  expect(room.fragment).toContain('issues=all');
});

test('outlet, meeting and dates narrow together with the issue', async ({ room }) => {
  await room.open('#/search?issue=missile-defence');
  const articles = async () => [...new Set((await room.found()).map((one) => one.split(':')[0]))].sort();
  expect((await articles()).length).toBeGreaterThan(2);
  await room.open('#/search?issue=missile-defence&from=2008');
  expect(await articles()).toEqual(['csm-2008-04-04', 'csm-2013-05-07']);
  await room.open('#/search?issue=missile-defence&from=2008&to=2008-04');
  expect(await articles()).toEqual(['csm-2008-04-04']);
  await room.open('#/search?issue=missile-defence&outlet=bbc');
  expect(await articles()).toEqual(['bbc-2001-10-21']);
  await room.open('#/search?issue=missile-defence&meeting=sochi-2008');
  expect(await articles()).toEqual(['csm-2008-04-04']);
});

test('every choice is a link, and its chip takes it away', async ({ room, page }) => {
  await room.open();
  await room.filter('Issue', 'Syria').click();
  await page.waitForURL(/#\/search\?issue=syria$/);
  await page.getByRole('list', { name: 'Chosen filters' }).getByRole('link', { name: 'Syria' }).click();
  await page.waitForURL(/#\/search$/);
  await expect(page.locator('.shelf')).toBeVisible();
});

test('dates are typed, and what is no date says so', async ({ room, page }) => {
  await room.open('#/search?q=putin');
  const from = page.getByLabel('From', { exact: true });
  await from.fill('next year');
  await from.press('Tab');
  await expect(page.getByRole('alert')).toContainText('Not a date');
  await from.fill('2013');
  await from.press('Tab');
  await page.waitForURL(/from=2013/);
  expect(await room.groups()).toEqual(['csm-2013-05-07']);
});

test('on a phone the filters are folded away until they are asked for', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open();
  await expect(room.filter('Issue', 'Iran')).toBeHidden();
  await page.getByRole('button', { name: 'Filter by issue, outlet, meeting, date' }).click();
  await expect(room.filter('Issue', 'Iran')).toBeVisible();
});

test('a side leaves the passages in which somebody of it speaks', async ({ room, page }) => {
  await room.open('#/search?side=us');
  expect((await room.found()).length).toBeGreaterThan(0);
  await expect(page.getByRole('list', { name: 'Chosen filters' })).toContainText('Speaks:');
});

test('a filter that is chosen stays under the pointer', async ({ room }) => {
  await room.open();
  const place = async () => Math.round((await room.filter('Issue', 'Chechnya').boundingBox()).y);
  const before = await place();
  await room.filter('Issue', 'Chechnya').click();
  await room.settled();
  expect(await place()).toBe(before);
});

test('Space chooses a filter, as it ticks a box', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await room.filter('Issue', 'Iran').focus();
  await page.keyboard.press('Space');
  await page.waitForURL(/issue=iran/);
  await expect(room.filter('Issue', 'Iran')).toBeFocused();
});

test('on a phone the filters say how many passages are left, and lead to them', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open('#/search?q=missile');
  await page.getByRole('button', { name: 'Filter by issue, outlet, meeting, date' }).click();
  await room.filter('Issue', 'Iran').click();
  await room.settled();
  const found = await page.locator('.found').textContent();
  const show = page.getByRole('button', { name: /^Show \d+ passages?$/ });
  expect(found).toContain((await show.textContent()).replace('Show ', ''));
  await show.click();
  await expect(room.status).toBeFocused();
  await expect(room.filter('Issue', 'Iran')).toBeHidden();
});

test('a year is one choice and one chip', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await page.getByRole('heading', { name: 'Year', exact: true }).click();
  await room.filter('Year', '2008').click();
  await room.settled();
  await expect(page.getByRole('list', { name: 'Chosen filters' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('link', { name: 'Without 2008' }).click();
  await page.waitForURL(/#\/search\?q=missile$/);
});

test('a word that only a picture’s text or a byline has is told to stand there', async ({ room, page }) => {
  await room.open('#/search?q=yalta');
  await expect(page.locator('.empty')).toContainText('“yalta” stands in a picture’s text in');
  await room.open('#/search?q=mulvey');
  await expect(page.locator('.empty')).toContainText('“mulvey” stands in a byline in');
});
