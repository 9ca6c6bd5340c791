// Without a network, for good: what is kept, how it is replaced, and that
// nothing damaged is ever kept or shown.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { buildOf, kept, secondBuild } from './builds.js';
import config from './playwright.config.js';
import { lesson } from './lesson.js';
import { dist, expect, host, test } from './room.js';
import { started } from './started.js';
import { STORIES, ready } from './stories.js';

/** A page of a context of its own, as the stories speak of it. */
const visitor = async (context) => {
  const page = await context.newPage();
  return {
    page,
    evaluate: (script, argument) => page.evaluate(script, argument),
    until: (condition, argument) => page.waitForFunction(condition, argument),
    type: async (selector, text) => {
      await page.locator(selector).fill('');
      await page.locator(selector).pressSequentially(text);
    },
    click: (selector) => page.locator(selector).first().click(),
    back: () => page.goBack(),
    reload: () => page.reload(),
  };
};

const isKept = (page) => page.waitForFunction(() => /is kept on this device/.test(document.documentElement.dataset.kept ?? ''));

/** Opens the page and waits until it is kept. */
const keep = async (page, address) => {
  await page.goto(address);
  await page.locator('body[data-ready=true]').waitFor();
  await isKept(page);
};

const tellStories = async (one) => {
  for (const run of Object.values(STORIES)) {
    await one.page.evaluate(() => { location.hash = '#/search'; });
    await run(one);
  }
};

/** What was kept before stands there again; then it is let go. */
const letGo = async (one) => {
  await one.until(() => /1 kept/.test(document.querySelector('.kept-bar')?.textContent));
  await one.page.evaluate(() => { location.hash = '#/read/bbc-2001-10-21'; });
  await one.click('main [data-passage="5"] .keep[aria-pressed="true"]');
  await one.until(() => document.querySelector('main [data-passage="5"] .keep[aria-pressed="false"]') && !document.querySelector('.kept-bar'));
};

/** Names of stores, and the names in them. */
const stores = (page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const files = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url.split('/').pop())));
    return names.map((name, place) => ({ name, files: files[place] }));
  });

const lookForUpdate = (page) => page.evaluate(async () => { (await navigator.serviceWorker.getRegistration()).update(); });

/** A host whose files can be exchanged for those of another folder. */
const changingHost = async () => {
  const state = { folder: dist, hold: () => false, held: [], damage: () => null };
  const site = await host('/room/', { state });
  return Object.assign(site, { state });
};

/** A visitor who has kept the first build, and a host that can go over to a second one. */
const beforeUpdate = async (browser) => {
  const [site, second] = [await changingHost(), secondBuild()];
  const context = await browser.newContext();
  const one = await visitor(context);
  await keep(one.page, site.address);
  const done = async () => {
    await context.close();
    await site.stop();
    fs.rmSync(second, { recursive: true });
  };
  return { site, second, context, one, first: await buildOf(one.page), done };
};

test('the whole main job with the server stopped, after a hard reload, twice', async ({ browser }) => {
  test.setTimeout(90_000);
  const site = await host();
  const context = await browser.newContext();
  const one = await visitor(context);
  await keep(one.page, site.address);
  // A hard reload passes the service worker by.
  const session = await context.newCDPSession(one.page);
  await session.send('Page.reload', { ignoreCache: true });
  await one.page.waitForFunction(() => document.body?.dataset.ready === 'true');
  await site.stop();
  for (let round = 0; round < 2; round += 1) {
    await one.reload();
    await ready(one);
    if (round > 0) await letGo(one);
    await tellStories(one);
    // What was done more than a second ago stays, whatever happens to the page.
    await one.page.waitForTimeout(1000);
  }
  // A new window, from nothing but what is kept.
  const again = await visitor(context);
  await again.page.goto(`${site.address}#/compare?a=bbc-2001-10-21&a=csm-2008-04-04`);
  await expect(again.page.locator('[data-column]')).toHaveCount(2);
  await context.close();
});

test('a first visit straight to the workshop has it kept for use without a network', async ({ browser }) => {
  test.setTimeout(60_000);
  const site = await host();
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${site.address}#/workshop`);
  await page.locator('body[data-ready=true]').waitFor();
  const named = async () => (await stores(page)).flatMap(({ files }) => files);
  await expect.poll(async () => (await named()).filter((name) => name.startsWith('workshop-')).length, { timeout: 20_000 }).toBe(2);
  await expect.poll(named, { timeout: 20_000 }).toContain('summitry.html');
  await site.stop();
  await page.reload();
  await page.getByLabel('Or paste an article, with headline, author and date').fill('Boats stay in port\n\n4 April 2019\n\nThe boats stayed in the harbour on Monday, because nobody paid for herring.\n');
  await page.getByRole('button', { name: 'Add the pasted article' }).click();
  await expect(page.getByRole('region', { name: 'Articles' }).locator('tbody tr')).toHaveCount(1, { timeout: 20_000 });
  await context.close();
});

test('a newer build that was found before the program listens is offered', async ({ page, site }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      document.documentElement.dataset.newer = '';
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto(site.address);
  await expect(page.getByRole('status', { name: 'Newer version' })).toBeVisible();
});

test('a newer build is offered, taken when the visitor agrees, and never mixed with the old one', async ({ browser }) => {
  test.setTimeout(90_000);
  const { site, second, context, one, first, done } = await beforeUpdate(browser);
  const before = await stores(one.page);

  site.state.folder = second;
  await lookForUpdate(one.page);
  const offer = one.page.getByRole('status', { name: 'Newer version' });
  await expect(offer).toBeVisible({ timeout: 15_000 });
  expect((await stores(one.page)).length).toBe(2);

  // Not agreed yet: whatever is opened is the old build, with and without its host.
  const other = await visitor(context);
  await other.page.goto(site.address);
  await ready(other);
  expect(await buildOf(other.page)).toBe(first);
  const asked = [];
  one.page.on('request', (request) => asked.push(request.url().split('/').pop()));
  await one.reload();
  await ready(one);
  expect(await buildOf(one.page)).toBe(first);
  expect(asked.filter((name) => name && !kept().has(name.split(/[?#]/)[0]))).toEqual([]);

  // Agreed in one tab: it goes over; the other is asked, and stays until it agrees.
  await expect(offer).toBeVisible();
  await Promise.all([one.page.waitForEvent('load'), offer.getByRole('button', { name: 'Use it now' }).click()]);
  await ready(one);
  expect(await buildOf(one.page)).toBe('second');
  expect(await buildOf(other.page)).toBe(first);
  await expect(other.page.getByRole('status', { name: 'Newer version' })).toBeVisible();
  await Promise.all([other.page.waitForEvent('load'), other.page.getByRole('button', { name: 'Use it now' }).click()]);
  expect(await buildOf(other.page)).toBe('second');

  // The old build is gone, and the new one is whole.
  const after = await stores(one.page);
  expect(after.length).toBe(1);
  expect(after[0].name).not.toBe(before[0].name);
  expect(after[0].files.map((name) => name || 'index.html').sort()).toEqual([...kept(second).keys()].sort());
  await site.stop();
  await one.reload();
  await ready(one);
  expect(await buildOf(one.page)).toBe('second');
  await tellStories(one);
  await done();
});

test('an update that arrives damaged or cut short is kept out, and the page works on', async ({ browser }) => {
  test.setTimeout(90_000);
  const { site, second, one, first, done } = await beforeUpdate(browser);
  site.state.folder = second;
  for (const [name, damage] of [
    ['index.html', (bytes) => bytes.subarray(0, bytes.length - 1)],
    ['own-', (bytes) => Buffer.concat([bytes, Buffer.from(' ')])],
    ['summitry-', (bytes) => { bytes[bytes.length >> 1] ^= 1; return bytes; }],
  ]) {
    site.state.damage = (file) => (file.startsWith(name) ? damage : null);
    const ended = one.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration.update().catch(() => {});
      const worker = registration.installing;
      if (!worker) return registration.waiting ? 'waiting' : 'none';
      await new Promise((done) => worker.addEventListener('statechange', done, { once: true }));
      return worker.state;
    });
    expect(await ended, name).toBe('redundant');
    expect((await stores(one.page)).length, name).toBe(1);
  }
  await expect(one.page.getByRole('status', { name: 'Newer version' })).toHaveCount(0);
  await site.stop();
  await one.reload();
  await ready(one);
  expect(await buildOf(one.page)).toBe(first);
  await done();
});

for (const name of kept().keys()) {
  const called = name.replace(/-[0-9a-f]{16}\./, '.');

  test(`one changed byte of ${called} on its way is noticed: nothing is kept`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext();
    const page = await context.newPage();
    // Only what the service worker fetches is damaged.
    await context.route(`**/${name === 'index.html' ? '' : name}`, async (route) => {
      if (!route.request().serviceWorker()) return route.continue();
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] ^= 1;
      return route.fulfill({ response, body });
    });
    await page.goto(site.address);
    await page.waitForFunction(() => document.documentElement.dataset.kept);
    expect(await page.evaluate(() => document.documentElement.dataset.kept)).not.toContain('is kept on this device');
    expect(await stores(page)).toEqual([]);
    await context.close();
    await site.stop();
  });

  test(`one changed byte of ${called} in the store is noticed, and mended when there is a network`, async ({ browser }) => {
    const site = await host();
    const context = await browser.newContext();
    const page = await context.newPage();
    await keep(page, site.address);
    const url = name === 'index.html' ? site.address : site.address + name;
    const flip = () =>
      page.evaluate(async (wanted) => {
        const [store] = await caches.keys();
        const cache = await caches.open(store);
        const response = await cache.match(wanted);
        const bytes = new Uint8Array(await response.arrayBuffer());
        bytes[bytes.length >> 1] ^= 1;
        await cache.put(wanted, new Response(bytes, { headers: response.headers }));
      }, url);
    const stored = () => page.evaluate(async (wanted) => fetch(wanted).then((answer) => answer.ok).catch(() => false), url);
    await flip();
    expect(await stored()).toBe(true);
    await page.reload();
    await page.locator('body[data-ready=true]').waitFor();
    // Without a network what is damaged is not handed out.
    await flip();
    await site.stop();
    expect(await stored()).toBe(false);
    await context.close();
  });
}

test('a damaged copy without a network says so, with the articles where they are whole', async ({ browser }) => {
  const site = await host();
  const context = await browser.newContext();
  const page = await context.newPage();
  await keep(page, site.address);
  await site.stop();
  const spoil = (pattern) =>
    page.evaluate(async (wanted) => {
      const [store] = await caches.keys();
      const cache = await caches.open(store);
      for (const { url } of await cache.keys()) {
        if (new RegExp(wanted).test(url)) await cache.put(url, new Response('spoilt'));
      }
    }, pattern);
  await spoil('summitry-.*\\.wasm$');
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('arrived damaged');
  await expect(page.locator('article li')).toHaveCount(99);
  await spoil('/$');
  await page.reload();
  await expect(page.getByRole('heading')).toHaveText('The reading room cannot open');
  await context.close();
});

test('where there is no room to keep the page, nothing of it is left behind, and that is told', async ({ browser }) => {
  const site = await changingHost();
  const context = await browser.newContext();
  const page = await context.newPage();
  // The fourth file does not fit any more.
  site.state.damage = (name) => (name === 'sw.js' ? (bytes) => Buffer.concat([Buffer.from(`
    let room = 3;
    const put = Cache.prototype.put;
    Cache.prototype.put = function (...file) {
      room -= 1;
      return room < 0 ? Promise.reject(new DOMException('Quota exceeded.', 'QuotaExceededError')) : put.apply(this, file);
    };
  `), bytes]) : null);
  await page.goto(site.address);
  await page.waitForFunction(() => document.documentElement.dataset.kept);
  expect(await page.evaluate(() => document.documentElement.dataset.kept)).toContain('could not be kept on this device whole');
  expect(await stores(page)).toEqual([]);
  await context.close();
  await site.stop();
});

test('a file that never ends is given up after half a minute, and that is told', async ({ browser }) => {
  test.setTimeout(90_000);
  const site = await changingHost();
  site.state.hold = (file) => file === 'icon-512.png';
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(site.address);
  await page.waitForFunction(() => document.documentElement.dataset.kept, null, { timeout: 60_000 });
  expect(await page.evaluate(() => document.documentElement.dataset.kept)).toContain('could not be kept on this device whole');
  expect(await stores(page)).toEqual([]);
  await context.close();
  site.state.held.forEach((response) => response.destroy());
  await site.stop();
});

test('a worker that is killed in the middle of an update leaves a working page', async ({ browser }) => {
  test.setTimeout(90_000);
  const { site, second, context, one, first, done } = await beforeUpdate(browser);
  site.state.folder = second;
  // The host never sends the end of one file.
  site.state.hold = (file) => file.endsWith('.css');
  await lookForUpdate(one.page);
  await expect.poll(() => site.requests.filter((url) => url.includes('.css')).length).toBeGreaterThan(1);
  const session = await context.newCDPSession(one.page);
  await session.send('ServiceWorker.enable');
  // The browser does not always say so when a worker that was beginning has gone.
  await Promise.race([session.send('ServiceWorker.stopAllWorkers'), one.page.waitForTimeout(5000)]);
  await one.reload();
  await ready(one);
  expect(await buildOf(one.page)).toBe(first);
  await tellStories(one);
  // The next attempt succeeds.
  site.state.hold = () => false;
  site.state.held.forEach((response) => response.destroy());
  await expect(async () => {
    await lookForUpdate(one.page);
    await expect(one.page.getByRole('status', { name: 'Newer version' })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await done();
});

test('when the power fails in the middle of an update, the page opens again without a network', async () => {
  test.setTimeout(90_000);
  const site = await changingHost();
  const second = secondBuild();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-profile-'));
  const start = () => started(() => chromium.launchPersistentContext(profile, config.use.launchOptions));
  let context = await start();
  const one = await visitor(context);
  await keep(one.page, site.address);
  const first = await buildOf(one.page);
  // What is kept is on the disk, not only on its way there.
  await one.page.waitForTimeout(1000);
  site.state.folder = second;
  site.state.hold = (file) => file.endsWith('.css');
  await lookForUpdate(one.page);
  await expect.poll(() => site.requests.filter((url) => url.includes('.css')).length).toBeGreaterThan(1);
  const session = await context.browser().newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  process.kill(processInfo.find(({ type }) => type === 'browser').id, 'SIGKILL');
  await site.stop();
  await context.close().catch(() => {});
  // The lock of the browser that was killed.
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) fs.rmSync(path.join(profile, lock), { force: true });
  context = await start();
  const again = await visitor(context);
  await again.page.goto(site.address);
  await ready(again);
  expect(await buildOf(again.page)).toBe(first);
  await tellStories(again);
  await context.close();
  fs.rmSync(profile, { recursive: true, force: true });
  fs.rmSync(second, { recursive: true });
});

test('what is left of an interrupted update is completed by the next and gone after it', async ({ browser }) => {
  test.setTimeout(60_000);
  const { site, second, one, done } = await beforeUpdate(browser);
  const [{ name }] = await stores(one.page);
  // A store with a part of the second build, and one of a build that never came.
  await one.page.evaluate(async (prefix) => {
    for (const version of ['2222222222222222', '1111111111111111']) {
      const cache = await caches.open(prefix + version);
      await cache.put(`${location.pathname}style-0.css`, new Response('half'));
    }
  }, name.slice(0, -16));
  site.state.folder = second;
  await lookForUpdate(one.page);
  await Promise.all([one.page.waitForEvent('load'), one.page.getByRole('button', { name: 'Use it now' }).click({ timeout: 15_000 })]);
  await ready(one);
  expect(await buildOf(one.page)).toBe('second');
  await expect.poll(async () => (await stores(one.page)).map((store) => store.name.slice(-4))).toEqual(['2222']);
  await site.stop();
  await one.reload();
  await ready(one);
  await done();
});

for (const address of ['/', '/a/', '/a/deep/er/path/']) {
  test(`the same files work under ${address}`, async ({ page }) => {
    const site = await host(address);
    await page.goto(`${site.address}#/search?q=bushehr`);
    await expect(page.locator('[data-passage]')).toHaveCount(1);
    const outside = site.requests.filter((url) => !url.startsWith(address));
    expect(outside.filter((url) => url !== '/favicon.ico')).toEqual([]);
    await site.stop();
  });
}

test('the page can be installed: manifest, icons of every shape, shortcuts that work', async ({ page, site }) => {
  await keep(page, site.address);
  const session = await page.context().newCDPSession(page);
  const { errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Playwright's contexts are private windows; nothing else may stand in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
  const manifest = await (await page.request.get(`${site.address}manifest.webmanifest`)).json();
  expect(manifest.icons.map(({ purpose }) => purpose ?? 'any')).toContain('maskable');
  for (const { src, sizes, type } of manifest.icons) {
    const size = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, new URL(src, site.address).href);
    if (type === 'image/png') expect(size).toBe(sizes);
  }
  expect(manifest.shortcuts.length).toBeGreaterThan(1);
  for (const { url } of manifest.shortcuts) {
    await page.goto(new URL(url, site.address).href);
    await expect(page.locator('h1')).not.toHaveText('There is no such page');
  }
});

test('the page about itself says what is kept, or why nothing is', async ({ page, site }) => {
  const device = page.locator('#main');
  await page.goto(`${site.address}#/about`);
  await expect(device).toContainText('This page is kept on this device');
  await expect(device).toContainText('are kept in this browser, and nowhere else');
  await expect(device).toContainText(/Version \d+\.\d+\.\d+ \([0-9a-f]{12}\)/);
  const licences = await page.request.get(new URL(await page.getByRole('link', { name: 'licences of its parts' }).getAttribute('href'), site.address).href);
  expect(await licences.text()).toContain('leptos');
});

const LACKS = {
  'a browser that refuses': [() => { delete Navigator.prototype.serviceWorker; }, 'keeps nothing of this page'],
  'an address without encryption': [() => { Object.defineProperty(self, 'isSecureContext', { value: false }); }, 'does not begin with “https:”'],
  'a browser without storage': [() => { Object.defineProperty(self, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }); }, 'lets the page store nothing'],
};

for (const [name, [take, words]] of Object.entries(LACKS)) {
  test(`in ${name} the page works, and says what is off`, async ({ room, page }) => {
    await page.addInitScript(take);
    await room.open('#/about');
    await expect(page.locator('main')).toContainText(words);
    await room.open('#/search?q=bushehr');
    await expect(room.passages).toHaveCount(1);
    await page.getByRole('button', { name: /theme$/ }).click();
  });
}

test('in a frame of another site it says that nothing is kept', async ({ page, site }) => {
  const place = await lesson(site.address, `<iframe title="Coverage" width="900" height="600" src="${site.address}#/about?embed=1"></iframe>`);
  await page.goto(place.address);
  await expect(page.frameLocator('iframe').locator('#app main')).toContainText('Inside another page nothing is kept');
  await place.stop();
});
