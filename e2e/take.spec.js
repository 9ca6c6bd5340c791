// A comparison taken along: saved, copied, printed.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist, expect, test } from './room.js';

const TWO = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07';

const saved = async (page, name) => {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: `Save as ${name}` }).click()]);
  return { name: download.suggestedFilename(), text: fs.readFileSync(await download.path(), 'utf8') };
};

test('a comparison is saved as Markdown, HTML or CSV, with its sources and links', async ({ room, page }) => {
  await room.open(`${TWO}&issue=missile-defence`);
  await page.getByText('Export', { exact: true }).click();
  const markdown = await saved(page, 'Markdown');
  expect(markdown.name).toBe('bbc-2001-and-jamestown-monitor-2001-issue-by-issue.md');
  expect(markdown.text).toContain('## Missile defence');
  expect(markdown.text).toContain(`[passage 5](<${room.address}#/read/bbc-2001-10-21?p=5>): But a lot now depends`);
  expect(markdown.text).toContain('## Sources');
  const html = await saved(page, 'HTML');
  expect(html.text).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(html.text).toContain(`href="${room.address}#/read/bbc-2001-10-21?p=5"`);
  const csv = await saved(page, 'CSV');
  expect(csv.text.startsWith('\ufeff"row","note","column","item","article","outlet","date","author","passage","speaker","role","class","side","manner","words","labels","why","link","zone","updated"\r\n')).toBe(true);
  expect(csv.text.trim().split('\r\n').length).toBeGreaterThan(6);
  await expect(page.locator('.announced')).toContainText('handed to your browser');
});

test('a comparison is copied by keyboard, and what was copied stands on the page', async ({ room, page }) => {
  await room.open(`${TWO}&mode=voices`);
  await page.getByText('Export', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy as Markdown' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.announced')).toHaveText(/^(Copied\.|This browser does not let the page copy)/);
  await expect(page.locator('#taken-along')).toContainText('### Jamestown Monitor 2001');
});

test('the saved page opens by itself and keeps every word as text', async ({ room, page, context }) => {
  await room.open(`${TWO}&q=treaty`);
  await page.getByText('Export', { exact: true }).click();
  const { text } = await saved(page, 'HTML');
  const file = path.join(test.info().outputPath(), 'comparison.html');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
  const alone = await context.newPage();
  await alone.goto(pathToFileURL(file).href);
  await expect(alone.getByRole('heading', { level: 1 })).toHaveText('BBC 2001 and Jamestown Monitor 2001: issue by issue');
  expect(await alone.locator('script').count()).toBe(0);
  await expect(alone.getByRole('columnheader', { name: 'BBC 2001' })).toBeVisible();
});

const single = path.join(dist, 'summitry.html');

test('saving and copying work in the one file, opened from a folder', async ({ page }) => {
  test.skip(!fs.existsSync(single), 'dist/ has no summitry.html: the page was built only to be looked at; run `cargo xtask build`');
  await page.goto(`${pathToFileURL(single).href}${TWO}`);
  await page.locator('body[data-ready=true]').waitFor({ state: 'attached' });
  await page.getByText('Export', { exact: true }).click();
  const { name, text } = await saved(page, 'CSV');
  expect(name).toMatch(/\.csv$/);
  expect(text).toContain('"BBC 2001"');
  await page.getByRole('button', { name: 'Copy as CSV' }).click();
  await expect(page.locator('.announced')).toHaveText(/^(Copied\.|This browser)/);
});

test('in a frame that may not save, the text can still be copied or selected', async ({ page }) => {
  test.skip(!fs.existsSync(single), 'dist/ has no summitry.html: the page was built only to be looked at; run `cargo xtask build`');
  const address = `${pathToFileURL(single).href}${TWO}`;
  const holder = path.join(test.info().outputPath(), 'holder.html');
  fs.mkdirSync(path.dirname(holder), { recursive: true });
  fs.writeFileSync(holder, `<!doctype html><title>x</title><iframe title="room" sandbox="allow-scripts" width="900" height="800" src="${address.replaceAll('&', '&amp;')}"></iframe>`);
  await page.goto(pathToFileURL(holder).href);
  const frame = page.frameLocator('iframe');
  await frame.getByText('Export', { exact: true }).click({ timeout: 20_000 });
  await frame.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(frame.locator('.announced')).toHaveText(/^(Copied\.|This browser)/);
  await expect(frame.locator('#taken-along')).toContainText('# BBC 2001 and Jamestown Monitor 2001');
});

for (const format of ['A4', 'Letter']) {
  test(`a comparison prints as a handout on ${format}, without controls and with its sources`, async ({ room, page }) => {
    for (const view of [TWO, `${TWO}&a=voa-2003-09-24&a=csm-2008-04-04`, `${TWO}&mode=text`, `${TWO}&mode=missing`]) {
      await room.open(view);
      const pdf = await page.pdf({ format, preferCSSPageSize: false });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g).length;
      expect(pages, view).toBeGreaterThan(0);
      expect(pages, view).toBeLessThan(34);
    }
    await page.emulateMedia({ media: 'print' });
    await room.open(TWO);
    await expect(page.getByRole('region', { name: 'Sources' })).toContainText(`${room.address}#/read/bbc-2001-10-21`);
    await expect(page.getByRole('region', { name: 'Sources' })).toContainText(`This comparison: ${room.address}#/compare?a=bbc`);
    for (const control of ['.find-form', '.segments', '.choose', '.column-tools', '.masthead nav']) {
      for (const one of await page.locator(control).all()) await expect(one).toBeHidden();
    }
    await expect(room.cell('missile-defence', 'bbc-2001-10-21')).toBeVisible();
  });
}
