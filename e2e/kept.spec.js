// Keeping a collection on the device, with the tab killed at every step of it:
// what is found afterwards is the old state or the new one, whole. And what is
// kept apart in a frame of another site.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { ARTICLES } from './herring.js';
import { lesson } from './lesson.js';
import { Workshop } from './pages/workshop.js';
import { Room } from './pages/room.js';
import config from './playwright.config.js';
import { expect, test } from './room.js';
import { started } from './started.js';

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

/** A workshop whose worker is what `script` makes of it, with the articles in it. */
const withWorker = async (browser, site, script) => {
  test.setTimeout(60_000);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(script);
  const workshop = new Workshop(new Room(page, site.address));
  await workshop.open();
  await workshop.choose(ARTICLES);
  return { context, page, workshop };
};

/** Has the collection kept under its old name, and gives it another one once the worker is armed. */
const renamed = async ({ page, workshop }, name) => {
  await workshop.call('The old name');
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await page.evaluate(() => void (self.armed = true));
  await page.getByLabel('Name of the collection').fill(name);
  await page.getByLabel('Name of the collection').press('Enter');
};

/** What a reload finds on the device: all articles, under this name. */
const found = async ({ page, workshop }, name) => {
  await page.reload();
  await expect(workshop.articles).toHaveCount(Object.keys(ARTICLES).length, { timeout: 20_000 });
  await expect(page.getByLabel('Name of the collection')).toHaveValue(name);
};

test('a worker that is killed while it saves leaves the old state', async ({ browser, site }) => {
  // The worker is gone once it was asked to save, before it has answered.
  const begun = await withWorker(browser, site, () => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...more) {
      post.call(this, message, ...more);
      if (!self.armed || !/"op":"save"/.test(message?.[1])) return;
      this.terminate();
      self.killed = true;
    };
  });
  await renamed(begun, 'The new name');
  await begun.page.waitForFunction(() => self.killed);
  await expect(begun.page.locator('.workshop-tools')).not.toContainText('Kept on this device.');
  await found(begun, 'The old name');
  await begun.context.close();
});

test('a program that stops is opened again with what was kept, and what is done then adds to it', async ({ browser, site }) => {
  const begun = await withWorker(browser, site, () => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...more) {
      if (!self.armed || !/"op":"edit"/.test(message?.[1])) return post.call(this, message, ...more);
      self.armed = false;
      // What a program says that has trapped.
      this.onmessage({ data: [message[0], null] });
    };
  });
  const { context, page, workshop } = begun;
  await renamed(begun, 'Lost');
  await expect(workshop.said).toContainText('had stopped because of a mistake', { timeout: 20_000 });
  await expect(workshop.articles).toHaveCount(Object.keys(ARTICLES).length);
  await workshop.call('The new name');
  await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');
  await found(begun, 'The new name');
  await context.close();
});

test('where no worker begins, its stand-in on the page keeps what it was given', async ({ browser, site }) => {
  const { context, workshop } = await withWorker(browser, site, () => {
    const Real = Worker;
    self.Worker = class extends Real {
      constructor() {
        super('/nothing-of-this-name.js', { type: 'module' });
      }
    };
  });
  await workshop.call('On the page');
  await expect(workshop.articles).toHaveCount(Object.keys(ARTICLES).length);
  await context.close();
});

/** The frame of the page at `route` in a page of another site: `localhost` is none of the page's own. */
const inAnotherSite = async (page, site, route) => {
  const place = await lesson(site.address, `<iframe title="Reading" width="1100" height="800" src="${site.address}${route}"></iframe>`);
  await page.goto(place.address.replace('127.0.0.1', 'localhost'));
  return { frame: page.frameLocator('iframe'), stop: place.stop };
};

/** A browser that lets a frame of another site keep something, apart, as most do outside of private windows. */
const profiled = async (visit) => {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-profile-'));
  fs.mkdirSync(path.join(profile, 'Default'));
  fs.writeFileSync(path.join(profile, 'Default', 'Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0, block_third_party_cookies: false } }));
  // The tests' browser is started with storage that is not apart; the last switch of a name holds.
  const { args = [], ...options } = config.use.launchOptions ?? {};
  const apart = ['--disable-features=Translate', '--enable-features=ThirdPartyStoragePartitioning'];
  const context = await started(() => chromium.launchPersistentContext(profile, { ...options, args: [...args, ...apart] }));
  try {
    await visit(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    fs.rmSync(profile, { recursive: true, force: true });
  }
};

const keepAt = (place, number) => place.locator('main [data-passage]').nth(number).locator('.keep').first();

const pasteInto = async (frame) => {
  await frame.getByLabel('Or paste an article, with headline, author and date').fill(ARTICLES['harbour-times.txt']);
  await frame.getByRole('button', { name: 'Add the pasted article' }).click();
  await expect(articlesOf(frame)).toHaveCount(1, { timeout: 20_000 });
};

const articlesOf = (frame) => frame.getByRole('region', { name: 'Articles' }).locator('tbody tr');

test('a collection that is kept in a frame of another site is found there again, and nowhere else', async ({ site }) => {
  test.setTimeout(90_000);
  await profiled(async (page) => {
    const workshop = new Workshop(new Room(page, site.address));
    await workshop.open();
    await workshop.choose(ARTICLES);
    await workshop.call('Kept in the page itself');
    await expect(page.locator('.workshop-tools')).toContainText('Kept on this device.');

    const { frame, stop } = await inAnotherSite(page, site, '#/workshop');
    await expect(frame.getByLabel('Choose files')).toBeAttached();
    await pasteInto(frame);
    await expect(frame.locator('.workshop-tools')).toContainText('Kept on this device, for this place inside another site only.');
    await frame.getByRole('link', { name: 'Use and save' }).click();
    await expect(frame.getByRole('region', { name: 'On this device' })).toContainText('found only there, not where this page is opened by itself');
    await page.reload();
    await expect(articlesOf(frame)).toHaveCount(1, { timeout: 20_000 });
    await stop();

    await workshop.open();
    await expect(workshop.articles).toHaveCount(Object.keys(ARTICLES).length, { timeout: 20_000 });
    await expect(page.getByLabel('Name of the collection')).toHaveValue('Kept in the page itself');
  });
});

test('notes that are kept in a frame of another site stay there, and say that they do', async ({ site }) => {
  test.setTimeout(60_000);
  await profiled(async (page) => {
    const room = new Room(page, site.address);
    await room.open('#/search?q=bushehr');
    await keepAt(page, 0).click();
    await expect(page.locator('.kept-bar')).toContainText('1 kept');
    // What is kept is certain to be written within a second.
    await page.waitForTimeout(1000);

    const { frame, stop } = await inAnotherSite(page, site, '#/search?q=iran');
    await keepAt(frame, 0).click();
    await keepAt(frame, 1).click();
    await expect(frame.locator('.kept-bar')).toContainText('2 kept');
    await expect(frame.locator('.kept-bar')).toContainText('for the page around this one alone');
    await page.waitForTimeout(1000);
    await page.reload();
    await expect(frame.locator('.kept-bar')).toContainText('2 kept');
    await stop();

    await room.open('#/search?q=bushehr');
    await expect(page.locator('.kept-bar')).toContainText('1 kept');
  });
});

test('where a frame of another site may keep nothing, that is said at once and what was done can be saved', async ({ page, site }) => {
  test.setTimeout(60_000);
  // As in a private window, whose browser lets no frame of another site keep anything.
  const { frame, stop } = await inAnotherSite(page, site, '#/workshop');
  await pasteInto(frame);
  await expect(frame.locator('.workshop-tools')).toContainText('This browser keeps nothing for this page');
  await frame.getByRole('link', { name: 'Use and save' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), frame.getByRole('button', { name: 'Save as a folder (zip)' }).click()]);
  expect(fs.readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK');
  await frame.getByRole('link', { name: 'Search', exact: true }).click();
  await frame.getByRole('searchbox').fill('iran');
  await keepAt(frame, 0).click();
  await expect(frame.locator('.kept-bar')).toContainText('Not kept in this browser');
  await expect(frame.locator('.kept-bar')).toContainText('keeps nothing for this page');
  await stop();
});
