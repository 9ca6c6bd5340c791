// Keeping what one reads, and the room Notes: from a search to copied text, and
// what stays on the device whatever happens to the page.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { NotesRoom } from './pages/notes.js';
import { expect, test } from './room.js';

const ESSAY = '#/search?q=missile+defense&from=2001&to=2008';
const THREE = [['csm-2008-04-04', 3], ['csm-2008-04-04', 13], ['bbc-2001-10-21', 5]];

const allow = (context, site) => context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });

/** What three quotations look like once they are copied. */
const expectEssay = ({ text, html }) => {
  expect(text).toContain('some experts (paraphrased)');
  expect(text).toContain('But some experts say a compromise on the long-running missile defense dispute');
  expect(text).toContain('(“Bush-Putin Summit,” par. 3)');
  expect(text.match(/Works cited/gi)).toHaveLength(1);
  expect(text).toMatch(/“Bush-Putin Summit in Sochi Signals New Tone\.” \[The Christian Science Monitor\], \[4 Apr\. 2008\]/);
  expect(text).toMatch(/Mulvey, Stephen/);
  expect(html).toContain('<i>Presidents and Ministers');
};

test('three quotations with speaker and reference are copied in five actions after the search', async ({ room, page, site, context }) => {
  await allow(context, site);
  await room.open(ESSAY);
  const notes = new NotesRoom(page);
  for (const [article, passage] of THREE) await notes.keep(article, passage).click();
  await expect(notes.bar).toContainText('3 kept');
  await notes.openNotes.click();
  await notes.copyAll.click();
  await expect(notes.said).toHaveText('Copied.');
  expectEssay(await notes.copied());
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('three quotations are kept and copied with taps alone', async ({ room, page, site, context }) => {
    await allow(context, site);
    await room.open(ESSAY);
    const notes = new NotesRoom(page);
    for (const [article, passage] of THREE) await notes.keep(article, passage).tap();
    await notes.openNotes.tap();
    await notes.copyAll.tap();
    await expect(notes.said).toHaveText('Copied.');
    expectEssay(await notes.copied());
  });
});

for (const [width, height] of [[390, 800], [1280, 700]]) {
  test(`the bar at the foot lies over nothing that has the focus, in a window of ${width} pixels`, async ({ room, page }) => {
    await page.setViewportSize({ width, height });
    await room.open(ESSAY);
    const notes = new NotesRoom(page);
    const covered = () => page.evaluate(() => {
      const [bar, focused] = [document.querySelector('.kept-bar'), document.activeElement];
      if (bar.contains(focused)) return false;
      return focused.getBoundingClientRect().bottom > bar.getBoundingClientRect().top;
    });
    // The bar comes where the button is that was pressed.
    await notes.keep(...THREE[0]).evaluate((button, height) => {
      button.focus();
      scrollBy(0, button.getBoundingClientRect().bottom - height + 10);
    }, height);
    await page.keyboard.press('Enter');
    await expect(notes.bar).toContainText('1 kept');
    await expect(notes.keep(...THREE[0])).toBeFocused();
    await expect.poll(covered).toBe(false);
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      expect(await covered(), `${await page.evaluate(() => document.activeElement.outerHTML)}`).toBe(false);
    }
  });
}

test('three quotations are kept and copied by keyboard alone', async ({ room, page, site, context }) => {
  await allow(context, site);
  await room.open(ESSAY);
  const notes = new NotesRoom(page);
  await page.keyboard.press('/');
  await page.keyboard.press('Enter');
  // Whoever types on at once stays in the box.
  await expect(page.locator('main .passage-number:focus')).toHaveCount(1);
  for (const [article, passage] of THREE) {
    // The passages are gone through with j alone; what acts are n, o and Enter.
    const reached = () => page.evaluate(([article, passage]) => Boolean(document.activeElement?.closest(`[data-article="${article}"][data-passage="${passage}"]`)), [article, String(passage)]);
    for (let step = 0; step < 30 && !(await reached()); step += 1) await page.keyboard.press('j');
    await page.keyboard.press('n');
  }
  await expect(notes.bar).toContainText('3 kept');
  await page.keyboard.press('o');
  await expect(notes.copyAll).toBeVisible();
  const there = () => notes.copyAll.evaluate((button) => button === document.activeElement);
  let tabs = 0;
  while (!(await there()) && tabs < 5) {
    await page.keyboard.press('Tab');
    tabs += 1;
  }
  expect(tabs).toBeLessThan(5);
  await page.keyboard.press('Enter');
  await expect(notes.said).toHaveText('Copied.');
  expectEssay(await notes.copied());
});

test('the key that marks says what to do where no words are selected', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await page.keyboard.press('m');
  await expect(new NotesRoom(page).said).toContainText('select words of a passage');
});

test('selected words are kept with one key and marked with another, and stand marked in every room', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.select('bbc-2001-10-21', 5, 'missile');
  await page.keyboard.press('m');
  await expect(notes.passage('bbc-2001-10-21', 5).locator('mark.kept')).toHaveText('missile');
  await expect(notes.passage('bbc-2001-10-21', 5).locator('mark.kept')).toHaveAttribute('data-marked', '');
  for (const view of ['#/search?q=%22missile+defence%22', '#/compare?a=bbc-2001-10-21&a=csm-2008-04-04&mode=text']) {
    await room.open(view);
    await expect(notes.passage('bbc-2001-10-21', 5).locator('mark.kept')).toHaveText('missile');
  }
  await room.open('#/notes');
  await expect(notes.excerpts.locator('blockquote')).toContainText('missile');
});

test('a statement is kept beside its words in the reader, and is the same one in the results, side by side and among the voices', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?p=20');
  const notes = new NotesRoom(page);
  const who = page.locator('.in-hand section').filter({ has: page.getByRole('heading', { name: 'Who speaks?' }) });
  await who.getByRole('button', { name: /^Keep the words of George W. Bush in passage 20 of Bush/ }).click();
  await expect(notes.bar).toContainText('1 kept');
  const kept = page.locator('main').getByRole('button', { name: /^Kept: the words of George W. Bush in passage 20 of Bush/ });
  await expect(kept).toBeVisible();
  await room.open('#/voices?side=us');
  await page.locator('details:has([data-article="bbc-2001-10-21"][data-passage="20"]) > summary').first().click();
  await expect(kept).toBeVisible();
  for (const view of ['#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=voices', '#/search?side=us']) {
    await room.open(view);
    await expect(kept, view).toBeVisible();
  }
  await kept.click();
  await expect(notes.bar).toBeHidden();
});

test('a passage is cited in two presses from any room, and the style is remembered', async ({ room, page, site, context }) => {
  await allow(context, site);
  const notes = new NotesRoom(page);
  await room.open('#/compare?a=bbc-2001-10-21&a=csm-2008-04-04');
  await page.locator('main .cite-words').first().click();
  await notes.cite.getByLabel('Style of references').selectOption('APA 7');
  await notes.cite.getByRole('button', { name: 'Copy quotation with speaker and reference' }).click();
  await expect(notes.said).toHaveText('Copied.');
  const first = await notes.copied();
  expect(first.text).toMatch(/\(\w.+, 20\d\d/);
  expect(first.html).toContain('<i>');
  await notes.kept();
  await page.reload();
  await room.ready();
  await room.open('#/read/bbc-2001-10-21');
  await page.locator('main .cite-words').nth(4).click();
  await expect(notes.cite.getByLabel('Style of references')).toHaveValue('APA 7');
  await notes.cite.getByRole('button', { name: 'Copy link' }).click();
  expect((await notes.copied()).text).toBe(`${site.address}#/read/bbc-2001-10-21?p=5`);
});

test('what was typed more than a second ago survives a killed tab', async ({ room, page, site, context }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  await notes.excerpts.getByLabel('Note').fill('The heart of the matter.');
  await notes.excerpts.getByLabel('Tags').fill('shield, trust');
  await notes.excerpts.getByLabel('Tags').press('Tab');
  await notes.kept();
  const session = await context.newCDPSession(page);
  await Promise.race([session.send('Page.crash').catch(() => {}), page.waitForEvent('crash')]);
  const again = await context.newPage();
  await again.goto(`${site.address}#/notes`);
  const after = new NotesRoom(again);
  await expect(after.excerpts.getByLabel('Note')).toHaveValue('The heart of the matter.');
  await expect(after.excerpts.getByLabel('Tags')).toHaveValue('shield, trust');
});

test('a passage that was kept before is kept once, however soon it is pressed after a reload', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.kept();
  // A device that takes its time to say what it has.
  await page.addInitScript(() => {
    const answered = new Promise((go) => { self.goOn = go; });
    const { getAll } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.getAll = function (...asked) {
      const request = getAll.apply(this, asked);
      const listen = request.addEventListener.bind(request);
      request.addEventListener = (name, listener, ...more) => listen(name, (event) => answered.then(() => listener.call(request, event)), ...more);
      return request;
    };
  });
  await page.reload();
  await room.ready();
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.keep('bbc-2001-10-21', 6).click();
  await page.evaluate(() => self.goOn());
  await expect(notes.bar).toContainText('2 kept');
  await notes.kept();
  await page.reload();
  await page.evaluate(() => self.goOn());
  await expect(notes.bar).toContainText('2 kept');
});

test('two tabs agree on what is kept', async ({ room, page, site, context }) => {
  await room.open('#/read/bbc-2001-10-21');
  const here = new NotesRoom(page);
  const other = await context.newPage();
  await other.goto(`${site.address}#/notes`);
  const there = new NotesRoom(other);
  await expect(other.getByText('Nothing is kept yet.')).toBeVisible();
  await here.keep('bbc-2001-10-21', 5).click();
  await expect(there.excerpts).toHaveCount(1);
  await there.excerpts.getByRole('button', { name: 'Remove' }).click();
  await expect(here.keep('bbc-2001-10-21', 5)).toHaveAttribute('aria-pressed', 'false');
});

test('what was typed when the page was left at once is there again', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  await notes.kept();
  for (const way of ['reload', 'leave']) {
    const text = `Typed, then ${way}`;
    await notes.excerpts.getByLabel('Note').fill(text);
    if (way === 'reload') await page.reload();
    else {
      // A page of a host would have the browser ask for its icon.
      await page.goto('about:blank');
      await page.goBack();
    }
    await room.ready();
    await expect(notes.excerpts.getByLabel('Note')).toHaveValue(text);
  }
});

test('Undo in one tab takes nothing back that another tab wrote since', async ({ room, page, site, context }) => {
  await room.open('#/read/bbc-2001-10-21');
  const here = new NotesRoom(page);
  await here.keep('bbc-2001-10-21', 5).click();
  await here.openNotes.click();
  const note = here.excerpts.getByLabel('Note');
  await note.fill('Mine');
  await here.kept();
  const other = await context.newPage();
  await other.goto(`${site.address}#/notes`);
  const there = new NotesRoom(other).excerpts.getByLabel('Note');
  await expect(there).toHaveValue('Mine');
  await there.fill('Mine, and theirs');
  await expect(note).toHaveValue('Mine, and theirs');
  await expect(page.locator('.notes').getByRole('button', { name: 'Undo' })).toBeDisabled();
  await page.locator('main').press('Control+z');
  await here.kept();
  await expect(note).toHaveValue('Mine, and theirs');
  await expect(there).toHaveValue('Mine, and theirs');
});

test('where the browser keeps nothing that is said at once, and all else works', async ({ room, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await expect(notes.bar.getByRole('alert')).toContainText('keeps nothing');
  await notes.openNotes.click();
  await expect(notes.excerpts).toHaveCount(1);
});

test('storage that is full or was cleared is told at once, and nothing of the tab is lost', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.kept();
  await page.evaluate(() => new Promise((done) => {
    const asked = indexedDB.open('summitry');
    asked.onsuccess = () => { const all = asked.result.transaction('records', 'readwrite'); all.objectStore('records').clear(); all.oncomplete = () => { asked.result.close(); done(); }; };
  }));
  await notes.keep('bbc-2001-10-21', 6).click();
  await expect(notes.bar).toContainText('had been cleared');
  await notes.kept();
  await page.reload();
  await room.ready();
  await expect(notes.bar).toContainText('2 kept');
  await page.evaluate(() => { IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); }; });
  await notes.keep('bbc-2001-10-21', 7).click();
  await expect(notes.bar.getByRole('alert')).toContainText('no room left');
  await expect(notes.bar).toContainText('3 kept');
});

test('notes are moved with the keyboard and by buttons, undone, and searched', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  for (const passage of [4, 5]) await notes.keep('bbc-2001-10-21', passage).click();
  await notes.openNotes.click();
  await page.getByRole('button', { name: 'Add a heading' }).click();
  await expect(page.getByLabel('Heading', { exact: true })).toBeFocused();
  await page.keyboard.type('Shields');
  await page.keyboard.press('Alt+ArrowUp');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(notes.items.first()).toHaveAttribute('data-kind', 'heading');
  await expect(notes.items.first().getByLabel('Heading')).toBeFocused();
  await notes.items.first().getByRole('button', { name: 'Down' }).click();
  await expect(notes.items.nth(1)).toHaveAttribute('data-kind', 'heading');
  await notes.items.nth(1).getByRole('button', { name: 'Remove' }).click();
  await expect(notes.items).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(notes.items).toHaveCount(3);
  await page.getByLabel('Search your notes').fill('shields');
  await expect(notes.items).toHaveCount(1);
});

test('what is being typed keeps its field, its focus and its caret while other notes go, move and come', async ({ room, page, site, context }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  for (const passage of [4, 5, 6]) await notes.keep('bbc-2001-10-21', passage).click();
  await notes.openNotes.click();
  await page.getByRole('button', { name: 'Add a paragraph' }).click();
  const field = notes.items.locator('textarea:focus');
  await expect(field).toHaveCount(1);
  await page.keyboard.type('abcdef');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await field.evaluate((element) => { element.isTheSame = true; });
  const stands = async () => expect.poll(() => page.evaluate(() => {
    const active = document.activeElement;
    return [active.isTheSame, active.value, active.selectionStart, active.selectionEnd];
  })).toEqual([true, 'abcdef', 3, 3]);
  await notes.kept();
  const other = await context.newPage();
  await other.goto(`${site.address}#/notes`);
  const there = new NotesRoom(other);
  await expect(there.items).toHaveCount(4);
  await there.excerpts.first().getByRole('button', { name: 'Remove' }).click();
  await expect(notes.items).toHaveCount(3);
  await stands();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(notes.items.nth(1)).toHaveAttribute('data-kind', 'paragraph');
  await stands();
  await expect(there.items.nth(1)).toHaveAttribute('data-kind', 'paragraph');
  await there.excerpts.first().getByRole('button', { name: 'Down' }).click();
  await expect(notes.items.first()).toHaveAttribute('data-kind', 'paragraph');
  await stands();
  await other.goto(`${site.address}#/read/bbc-2001-10-21`);
  for (const passage of [7, 8]) await there.keep('bbc-2001-10-21', passage).click();
  await expect(notes.items).toHaveCount(5);
  await stands();
  await page.bringToFront();
  await page.keyboard.type('X');
  await expect(page.getByRole('textbox', { name: 'Paragraph' })).toHaveValue('abcXdef');
});

const file = (name, text) => ({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
const downloaded = async (page, press) => {
  const [made] = await Promise.all([page.waitForEvent('download'), press()]);
  const { readFile } = await import('node:fs/promises');
  return { name: made.suggestedFilename(), text: await readFile(await made.path(), 'utf8') };
};

test('notes are saved to a file and opened again, whole, on another device', async ({ room, page, site, browser }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  await page.getByLabel('Title').fill('My essay');
  await notes.excerpts.getByLabel('Note').fill('<script>alert(1)</script> stays text');
  const made = await downloaded(page, () => page.locator('.notes').getByRole('button', { name: 'Save to a file' }).click());
  expect(made.name).toBe('my-essay.json');
  await expect(notes.bar).toContainText('saved to a file at');
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(`${site.address}#/notes`);
  await other.locator('#open-files').setInputFiles(file(made.name, made.text));
  const there = new NotesRoom(other);
  await expect(there.excerpts.getByLabel('Note')).toHaveValue('<script>alert(1)</script> stays text');
  await expect(other.getByLabel('Title')).toHaveValue('My essay');
  await context.close();
});

test('files that are broken, foreign or hostile are a sentence each, and nothing is lost', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  for (const [name, text] of [['broken.json', '{"a":'], ['nested.json', '['.repeat(200_000)], ['foreign.json', '{"hello":"world"}'], ['empty.json', '']]) {
    await page.locator('#open-files').setInputFiles(file(name, text));
    await expect(page.getByRole('alert').filter({ hasText: name })).toContainText('.');
  }
  await expect(notes.excerpts).toHaveCount(1);
});

test('a lesson is made, answered in three browsers, and thirty replies are read question by question', async ({ room, page, site, browser }) => {
  test.setTimeout(90_000);
  await room.open('#/notes');
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Edit it' }).click();
  await expect(page.getByRole('heading', { name: 'This is a lesson' })).toBeVisible();
  const lesson = await downloaded(page, () => page.locator('.notes').getByRole('button', { name: 'Save to a file' }).click());
  const replies = [];
  for (const student of ['Ada', 'Ben', 'Cleo']) {
    const context = await browser.newContext();
    const desk = await context.newPage();
    await desk.goto(`${site.address}#/notes`);
    await desk.locator('#open-files').setInputFiles(file(lesson.name, lesson.text));
    await desk.getByRole('button', { name: 'Answer it' }).click();
    await desk.getByLabel('Your name').fill(student);
    const answers = desk.locator('.paper-question textarea');
    await expect(answers.first()).toBeVisible();
    const asked = await answers.count();
    expect(asked).toBeGreaterThan(2);
    for (let at = 0; at < asked; at += 1) await answers.nth(at).fill(`${student} answers ${at + 1}`);
    await expect(desk.getByText(`${asked} of ${asked} questions answered.`)).toBeVisible();
    const reply = await downloaded(desk, () => desk.getByRole('button', { name: 'Save my answers to a file' }).click());
    expect(reply.name).toBe(`${student}.reply.json`);
    replies.push(reply.text);
    await context.close();
  }
  const thirty = Array.from({ length: 30 }, (_, at) => {
    const own = replies[at % 3];
    return file(`reply-${at}.json`, at < 3 ? own : own.replaceAll(/Ada|Ben|Cleo/g, `Student ${at}`).replaceAll(JSON.parse(own)['summitry:reply'].id, `${JSON.parse(own)['summitry:reply'].id}${at}`));
  });
  await page.locator('#open-files').setInputFiles(thirty);
  await expect(page.getByRole('heading', { name: '30 replies' })).toBeVisible();
  for (const question of await page.locator('.answers').all()) await expect(question.locator('[data-student]')).toHaveCount(30);
  await expect(page.locator('.answers').first()).toContainText('Cleo answers 1');
});

test('a lesson that is put away and taken in hand again has what was answered', async ({ room, page }) => {
  await room.open('#/notes');
  const notes = new NotesRoom(page);
  const answer = async () => {
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('button', { name: /Answer it|Go on answering it/ }).click();
  };
  await answer();
  await page.getByLabel('Your name').fill('Ada');
  await page.locator('.paper-question textarea').first().fill('Three of them.');
  await page.getByRole('button', { name: 'Back to my own notes' }).click();
  await answer();
  await expect(page.locator('.paper-question textarea').first()).toHaveValue('Three of them.');
  await page.getByRole('button', { name: 'Back to my own notes' }).click();
  await notes.kept();
  await page.reload();
  await room.ready();
  await answer();
  await expect(page.locator('.paper-question textarea').first()).toHaveValue('Three of them.');
  await expect(page.getByLabel('Your name')).toHaveValue('Ada');
});

test('who goes into a field at once, before the focus has been moved to the title, stays in it', async ({ room, page }) => {
  await room.open('#/notes');
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Answer it' }).waitFor();
  const focused = await page.evaluate(async () => {
    [...document.querySelectorAll('main button')].find((one) => one.textContent === 'Answer it').click();
    // As soon as it is drawn, and before the next frame.
    for (let turn = 0; turn < 100 && !document.querySelector('#student'); turn += 1) await Promise.resolve();
    document.querySelector('#student').focus();
    await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
    return document.activeElement.id;
  });
  expect(focused).toBe('student');
});

/** Opens the lesson that comes with the articles and takes it in hand. */
const answering = async (page) => {
  await page.getByRole('button', { name: 'Open it' }).click();
  await page.getByRole('button', { name: 'Answer it' }).click();
  await expect(page.locator('.paper h1')).toBeFocused();
};

test('two tabs that answer one lesson keep the answers of both', async ({ room, page, site, context }) => {
  await room.open('#/notes');
  const notes = new NotesRoom(page);
  await answering(page);
  await page.getByLabel('Your name').fill('Ada');
  await notes.kept();
  const other = await context.newPage();
  await other.goto(`${site.address}#/notes`);
  const [here, there] = [page, other].map((tab) => tab.locator('.paper-question textarea'));
  await expect(there.first()).toBeVisible();
  // Both are typed within the time in which neither has written.
  await Promise.all([here.nth(0).fill('From one tab.'), there.nth(1).fill('From the other.')]);
  for (const tab of [here, there]) {
    await expect(tab.nth(0)).toHaveValue('From one tab.');
    await expect(tab.nth(1)).toHaveValue('From the other.');
  }
  await here.nth(0).fill('');
  await expect(there.nth(0)).toHaveValue('');
  await notes.kept();
  await page.reload();
  await room.ready();
  await expect(here.nth(0)).toHaveValue('');
  await expect(here.nth(1)).toHaveValue('From the other.');
  await expect(page.getByLabel('Your name')).toHaveValue('Ada');
});

test('answers are gone on with from their file on another device, and nothing is put over what was written there', async ({ room, page, site, browser }) => {
  await room.open('#/notes');
  await answering(page);
  const answers = (tab) => tab.locator('.paper-question textarea');
  await page.getByLabel('Your name').fill('Ada');
  await answers(page).nth(0).fill('Written at school.');
  await answers(page).nth(1).fill('Only at school.');
  const reply = await downloaded(page, () => page.getByRole('button', { name: 'Save my answers to a file' }).click());

  const context = await browser.newContext();
  const home = await context.newPage();
  await home.goto(`${site.address}#/notes`);
  await answering(home);
  await answers(home).nth(0).fill('Written at home.');
  await home.locator('#open-own').setInputFiles(file(reply.name, reply.text));
  await expect(home.getByText(/This file holds answers of Ada to “.*”: 2 of \d+ questions, saved at \d\d:\d\d\./)).toBeVisible();
  // What others answered is withheld by this lesson: the file can be gone on with, not read.
  await expect(home.getByRole('button', { name: 'Read them' })).toHaveCount(0);
  await home.getByRole('button', { name: 'Go on writing them' }).click();
  await expect(answers(home).nth(0)).toHaveValue('Written at home.\n\nWritten at school.');
  await expect(answers(home).nth(1)).toHaveValue('Only at school.');
  await expect(home.getByLabel('Your name')).toHaveValue('Ada');
  await expect(home.getByText('1 answer was written here too, in other words: the file’s stand below yours.')).toBeVisible();
  await context.close();

  // Where nothing was written, the file's answers stand as they are.
  const third = await (await browser.newContext()).newPage();
  await third.goto(`${site.address}#/notes`);
  await third.getByRole('button', { name: 'Open it' }).click();
  await third.locator('#open-files').setInputFiles(file(reply.name, reply.text));
  await third.getByRole('button', { name: 'Go on writing them' }).click();
  await expect(answers(third).nth(0)).toHaveValue('Written at school.');
  await third.context().close();
});

test('of two files of answers that are opened one after the other none is dropped', async ({ room, page, site, browser }) => {
  await room.open('#/notes');
  await answering(page);
  await page.getByLabel('Your name').fill('Ada');
  await page.locator('.paper-question textarea').first().fill('What Ada says.');
  const { text } = await downloaded(page, () => page.getByRole('button', { name: 'Save my answers to a file' }).click());
  const { id } = JSON.parse(text)['summitry:reply'];

  const context = await browser.newContext();
  const desk = await context.newPage();
  await desk.goto(`${site.address}#/notes`);
  await desk.getByRole('button', { name: 'Open it' }).click();
  await desk.locator('#open-files').setInputFiles(file('Ada.reply.json', text));
  await expect(desk.getByText('This file holds answers of Ada')).toBeVisible();
  await desk.locator('#open-files').setInputFiles(file('Ben.reply.json', text.replaceAll('Ada', 'Ben').replaceAll(id, `${id}2`)));
  await expect(desk.getByText('This file holds answers of Ben')).toBeVisible();
  await expect(desk.getByRole('heading', { name: '1 reply' })).toBeVisible();
  await expect(desk.locator('.answers').first()).toContainText('What Ada says.');
  await desk.getByRole('button', { name: 'Read them' }).click();
  await expect(desk.getByRole('heading', { name: '2 replies' })).toBeVisible();
  await expect(desk.locator('.answers').first()).toContainText('What Ben says.');
  await context.close();
});

test('while a lesson is answered the bar says how much is and where it is saved, and leads back from every room', async ({ room, page }) => {
  await room.open('#/notes');
  const notes = new NotesRoom(page);
  await answering(page);
  await expect(notes.bar).toContainText(/0 of \d+ answered/);
  await expect(notes.bar).toContainText('not saved to a file yet');
  await page.locator('.paper-question textarea').first().fill('One.');
  await expect(notes.bar).toContainText(/1 of \d+ answered/);
  await downloaded(page, () => notes.bar.getByRole('button', { name: 'Save answers to a file' }).click());
  await expect(notes.bar).toContainText(/saved to a file at \d\d:\d\d\./);
  await page.locator('.paper-question textarea').first().fill('One and more.');
  await expect(notes.bar).toContainText(/saved to a file at \d\d:\d\d, changed since\./);
  await notes.kept();
  await room.open('#/read/bbc-2001-10-21');
  await page.reload();
  await room.ready();
  await expect(notes.bar).toContainText(/1 of \d+ answered.*changed since/s);
  await notes.keep('bbc-2001-10-21', 5).click();
  await expect(notes.bar).toContainText('1 kept');
  await page.getByRole('link', { name: 'Back to the lesson' }).click();
  await expect(page.locator('.paper-question textarea').first()).toHaveValue('One and more.');
  // Put away, it stands among the notes and is taken up from there.
  await page.getByRole('button', { name: 'Back to my own notes' }).click();
  const begun = page.getByRole('region', { name: 'Lessons that you answer' });
  await expect(begun).toContainText(/1 of \d+ answered, saved to a file at \d\d:\d\d, changed since\./);
  await begun.getByRole('button', { name: 'Go on answering' }).click();
  await expect(page.locator('.paper-question textarea').first()).toHaveValue('One and more.');
  await page.getByRole('button', { name: 'Back to my own notes' }).click();
  await begun.getByText('Remove…').click();
  await begun.getByRole('button', { name: 'Remove the answers' }).click();
  await expect(begun).toHaveCount(0);
  await notes.kept();
  await page.reload();
  await room.ready();
  await expect(notes.excerpts).toHaveCount(1);
  await expect(begun).toHaveCount(0);
});

/** Another lesson than the one that comes with the page. */
const SECOND = () => JSON.stringify({
  ...LESSON,
  label: 'A second lesson',
  'summitry:lesson': { ...LESSON['summitry:lesson'], id: 'second', 'summitry:question': 'What is the second question?' },
}).replaceAll('shield-', 'second-');

test('a second lesson keeps its question and background, and in the place of the notes it takes nothing that Undo does not bring back', async ({ room, page }) => {
  await room.open('#/notes');
  const title = page.locator('#notes-title');
  await page.locator('#open-files').setInputFiles([file('first.json', JSON.stringify(LESSON)), file('second.json', SECOND())]);
  // Both are offered; none is dropped for the other.
  const offers = page.locator('.offered .notice');
  await expect(offers).toHaveCount(2);
  await offers.first().getByRole('button', { name: 'Edit it' }).click();
  await expect(title).toHaveValue(LESSON.label);
  await expect(offers).toHaveCount(1);
  const things = page.locator('[data-item]');
  const own = await things.count();
  await expect(offers).toContainText(`Your notes hold ${own} things that no file has`);
  await offers.getByRole('button', { name: 'Edit it in place of my notes' }).click();
  await expect(title).toHaveValue('A second lesson');
  await expect(page.getByLabel('Central question')).toHaveValue('What is the second question?');
  await expect(things).toHaveCount(own);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title).toHaveValue(LESSON.label);
  await expect(page.getByLabel('Central question')).toHaveValue(LESSON['summitry:lesson']['summitry:question']);

  await page.locator('#open-files').setInputFiles(file('second.json', SECOND()));
  await offers.getByRole('button', { name: 'Add it to my notes' }).click();
  await expect(page.getByLabel('Central question')).toHaveValue(LESSON['summitry:lesson']['summitry:question']);
  await expect(page.getByText(/things added to your notes\. .* withholds was not taken over/)).toBeVisible();
  const words = await page.locator('.own :is(input, textarea)').evaluateAll((all) => all.map((field) => field.value));
  expect(words).toContain('What is the second question?');
  expect(words).toContain('A second lesson');
});

test('the replies of a class are read beside their lesson before that is taken in hand', async ({ room, page }) => {
  await room.open('#/notes');
  await answering(page);
  await page.getByLabel('Your name').fill('Student 1');
  await page.locator('.paper-question textarea').first().fill('An answer.');
  const reply = await downloaded(page, () => page.getByRole('button', { name: 'Save my answers to a file' }).click());
  await page.getByRole('button', { name: 'Back to my own notes' }).click();
  await page.getByText('Erase…').click();
  await page.getByRole('button', { name: 'Erase everything kept on this device' }).click();
  const id = JSON.parse(reply.text)['summitry:reply'].id;
  const of = (number) => file(`reply-${number}.json`, reply.text.replaceAll('Student 1', `Student ${number}`).replaceAll(id, `${id}${number}`));
  const class_ = [10, 2, 1].map(of);
  // Without the lesson one sentence tells all of them, and what to do.
  await page.locator('#open-files').setInputFiles(class_);
  await expect(page.getByText('3 replies, of Student 1, Student 2, Student 10, are to another lesson')).toBeVisible();
  await page.locator('#open-files').setInputFiles(file('lesson.json', JSON.stringify(LESSON)));
  await expect(page.getByRole('heading', { name: '3 replies' })).toBeVisible();
  await expect(page.locator('.answers').first().locator('h4')).toHaveText(['Student 1', 'Student 2', 'Student 10']);
  await expect(page.getByRole('button', { name: 'Answer it' })).toBeVisible();
});

test('cards are taken along and printed for a teacher who wants them, with the passage that they are about', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  await page.getByRole('button', { name: 'Make a lesson of these notes' }).click();
  await expect(page.getByLabel('Central question')).toBeFocused();
  await page.getByRole('button', { name: 'Add a card' }).click();
  const card = page.locator('[data-kind=card]');
  await card.getByLabel('Title', { exact: true }).fill('The treaty');
  await card.getByLabel('What then came').fill('The United States left it.\nIn June 2002.');
  await card.getByLabel('The passage that it is about').focus();
  await card.getByLabel('The passage that it is about').selectOption({ index: 1 });
  await expect(card.getByLabel('The passage that it is about')).toBeFocused();
  await page.getByText('Export or print').click();
  const markdown = () => downloaded(page, () => page.getByRole('button', { name: 'Markdown' }).click());
  expect((await markdown()).text).not.toContain('The treaty');
  await page.getByLabel('With the cards, for a teacher’s copy').check();
  const { text } = await markdown();
  expect(text).toContain('### The treaty');
  expect(text.slice(text.indexOf('### The treaty'))).toContain('> But a lot now depends on the next meeting');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.printed-card')).toContainText('The United States left it.');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});

test('a question keeps its own words when a template is chosen, and its kind is chosen with the arrow keys', async ({ room, page }) => {
  await room.open('#/notes');
  await page.getByRole('button', { name: 'Add a paragraph' }).click();
  await page.getByRole('button', { name: 'Make a lesson of these notes' }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  const question = page.locator('[data-kind=question]');
  const words = question.getByLabel('Question', { exact: true });
  const begin = question.getByLabel('Begin from');
  await begin.selectOption({ index: 1 });
  const first = await words.inputValue();
  expect(first).not.toBe('');
  // A template gives way to another one, words of one's own do not.
  await begin.selectOption({ index: 2 });
  await expect(words).not.toHaveValue(first);
  await words.fill('Who is “he”?');
  await begin.selectOption({ index: 1 });
  await expect(words).toHaveValue(`Who is “he”?\n${first}`);
  const kind = question.getByLabel('Kind of question');
  const before = await kind.inputValue();
  await kind.focus();
  await page.keyboard.press('ArrowDown');
  await expect(kind).not.toHaveValue(before);
  await expect(kind).toBeFocused();
  await question.getByLabel('Lines for the answer on paper').fill('3');
  await question.getByLabel('Lines for the answer on paper').blur();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.printed .ruled')).toHaveCount(3);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
});

test('of two changes within one frame the later one says where the focus goes', async ({ room, page }) => {
  await room.open('#/notes');
  await page.getByRole('button', { name: 'Add a paragraph' }).click();
  await page.getByRole('button', { name: 'Make a lesson of these notes' }).click();
  await page.getByRole('button', { name: 'Add a question' }).click();
  const kind = page.locator('[data-kind=question]').getByLabel('Kind of question');
  await expect(kind).toBeVisible();
  await page.evaluate(async () => {
    const field = (name) => document.querySelector(`[data-kind=question] [id^="${name}-"]`);
    const choose = async (name, option) => {
      field(name).selectedIndex = option;
      field(name).dispatchEvent(new Event('change', { bubbles: true }));
      // It is drawn anew before the next frame.
      for (let turn = 0; turn < 20; turn += 1) await null;
    };
    field('question').focus();
    await choose('from', 1);
    field('kind').focus();
    await choose('kind', 2);
  });
  await expect(kind).toBeFocused();
});

test('what was erased is not brought back by Undo', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  for (const passage of [4, 5]) await notes.keep('bbc-2001-10-21', passage).click();
  await notes.openNotes.click();
  await notes.excerpts.first().getByRole('button', { name: 'Remove' }).click();
  await expect(notes.excerpts).toHaveCount(1);
  await page.getByText('Erase…').click();
  await page.getByRole('button', { name: 'Erase everything kept on this device' }).click();
  await expect(notes.excerpts).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo' })).toBeDisabled();
  await expect(page.getByRole('button', { name: 'Redo' })).toBeDisabled();
});

test('what is opened or kept while the device is still erasing is not erased with the rest', async ({ room, page }) => {
  // A device that takes its time.
  await page.addInitScript(() => {
    const { clear } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.clear = function slow() {
      for (let turn = 0; turn < 3000; turn += 1) this.count();
      return clear.call(this);
    };
  });
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 4).click();
  await notes.openNotes.click();
  await notes.kept();
  await page.getByText('Erase…').click();
  await page.evaluate((text) => {
    [...document.querySelectorAll('main button')].find((one) => one.textContent.startsWith('Erase everything')).click();
    const chosen = new DataTransfer();
    chosen.items.add(new File([text], 'lesson.json', { type: 'application/json' }));
    const field = document.querySelector('#open-files');
    field.files = chosen.files;
    field.dispatchEvent(new Event('change'));
    location.hash = '#/read/bbc-2001-10-21';
  }, JSON.stringify(LESSON));
  await notes.keep('bbc-2001-10-21', 5).click();
  await expect(notes.bar).toContainText('1 kept');
  await notes.openNotes.click();
  await expect(page.getByText('This file is a lesson')).toBeVisible();
  await expect(notes.excerpts).toHaveCount(1);
  await notes.kept();
  await page.reload();
  await room.ready();
  await expect(notes.excerpts).toHaveCount(1);
  await expect(notes.excerpts).toContainText('5');
});

for (const width of [390, 1280]) {
  test(`every field for words is wide enough for a few of them, ${width} pixels wide`, async ({ room, page }) => {
    await page.setViewportSize({ width, height: 900 });
    const tooNarrow = () => page.evaluate(() => [...document.querySelectorAll('main :is(input[type="text"], input[type="search"], input:not([type]), textarea)')]
      .filter((field) => field.checkVisibility() && field.getBoundingClientRect().width < 128)
      .map((field) => `${field.id || field.ariaLabel || field.outerHTML.slice(0, 60)}: ${field.getBoundingClientRect().width}`));
    await room.open('#/notes');
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('button', { name: 'Answer it' }).click();
    await expect(page.getByLabel('Your name')).toBeVisible();
    expect(await tooNarrow(), 'answering').toEqual([]);
    await page.getByRole('button', { name: 'Back to my own notes' }).click();
    await page.getByRole('button', { name: 'Open it' }).click();
    await page.getByRole('button', { name: 'Edit it' }).click();
    await expect(page.getByLabel('Central question')).toBeVisible();
    expect(await tooNarrow(), 'notes and lesson').toEqual([]);
  });
}

test('5,000 notes are typed in, moved and opened in no more than twice the time that fifty take', async ({ room, page, site, browser }) => {
  test.setTimeout(180_000);
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  const made = await downloaded(page, () => page.locator('.notes').getByRole('button', { name: 'Save to a file' }).click());
  const many = (count) => {
    const desk = JSON.parse(made.text);
    const [one] = desk.first.items;
    desk.first.items = Array.from({ length: count }, (_, at) => ({ ...one, id: `urn:summitry:item:n${at}` }));
    desk.total = count;
    return JSON.stringify(desk);
  };
  const median = (times) => times.sort((a, b) => a - b)[times.length >> 1];
  const measured = async (count) => {
    const context = await browser.newContext();
    const desk = await context.newPage();
    await desk.goto(`${site.address}#/notes`);
    await desk.locator('#open-files').setInputFiles(file('many.json', many(count)));
    await expect(desk.locator('.kept-bar')).toContainText(`${count} kept`, { timeout: 60_000 });
    await desk.waitForTimeout(3000);
    const times = await desk.evaluate(async () => {
      const frames = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const task = () => new Promise((done) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
      const timed = async (act, after) => {
        const from = performance.now();
        act();
        await after();
        const took = performance.now() - from;
        await frames();
        await new Promise((done) => setTimeout(done, 600));
        return took;
      };
      const [typing, moving, opening] = [[], [], []];
      for (let turn = 0; turn < 7; turn += 1) {
        const field = document.querySelector('[data-item] textarea');
        typing.push(await timed(() => { field.value += 'x'; field.dispatchEvent(new Event('input')); }, task));
        moving.push(await timed(() => [...document.querySelectorAll('[data-item]:first-child .note-tools button')].find((one) => one.textContent === 'Down').click(), task));
        location.hash = '#/help';
        await frames();
        await new Promise((done) => setTimeout(done, 300));
        opening.push(await timed(() => { location.hash = '#/notes'; }, frames));
      }
      return { typing, moving, opening };
    });
    await context.close();
    return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]));
  };
  const [few, lots] = [await measured(50), await measured(5000)];
  console.log('50:', few, '5,000:', lots);
  // Below half a frame nobody sees a difference, and the clock is coarse.
  for (const name of Object.keys(few)) expect(lots[name], name).toBeLessThanOrEqual(2 * Math.max(few[name], 8));
});

const LESSON = JSON.parse(fs.readFileSync(new URL('../lessons/missile-defence.json', import.meta.url), 'utf8'));

test('notes travel inside the page in one file, which opens from a disk with them and with its own articles', async ({ room, page, browser }) => {
  test.setTimeout(180_000);
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  await notes.keep('bbc-2001-10-21', 5).click();
  await notes.openNotes.click();
  await page.getByLabel('Title').fill('My essay');
  await notes.excerpts.getByLabel('Note').fill('</script><script>alert(1)</script> stays text');
  const savePage = (from) => {
    const press = async () => {
      await from.getByText('Export or print').click();
      await from.getByRole('button', { name: 'This page with the notes inside (HTML)' }).click();
    };
    return downloaded(from, press);
  };
  const made = await savePage(page);
  expect(made.name).toBe('my-essay.page.html');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-notes-'));
  const opened = async (name, text) => {
    const file = path.join(folder, name);
    fs.writeFileSync(file, text);
    const context = await browser.newContext();
    const other = await context.newPage();
    await other.goto(`${pathToFileURL(file)}#/notes`);
    await expect(new NotesRoom(other).excerpts.getByLabel('Note')).toHaveValue('</script><script>alert(1)</script> stays text');
    await expect(other.getByLabel('Title')).toHaveValue('My essay');
    await other.goto(`${pathToFileURL(file)}#/search?q=bushehr`);
    await expect(other.locator('[data-passage]')).toHaveCount(1);
    return other;
  };
  const first = await opened('first.html', made.text);
  // The page in one file makes the next one of itself: its articles and the notes, once.
  await first.goto(`${pathToFileURL(path.join(folder, 'first.html'))}#/notes`);
  const again = await savePage(first);
  expect(again.text.match(/id="notes"/g)).toHaveLength(1);
  expect(again.text.match(/id="folder"/g)).toHaveLength(1);
  const second = await opened('second.html', again.text);
  await second.context().close();
  await first.context().close();
  // Elsewhere the file is chosen like any other.
  const context = await browser.newContext();
  const elsewhere = await context.newPage();
  await elsewhere.goto(page.url());
  await elsewhere.locator('#open-files').setInputFiles({ name: made.name, mimeType: 'text/html', buffer: Buffer.from(made.text) });
  await expect(new NotesRoom(elsewhere).excerpts).toHaveCount(1);
  await context.close();
  fs.rmSync(folder, { recursive: true });
});

/** Has the page carry the lesson. */
const carrying = (page) =>
  page.addInitScript((file) => {
    addEventListener('DOMContentLoaded', () => {
      // The page's policy lets nobody write into a script; the program takes the words alone.
      const block = document.createElement('data');
      Object.assign(block, { id: 'notes', hidden: true });
      block.append(file);
      document.body.append(block);
    });
  }, JSON.stringify(LESSON));

test('whoever opens a page with a lesson in it without a link of their own stands before the lesson', async ({ room, page }) => {
  await carrying(page);
  await room.open('');
  await expect(page.getByRole('button', { name: 'Answer it' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible();
  await page.goto('about:blank');
  await room.open('#/search?q=missile');
  await expect(room.passages.first()).toBeVisible();
});

test('a lesson inside the page is offered to whoever opens it, and what it withholds is not drawn before that is answered', async ({ room, page }) => {
  await carrying(page);
  await room.open('#/notes');
  await page.getByRole('button', { name: 'Answer it' }).click();
  await expect(page.getByText(/Not shown until all are answered: Issue labels/)).toBeVisible();
  const labels = page.locator('.issue-tags, .issue-index, .weights, .questions, .why-labels, .filters section[aria-label="Issue"], [data-issues]:not([data-issues=""])');
  for (const view of ['#/search', '#/search?q=missile', '#/read/bbc-2001-10-21?p=5', '#/compare', '#/compare?a=bbc-2001-10-21&a=csm-2008-04-04', '#/coverage']) {
    await room.open(view);
    await expect(page.locator('main h1, main .found, main .first-look').first()).toBeAttached();
    await expect(labels, view).toHaveCount(0);
    await expect(page.locator('a[href*="mode=missing"], [data-row]'), view).toHaveCount(0);
  }
  await expect(page.getByText('The lesson in hand withholds the issues of passages')).toBeVisible();
  await room.open('#/compare?a=bbc-2001-10-21&a=csm-2008-04-04&mode=missing&issue=iran');
  await expect(page.getByRole('status', { name: 'About this link' })).toContainText('issues of passages, “What is missing”');
  // Also where the page is opened anew, from the first moment on.
  await page.waitForTimeout(800);
  await room.open('#/search?q=missile');
  await page.reload();
  await room.ready();
  await expect(labels).toHaveCount(0);
  await expect(page.locator('main [data-passage]').first()).toBeVisible();
  await room.open('#/notes');
  await expect(page.locator('#open-answers')).toHaveCount(0);
  const answers = page.locator('.paper textarea');
  for (let at = 0; at < (await answers.count()); at += 1) await answers.nth(at).fill(`Answer ${at + 1}`);
  await expect(answers.last()).toBeFocused();
  await expect(page.locator('#open-answers')).toHaveCount(1);
  // On paper stand the questions with what was answered, and space where nothing was.
  await answers.first().fill('');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await expect(page.locator('.printed .printed-answer')).toHaveCount((await answers.count()) - 1);
  await expect(page.locator('.printed .ruled')).toHaveCount(5);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await answers.first().fill('Answer 1');
  await room.open('#/search?q=missile');
  await expect(labels.first()).toBeVisible();
});

/** The first words of what is kept, in order. */
const order = (notes) => notes.excerpts.locator('blockquote').evaluateAll((all) => all.map((one) => one.textContent.slice(0, 12)));

const keepThree = async (room, page) => {
  await room.open('#/read/bbc-2001-10-21');
  const notes = new NotesRoom(page);
  for (const passage of [4, 5, 6]) await notes.keep('bbc-2001-10-21', passage).click();
  await notes.openNotes.click();
  await expect(notes.excerpts).toHaveCount(3);
  return notes;
};

/** The middle of what a locator finds, and a point in the lower part of it. */
const points = async (locator) => {
  const { x, y, width, height } = await locator.boundingBox();
  return { middle: [x + width / 2, y + height / 2], low: [x + width / 2, y + height - 4] };
};

test('a note is dragged by its handle with the mouse, and stays where it is let go elsewhere', async ({ room, page }) => {
  // High enough that nothing is scrolled while one drags.
  await page.setViewportSize({ width: 1280, height: 1400 });
  const notes = await keepThree(room, page);
  const [first, second, third] = await order(notes);
  const drag = async (to) => {
    await notes.excerpts.first().locator('.handle').scrollIntoViewIfNeeded();
    await page.mouse.move(...(await points(notes.excerpts.first().locator('.handle'))).middle);
    await page.mouse.down();
    await page.mouse.move(...to, { steps: 8 });
  };
  await drag((await points(notes.excerpts.nth(1))).low);
  await expect(page.locator('[data-drop="after"]')).toHaveCount(1);
  await page.mouse.up();
  expect(await order(notes)).toEqual([second, first, third]);
  await expect(page.locator('[data-drop], [data-dragged]')).toHaveCount(0);
  await drag([1200, 300]);
  await page.mouse.up();
  expect(await order(notes)).toEqual([second, first, third]);
  await page.getByRole('button', { name: 'Undo' }).click();
  expect(await order(notes)).toEqual([first, second, third]);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });
  test('a note is dragged by its handle with a finger, and the page scrolls along', async ({ room, page, context }) => {
    const notes = await keepThree(room, page);
    const before = await order(notes);
    const handle = notes.excerpts.first().locator('.handle');
    await handle.scrollIntoViewIfNeeded();
    const [x, y] = (await points(handle)).middle;
    const session = await context.newCDPSession(page);
    const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints });
    await touch('touchStart', { x, y });
    // At the foot of the window the list goes on until the last one is there.
    for (let step = 0; step < 200 && !(await page.locator('[data-item]:last-child[data-drop="after"]').count()); step += 1) {
      await touch('touchMove', { x, y: 700 + (step % 2) });
      await page.waitForTimeout(20);
    }
    await touch('touchEnd');
    expect(await order(notes)).toEqual([before[1], before[2], before[0]]);
  });
});
