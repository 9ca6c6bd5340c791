// What was asked goes along: filters into a comparison, names of outlets and
// dates into filters.
import { expect, test } from './room.js';

const chips = (page) => page.getByRole('list', { name: 'Chosen filters' });

test('a comparison keeps every filter of the search, shows each, and counts with them', async ({ room, page }) => {
  await room.open('#/search?q=missile&side=russia&kind=quote&from=2001&to=2008');
  const found = await room.found();
  expect(found.length).toBeGreaterThan(2);
  await page.locator('.result-bar').getByRole('link', { name: /^Compare (these|both|the first)/ }).click();
  await room.settled();
  for (const part of ['q=missile', 'side=russia', 'kind=quote', 'from=2001', 'to=2008']) expect(room.fragment).toContain(part);
  for (const name of ['Speaks: Russian', 'with direct speech', 'From 2001', 'To 2008']) await expect(chips(page)).toContainText(name);
  // Every passage that is shown is one that the search found.
  const shown = await room.found();
  expect(shown.length).toBeGreaterThan(0);
  for (const passage of shown) expect(found).toContain(passage);
  await expect(page.locator('[data-empty]').first()).toContainText('with these words and filters');
  const rows = await page.locator('[data-row]').count();
  await chips(page).getByRole('link', { name: /with direct speech/ }).click();
  await room.settled();
  expect(room.fragment).not.toContain('kind=');
  expect(await page.locator('[data-row]').count()).toBeGreaterThanOrEqual(rows);
  expect(new Set(await room.found()).size).toBeGreaterThan(new Set(shown).size);
});

test('every arrangement counts with the filters', async ({ room, page }) => {
  const two = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07';
  const told = async (more) => {
    await room.open(`${two}${more}`);
    return page.locator('.compare').innerText();
  };
  for (const mode of ['issues', 'wording', 'voices', 'missing', 'text']) {
    const whole = await told(`&mode=${mode}`);
    const narrowed = await told(`&mode=${mode}&side=us`);
    expect(narrowed, mode).not.toBe(whole);
    await expect(chips(page)).toContainText('Speaks: American');
  }
  await room.open(`${two}&mode=voices&side=us`);
  const sides = await page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.dataset.row));
  expect(sides).toEqual(['us']);
});

test('a ready comparison keeps the words and the filters', async ({ room, page }) => {
  await room.open('#/compare?q=missile&side=russia');
  await page.getByRole('list', { name: 'Suggested comparisons' }).getByRole('link').first().click();
  await room.settled();
  expect(room.fragment).toContain('q=missile');
  expect(room.fragment).toContain('side=russia');
});

test('back from a comparison to the search, the filters are still there', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&q=missile&side=us');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Search', exact: true }).click();
  await room.settled();
  await expect(chips(page).or(page.getByText('American'))).not.toHaveCount(0);
  expect(room.fragment).toContain('side=us');
});

for (const [typed, name, number, to] of [
  ['BBC', 'From BBC News Online', 29, '#/search?outlet=bbc'],
  ['2008', 'Published in 2008', 19, '#/search?from=2008&to=2008'],
  ['april 2008', 'Published in April 2008', 19, '#/search?from=2008-04&to=2008-04'],
  ['jamestown', 'From Monitor (The Jamestown Foundation)', 8, '#/search?outlet=monitor'],
]) {
  test(`“${typed}” leads to the passages that it names, and nobody is told to check the spelling`, async ({ room, page }) => {
    await room.open();
    await room.search(typed);
    await expect(page.locator('.offers')).toContainText(`${name}: ${number} passages`);
    await expect(room.main).not.toContainText('Check the spelling');
    // What is suggested lies over what was found until it is closed.
    await page.keyboard.press('Escape');
    const way = page.locator('.empty').getByRole('link', { name });
    await expect(way).toBeVisible();
    await way.click();
    await room.settled();
    expect(room.fragment).toBe(to);
    await expect(room.status).toContainText(`${number} passages`);
  });
}

test('beside words, the name of an outlet is offered as a filter', async ({ room, page }) => {
  await room.open('#/search?q=voa%20iran');
  await page.locator('.offers').getByRole('link', { name: 'From Voice of America' }).click();
  await room.settled();
  expect(room.fragment).toBe('#/search?q=iran&outlet=voa');
  expect(new Set((await room.found()).map((one) => one.split(':')[0]))).toEqual(new Set(['voa-2003-09-24']));
});

test('names of outlets and dates are suggested, and a suggestion takes all the words that it matched', async ({ room, page }) => {
  for (const [typed, option, to] of [
    ['human rights', /^Human rights/, '#/search?issue=human-rights'],
    ['missile defense', /^Missile defence/, '#/search?issue=missile-defence'],
    ['jamestown', /Jamestown/, '#/search?outlet=monitor'],
    ['april 2008', /^April 2008/, '#/search?from=2008-04&to=2008-04'],
    ['iran bbc', /^BBC/, '#/search?q=iran&outlet=bbc'],
  ]) {
    await room.open('#/search');
    await room.search('');
    await room.type(typed);
    await room.suggestions.getByRole('option', { name: option }).first().click();
    await room.settled();
    await expect.poll(() => room.fragment, typed).toBe(to);
  }
});

test('a misspelt value of a field is offered as it was meant', async ({ room, page }) => {
  await room.open('#/search?q=issue%3Amissles');
  const offer = page.locator('.did-you-mean');
  await expect(offer).toContainText('Did you mean Missile defence?');
  await offer.getByRole('link').click();
  await room.settled();
  expect((await room.found()).length).toBeGreaterThan(5);
});

test('the theme that is chosen in one tab holds in the other', async ({ room, page, context }) => {
  await room.open();
  const other = await context.newPage();
  await other.goto(page.url());
  await other.locator('body[data-ready=true]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(other.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(other.getByRole('button', { name: 'Light theme' })).toBeVisible();
  await other.close();
});
