// The guide for teachers, followed step by step by what the page shows: thirty
// saved pages become one page, which opens from a disk.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Workshop } from './pages/workshop.js';
import { expect, test } from './room.js';
import { SAVED } from './saved-pages.js';

const GUIDE = fs.readFileSync(fileURLToPath(new URL('../docs/workshop.md', import.meta.url)), 'utf8');

/** What the guide's steps name in quotes, but what is the browser's own or shown and not pressed. */
const NAMED = () => {
  const steps = GUIDE.split('## What it does not do')[0];
  const others = ['Save page as…', 'Kept on this device', 'small boats', '(yours)'];
  return [...steps.matchAll(/"([^"\n]+)"/g)].map(([, name]) => name).filter((name) => !others.includes(name));
};

test('thirty saved pages become one page by the steps of the guide, and it opens and is searched from a disk', async ({ room, page, browser }) => {
  test.setTimeout(240_000);
  const used = new Set();
  /** A thing that the guide names, which counts as used. */
  const named = (name) => {
    used.add(name);
    return name;
  };
  const workshop = new Workshop(room);
  const button = (name) => page.getByRole('button', { name: named(name) });

  // 1. Save the articles, all into one folder.
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-guide-'));
  const pages = path.join(folder, 'pages');
  fs.mkdirSync(pages);
  for (const [name, text] of Object.entries(SAVED)) fs.writeFileSync(path.join(pages, name), text);

  // 2. Open the workshop.
  await room.open('#/search');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: named('Workshop') }).click();

  // 3. Bring them in.
  await page.getByLabel(named('Choose a folder')).setInputFiles(pages);
  await workshop.through();
  await expect(workshop.brought.locator('.brought-told')).toHaveText('30 articles taken.');
  await page.getByLabel('Or paste an article, with headline, author and date').fill('Skippers write a letter to the ministers\n\n2 February 2020\n\nThe skippers wrote to theUnited council that small boats need a quota of their own.\n\nThe United council did not answer the letter of the skippers before the winter.\n');
  await button('Add the pasted article').click();
  await workshop.through();
  await expect(workshop.articles).toHaveCount(31);

  // 4. Give the collection a name.
  await workshop.call('Fish and quotas');

  // 5. Check the articles.
  await workshop.check('Talks on herring in Torshavn reach their round 1');
  const removed = page.locator('.lines [data-fate=removed]').first();
  await removed.getByRole('button', { name: 'Change line' }).click();
  await removed.getByRole('button', { name: 'Take it back as this' }).click();
  await expect(workshop.said).toContainText('The line was changed');
  await button('Undo').click();
  await expect(workshop.said).toContainText('taken back');
  await page.getByRole('button', { name: `${named('Correct')} Place` }).click();
  const form = page.locator('.check-facts form');
  await form.getByLabel('Place', { exact: true }).fill('Torshavn');
  // The words are selected with a double click, as one does.
  const words = page.locator('.lines [data-fate=kept] span', { hasText: 'The ministers met in Torshavn' }).last();
  const box = await words.boundingBox();
  await words.evaluate((element) => {
    const [text] = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    const start = text.data.indexOf('Torshavn');
    getSelection().setBaseAndExtent(text, start, text, start + 'Torshavn'.length);
  });
  await words.dispatchEvent('mouseup', { clientX: box.x, clientY: box.y, bubbles: true });
  await form.getByRole('button', { name: named('Use the selected words') }).click();
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.locator('.check-facts dl > div', { has: page.locator('dt', { hasText: 'Place' }) })).toContainText('Torshavn');
  await page.getByText(new RegExp(`^${named('Who speaks')}: `)).click();
  const statement = page.locator('.voices-found li').first();
  const said = await statement.locator('p').nth(1).innerText();
  await statement.getByText(named('Change who speaks')).click();
  await statement.getByLabel('Speaker').selectOption({ label: 'nobody: these words are no statement' });
  await statement.getByRole('button', { name: 'Set' }).click();
  await expect(page.locator('.voices-found li', { hasText: 'Nobody says this' })).toContainText(said);
  await button('Undo').click();
  await expect(page.locator('.voices-found')).not.toContainText('Nobody says this');
  await page.getByRole('link', { name: 'All articles' }).click();
  await workshop.check('Skippers write a letter to the ministers');
  const repairs = page.getByRole('region', { name: named('Repairs') });
  await repairs.getByRole('button', { name: named('Refuse') }).first().click();
  await repairs.getByRole('button', { name: 'Take the refusal back' }).click();
  await repairs.getByRole('button', { name: named('Accept') }).first().click();
  await expect(repairs.locator('[data-repair=made]')).toHaveCount(1);

  // 6. Say who is who.
  await workshop.go(named('Outlets and people'));
  await button('Find in the texts').click();
  await page.getByRole('button', { name: 'Accept all Outlets' }).click();
  await expect(page.getByRole('region', { name: 'Outlets' }).locator('.rows').first()).toContainText('Sea Review');
  await button('Add to Sides').click();
  await page.getByRole('region', { name: 'Sides' }).getByLabel('Name', { exact: true }).fill('Boats');
  await page.getByRole('region', { name: 'Sides' }).getByRole('button', { name: 'Save' }).click();
  await expect(workshop.said).toContainText('“Boats” was saved.');
  await page.getByRole('region', { name: 'Sides' }).getByRole('button', { name: `${named('Change')} Boats` }).click();
  await page.getByRole('region', { name: 'Sides' }).getByRole('button', { name: 'Cancel' }).click();

  // 7. Write the issues.
  await workshop.go(named('Issues'));
  await workshop.issue('Quotas', 'quota OR limits');
  await workshop.issue('Small boats', '"small boats"');
  await page.getByRole('button', { name: `${named('Move up')} Small boats` }).click();
  await expect(page.locator('main .sets > .rows strong')).toHaveText(['Small boats', 'Quotas']);
  await page.getByRole('button', { name: `${named('Move down')} Small boats` }).click();
  await expect(page.locator('main .sets > .rows strong')).toHaveText(['Quotas', 'Small boats']);

  // 8. Look at it.
  await button('Use this collection').first().click();
  await expect(workshop.notice).toContainText('Fish and quotas');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Search' }).click();
  await page.getByRole('searchbox').fill('mackerel');
  await expect(page.locator('[data-passage]').first()).toContainText(/mackerel/i);
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Workshop' }).click();
  await workshop.go(named('Use and save'));
  await button('Use it beside the articles of this page').click();
  await expect(workshop.notice).toContainText('beside the articles of this page');

  // 9. Save it.
  const saved = await workshop.saved(named('Save as one web page'));
  expect((await workshop.saved(named('Save for a web host (zip)'))).name).toMatch(/\.zip$/);
  expect((await workshop.saved(named('Save as a folder (zip)'))).content.length).toBeGreaterThan(1000);
  await expect(page.locator('.workshop-tools')).toContainText('Saved to a file.');

  // It opens with a double click.
  const file = path.join(folder, saved.name);
  fs.writeFileSync(file, saved.content);
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(pathToFileURL(file).href);
  await expect(opened.locator('body[data-ready=true]')).toBeAttached();
  await opened.getByRole('searchbox').fill('closed season');
  await expect(opened.locator('[data-passage]').first()).toContainText('closed season');
  await expect(opened.locator('main')).toContainText('Small boats');
  await context.close();
  fs.rmSync(folder, { recursive: true });

  expect(NAMED().filter((name) => !used.has(name)), 'what the guide names and no step used').toEqual([]);
});
