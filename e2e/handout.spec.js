// The handout, the background of a comparison, and what is exported from a search.
import fs from 'node:fs';
import { expect, test } from './room.js';

const TWO = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07';

const pages = async (page) => {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return { number: (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length, landscape: /MediaBox\s*\[\s*0 0 84[12]/.test(pdf) };
};

test('a handout says what it is, has page numbers, and lies on its side from four columns on', async ({ room, page }) => {
  await room.open(`${TWO}&issue=arms-control`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.handout-title')).toHaveText('BBC 2001 and Jamestown Monitor 2001 on Arms control');
  await expect(page.getByRole('heading', { name: 'Compare' })).toBeHidden();
  expect((await pages(page)).landscape).toBe(false);
  // What stands in the margin is in no element: the rule itself is asked.
  const margins = await page.evaluate(() => {
    const rules = (all) => [...all].flatMap((rule) => (rule.constructor.name === 'CSSPageRule' ? [rule.cssText] : rules(rule.cssRules ?? [])));
    return [...document.styleSheets].flatMap((sheet) => rules(sheet.cssRules)).join(' ');
  });
  expect(margins).toMatch(/@bottom-right\s*\{[^}]*counter\(page\)[^}]*counter\(pages\)/);
  await room.open(`${TWO}&a=voa-2003-09-24&a=csm-2008-04-04`);
  expect((await pages(page)).landscape).toBe(true);
  await room.open(`${TWO}&a=voa-2003-09-24`);
  expect((await pages(page)).landscape).toBe(false);
});

test('a handout leaves room for notes where that is asked for, in every arrangement', async ({ room, page }) => {
  for (const [view, place] of [[TWO, '[data-row] .cells td'], [`${TWO}&mode=text`, '.column']]) {
    const ruled = () => page.locator(place).first().evaluate((part) => getComputedStyle(part, '::after').content);
    await room.open(view);
    await page.emulateMedia({ media: 'print' });
    expect(await ruled()).toBe('none');
    const without = (await pages(page)).number;
    await page.emulateMedia({ media: 'screen' });
    await page.getByText('Export', { exact: true }).click();
    await page.getByLabel('Leave room for notes in the handout').check();
    await page.emulateMedia({ media: 'print' });
    expect(await ruled()).toBe('""');
    expect((await pages(page)).number).toBeGreaterThanOrEqual(without);
    await page.emulateMedia({ media: 'screen' });
    await page.getByLabel('Leave room for notes in the handout').uncheck();
  }
});

test('texts of unequal length leave no page half empty, and the sources stand outside the table', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&mode=text');
  const long = (await pages(page)).number;
  await room.open('#/compare?a=monitor-2001-11-07&mode=text');
  const short = (await pages(page)).number;
  await room.open(`${TWO}&mode=text`);
  expect((await pages(page)).number).toBeLessThanOrEqual(long + short);
  await room.open(`${TWO}&issue=arms-control`);
  await page.emulateMedia({ media: 'print' });
  const cells = await page.locator('[data-row=arms-control] .cells > td').evaluateAll((all) =>
    all.map((cell) => ({ name: getComputedStyle(cell, '::before').content, width: cell.offsetWidth, length: cell.textContent.length })));
  expect(cells.map((cell) => cell.name)).toEqual(['"BBC 2001"', '"Jamestown Monitor 2001"']);
  expect(cells[1].length).toBeGreaterThan(3 * cells[0].length);
  expect(cells[1].width).toBeGreaterThan(2 * cells[0].width);
  await expect(page.locator('table .sources, .columns .sources')).toHaveCount(0);
  await expect(page.locator('.compare > .sources')).toHaveCount(1);
});

test('the background of a comparison tells whose the outlets are and what happened in between, with sources', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=voa-2003-09-24');
  await page.getByText('Background', { exact: true }).click();
  const told = page.locator('.background');
  await expect(told).toContainText('23 months apart');
  await expect(told).toContainText('licence fee');
  await expect(told).toContainText('Taxes: money that the United States Congress grants it each year.');
  await expect(told).toContainText('Anti-Ballistic Missile Treaty. Source: Remarks by the President');
  await expect(told.locator('.between li')).not.toHaveCount(0);
  await room.open('#/compare?a=csm-2008-04-04&a=csm-2013-05-07');
  await page.getByText('Background', { exact: true }).click();
  await expect(told).toContainText('5 years apart');
  await expect(told).toContainText('resolution on Syria');
  await room.open('#/read/bbc-2001-10-21');
  await page.getByText('who publishes it?').click();
  await expect(page.locator('[data-fact="Published in"]')).toContainText('Who pays: The licence fee');
});

test('what all Russian experts say on Iran is exported from the search, a line for each statement', async ({ room, page }) => {
  await room.open('#/search?issue=iran');
  await room.unfold('Role of the speaker');
  await room.filter('Role of the speaker', 'Experts and analysts').click();
  await room.settled();
  await room.unfold('Side that speaks');
  await room.filter('Side that speaks', 'Russian').click();
  await room.settled();
  expect(room.fragment).toBe('#/search?issue=iran&side=russia&role=expert');
  await page.locator('.result-bar').getByText('Export', { exact: true }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save as CSV' }).click()]);
  const table = fs.readFileSync(await file.path(), 'utf8');
  const lines = table.trim().split('\r\n');
  expect(lines[0]).toContain('"article","outlet","date","author","passage","speaker","role","class","side","manner","words","labels","why","link","zone","updated"');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines.slice(1)) expect(line).toContain('"expert","Russian"');
  expect(table).toContain('Viktor Kremenyuk');
  expect(table).not.toContain('Vladimir Putin","');
});
