// Keeping a collection on the device, with the tab killed at every step of it:
// what is found afterwards is the old state or the new one, whole. And what is
// kept apart in a frame of another site.
import { ARTICLES } from './herring.js';
import { lesson } from './lesson.js';
import { Workshop } from './pages/workshop.js';
import { Room } from './pages/room.js';
import { expect, test } from './room.js';

/** The steps of a save, as the browser's database sees them; the last is its end. */
const STEPS = ['transaction', 'get', 'put', 'put again', 'put a third time', 'put a fourth time', 'complete', 'after'];

/** Makes the page stand still for ever at a step of its next save. */
const standStill = (step) => {
  const counted = { transaction: 0, get: 0, put: 0 };
  const wanted = { transaction: ['transaction', 1], get: ['get', 1], put: ['put', 1], 'put again': ['put', 2], 'put a third time': ['put', 3], 'put a fourth time': ['put', 4] }[step];
  const halt = () => {
    for (;;);
  };
  const watch = (name, method, object) => {
    const before = object[method];
    object[method] = function (...given) {
      const done = Reflect.apply(before, this, given);
      const writes = name === 'transaction' ? given[1] === 'readwrite' : (this.transaction ?? this).mode === 'readwrite';
      if (self.armed && writes) {
        counted[name] += 1;
        if (name === 'transaction' && step === 'complete') done.addEventListener('complete', halt);
        if (wanted && wanted[0] === name && counted[name] === wanted[1]) halt();
      }
      return done;
    };
  };
  watch('transaction', 'transaction', IDBDatabase.prototype);
  watch('get', 'get', IDBObjectStore.prototype);
  watch('put', 'put', IDBObjectStore.prototype);
};

for (const step of STEPS) {
  test(`a tab that is killed while it saves, at “${step}”, leaves the old state or the new one`, async ({ browser, site }) => {
    test.setTimeout(90_000);
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.addInitScript(standStill, step);
    const workshop = new Workshop(new Room(page, site.address));
    await workshop.open();
    await workshop.choose(ARTICLES);
    await workshop.call('The old name');
    await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
    const session = await context.newCDPSession(page);
    await page.evaluate(() => void (self.armed = true));
    await page.getByLabel('Name of the collection').fill('The new name');
    await page.getByLabel('Name of the collection').press('Enter');
    if (step === 'after') await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
    // The save begins when the changing has rested; the page cannot say that it stands still.
    await new Promise((rested) => setTimeout(rested, 2500));
    await Promise.race([session.send('Page.crash').catch(() => {}), page.waitForEvent('crash')]);

    const next = await context.newPage();
    const again = new Workshop(new Room(next, site.address));
    await again.open();
    // The program that opens a collection starts anew in this tab.
    await expect(again.articles).toHaveCount(Object.keys(ARTICLES).length, { timeout: 25_000 });
    const name = await next.getByLabel('Name of the collection').inputValue();
    expect(['The old name', 'The new name']).toContain(name);
    if (step === 'after') expect(name).toBe('The new name');
    // The list on the device and the collection itself are of one state.
    await again.go('Use and save');
    await expect(next.getByRole('region', { name: 'On this device' }).locator('strong')).toHaveText(name);
    await context.close();
  });
}

test('a worker that is killed while it saves leaves the old state', async ({ browser, site }) => {
  test.setTimeout(60_000);
  const context = await browser.newContext();
  const page = await context.newPage();
  // The worker is gone once it was asked to save, before it has answered.
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...more) {
      post.call(this, message, ...more);
      if (!self.armed || !/"op":"save"/.test(message?.[1])) return;
      this.terminate();
      self.killed = true;
    };
  });
  const workshop = new Workshop(new Room(page, site.address));
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.call('The old name');
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await page.evaluate(() => void (self.armed = true));
  await page.getByLabel('Name of the collection').fill('The new name');
  await page.getByLabel('Name of the collection').press('Enter');
  await page.waitForFunction(() => self.killed);
  await expect(page.locator('.workshop-tools')).not.toContainText('Kept on this device.');
  await page.reload();
  await expect(workshop.articles).toHaveCount(Object.keys(ARTICLES).length, { timeout: 20_000 });
  await expect(page.getByLabel('Name of the collection')).toHaveValue('The old name');
  await context.close();
});

/** The frame of the page at `route` in a page of another site: `localhost` is none of the page's own. */
const inAnotherSite = async (page, site, route) => {
  const place = await lesson(site.address, `<iframe title="Reading" width="1100" height="800" src="${site.address}${route}"></iframe>`);
  await page.goto(place.address.replace('127.0.0.1', 'localhost'));
  return { frame: page.frameLocator('iframe'), stop: place.stop };
};

test('a collection that is kept in a frame of another site is found there again, and nowhere else', async ({ room, page, site }) => {
  test.setTimeout(60_000);
  const workshop = new Workshop(room);
  await workshop.open();
  await workshop.choose(ARTICLES);
  await workshop.call('Kept in the page itself');
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');

  const { frame, stop } = await inAnotherSite(page, site, '#/workshop');
  const articles = frame.getByRole('region', { name: 'Articles' }).locator('tbody tr');
  await expect(frame.getByLabel('Choose files')).toBeAttached();
  await expect(articles).toHaveCount(0);
  await frame.getByLabel('Or paste an article, with headline, author and date').fill(ARTICLES['harbour-times.txt']);
  await frame.getByRole('button', { name: 'Add the pasted article' }).click();
  await expect(articles).toHaveCount(1, { timeout: 20_000 });
  await expect(frame.locator('.workshop-tools')).toContainText('Kept on this device, for this place inside another site only.');
  await frame.getByRole('link', { name: 'Use and save' }).click();
  await expect(frame.getByRole('region', { name: 'On this device' })).toContainText('found only there, not where this page is opened by itself');
  await page.reload();
  await expect(articles).toHaveCount(1, { timeout: 20_000 });
  await stop();

  await workshop.open();
  await expect(workshop.articles).toHaveCount(Object.keys(ARTICLES).length, { timeout: 20_000 });
  await expect(page.getByLabel('Name of the collection')).toHaveValue('Kept in the page itself');
});

test('notes that are kept in a frame of another site stay there, and say that they do', async ({ room, page, site }) => {
  await room.open('#/search?q=bushehr');
  const keep = (place) => place.locator('.keep').first();
  await keep(page).click();
  await expect(page.locator('.kept-bar')).toContainText('1 kept');

  const { frame, stop } = await inAnotherSite(page, site, '#/search?q=china');
  await expect(keep(frame)).toBeVisible();
  await expect(frame.locator('.kept-bar')).toHaveCount(0);
  await keep(frame).click();
  await keep(frame.locator('.hit').nth(1)).click();
  await expect(frame.locator('.kept-bar')).toContainText('2 kept');
  await expect(frame.locator('.kept-bar')).toContainText('for the page around this one alone');
  await page.reload();
  await expect(frame.locator('.kept-bar')).toContainText('2 kept');
  await stop();

  await room.open('#/search?q=bushehr');
  await expect(page.locator('.kept-bar')).toContainText('1 kept');
});
