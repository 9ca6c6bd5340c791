// A page made from a page: ten articles brought in, corrected and given issues,
// saved as one HTML file, and opened from a disk in each engine. What comes out
// is, byte for byte, what the command line makes of the same folder.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ENGINES } from './engines.js';
import { Workshop } from './pages/workshop.js';
import { Room } from './pages/room.js';
import { dist, expect, host, test } from './room.js';
import { SAVED } from './saved-pages.js';
import { ready } from './stories.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const TEN = Object.fromEntries(Object.entries(SAVED).slice(0, 10));

const command = (...given) => {
  const { status, stderr } = spawnSync('cargo', ['run', '--quiet', '--package', 'summitry-cli', '--', ...given], { cwd: root, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
};

/** The folder of a collection that was saved, as the page's own program unpacks it. */
const unpacked = (zip, folder) => {
  const file = path.join(folder, 'collection.zip');
  fs.writeFileSync(file, zip);
  const out = path.join(folder, 'collection');
  const { status, stderr } = spawnSync('python3', ['-c', 'import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])', file, out], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return out;
};

test.describe.configure({ mode: 'serial' });

let folder;
let made;
let collection;

test.beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-made-'));
});

test.afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

test('ten articles are brought in, corrected, given issues and saved, as the command line publishes them', async ({ browser, site }) => {
  test.setTimeout(240_000);
  const context = await browser.newContext();
  const page = await context.newPage();
  const workshop = new Workshop(new Room(page, site.address));
  await workshop.open();
  await workshop.choose(TEN);
  await expect(workshop.articles).toHaveCount(10);
  await workshop.call('Ten on fish');
  await workshop.check('Talks on herring in Torshavn reach their round 1');
  await page.getByRole('button', { name: 'Correct Place' }).click();
  const form = page.locator('.check-facts form');
  await form.getByLabel('Place', { exact: true }).fill('Torshavn');
  await form.getByLabel('Or why, in a sentence').fill('The talks were held there.');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.locator('.check-facts dl')).toContainText('Torshavn');
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Find in the texts' }).click();
  await page.getByRole('button', { name: 'Accept all Outlets' }).click();
  await expect(workshop.said).toContainText('accepted');
  await workshop.go('Issues');
  await workshop.issue('Quotas', 'quota OR limits');
  await workshop.go('Use and save');
  made = path.join(folder, 'ten.html');
  fs.writeFileSync(made, (await workshop.saved('Save as one web page')).content);
  const zip = (await workshop.saved('Save as a folder (zip)')).content;
  collection = unpacked(zip, folder);
  expect(fs.readdirSync(collection).sort()).toEqual([...Object.keys(TEN), 'catalog.toml'].sort());
  for (const [name, text] of Object.entries(TEN)) expect(fs.readFileSync(path.join(collection, name), 'utf8') === text, name).toBe(true);
  const published = path.join(folder, 'published.html');
  command('publish', collection, '--page', path.join(dist, 'summitry.html'), '--out', published);
  expect(fs.readFileSync(published).equals(fs.readFileSync(made)), 'the page that `publish` makes').toBe(true);
  await context.close();

  // The folder comes out of the page again.
  const again = await browser.newContext();
  const from = await again.newPage();
  const other = new Workshop(new Room(from, site.address));
  await other.open('/take');
  await from.getByLabel('Open a saved collection').setInputFiles(made);
  await expect(other.said).toContainText('The collection was opened.');
  expect((await other.saved('Save as a folder (zip)')).content.equals(zip), 'the folder out of the page').toBe(true);
  await again.close();
});

test('a first catalogue is the one that the command line begins', async ({ page, site }) => {
  const raw = path.join(folder, 'raw');
  fs.mkdirSync(raw);
  for (const [name, text] of Object.entries(TEN)) fs.writeFileSync(path.join(raw, name), text);
  command('init', raw);
  await page.goto(site.address);
  await page.waitForFunction(() => document.body.dataset.ready);
  const catalogue = await page.evaluate(async (files) => {
    const workshop = await self.summitry.workshop();
    for (const [name, text] of files) await workshop.send(JSON.stringify({ op: 'receive', name }), new TextEncoder().encode(text));
    return JSON.parse((await workshop.send('{"op":"init"}')).json).catalogue;
  }, Object.entries(TEN));
  expect(catalogue).toBe(fs.readFileSync(path.join(raw, 'catalog.toml'), 'utf8'));
});

for (const [name, engine] of Object.entries(ENGINES)) {
  test(`the page that was made is searched, compared and cited from a disk in ${name}`, async () => {
    test.setTimeout(90_000);
    test.skip(Boolean(engine.missing), engine.missing);
    const visitor = await engine.start();
    try {
      await visitor.goto(pathToFileURL(made).href);
      await ready(visitor);
      await visitor.type('[role=searchbox]', 'cod');
      // All articles are there when the list is whole, and so is the address.
      await visitor.until(() => {
        const found = [...document.querySelectorAll('main [data-passage]')];
        return /q=cod$/.test(location.hash) && !document.querySelector('[data-partial]') && found.length > 2 && found.every((one) => /cod/i.test(one.textContent));
      });
      const ids = await visitor.evaluate(() => [...new Set([...document.querySelectorAll('main [data-article]')].map((one) => one.dataset.article))]);
      await visitor.evaluate(([one, other]) => { location.hash = `#/compare?a=${one}&a=${other}`; }, ids);
      await visitor.until(() => document.querySelectorAll('[data-column]').length === 2 && /Quotas/.test(document.querySelector('main').textContent));
      await visitor.evaluate(([one]) => { location.hash = `#/read/${one}?p=2`; }, ids);
      await visitor.until(() => document.querySelector('[data-passage="2"]'));
      await visitor.click('details.cite summary');
      await visitor.until(() => /Talks on cod in/i.test(document.querySelector('details.cite[open]')?.textContent ?? ''));
    } finally {
      await visitor.close();
    }
  });
}
