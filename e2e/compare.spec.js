// Side by side, by issue and as whole texts.
import { expect, test } from './room.js';

const TWO = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07';

test('two articles are chosen by link and stand as columns in the order chosen', async ({ room, page }) => {
  await room.open('#/compare');
  for (const name of [/At Kerry-Putin meeting/, /Putin-Bush Talks Aim/]) {
    await page.locator('.picker').getByRole('link', { name }).click();
  }
  await room.settled();
  const columns = await page.locator('[data-column]').evaluateAll((all) => all.map((one) => one.dataset.column));
  expect(columns).toEqual(['csm-2013-05-07', 'voa-2003-09-24']);
  expect(room.fragment).toBe('#/compare?a=csm-2013-05-07&a=voa-2003-09-24');
});

test('a summit brings the coverage of it', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21');
  await page.locator('.picker').getByRole('link', { name: /Sochi 2008/ }).click();
  await room.settled();
  await expect(room.column('csm-2008-04-04')).toBeVisible();
  await expect(room.column('bbc-2001-10-21')).toBeVisible();
});

test('a cell shows the passages on the issue, whole, numbered and linked', async ({ room, page }) => {
  await room.open(TWO);
  const cell = room.cell('missile-defence', 'bbc-2001-10-21');
  const passage = cell.locator('[data-passage="5"]');
  await expect(passage).toContainText('But a lot now depends on the next meeting');
  await expect(passage).toContainText('1972 Anti-Ballistic Missile (ABM) Treaty.');
  await passage.getByRole('link', { name: /^Passage 5 of/ }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?p=5$/);
  await expect(page.locator('[data-passage="5"]')).toHaveAttribute('data-current', '');
});

test('a cell with nothing says so in words', async ({ room }) => {
  await room.open(TWO);
  const cell = room.cell('afghanistan', 'monitor-2001-11-07');
  await expect(cell).toHaveAttribute('data-empty', '');
  await expect(cell).toHaveText('Nothing here on Afghanistan.');
  await expect(room.row('afghanistan')).toContainText('only in BBC 2001');
});

test('every passage of a row is on its issue', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&a=csm-2008-04-04');
  const rows = await page.locator('[data-row]').evaluateAll((all) =>
    all.map((row) => [row.dataset.row, [...row.querySelectorAll('[data-passage]')].map((one) => one.dataset.issues.split(' '))]));
  expect(rows.length).toBeGreaterThan(10);
  for (const [issue, passages] of rows) {
    expect(passages.length, issue).toBeGreaterThan(0);
    for (const issues of passages) expect(issues).toContain(issue);
  }
});

test('the rows can be narrowed to one issue by link', async ({ room, page }) => {
  await room.open(`${TWO}&issue=missile-defence`);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(room.row('missile-defence')).toBeVisible();
});

test('the issues that no column has are named', async ({ room, page }) => {
  await room.open(TWO);
  await expect(page.locator('.absent')).toContainText('Syria');
});

test('the other arrangement shows the full texts in columns', async ({ room, page }) => {
  await room.open(TWO);
  await page.getByRole('link', { name: 'Full texts' }).click();
  await room.settled();
  expect(room.fragment).toContain('mode=text');
  const numbers = await room.column('bbc-2001-10-21').locator('[data-passage]').evaluateAll((all) => all.map((one) => Number(one.dataset.passage)));
  expect(numbers).toEqual(Array.from(numbers, (_, place) => place + 1));
  expect(numbers.length).toBe(29);
});

test('columns can be swapped, moved and removed', async ({ room, page }) => {
  await room.open(TWO);
  await page.getByRole('link', { name: 'Swap the columns' }).click();
  await room.settled();
  expect(room.fragment).toBe('#/compare?a=monitor-2001-11-07&a=bbc-2001-10-21');
  await page.getByRole('link', { name: /^Remove “Bush and Putin/ }).click();
  await room.settled();
  expect(room.fragment).toBe('#/compare?a=monitor-2001-11-07');
});

test('results lead to their articles side by side, with the words still marked', async ({ room, page }) => {
  await room.open('#/search?q=framework');
  await page.getByRole('link', { name: /^Lay .* side by side$/ }).click();
  await room.settled();
  expect(room.fragment).toContain('q=framework');
  await expect(room.marks().first()).toHaveText(/framework/i);
});

test('on a phone the columns are swiped and the issue stays in sight', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open(TWO);
  const pane = page.locator('.compare-scroll');
  const wider = await pane.evaluate((one) => one.scrollWidth > one.clientWidth + 100);
  expect(wider).toBe(true);
  await pane.evaluate((one) => one.scrollTo(one.scrollWidth, 0));
  const heading = room.row('relations').locator('h2');
  const box = await heading.boundingBox();
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x).toBeLessThan(200);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(overflow, 'the page itself does not scroll sideways').toBe(false);
});
