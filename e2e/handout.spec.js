// The handout, the background of a comparison, and what is exported from a search.
import fs from 'node:fs';
import { expect, test } from './room.js';

const pages = async (page) => {
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  return { number: (pdf.match(/\/Type\s*\/Page\b/g) ?? []).length, landscape: /MediaBox\s*\[\s*0 0 84[12]/.test(pdf) };
};

test('a handout says what it is, and lies on its side from four columns on', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&issue=arms-control');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.handout-title')).toHaveText('BBC 2001 and Jamestown Monitor 2001 on Arms control');
  await expect(page.getByRole('heading', { name: 'Side by side' })).toBeHidden();
  const two = await pages(page);
  expect(two.landscape).toBe(false);
  await page.emulateMedia({ media: 'screen' });
  await page.getByText('Export', { exact: true }).click();
  await page.getByLabel('Leave room for notes in the handout').check();
  await page.emulateMedia({ media: 'print' });
  const space = await page.locator('[data-row]').first().evaluate((row) => getComputedStyle(row, '::after').content);
  expect(space).toBe('""');
  await page.emulateMedia({ media: 'screen' });
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&a=csm-2008-04-04');
  expect((await pages(page)).landscape).toBe(true);
});

test('the background of a comparison tells whose the outlets are and what lay between, with sources', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=voa-2003-09-24');
  await page.getByText('Background', { exact: true }).click();
  const told = page.locator('.background');
  await expect(told).toContainText('23 months apart');
  await expect(told).toContainText('licence fee');
  await expect(told).toContainText('The United States Congress, from taxes.');
  await expect(told).toContainText('Anti-Ballistic Missile Treaty. Source: Statement of the President');
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
  expect(lines[0]).toContain('"article","outlet","date","author","passage","speaker","role","class","side","manner","words","labels","why","link"');
  expect(lines.length).toBeGreaterThan(3);
  for (const line of lines.slice(1)) expect(line).toContain('"expert","Russian"');
  expect(table).toContain('Viktor Kremenyuk');
  expect(table).not.toContain('Vladimir Putin","');
});
