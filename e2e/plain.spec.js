// Without JavaScript, in a browser too old, or when a part did not arrive: the
// articles are there all the same, and a sentence says what is the matter.
import fs from 'node:fs';
import path from 'node:path';
import { dist, expect, test } from './room.js';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('every article stands on the page in full, with what is known of it', async ({ page, site }) => {
    await page.goto(site.address);
    await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5);
    await expect(page.locator('article li')).toHaveCount(99);
    await expect(page.locator('article time')).toHaveCount(5);
    expect(await page.locator('.overline').allTextContents()).toContainEqual(expect.stringMatching(/2001-11-07 \(inferred\)/));
    await expect(page.getByText('Opening the reading room')).toBeHidden();
    await expect(page.getByRole('alert')).toHaveCount(0);
  });

  test('a link to a passage leads to it', async ({ page, site }) => {
    await page.goto(`${site.address}#/read/monitor-2001-11-07?p=8`);
    await expect(page.locator('[id="/read/monitor-2001-11-07?p=8"]')).toBeInViewport();
  });

  test('the one file shows the articles too', async ({ page }) => {
    await page.goto(`file://${path.join(dist, 'summitry.html')}`);
    await expect(page.locator('article li')).toHaveCount(99);
  });

  for (const width of [320, 1280]) {
    test(`nothing scrolls sideways, ${width} pixels wide`, async ({ page, site }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(site.address);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
});

test('search engines are told the articles in the words of schema.org', async ({ page, site }) => {
  await page.goto(site.address);
  const data = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
  expect(data['@context']).toBe('https://schema.org');
  expect(data.hasPart.map((part) => part['@type'])).toEqual(Array(5).fill('NewsArticle'));
  for (const part of data.hasPart) {
    expect(part.headline.length).toBeGreaterThan(10);
    expect(part.publisher.name).toBeTruthy();
    await page.goto(site.address + part.url);
    await page.locator('body[data-ready=true]').waitFor({ state: 'attached' });
    await expect(page.locator('h1')).toHaveText(part.headline);
  }
});

/** The notice, and the articles under it. */
const plain = async (page, words) => {
  await expect(page.getByRole('alert')).toContainText(words);
  await expect(page.locator('article li')).toHaveCount(99);
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(5);
};

/** Features, each taken away as a browser that never had it lacks it. */
const LACKS = {
  WebAssembly: () => { delete self.WebAssembly; },
  'scripts as modules': () => { delete HTMLScriptElement.prototype.noModule; },
  'the WebAssembly of today': () => {
    WebAssembly.compile = () => Promise.reject(new WebAssembly.CompileError('unknown opcode'));
  },
  'what unpacks the collection': () => { delete self.DecompressionStream; },
  'a part of the language': () => { delete self.TextDecoder; },
};

for (const [feature, take] of Object.entries(LACKS)) {
  test(`a browser without ${feature} shows the articles and says that it is too old`, async ({ page, site }) => {
    await page.addInitScript(take);
    await page.goto(site.address);
    await plain(page, 'too old');
  });
}

test('a browser that lacks what only the offline copy needs opens the page all the same', async ({ page, site }) => {
  await page.addInitScript(() => {
    delete Navigator.prototype.serviceWorker;
    delete self.trustedTypes;
  });
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
});

test('a script that this browser cannot read is told from one that is missing', async ({ page, site }) => {
  await page.route('**/summitry-*.js', (route) => route.abort());
  await page.goto(site.address);
  await plain(page, 'The reading room did not open');
});

const parts = fs.existsSync(dist) ? fs.readdirSync(dist).filter((name) => /^summitry-[0-9a-f]{16}\.(js|wasm)$/.test(name)) : [];

for (const name of parts) {
  test(`without a service worker, one changed byte in ${name.replace(/-.*\./, '.')} is noticed`, async ({ page, site }) => {
    await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    await page.route(`**/${name}`, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await page.goto(site.address);
    await plain(page, 'arrived damaged');
  });

  test(`without a service worker, ${name.replace(/-.*\./, '.')} cut short is noticed`, async ({ page, site }) => {
    await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    await page.route(`**/${name}`, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill({ status: 200, contentType: response.headers()['content-type'], body: body.subarray(0, body.length - 100) });
    });
    await page.goto(site.address);
    await plain(page, 'arrived damaged');
  });
}

/** The page as it arrives where somebody on the way has changed its document. */
const changed = (page, site, change) =>
  page.route(site.address, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    expect(change(text)).not.toBe(text);
    await route.fulfill({ response, body: change(text) });
  });

test('a style that was changed within the document is not used: it comes from its own file', async ({ page, site }) => {
  await changed(page, site, (text) => text.replace('<style id="style">', '<style id="style">body{color:red}'));
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await expect.poll(() => page.evaluate(() => getComputedStyle(document.querySelector('.frame')).display)).toBe('flex');
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).not.toBe('rgb(255, 0, 0)');
});

test('where the style is neither in the document nor in its file as it was built, that is told', async ({ page, site }) => {
  await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
  await changed(page, site, (text) => text.replace('<style id="style">', '<style id="style">body{color:red}'));
  await page.route('**/style-*.css', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${await response.text()} ` });
  });
  await page.goto(site.address);
  await plain(page, 'arrived damaged');
});

for (const [what, change] of [
  ['with a letter changed', (text) => text.replace(/(id="built-in">.{5000}).{8}/s, '$1AAAAAAAA')],
  ['cut short', (text) => text.replace(/(id="built-in">.{5000}).*?</s, '$1<')],
  ['missing', (text) => text.replace('id="built-in"', 'id="elsewhere"')],
]) {
  test(`a collection that arrives ${what} is told, above the articles as plain text`, async ({ page, site }) => {
    await changed(page, site, change);
    await page.goto(site.address);
    await plain(page, 'The keeper of this page should put it on its host again');
  });
}

test('what somebody on the way adds to the page and the page refuses does not stop it', async ({ page, site }) => {
  await page.route(site.address, async (route) => {
    const response = await route.fetch();
    const added = '<script src="added.js"></script><link rel="stylesheet" href="added.css"></head>';
    await route.fulfill({ response, body: (await response.text()).replace('</head>', added) });
  });
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await page.evaluate(() => document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: 'late.css' })));
  await page.waitForTimeout(300);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
});

test('what the notice says fits a phone, light and dark', async ({ page, site }) => {
  await page.addInitScript(() => { delete self.WebAssembly; });
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto('about:blank');
    await page.goto(site.address);
    await plain(page, 'too old');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  }
});
