// A finished page of other articles: the same program, and another collection
// that stands in the page as a block of data.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dist, expect, test } from './room.js';

const root = fileURLToPath(new URL('..', import.meta.url));

const ARTICLES = {
  'one.txt': 'Ministers meet in Reykjavik over herring quotas\n\nBy A. Writer\n\nREYKJAVIK - The ministers agreed on a herring quota for the northern waters on Monday.\n\nNobody was content with the herring quota, said an official who asked not to be named.\n',
  'two.txt': 'Cod talks end without agreement\n\nThe talks on cod ended late at night without any agreement between the two sides.\n\nBoth sides said that they would meet again in spring to speak about cod and herring.\n',
};

/** The block of data of a small collection, as the chore prints it. */
const block = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-brought-'));
  for (const [name, text] of Object.entries(ARTICLES)) fs.writeFileSync(path.join(folder, name), text);
  const [command, ...before] = process.env.XTASK ? [process.env.XTASK] : ['cargo', 'xtask'];
  const printed = spawnSync(command, [...before, 'collection', folder], { cwd: root, encoding: 'utf8', env: { ...process.env, CARGO_MANIFEST_DIR: path.join(root, 'crates/xtask') } });
  fs.rmSync(folder, { recursive: true });
  expect(printed.stderr + printed.stdout).toContain('<script type="application/octet-stream" id="collection">');
  return printed.stdout.trim();
};

const brings = (page, site, change = (text) => text) =>
  page.route(site.address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('</body>', `${change(block())}\n</body>`) });
  });

test('a page that brings a collection shows that one and not the one that is built in', async ({ page, site }) => {
  await brings(page, site);
  await page.goto(`${site.address}#/search?q=herring`);
  await expect(page.locator('[data-passage]')).toHaveCount(3);
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('main')).toContainText('No passages found');
  await page.goto(`${site.address}#/coverage`);
  await expect(page.locator('main')).toBeVisible();
});

test('the page in one file shows the collection that it brings, opened from a disk', async ({ browser }) => {
  const single = path.join(dist, 'summitry.html');
  test.skip(!fs.existsSync(single), 'dist/ has no summitry.html: run `cargo xtask build`');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-brought-'));
  const file = path.join(folder, 'herring.html');
  // The page carries itself as a template: its own end is the last.
  const text = fs.readFileSync(single, 'utf8');
  const end = text.lastIndexOf('</body>');
  fs.writeFileSync(file, `${text.slice(0, end)}${block()}\n${text.slice(end)}`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(file)}#/search?q=cod`);
  await expect(page.locator('[data-passage]').first()).toContainText('cod');
  await context.close();
  fs.rmSync(folder, { recursive: true });
});

const DAMAGES = {
  'cut short': (text) => text.replace(/[\w+/=]{400}<\/script>/, '</script>'),
  'with letters changed': (text) => text.replace(/(">.{500}).{8}/s, (_, before) => `${before}AAAAAAAA`),
  'that is no base64': (text) => text.replace(/">.*</s, '">Not a collection at all!<'),
  'of something else': (text) => text.replace(/">.*</s, '">H4sIAAAAAAACA8tIzcnJBwCGphA2BQAAAA==<'),
};

for (const [name, damage] of Object.entries(DAMAGES)) {
  test(`a collection ${name} is told in a sentence, above the articles as plain text`, async ({ page, site }) => {
    await brings(page, site, damage);
    await page.goto(`${site.address}#/search?q=herring`);
    await expect(page.getByRole('alert')).toContainText('The reading room cannot open: ');
    await expect(page.getByRole('alert')).toContainText('The keeper of this page should put it on its host again');
    await expect(page.locator('article').first()).toBeVisible();
  });
}
