// The page in one file: from a disk, in frames, whole and within its size.
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import zlib from 'node:zlib';
import { kept } from './builds.js';
import { dist, expect, serve, test } from './room.js';

const FILE = path.join(dist, 'summitry.html');
const address = pathToFileURL(FILE).href;

/** Requests and errors of a page. */
const watched = (page) => {
  const wrongs = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:') && request.url().split('#')[0] !== address) wrongs.push(request.url());
  });
  return wrongs;
};

test('it asks for nothing, and works', async ({ page }) => {
  const wrongs = watched(page);
  await page.goto(`${address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await page.goto(`${address}#/coverage`);
  await expect(page.locator('main table')).toBeVisible();
  expect(wrongs).toEqual([]);
});

test('a browser that cannot unpack it shows the articles and says that it is too old', async ({ page }) => {
  await page.addInitScript(() => { delete self.DecompressionStream; });
  await page.goto(`${address}#/search?q=bushehr`);
  await expect(page.getByRole('alert')).toContainText('too old');
  await expect(page.locator('article li')).toHaveCount(99);
});

test('a changed letter of the program is noticed', async ({ page }) => {
  const html = fs.readFileSync(FILE, 'latin1');
  const at = html.indexOf('id="first">') + 40_000;
  const changed = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-file-')), 'summitry.html');
  fs.writeFileSync(changed, html.slice(0, at) + (html[at] === 'A' ? 'B' : 'A') + html.slice(at + 1), 'latin1');
  await page.goto(pathToFileURL(changed).href);
  await expect(page.getByRole('alert')).toContainText('this file is damaged');
  await expect(page.getByRole('alert')).not.toContainText('connection');
  await expect(page.locator('article li')).toHaveCount(99);
});

test('a file cut short says so and shows the articles that it has', async ({ page }) => {
  const html = fs.readFileSync(FILE);
  const cut = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-file-')), 'summitry.html');
  fs.writeFileSync(cut, html.subarray(0, html.length - 5000));
  await page.goto(pathToFileURL(cut).href);
  await expect(page.getByRole('alert')).toContainText('this file is damaged');
  await expect(page.getByRole('alert')).not.toContainText('connection');
  await expect(page.locator('article li')).toHaveCount(99);
});

test('the page as several files, opened from a disk, gives way to the one file', async ({ page }) => {
  await page.goto(`${pathToFileURL(path.join(dist, 'index.html')).href}#/search?q=bushehr`);
  await expect(page).toHaveURL(`${address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
});

test('a platform that hands it out as an attachment shows it in a frame, sandboxed or not, or written into the page', async ({ page }) => {
  const html = fs.readFileSync(FILE, 'utf8');
  const platform = await serve(http.createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url === '/attachment/7') return response.end(html);
    response.end(`<!doctype html><title>A course</title>
      <iframe title="One" width="800" height="500" src="/attachment/7#/search?embed=1"></iframe>
      <iframe title="Two" width="800" height="500" sandbox="allow-scripts" src="/attachment/7#/search?embed=1"></iframe>
      <iframe title="Three" width="800" height="500" srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`);
  }));
  const wrongs = [];
  page.on('pageerror', (error) => wrongs.push(error.message));
  page.on('console', (message) => message.type() === 'error' && wrongs.push(message.text()));
  await page.goto(`${platform.origin}/`);
  for (const title of ['One', 'Two', 'Three']) {
    const frame = page.frameLocator(`iframe[title="${title}"]`);
    await frame.getByRole('searchbox').fill('bushehr');
    await expect(frame.locator('[data-passage]'), title).toHaveCount(1);
    await frame.locator('.hit .passage-number').click();
    await expect(frame.locator('article.reader'), title).toBeVisible();
  }
  expect(wrongs).toEqual([]);
  await platform.stop();
});

test('what it cannot do it says on its page about itself', async ({ page }) => {
  await page.goto(`${address}#/about`);
  // The articles as plain text stand there until the program does.
  await page.locator('body[data-ready=true]').waitFor();
  await expect(page.locator('main')).toContainText('This copy is one file');
});

test('its size is within one and a half times the gzip of its parts', () => {
  const gzip = (bytes) => zlib.gzipSync(bytes, { level: 9 }).length;
  const html = fs.readFileSync(FILE);
  // Its parts are those of the page in several files, save what only a host needs.
  const workshop = fs.readdirSync(dist).filter((name) => /^workshop-\w+\.(js|wasm)$/.test(name));
  const parts = new Set([...kept().keys(), ...workshop].filter((name) => !/\.(png|webmanifest)$/.test(name)));
  const sum = [...parts].reduce((total, name) => total + gzip(fs.readFileSync(path.join(dist, name))), 0);
  console.log(`one file: ${html.length} bytes; gzip of its parts: ${sum}; ${(html.length / sum).toFixed(3)} times`);
  expect(html.length / sum).toBeLessThanOrEqual(1.5);
});
