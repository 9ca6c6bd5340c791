// The workshop: a visitor's own articles, brought in, checked, used in all rooms
// and taken away.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { ARTICLES } from './herring.js';
import { lesson } from './lesson.js';
import { Room } from './pages/room.js';
import { Workshop } from './pages/workshop.js';
import { expect, test as base } from './room.js';

const test = base.extend({
  workshop: async ({ room }, use) => use(new Workshop(room)),
});

test('the empty workshop says what it is, and every way in can be reached by keyboard', async ({ workshop, page }) => {
  await workshop.open();
  await expect(page).toHaveTitle('Workshop · Summitry');
  await expect(page.locator('.lede')).toContainText('Nothing leaves this device');
  for (const name of ['Choose files', 'Choose a folder', 'Or paste an article, with headline, author and date']) {
    await page.getByLabel(name).focus();
    await expect(page.getByLabel(name)).toBeFocused();
  }
});

test('files that are chosen get a line each: what was recognised', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await expect(workshop.brought.locator('.brought-told')).toHaveText('3 articles taken.');
  await expect(workshop.line('northern-post.txt')).toContainText('“Ministers agree on herring quota in Reykjavik”');
  await expect(workshop.line('northern-post.txt')).toContainText('2019-03-12');
  await expect(workshop.line('sea-review.html')).toContainText('2019-03-20');
  await expect(workshop.articles).toHaveCount(3);
  await expect(page.locator('.lede')).toContainText('3 articles with');
});

test('the first articles stand in the list while others are still being read', async ({ workshop, page }) => {
  const ports = ['Alesund', 'Bergen', 'Cuxhaven', 'Dunkirk', 'Esbjerg', 'Fraserburgh', 'Grimsby', 'Hirtshals', 'Ijmuiden', 'Klaipeda', 'Lerwick', 'Peterhead'];
  const files = ports.map((port, day) => [`${port}.txt`, `The Northern Post\n\nBoats stay in ${port}\n\n${day + 1} March 2019\n\nThe boats of ${port} stayed in the harbour on Monday, because nobody paid for their herring.\n`]);
  await workshop.open();
  await page.evaluate(() => {
    window.listed = new Set();
    new MutationObserver(() => {
      if (document.querySelector('.going-on')) window.listed.add(document.querySelectorAll('[aria-label="Articles"] tbody tr').length);
    }).observe(document, { subtree: true, childList: true });
  });
  await workshop.choose(Object.fromEntries(files));
  await expect(workshop.articles).toHaveCount(ports.length);
  const between = await page.evaluate(() => [...window.listed]);
  expect(between.filter((count) => count > 0 && count < ports.length)).not.toEqual([]);
});

test('files that are dropped are taken as well, and the same article twice is told', async ({ workshop }) => {
  await workshop.open();
  const name = 'northern-post.txt';
  await workshop.drop({ [name]: ARTICLES[name] });
  await expect(workshop.articles).toHaveCount(1);
  await workshop.drop({ 'copy.txt': ARTICLES[name] });
  await expect(workshop.line('copy.txt')).toContainText(`The same article as ${name}`);
  await expect(workshop.articles).toHaveCount(1);
});

test('an article is pasted, plain or with its formatting', async ({ workshop }) => {
  await workshop.open();
  await workshop.paste(ARTICLES['harbour-times.txt']);
  await expect(workshop.articles).toHaveCount(1);
  await expect(workshop.articles.first()).toContainText('Skippers angry at new herring limits');
  const html = ARTICLES['sea-review.html'];
  await workshop.pasteRich(html, html.replace(/<script>.*<\/script>/s, '').replace(/<[^>]*>/g, ' '));
  await expect(workshop.articles).toHaveCount(2);
  await expect(workshop.articles.filter({ hasText: 'Cod next' })).toHaveCount(1);
});

test('a collection that is used stands in every room, is marked, and the page’s own comes back', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.call('Herring and cod');
  await workshop.use();
  await expect(workshop.notice).toContainText('Your own collection: Herring and cod');
  await room.open('#/search?q=herring');
  expect((await room.found()).length).toBeGreaterThan(3);
  await room.open('#/voices');
  await expect(page.locator('main')).toContainText('Jon Haldorsen');
  await room.open('#/compare');
  await expect(page.locator('main')).toContainText('Ministers agree on herring quota in Reykjavik');
  await page.getByRole('button', { name: 'Back to the collection of this page' }).click();
  await expect(workshop.notice).toBeHidden();
  await room.open('#/search?q=missile');
  expect((await room.found()).length).toBeGreaterThan(3);
  await workshop.open();
  await expect(workshop.articles).toHaveCount(3);
});

test('a collection stands in every room beside the articles of the page, and what is the visitor’s own is marked in words', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.call('Herring and cod');
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Find in the texts' }).click();
  await page.getByRole('button', { name: 'Accept all Outlets' }).click();
  await expect(workshop.said).toContainText('accepted');
  await workshop.go('Use and save');
  await page.getByRole('button', { name: 'Use it beside the articles of this page' }).click();
  await expect(workshop.notice).toContainText('Herring and cod (3 articles, marked “yours”) beside the articles of this page');
  await room.open('#/search?q=herring%20OR%20missile');
  const heads = await page.locator('.result-group .overline').allInnerTexts();
  expect(heads.filter((head) => /\(yours\)/i.test(head)).length).toBeGreaterThan(0);
  expect(heads.filter((head) => !/\(yours\)/i.test(head)).length).toBeGreaterThan(0);
  await expect(room.filter('Outlet', 'The Northern Post \\(yours\\)')).toBeVisible();
  await expect(room.filter('Outlet', 'BBC News Online')).toBeVisible();
  for (const name of ['coverage', 'timeline', 'compare']) {
    await room.open(`#/${name}`);
    await expect(page.locator('main'), name).toContainText('Ministers agree on herring quota in Reykjavik');
    await expect(page.locator('main'), name).toContainText(/\(yours\)/i);
    await expect(page.locator('main a[href*="bbc-2001-10-21"], main [value="bbc-2001-10-21"]').first(), name).toBeAttached();
  }
  await room.open('#/voices');
  await expect(page.locator('main')).toContainText('Jon Haldorsen');
  await expect(page.locator('main')).toContainText('Vladimir Putin');
  await page.getByRole('button', { name: 'Back to the collection of this page' }).click();
  await expect(workshop.notice).toBeHidden();
  await expect(page.locator('main')).not.toContainText('Jon Haldorsen');
});

test('what is being typed keeps its field, its focus and its caret while everything that was found is taken', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Find in the texts' }).click();
  const outlets = page.getByRole('button', { name: 'Accept all Outlets' });
  const found = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Accept / }) });
  await expect(outlets).toBeVisible();
  const before = await found.count();
  await page.getByRole('button', { name: 'Accept all People' }).click();
  await expect(workshop.said).toContainText('accepted');
  await expect.poll(() => found.count()).toBeLessThan(before);
  await page.getByRole('button', { name: 'Change Jon Haldorsen' }).click();
  const field = page.getByRole('textbox', { name: 'Name' }).first();
  await field.fill('abcdef');
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
  await field.evaluate((element) => { element.isTheSame = true; });
  const left = await found.count();
  // As a key of the page or a script does: the focus stays in the field.
  await outlets.evaluate((button) => button.click());
  await expect.poll(() => found.count()).toBeLessThan(left);
  await expect(outlets).toHaveCount(0);
  expect(await page.evaluate(() => {
    const active = document.activeElement;
    return [active.isTheSame, active.value, active.selectionStart, active.selectionEnd];
  })).toEqual([true, 'abcdef', 3, 3]);
  await page.keyboard.type('X');
  await expect(field).toHaveValue('abcXdef');
});

test('a reload in a collection of one’s own shows the same article again', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.call('Herring');
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await workshop.use();
  await room.open('#/search?q=quota');
  await room.passages.first().locator('.passage-number').click();
  await page.waitForURL(/#\/read\/.*collection=Herring/);
  await room.settled();
  const headline = await page.getByRole('heading', { level: 1 }).textContent();
  await page.reload();
  await room.ready();
  await workshop.notice.waitFor({ timeout: 20_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(headline);
  await expect(page.getByRole('status', { name: 'About this link' })).toHaveCount(0);
  await expect(page.locator('main [data-passage]').first()).toBeVisible();
});

test('a link to a collection says, where it is opened without it, what is missing and how to get it', async ({ workshop, room, page, browser }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.call('Herring and cod');
  await workshop.use();
  await room.open('#/search?q=herring');
  await page.locator('.result-group .title a').first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(/herring|cod/i);
  const link = page.url();
  expect(link).toContain('collection=Herring');
  const context = await browser.newContext();
  const stranger = await context.newPage();
  await stranger.goto(link);
  const notice = stranger.getByRole('status', { name: 'About this link' });
  await expect(notice.getByRole('listitem')).toHaveCount(1);
  await expect(notice).toContainText('This link is to “Herring and cod”');
  await expect(notice).toContainText('ask who gave you the link');
  await context.close();
});

test('a repair that is refused is a line of the catalogue, is shown as refused, and can be taken back', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose({ 'damaged.txt': 'Talks on herring quotas go on\n\n12 March 2019\n\nThe ministers of theUnited fleets met in the harbour on Monday and talked of herring.\n\nNobody of the United fleets had asked the ministers to meet on that day at all.\n' });
  await workshop.check('Talks on herring quotas go on');
  const repairs = page.getByRole('region', { name: 'Repairs' }).getByRole('listitem');
  await repairs.first().getByRole('button', { name: /^Refuse/ }).click();
  await expect(workshop.said).toContainText('refused');
  await expect(page.locator('[data-repair=refused]')).toContainText('Refused: “');
  await page.getByText('As it stands in the catalogue').click();
  await expect(page.locator('.check-about pre')).toContainText('The words are right as received.');
  await page.locator('[data-repair=refused]').getByRole('button', { name: /^Take the refusal back/ }).click();
  await expect(page.locator('[data-repair=refused]')).toHaveCount(0);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('[data-repair=refused]')).toHaveCount(1);
});

test('people have roles, issues their order, and the page for a host is a zip', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Add to People' }).click();
  const people = page.getByRole('region', { name: 'People' });
  await people.getByLabel('Name in full').fill('Jon Haldorsen');
  await people.getByRole('button', { name: 'Add a role' }).click();
  await people.getByLabel('Role', { exact: true }).fill('Minister of Fisheries');
  await people.getByLabel('What kind of role').selectOption('official');
  await people.getByLabel(/^From, such as/).fill('last year');
  await people.getByRole('button', { name: 'Save' }).click();
  await expect(people.getByRole('alert')).toContainText('“last year” is no day');
  await people.getByLabel(/^From, such as/).fill('2018-10-17');
  await people.getByRole('button', { name: 'Save' }).click();
  await people.getByRole('button', { name: 'Change Jon Haldorsen' }).click();
  await expect(people.getByLabel('Role', { exact: true })).toHaveValue('Minister of Fisheries');
  await expect(people.getByLabel('What kind of role')).toHaveValue('official');
  await workshop.go('Issues');
  for (const name of ['Herring', 'Cod']) await workshop.issue(name, name.toLowerCase());
  const names = page.locator('main .rows strong');
  await expect(names).toHaveText(['Herring', 'Cod']);
  await page.getByRole('button', { name: 'Move up Cod' }).focus();
  await page.keyboard.press('Enter');
  await expect(names).toHaveText(['Cod', 'Herring']);
  await expect(page.getByRole('button', { name: 'Move up Cod' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(workshop.said).toContainText('“Cod” is the first issue already.');
  await page.getByRole('button', { name: 'Move down Cod' }).click();
  await expect(names).toHaveText(['Herring', 'Cod']);
  await workshop.go('Catalogue');
  await expect(page.getByLabel('The catalogue', { exact: true })).toHaveValue(/title = "Minister of Fisheries", class = "official", from = "2018-10-17"/);
  await workshop.go('Use and save');
  const site = await workshop.saved('Save for a web host (zip)');
  expect(site.name).toMatch(/\.zip$/);
  const entries = site.content.toString('latin1');
  for (const name of ['index.html', 'collection/catalog.toml', 'collection/northern-post.txt']) expect(entries).toContain(name);
});

test('an event needs its source, can be called otherwise, and is told where articles from before and after it are compared', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Outlets and people');
  const events = page.getByRole('region', { name: 'Events' });
  await events.getByRole('button', { name: 'Add to Events' }).click();
  await events.getByLabel(/^What happened/).fill('the skippers blocked the harbour');
  await events.getByLabel(/^Day, such as/).fill('2019-03-15');
  await events.getByRole('button', { name: 'Save' }).click();
  await expect(events.getByRole('alert')).toContainText('Fill in “Source”');
  await expect(events.getByLabel(/^What happened/)).toHaveValue('the skippers blocked the harbour');
  await events.getByLabel('Source').fill('Harbour log, 15 March 2019.');
  await events.getByRole('button', { name: 'Save' }).click();
  await expect(events.locator('.rows')).toContainText('2019-03-15, Harbour log');
  await events.getByRole('button', { name: 'Change the skippers blocked the harbour' }).click();
  await events.getByLabel(/^What happened/).fill('skippers blocked the harbour of Torshavn');
  await events.getByRole('button', { name: 'Save' }).click();
  await expect(events.locator('.rows > li')).toHaveCount(1);
  await expect(events.locator('.rows strong')).toHaveText('skippers blocked the harbour of Torshavn');
  await workshop.use();
  await room.open('#/search?q=herring%20OR%20cod');
  const ids = await page.locator('main [data-passage]').evaluateAll((all) => [...new Set(all.map((one) => one.dataset.article))]);
  expect(ids).toHaveLength(3);
  await room.open(`#/compare?${ids.map((id) => `a=${id}`).join('&')}`);
  await page.getByText('Background', { exact: true }).click();
  await expect(page.locator('.background .between').last()).toContainText('skippers blocked the harbour of Torshavn');
  await expect(page.locator('.background')).toContainText('Source: Harbour log, 15 March 2019.');
});

test('an article is corrected by its lines and facts, each correction can be undone, and the catalogue shows it', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  const removed = page.locator('.lines [data-fate=removed]', { hasText: 'Subscribe to our newsletter' });
  await expect(removed).toBeVisible();
  await removed.getByRole('button', { name: 'Change line' }).click();
  await removed.getByRole('button', { name: 'Take it back as this' }).click();
  await expect(workshop.said).toContainText('The line was changed');
  await expect(page.locator('.lines [data-fate=kept]', { hasText: 'Subscribe to our newsletter' })).toBeVisible();
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(removed).toBeVisible();
  await page.getByRole('button', { name: 'Correct Place' }).click();
  const form = page.locator('.check-facts form');
  await form.getByLabel('Place', { exact: true }).fill('Reykjavik');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(form.getByRole('alert')).toContainText('or a reason');
  await form.getByLabel('Or why, in a sentence').fill('The dateline names the town.');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.locator('.check-facts dl > div', { has: page.locator('dt', { hasText: 'Place' }) })).toContainText('Reykjavik inferred');
  await page.getByText('As it stands in the catalogue').click();
  await expect(page.locator('.check-about pre')).toContainText('The dateline names the town.');
});

test('a correction that does not hold is told with its reason, and can be taken back', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  await page.getByRole('button', { name: 'Correct Date' }).click();
  const form = page.locator('.check-facts form');
  const date = form.getByLabel('Date', { exact: true });
  await date.fill('the day before');
  await form.getByLabel('Or why, in a sentence').fill('The text says so.');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(form.getByRole('alert')).toContainText('“the day before” is no date: write a day such as 2001-10-21');
  await expect(date).toHaveValue('the day before');
  await date.fill('2019-04-01');
  await form.getByLabel('Or why, in a sentence').fill('');
  await form.getByLabel(/^Words of the text/).fill('12 March 2019');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(workshop.said).toContainText('This does not hold');
  await expect(workshop.said).toContainText('the evidence does not give it');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(workshop.said).toContainText('taken back');
});

test('an article that is being checked is there again after a reload', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  await page.reload();
  await room.ready();
  await expect(page.getByRole('heading', { level: 2, name: 'Ministers agree on herring quota in Reykjavik' })).toBeVisible();
});

test('the focus goes into the form that opens, and back to where it was opened', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  const correct = page.getByRole('button', { name: 'Correct Place' });
  await correct.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.check-facts form').getByLabel('Place', { exact: true })).toBeFocused();
  await page.getByRole('button', { name: 'Cancel' }).press('Enter');
  await expect(correct).toBeFocused();
  await page.keyboard.press('Enter');
  await page.locator('.check-facts form').getByLabel('Place', { exact: true }).fill('Reykjavik');
  await page.locator('.check-facts form').getByLabel('Or why, in a sentence').fill('The dateline names the town.');
  await page.locator('.check-facts form').getByRole('button', { name: 'Save the correction' }).press('Enter');
  await expect(workshop.said).toContainText('The fact was corrected.');
  await expect(correct).toBeFocused();
  const line = page.locator('.lines li', { hasText: 'Subscribe to our newsletter' });
  await line.getByRole('button', { name: 'Change line' }).press('Enter');
  await line.getByRole('button', { name: 'Take it back as this' }).press('Enter');
  await expect(workshop.said).toContainText('The line was changed');
  await expect(line.getByRole('button', { name: 'Change line' })).toBeFocused();
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Add to People' }).press('Enter');
  await expect(page.getByLabel('Name in full')).toBeFocused();
  await page.getByLabel('Name in full').fill('Jon Haldorsen');
  await page.keyboard.press('Enter');
  await expect(workshop.said).toContainText('“Jon Haldorsen” was saved.');
  await expect(page.getByRole('button', { name: 'Add to People' })).toBeFocused();
});

test('on a phone what was done is in sight, however far down it was done', async ({ workshop, page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  const line = page.locator('.lines li', { hasText: 'Subscribe to our newsletter' });
  await line.getByRole('button', { name: 'Change line' }).click();
  await line.getByRole('button', { name: 'Take it back as this' }).click();
  await expect(workshop.said).toContainText('The line was changed');
  await expect(workshop.said.locator('.told')).toBeInViewport({ ratio: 1 });
});

test('words are taken from the text however they are selected', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  await page.getByRole('button', { name: 'Correct Place' }).click();
  // The focus goes into the form a frame later, and with it what is selected.
  await expect(page.locator('.check-facts form :focus')).toHaveCount(1);
  // As the handles of a touch screen do it: no pointer goes up, and no key.
  await page.locator('.lines span', { hasText: /^REYKJAVIK/ }).last().evaluate((words) => {
    const text = document.createTreeWalker(words, NodeFilter.SHOW_TEXT).nextNode();
    getSelection().setBaseAndExtent(text, 0, text, 9);
  });
  await page.getByRole('button', { name: 'Use the selected words' }).click();
  await expect(page.getByLabel(/^Words of the text/)).toHaveValue('REYKJAVIK');
});

test('what is to be done is told in words of the page, and who met is written by name', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Skippers angry at new herring limits');
  await expect(page.locator('.check-about')).not.toContainText(/\[\[|= \{|Add published/);
  await page.getByRole('button', { name: 'Correct Headline' }).click();
  const form = page.locator('.check-facts form');
  await form.getByLabel('Headline', { exact: true }).fill('Nothing of the kind');
  await form.getByLabel(/^Words of the text/).fill('Skippers in the harbour');
  await form.getByRole('button', { name: 'Save the correction' }).click();
  await expect(workshop.said).toContainText('Select the words that give it, or write why it is so.');
  await expect(workshop.said).not.toContainText('basis');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Add to People' }).click();
  await page.getByLabel('Name in full').fill('Jon Haldorsen');
  await page.getByRole('region', { name: 'People' }).getByRole('button', { name: 'Save' }).click();
  await expect(workshop.said).toContainText('was saved');
  const meetings = page.getByRole('region', { name: 'Meetings' });
  await meetings.getByRole('button', { name: 'Add to Meetings' }).click();
  await meetings.getByLabel('Name', { exact: true }).fill('Talks in Reykjavik');
  await meetings.getByLabel('Place').fill('Reykjavik');
  await meetings.getByLabel(/^First day/).fill('2019-03-12');
  await meetings.getByLabel(/^Who met/).fill('Jon Halvorsen');
  await meetings.getByRole('button', { name: 'Save' }).click();
  await expect(meetings.getByRole('alert')).toContainText('“Jon Halvorsen” is not one of the people yet');
  await meetings.getByLabel(/^Who met/).fill('Jon Haldorsen');
  await meetings.getByRole('button', { name: 'Save' }).click();
  await expect(workshop.said).toContainText('“Talks in Reykjavik” was saved.');
  await meetings.getByRole('button', { name: 'Change Talks in Reykjavik' }).click();
  await expect(meetings.getByLabel(/^Who met/)).toHaveValue('Jon Haldorsen');
  await workshop.go('Catalogue');
  await expect(page.getByLabel('The catalogue', { exact: true })).toHaveValue(/participants = \["jon-haldorsen"\]/);
  await expect(page.getByLabel('The catalogue', { exact: true })).toHaveValue(/^# The catalogue: what is said about the articles/);
});

test('a statement is given to somebody else or to nobody, and words that no rule hears to somebody', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Skippers angry at new herring limits');
  await page.getByText(/^Who speaks:/).click();
  const voices = page.locator('.voices-found');
  await expect(voices).toContainText('Write whoever speaks under “Outlets and people” first');
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Add to People' }).click();
  await page.getByLabel('Name in full').fill('Per Dahl');
  await page.getByRole('region', { name: 'People' }).getByRole('button', { name: 'Save' }).click();
  await workshop.go('Articles');
  await workshop.check('Skippers angry at new herring limits');
  await page.getByText(/^Who speaks:/).click();
  const item = (words) => voices.getByRole('listitem').filter({ hasText: words });
  // One statement of two in a passage; the other stays hers.
  await expect(item('The ministers count fish')).toContainText('Maria Olsen');
  await item('The ministers count fish').getByText('Change who speaks').click();
  await item('The ministers count fish').getByLabel('Speaker').selectOption('Per Dahl');
  await item('The ministers count fish').getByRole('button', { name: 'Set' }).click();
  await expect(workshop.said).toContainText('The speaker was set');
  await expect(item('The ministers count fish')).toContainText('Per Dahl');
  await expect(item('Nobody asked us')).toContainText('Maria Olsen');
  // Nobody's.
  await item('Nobody asked us').getByText('Change who speaks').click();
  await item('Nobody asked us').getByLabel('Speaker').selectOption({ label: 'nobody: these words are no statement' });
  await item('Nobody asked us').getByRole('button', { name: 'Set' }).click();
  await expect(item('Nobody asked us')).toContainText('Nobody says this on line 9, as the catalogue has it');
  await item('Nobody asked us').getByRole('button', { name: 'As the rules have it' }).click();
  await expect(item('Nobody asked us')).toContainText('Maria Olsen');
  // Words that are selected.
  const select = (words) => page.evaluate((text) => {
    const walk = document.createTreeWalker(document.querySelector('.lines'), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const start = walk.currentNode.data.indexOf(text);
      if (start < 0) continue;
      getSelection().setBaseAndExtent(walk.currentNode, start, walk.currentNode, start + text.length);
    }
  }, words);
  await select('A meeting of skippers is to be held');
  await voices.getByLabel('Who says these words').selectOption('Per Dahl');
  await voices.getByRole('button', { name: 'Set as said by them' }).click();
  await expect(item('A meeting of skippers')).toContainText('Per Dahl');
  await workshop.go('Catalogue');
  const text = await page.getByLabel('The catalogue', { exact: true }).inputValue();
  expect(text).toContain('person = "per-dahl", words = "A meeting of skippers is to be held"');
  expect(text).not.toContain('person = ""');
});

test('when an article was changed and what its page calls itself is shown, with what says so', async ({ workshop, page }) => {
  const page_ = `<!doctype html><html><head><title>Harbour opens - Sea Review</title><meta property="og:site_name" content="Sea Review">
<meta property="article:published_time" content="2019-03-20T09:00:00+01:00"><meta property="article:modified_time" content="2019-03-22T18:30:00+01:00"></head>
<body><article><h1>Harbour opens</h1><p>The new harbour opened on Wednesday after eleven years of work, and the first boats came in at noon.</p>
<p>Nobody had expected so many boats, and the mayor thanked all who had waited for it in the cold morning.</p></article></body></html>`;
  await workshop.open();
  await workshop.choose({ 'harbour.html': page_ });
  await expect(workshop.articles).toHaveCount(1);
  await workshop.check('Harbour opens');
  await expect(page.locator('.check-facts')).toContainText(/Changed after that\s*2019-03-22T18:30\+01:00/);
  await expect(page.locator('.check-facts')).toContainText(/Sea Review stated.*So the file calls it/s);
  await page.getByRole('button', { name: 'Use this collection' }).click();
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('link', { name: 'Harbour opens' }).first().click();
  const facts = page.locator('main');
  await expect(facts).toContainText(/Updated\s*22 March 2019/);
  await page.locator('summary').filter({ hasText: 'Why this update?' }).click();
  await expect(facts).toContainText('article:modified_time');
});

test('a person who is renamed keeps what they say', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Find in the texts' }).click();
  await page.getByRole('button', { name: 'Accept Jon Haldorsen' }).click();
  await expect(workshop.said).toContainText('accepted');
  const people = page.getByRole('region', { name: 'People' });
  const uses = await people.locator('.rows .fine').first().innerText();
  expect(uses).toMatch(/used [2-9] times/);
  await people.getByRole('button', { name: 'Change Jon Haldorsen' }).click();
  await people.getByLabel('Name in full').fill('Jon A. Haldorsen, MP');
  await people.getByRole('button', { name: 'Save' }).click();
  await expect(people.locator('.rows strong').first()).toHaveText('Jon A. Haldorsen, MP');
  await expect(people.locator('.rows .fine').first()).toHaveText(uses);
});

/** A zip of files by their paths. */
const zipped = (files) => {
  const write = 'import io, json, sys, zipfile\nout = io.BytesIO()\nwith zipfile.ZipFile(out, "w") as zip:\n    for name, text in json.load(sys.stdin).items(): zip.writestr(name, text)\nsys.stdout.buffer.write(out.getvalue())';
  return spawnSync('python3', ['-c', write], { input: JSON.stringify(files) }).stdout;
};

test('what a browser saves along with a page is left out in one line', async ({ workshop, page }) => {
  await workshop.open();
  const zip = zipped({
    'saved/Cod next.html': ARTICLES['sea-review.html'],
    'saved/Cod next_files/ad.html': '<p>Buy a boat, the best of all boats, from the best of all boat builders today.</p>',
    'saved/Cod next_files/site.css': 'p { color: red }',
    'saved/harbour-times.txt': ARTICLES['harbour-times.txt'],
    'saved/.DS_Store': 'x',
  });
  await workshop.choose({ 'saved.zip': zip });
  await expect(workshop.articles).toHaveCount(2);
  await expect(workshop.brought.locator('.left-out')).toHaveText(/^Left out, because they are no articles: 2 files .* and 1 file that the system keeps/);
  await expect(workshop.brought).not.toContainText('Not taken');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('.lede')).toContainText('Bring in articles of your own');
  await fs.promises.mkdir(test.info().outputPath('saved/Talks_files'), { recursive: true });
  for (const [name, text] of Object.entries({ 'Talks.html': ARTICLES['sea-review.html'], 'Talks_files/a.html': 'An advertisement', 'Talks_files/a.js': 'x', 'Thumbs.db': 'x' })) {
    await fs.promises.writeFile(test.info().outputPath(`saved/${name}`), text);
  }
  await page.getByLabel('Choose a folder').setInputFiles(test.info().outputPath('saved'));
  await expect(workshop.articles).toHaveCount(1);
  await expect(workshop.brought.locator('.left-out')).toContainText('2 files that the browser saved along with pages');
});

test('a catalogue of a newer version is reported as a catalogue', async ({ workshop }) => {
  await workshop.open();
  await workshop.choose({ ...ARTICLES, 'catalog.toml': 'format = 99\ntitle = "Herring"\n' });
  await expect(workshop.brought.locator('.brought-told')).toHaveText('3 articles taken.');
  await expect(workshop.line('catalog.toml')).toContainText('The catalogue, with 1 problem');
  await expect(workshop.line('catalog.toml')).toContainText('newer version');
});

test('an article whose bringing in is undone is told as gone', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.check('Ministers agree on herring quota in Reykjavik');
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(page.locator('main')).toContainText('There is no such article in this collection.');
  await expect(workshop.said.locator('.wrong')).toHaveCount(0);
  await page.getByRole('button', { name: /^Redo/ }).click();
  await workshop.go('Articles');
  await expect(workshop.articles).toHaveCount(3);
});

test('outlets and people are found in the texts, and an issue shows what it takes as it is typed', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Outlets and people');
  await page.getByRole('button', { name: 'Find in the texts' }).click();
  await page.getByRole('button', { name: 'Accept Jon Haldorsen' }).click();
  await expect(page.getByRole('region', { name: 'People' }).locator('.rows').first()).toContainText('Jon Haldorsen');
  await workshop.go('Issues');
  await workshop.issue('Cod', 'cod', 'passages in 2 articles on it');
  await expect(page.locator('.rows').first()).toContainText(/Cod.*[1-9]\d* passages?/s);
  await workshop.use();
  await workshop.room.open('#/search');
  await expect(workshop.room.filter('Issue', 'Cod')).toBeVisible();
});

test('a fault of the catalogue is told with its place while one types, and nothing is lost', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Catalogue');
  const field = page.getByLabel('The catalogue', { exact: true });
  await field.fill('title = "Herring"\n\n[[article]]\nfile = "no-such.txt"\n');
  await expect(page.locator('#catalogue-problems')).toContainText('no-such.txt');
  await expect(page.locator('#catalogue-problems li').first()).toContainText('line 4');
  await field.fill('title = "Herring"\n');
  await expect(page.locator('#catalogue-problems')).toContainText('The catalogue has no problem.');
  await workshop.go('Articles');
  await expect(workshop.articles).toHaveCount(3);
});

test('the collection is saved as a folder, and opened again as it was', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.go('Use and save');
  const folder = await workshop.saved('Save as a folder (zip)');
  expect(folder.name).toMatch(/\.zip$/);
  await expect(page.locator('.workshop-tools')).toContainText('Saved to a file.');
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await page.waitForTimeout(300);
  await page.reload();
  await expect(page.locator('.workshop-tools')).toContainText('Saved to a file.');
  await page.getByRole('button', { name: 'Begin anew' }).click();
  await expect(page.locator('.lede')).toContainText('Bring in articles of your own');
  await page.getByLabel('Open a saved collection').setInputFiles(folder.path);
  await expect(workshop.said).toContainText('The collection was opened.');
  await workshop.go('Articles');
  await expect(workshop.articles).toHaveCount(3);
  await workshop.go('Use and save');
  expect((await workshop.saved('Save as a folder (zip)')).content.equals(folder.content)).toBe(true);
});

test('what one does is kept on this device, and can be deleted there', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await page.reload();
  await room.ready();
  await expect(workshop.articles).toHaveCount(3);
  await workshop.go('Use and save');
  await page.getByRole('button', { name: /^Delete from this device/ }).click();
  await expect(workshop.said).toContainText('no longer kept');
  await page.reload();
  await room.ready();
  await expect(page.locator('.lede')).toContainText('Bring in articles of your own');
});

test('two tabs agree on the collection: what is changed or deleted in one is told in the other', async ({ workshop, room, page, context }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  const there = new Workshop(new Room(await context.newPage(), room.address));
  await there.open();
  await expect(there.articles).toHaveCount(3);
  await workshop.paste('The harbour is dredged\n\n4 April 2019\n\nThe harbour was dredged on Monday, because nobody could leave it at low water.\n');
  await expect(there.articles).toHaveCount(4);
  await expect(there.said).toContainText('changed in another tab');
  await there.go('Use and save');
  await there.page.getByRole('button', { name: /^Delete from this device/ }).click();
  await expect(there.said).toContainText('no longer kept');
  await expect(workshop.said).toContainText('deleted from this device in another tab');
  // Looking about changes nothing, so nothing is kept anew, in neither of them.
  for (const one of [workshop, there]) {
    await one.go('Articles');
    await one.go('Use and save');
    await one.page.waitForTimeout(1000);
    await expect(one.page.getByRole('region', { name: 'On this device' })).toContainText('Nothing is kept on this device yet.');
  }
  await workshop.go('Articles');
  await expect(workshop.articles).toHaveCount(4);
});

test('where the browser keeps nothing that is said at once, and the collection can be saved', async ({ workshop, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } });
  });
  await workshop.open();
  await workshop.choose(ARTICLES);
  await expect(workshop.articles).toHaveCount(3);
  await expect(page.locator('.workshop-tools')).toContainText('keeps nothing for this page');
  await workshop.go('Use and save');
  expect((await workshop.saved('Save as a folder (zip)')).content.subarray(0, 2).toString()).toBe('PK');
});

test('storage that is full is told at once, and nothing of the tab is lost; cleared storage is written again', async ({ workshop, room, page }) => {
  await workshop.open();
  await workshop.choose(ARTICLES);
  const tools = page.locator('.workshop-tools');
  await expect(tools).toContainText('Kept on this device.');
  await page.evaluate(() => {
    self.put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
  });
  await workshop.call('Herring');
  await expect(tools).toContainText('no room left');
  await expect(workshop.articles).toHaveCount(3);
  await page.evaluate(() => new Promise((done) => {
    IDBObjectStore.prototype.put = self.put;
    const asked = indexedDB.open('summitry');
    asked.onsuccess = () => { const all = asked.result.transaction('records', 'readwrite'); all.objectStore('records').clear(); all.oncomplete = () => { asked.result.close(); done(); }; };
  }));
  await workshop.call('Herring and cod');
  await expect(tools).toContainText('Kept on this device.');
  await page.reload();
  await room.ready();
  await expect(workshop.articles).toHaveCount(3);
  await expect(page.getByLabel('Name of the collection')).toHaveValue('Herring and cod');
});

test('in a sandbox of another site the workshop works, says that nothing is kept, and what was done can be taken along', async ({ page, site }) => {
  const place = await lesson(site.address, `<iframe title="Reading" sandbox="allow-scripts allow-downloads" width="1000" height="800" src="${site.address}#/workshop"></iframe>`);
  try {
    await page.goto(place.address);
    const frame = page.frameLocator('iframe');
    await frame.getByLabel('Or paste an article, with headline, author and date').fill(ARTICLES['harbour-times.txt']);
    await frame.getByRole('button', { name: 'Add the pasted article' }).click();
    await expect(frame.getByRole('region', { name: 'Articles' }).locator('tbody tr')).toHaveCount(1, { timeout: 20_000 });
    await expect(frame.locator('.workshop-tools')).toContainText('keeps nothing for this page');
    await frame.getByRole('link', { name: 'Use and save' }).click();
    await expect(frame.getByRole('region', { name: 'On this device' })).toContainText('inside one of another site');
    const [file] = await Promise.all([page.waitForEvent('download'), frame.getByRole('button', { name: 'Save as a folder (zip)' }).click()]);
    expect(fs.readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK');
  } finally {
    await place.stop();
  }
});

test('how long a browser keeps it is said', async ({ workshop, page }) => {
  await workshop.open('/take');
  await expect(page.getByRole('region', { name: 'On this device' })).toContainText('Safari after seven days without a visit');
});

const utf16 = (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const HOSTILE = {
  'scan.pdf': [Buffer.from('%PDF-1.7\n%\xe2\xe3\n1 0 obj\n', 'latin1'), /PDF.*paste/is],
  'photo.txt': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 1, 2, 3]), /not taken|image|PNG|picture/i],
  'empty.txt': [Buffer.from('  \n'), /./],
  'notes.docx': [Buffer.from('PK\x03\x04 broken', 'latin1'), /./],
  'lines.txt': [Buffer.from('word\n'.repeat(200_000)), /lines/],
};

test('what cannot be taken gets a sentence each, and the others are taken', async ({ workshop, page }) => {
  await workshop.open();
  await workshop.choose({
    ...Object.fromEntries(Object.entries(HOSTILE).map(([name, [bytes]]) => [name, bytes])),
    'wide.txt': utf16(ARTICLES['northern-post.txt']),
    'latin.txt': Buffer.from(ARTICLES['harbour-times.txt'].replace('Nobody asked us', 'Personne n’a demandé').replace('’', "'"), 'latin1'),
  });
  for (const [name, [, told]] of Object.entries(HOSTILE)) {
    await expect(workshop.line(name), name).toHaveAttribute('data-taken', 'false');
    expect((await workshop.line(name).locator('p').nth(1).innerText()).length, name).toBeGreaterThan(20);
    await expect(workshop.line(name), name).toContainText(told);
  }
  await expect(workshop.articles).toHaveCount(2);
  await expect(page.locator('main')).toContainText('Ministers agree on herring quota in Reykjavik');
});

test('nothing of a page that is brought in runs or asks anybody', async ({ workshop, page }) => {
  await workshop.open();
  const nested = '<div>'.repeat(10_000);
  await workshop.choose({
    'trap.html': `<!doctype html><html><head><base href="https://evil.example/"><meta http-equiv="refresh" content="0;url=https://evil.example/"><title>A trap for readers of herring news</title></head><body onload="document.title='taken'"><h1>A trap for readers of herring news</h1><p>The herring was quite fresh, said the harbour master to the papers on Monday morning.</p><p>Nobody at the harbour had seen any other fish that day, said the harbour master.</p><img src="https://evil.example/x.png" onerror="document.title='taken'"><script>document.title='taken'</script><iframe srcdoc="<script>parent.document.title='taken'</script>"></iframe></body></html>`,
    'deep.html': `<html><body>${nested}<p>Deep down there is a paragraph about herring and nothing else at all.</p></body></html>`,
  });
  await workshop.check('A trap for readers of herring news');
  await expect(page).toHaveTitle('Workshop · Summitry');
  await expect(page.locator('main iframe, main img, main script')).toHaveCount(0);
});

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing and nothing is wider than a phone while one works, ${theme}`, async ({ workshop, page }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width: 320, height: 700 });
    const clean = async (state) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.flatMap((rule) => rule.nodes.map((node) => `${state}: ${rule.id}: ${node.html.slice(0, 120)}`))).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(320);
    };
    await workshop.open();
    await clean('empty');
    await workshop.choose({ ...ARTICLES, 'scan.pdf': Buffer.from('%PDF-1.7\n') });
    await clean('brought in');
    await workshop.check('Skippers angry at new herring limits');
    await page.getByRole('button', { name: 'Correct Date' }).click();
    await page.locator('.lines').getByRole('button').first().click();
    await clean('an article');
    await workshop.go('Outlets and people');
    await page.getByRole('button', { name: 'Find in the texts' }).click();
    await page.getByRole('button', { name: 'Add to Outlets' }).click();
    await clean('names');
    await workshop.go('Issues');
    await page.getByRole('button', { name: 'Add an issue' }).click();
    await page.getByLabel(/^Search: words/).fill('herring OR cod');
    await page.locator('.preview').waitFor();
    await clean('an issue');
    await workshop.go('Catalogue');
    await clean('the catalogue');
    await workshop.go('Use and save');
    await clean('saving');
  });
}
