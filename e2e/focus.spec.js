// The focus stays near its place when a change of the view takes it away.
import { expect, test } from './room.js';

/** What has the focus: its role's element, its words, or the name of a box. */
const focused = (page) =>
  page.evaluate(() => {
    const one = document.activeElement;
    return one === document.body ? 'nothing' : `${one.localName}: ${(one.getAttribute('aria-label') ?? one.textContent).trim()}`;
  });

const press = async (room, page, link) => {
  await link.focus();
  await page.keyboard.press('Enter');
  await room.settled();
};

test('taking away the last chip leaves the focus at the search', async ({ room, page }) => {
  await room.open('#/search?issue=nato');
  await press(room, page, page.getByRole('list', { name: 'Chosen filters' }).getByRole('link', { name: /NATO/ }));
  await page.waitForURL(/#\/search$/);
  await expect.poll(() => focused(page)).toBe('input: Search the articles');
});

test('a filter that folds when its choice is taken back leaves the focus on its title', async ({ room, page }) => {
  await room.open('#/search?outlet=bbc&speaker=putin');
  await press(room, page, room.filter('Who speaks', 'Vladimir Putin'));
  await page.waitForURL(/#\/search\?outlet=bbc$/);
  await expect.poll(() => focused(page)).toMatch(/Who speaks|Vladimir Putin/);
});

test('clearing the words of a comparison leaves the focus in their box', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&q=missile');
  await press(room, page, page.getByRole('link', { name: 'Clear', exact: true }));
  await expect.poll(() => focused(page)).toBe('input: Find in these columns');
});

test('choosing the second column leaves the focus where columns are chosen', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21');
  await press(room, page, page.locator('.picker').getByRole('link', { name: /Putin-Bush Talks Aim/ }));
  await page.waitForURL(/a=voa-2003-09-24/);
  await expect.poll(() => focused(page)).not.toBe('nothing');
});

test('who has left the box for the page is not led back to it', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await room.searchBox.focus();
  await page.mouse.click(5, 600);
  await page.evaluate(() => { location.hash = '#/search?q=iran'; });
  await room.settled();
  await page.waitForTimeout(100);
  expect(await focused(page)).toMatch(/^(main|nothing)/);
});

test('Back to a page that was scrolled moves the focus to the link by which it was left', async ({ room, page }) => {
  await room.open('#/search?q=russia');
  await page.evaluate(() => scrollTo(0, 700));
  await page.waitForTimeout(300);
  await page.locator('.result-group h2 a').nth(1).click();
  await page.waitForURL(/#\/read\//);
  await page.goBack();
  await expect(page.locator('.result-group h2 a').nth(1)).toBeFocused();
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(600);
});

test('whoever goes Back by keyboard goes on from where they left', async ({ room, page }) => {
  await room.open('#/compare?a=monitor-2001-11-07&a=csm-2008-04-04&issue=missile-defence');
  const left = page.locator('[data-cell="csm-2008-04-04"] .passage-number').first();
  await left.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/read\//);
  await room.settled();
  await page.goBack();
  await expect(left).toBeFocused();
  await expect(left).toBeInViewport();
});

test('Back to a view that was never scrolled shows its top', async ({ room, page }) => {
  await room.open('#/search?q=russia');
  await room.filter('Outlet', 'BBC News Online').click();
  await room.settled();
  await page.evaluate(() => scrollTo(0, 900));
  await page.waitForTimeout(300);
  await page.goBack();
  await room.settled();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
});
