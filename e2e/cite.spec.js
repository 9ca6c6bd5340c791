// Linking to a passage and citing it, also where the clipboard is denied.
import { lesson } from './lesson.js';
import fs from 'node:fs/promises';
import { expect, test } from './room.js';

const said = (page) => page.locator('#said');
const today = () => {
  const now = new Date();
  const month = ['Jan.', 'Feb.', 'Mar.', 'Apr.', 'May', 'June', 'July', 'Aug.', 'Sept.', 'Oct.', 'Nov.', 'Dec.'][now.getMonth()];
  return `${now.getDate()} ${month} ${now.getFullYear()}`;
};

const open = async (page, of) => {
  const cite = of === 'passage' ? page.locator('.in-hand .cite') : page.locator('.reader-head .cite');
  await cite.locator('summary').click();
  return cite;
};

test('the link to a passage is copied, and it says so', async ({ room, page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await room.open('#/read/bbc-2001-10-21?p=5');
  const cite = await open(page, 'passage');
  await cite.getByRole('button', { name: 'Copy the link' }).click();
  await expect(said(page)).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.address}#/read/bbc-2001-10-21?p=5`);
});

test('a copied reference keeps its italics and takes no colours along', async ({ room, page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await room.open('#/read/csm-2008-04-04?theme=dark');
  const cite = await open(page, 'article');
  await cite.getByRole('button', { name: 'Copy MLA 9, Works cited' }).click();
  await expect(said(page)).toHaveText('Copied.');
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const of = async (type) => (await item.getType(type)).text();
    return { text: await of('text/plain'), html: await of('text/html') };
  });
  expect(copied.text).toMatch(/^“Bush-Putin Summit in Sochi Signals New Tone\.” \[The Christian Science Monitor\], \[4 Apr\. 2008\]\./);
  expect(copied.text).toContain(`Accessed ${today()}.`);
  expect(copied.html).toMatch(/\[<i>The Christian Science Monitor<\/i>\]/);
  expect(copied.html).not.toMatch(/color/);
});

test('where copying is denied the words are selected, and it says which keys copy', async ({ room, page }) => {
  await page.addInitScript(() => {
    document.execCommand = () => false;
  });
  await room.open('#/read/bbc-2001-10-21?p=5');
  const cite = await open(page, 'passage');
  await cite.getByRole('button', { name: 'Copy APA 7, In the text' }).click();
  await expect(said(page)).toContainText('press Ctrl+C');
  expect(await page.evaluate(() => String(getSelection()))).toBe('(Mulvey, 2001, para. 5)');
});

test('a reference can be copied in a sandboxed frame of another site', async ({ page, site }) => {
  const host = await lesson(site.address, `<iframe title="Reading" sandbox="allow-scripts allow-same-origin" width="900" height="700" src="${site.address}#/read/bbc-2001-10-21?p=5&amp;embed=1"></iframe>`);
  await page.goto(host.address);
  const frame = page.frameLocator('iframe');
  await frame.locator('.in-hand .cite summary').click();
  await frame.getByRole('button', { name: 'Copy MLA 9, In the text' }).click();
  await expect(frame.locator('#said')).toHaveText(/^Copied\.$|press Ctrl\+C/);
  await host.stop();
});

test('a passage is cited by its number in each style', async ({ room, page }) => {
  await room.open('#/read/csm-2013-05-07?p=3');
  const cite = await open(page, 'passage');
  const text = await cite.textContent();
  for (const words of [
    '(“At Kerry-Putin Meeting,” par. 3)',
    '(“At Kerry-Putin Meeting,” [2013], para. 3)',
    '“At Kerry-Putin Meeting, US-Russia Relations Thaw — a Little,” [Christian Science Monitor], [May 7, 2013], par. 3, [republished by MinnPost]',
  ]) {
    expect(text).toContain(words);
  }
});

test('records for BibTeX, RIS and CSL-JSON are downloaded', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const cite = await open(page, 'article');
  for (const [name, file, words] of [
    ['BibTeX', 'bbc-2001-10-21.bib', "title = {{Bush and Putin's promising chemistry}}"],
    ['RIS', 'bbc-2001-10-21.ris', "TI  - Bush and Putin's promising chemistry"],
    ['CSL-JSON', 'bbc-2001-10-21.json', '"title": "Bush and Putin\'s promising chemistry"'],
  ]) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      cite.getByRole('link', { name: `Download ${name}` }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(file);
    expect(await fs.readFile(await download.path(), 'utf8')).toContain(words);
  }
});

test('a reference is copied by keyboard alone', async ({ room, page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await room.open('#/read/voa-2003-09-24?p=2');
  await expect(page.locator('.block[data-passage="2"]')).toBeFocused();
  const reach = async (there) => {
    for (let press = 0; press < 80; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(there)) return;
    }
    throw new Error('not reached');
  };
  await reach(() => document.activeElement.matches('.in-hand .cite summary'));
  await page.keyboard.press('Enter');
  await reach(() => document.activeElement.textContent === 'Copy MLA 9, In the text');
  await page.keyboard.press('Enter');
  await expect(said(page)).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('(“Putin-Bush Talks Aim,” par. 2)');
});

test('a print-out has the numbers, the source and the address, and no controls', async ({ room, page, site }) => {
  await room.open('#/read/bbc-2001-10-21?p=5');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.print-only')).toContainText(`${site.address}#/read/bbc-2001-10-21`);
  await expect(page.locator('[data-fact="Published"]')).toContainText('21 October 2001');
  await expect(page.locator('.block[data-passage="5"] .passage-number')).toBeVisible();
  for (const control of ['.cite', '.segments', '.in-hand', '.overview', '.margin', '.neighbours', '.button', '.evidence > div']) {
    for (const one of await page.locator(`.reader ${control}`).all()) await expect(one, control).toBeHidden();
  }
});
