// A page made by a page: the workshop's program receives a folder, and what it
// gives out is, byte for byte, what the command line makes of the same folder.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dist, expect, test } from './room.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = path.join(root, 'examples/orn-water');
const single = path.join(dist, 'summitry.html');

/** The example's files, as name and base64. */
const files = () => fs.readdirSync(example).sort().map((name) => [name, fs.readFileSync(path.join(example, name)).toString('base64')]);

/** What the command line makes of the example. */
const published = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-publish-'));
  const out = path.join(folder, 'orn.html');
  const { status, stderr } = spawnSync('cargo', ['run', '--quiet', '--package', 'summitry-cli', '--', 'publish', example, '--page', single, '--out', out], { cwd: root, encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return { folder, out, text: fs.readFileSync(out, 'utf8') };
};

/** Brings files into the workshop of a page, and gives what it answers and makes. */
const work = (page, given) =>
  page.evaluate(async (list) => {
    const workshop = await self.summitry.workshop();
    const ask = async (request, bytes) => {
      const { json, bytes: back } = await workshop.send(JSON.stringify(request), bytes);
      return { ...JSON.parse(json), back };
    };
    const reports = [];
    for (const [name, letters] of list) {
      const { report } = await ask({ op: 'receive', name, batch: 1 }, Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0)));
      reports.push(report);
    }
    const { problems } = await ask({ op: 'check' });
    const template = new TextEncoder().encode(await self.summitry.template());
    const made = await ask({ op: 'page', template: '' }, template);
    return { place: workshop.place, reports, problems, page: made.back && new TextDecoder().decode(made.back), sentence: made.sentence };
  }, given);

test('the hosted page makes the page in one file that the command line makes', async ({ page, site }) => {
  test.setTimeout(240_000);
  await page.goto(site.address);
  await page.waitForFunction(() => document.body.dataset.ready);
  const { place, reports, problems, page: made, sentence } = await work(page, files());
  expect(place).toBe('worker');
  expect(problems).toEqual([]);
  expect(reports.filter((report) => report.taken).length).toBe(files().length);
  expect(reports.find((report) => report.file?.startsWith('01')).headline.value).toBe('Three valleys sit down to share one river');
  expect(sentence).toBeUndefined();
  const { folder, text } = published();
  expect(made === text, 'the same bytes').toBe(true);
  fs.rmSync(folder, { recursive: true });
});

test('a page from a disk shows its own collection, and makes the next one of itself', async ({ browser }) => {
  test.setTimeout(240_000);
  test.skip(!fs.existsSync(single), 'dist/ has no summitry.html: run `cargo xtask build`');
  const { folder, out, text } = published();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(out)}#/search?q=salt`);
  await expect(page.locator('[data-passage]').first()).toContainText(/salt/i);
  const { place, page: made, sentence } = await work(page, files());
  expect(place).toBe('page');
  expect(sentence).toBeUndefined();
  expect(made === text, 'the same bytes').toBe(true);
  // The folder comes out of the page again.
  const names = await page.evaluate(async (html) => {
    const workshop = await self.summitry.workshop();
    const { json } = await workshop.send(JSON.stringify({ op: 'open', name: 'orn.html' }), new TextEncoder().encode(html));
    return JSON.parse(json).reports.map(({ file }) => file);
  }, text);
  expect(names).toEqual(files().map(([name]) => name).filter((name) => name !== 'catalog.toml'));
  await context.close();
  fs.rmSync(folder, { recursive: true });
});

test('the workshop of a made page opens the collection that the page carries, and the page has no word of another subject', async ({ browser }) => {
  test.setTimeout(120_000);
  const { folder, out } = published();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${pathToFileURL(out)}#/workshop`);
  await page.getByRole('button', { name: 'Open the collection of this page' }).click();
  const articles = page.getByRole('region', { name: 'Articles' }).locator('tbody tr');
  await expect(articles).toHaveCount(files().length - 1, { timeout: 20_000 });
  await expect(page.getByRole('button', { name: 'Open the collection of this page' })).toHaveCount(0);
  for (const room of ['about', 'help', 'search', 'compare', 'timeline', 'coverage']) {
    await page.evaluate((room) => { location.hash = `#/${room}`; }, room);
    await expect(page.locator('h1, [role=searchbox]').first()).toBeVisible();
    const words = (await page.locator('body').innerText()).replaceAll('Summitry', '');
    expect(words.match(/.*\b(summits?|iran|iraq|missile|putin)\b.*/i)?.[0], room).toBeUndefined();
  }
  expect(await page.locator('meta[name=description]').getAttribute('content')).toContain('three valleys');
  await context.close();
  fs.rmSync(folder, { recursive: true });
});

test('what is cancelled is not begun, and what was received stays', async ({ page, site }) => {
  await page.goto(site.address);
  await page.waitForFunction(() => document.body.dataset.ready);
  const answers = await page.evaluate(async () => {
    const workshop = await self.summitry.workshop();
    const text = (number) => new TextEncoder().encode(`Talks ${number} end\n\n${'The ministers agreed on a quota for herring on Monday. '.repeat(400)}\n`);
    const asked = Array.from({ length: 30 }, (_, number) => workshop.send(JSON.stringify({ op: 'receive', name: `${number}.txt` }), text(number)));
    await asked[0];
    workshop.cancel();
    const all = (await Promise.all(asked)).map(({ json }) => JSON.parse(json));
    const state = JSON.parse((await workshop.send('{"op":"state"}')).json);
    return { taken: all.filter(({ ok }) => ok).length, cancelled: all.filter(({ cancelled }) => cancelled).length, kept: state.reports.length };
  });
  expect(answers.taken + answers.cancelled).toBe(30);
  expect(answers.taken).toBeGreaterThan(0);
  expect(answers.kept).toBe(answers.taken);
});
