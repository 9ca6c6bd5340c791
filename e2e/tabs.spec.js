// Columns that do not all fit: names as tabs, hits in each, and the place kept.
import { expect, test } from './room.js';

const THREE = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24';
const inSight = (page, column) =>
  page.locator(`[data-column="${column}"]`).evaluate((one) => {
    const box = one.getBoundingClientRect();
    return box.left >= -2 && box.right <= innerWidth + 2;
  });

for (const mode of ['', '&mode=text']) {
  test(`on a phone one column is shown at a time, its name a tab${mode}`, async ({ room, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await room.open(THREE + mode);
    await expect(page.locator('.tab')).toHaveText(['BBC 2001', 'Jamestown Monitor 2001', 'VOA 2003']);
    await expect(page.locator('.tab[aria-current]')).toHaveText('BBC 2001');
    expect(await inSight(page, 'bbc-2001-10-21')).toBe(true);
    await page.locator('.tab').nth(2).click();
    await expect(page.locator('.tab[aria-current]')).toHaveText('VOA 2003');
    await expect.poll(() => inSight(page, 'voa-2003-09-24')).toBe(true);
  });

  test(`a hit in a column out of sight is shown, its column named, and each column counted${mode}`, async ({ room, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await room.open(`${THREE}${mode}&q=bushehr`);
    await expect(page.locator('.found-in')).toContainText('none in BBC 2001');
    await expect(page.locator('.found-in')).toContainText(/\d+ in VOA 2003/);
    await expect(page.locator('.tab[aria-current]')).toContainText('VOA 2003');
    await expect.poll(() => inSight(page, 'voa-2003-09-24')).toBe(true);
    await page.getByRole('button', { name: 'Go to the first' }).click();
    await expect(page.locator('main mark').first()).toBeInViewport();
  });
}

test('typed words show the column that has them', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open(THREE);
  await page.getByRole('searchbox', { name: 'Find in these columns' }).fill('bushehr');
  await room.settled();
  await expect(page.locator('.tab[aria-current]')).toContainText('VOA 2003');
});

test('Back to a comparison on a phone finds its column again', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open(THREE);
  await page.locator('.tab').nth(1).click();
  await expect.poll(() => inSight(page, 'monitor-2001-11-07')).toBe(true);
  await page.waitForTimeout(400);
  await page.locator('td[data-cell="monitor-2001-11-07"] .passage-number').first().click();
  await page.waitForURL(/#\/read\//);
  await page.goBack();
  await page.waitForURL(/#\/compare/);
  await room.settled();
  await expect.poll(() => inSight(page, 'monitor-2001-11-07')).toBe(true);
});

test('two columns fit from 600 pixels on', async ({ room, page }) => {
  for (const width of [620, 720, 760]) {
    await page.setViewportSize({ width, height: 800 });
    await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07');
    for (const column of ['bbc-2001-10-21', 'monitor-2001-11-07']) expect(await inSight(page, column), `${width}`).toBe(true);
    await expect(page.locator('.tab').first()).toBeHidden();
  }
});

test('of more columns than fit it is said how many there are, and each can be shown', async ({ room, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await room.open(`${THREE}&a=csm-2008-04-04&a=csm-2013-05-07`);
  await expect(page.locator('.column-names')).toContainText('5 columns, more than fit');
  await page.locator('.tab').nth(4).click();
  await expect.poll(() => inSight(page, 'csm-2013-05-07')).toBe(true);
});
