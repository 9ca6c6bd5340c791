// Issues of one's own: a saved search that filters, labels and makes a row.
import { expect, test } from './room.js';

test('a search is saved as an issue, and then filters, labels and makes a row', async ({ room, page }) => {
  await room.open('#/search?q="strategic+framework"');
  const found = await room.found();
  await page.getByText('Save as an issue').click();
  await expect(page.getByLabel('Name of your issue')).toBeFocused();
  await page.getByLabel('Name of your issue').fill('New framework');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/issue=mine-new-framework/);
  await room.settled();
  expect((await room.found()).sort()).toEqual(found.sort());
  await expect(room.status).toBeFocused();
  expect(await room.filterCount('Issue', 'New framework')).toBe(3);
  for (const passage of await room.passages.all()) {
    expect((await passage.getAttribute('data-issues')).split(' ')).toContain('mine-new-framework');
  }
  await room.open(`${room.fragment.replace('#/search', '#/compare')}&a=bbc-2001-10-21&a=csm-2008-04-04`);
  await expect(room.row('mine-new-framework').locator('[data-passage]')).toHaveCount(3);
});

test('it travels in the link: coverage and the reader know it too', async ({ room, page }) => {
  const mine = 'mine=Shield:shield%20-treaty';
  await room.open(`#/coverage?${mine}`);
  await expect(room.main).toContainText('Shield');
  await room.open(`#/read/csm-2013-05-07?${mine}`);
  await expect(page.locator('[data-issues~="mine-shield"]').first()).toContainText('Shield');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.waitForURL(/#\/search\?mine=Shield/);
});

test('a role is saved with the rest', async ({ room, page }) => {
  await room.open('#/search?q=iran&role=expert');
  const found = await room.found();
  expect(found.length).toBeGreaterThan(0);
  await page.getByText('Save as an issue').click();
  await expect(page.locator('.save-form')).toContainText('(iran) role:expert');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/issue=mine-iran/);
  await room.settled();
  expect((await room.found()).sort()).toEqual(found.sort());
});

test('filters are saved with the words', async ({ room, page }) => {
  await room.open('#/search?q=missile&outlet=csm&from=2008&to=2008');
  const found = await room.found();
  await page.getByText('Save as an issue').click();
  await expect(page.locator('.save-form')).toContainText('(missile) outlet:csm date:2008..2008');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL(/issue=mine-missile/);
  await room.settled();
  expect((await room.found()).sort()).toEqual(found.sort());
});

test('an issue of one’s own is renamed and removed, and Back brings it again', async ({ room, page }) => {
  await room.open('#/search?mine=Shield:shield&issue=mine-shield');
  const number = (await room.found()).length;
  await page.getByText('Your own issues: rename, remove').click();
  await page.getByLabel('Name of “Shield”').fill('Umbrella');
  await page.keyboard.press('Enter');
  await page.waitForURL(/mine=Umbrella:shield&issue=mine-umbrella/);
  await room.settled();
  expect((await room.found()).length).toBe(number);
  await page.getByRole('link', { name: 'Remove “Umbrella”' }).click();
  await page.waitForURL(/#\/search$/);
  await page.goBack();
  await room.settled();
  expect((await room.found()).length).toBe(number);
});

test('one that cannot be used is left out with the reason, and the rest is shown', async ({ room, page }) => {
  await room.open('#/search?mine=Open:(iran&mine=nothing&mine=Oil:oil&issue=mine-open&q=iran');
  const notice = page.getByRole('status', { name: 'About this link' });
  await expect(notice).toContainText('Your own issue “Open” was left out');
  await expect(notice).toContainText('not a name and a search');
  await expect(room.filter('Issue', 'Oil')).toBeVisible();
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('a search with a fault is not saved but mended first', async ({ room, page }) => {
  await room.open('#/search?q=(iran');
  await page.getByText('Save as an issue').click();
  await expect(page.locator('.save-form')).toContainText('Mend it first');
});
