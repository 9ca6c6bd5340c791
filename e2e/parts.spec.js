// The program comes in parts: the frame and the search room first, then the
// other rooms.
import { expect, test } from './room.js';

const rooms = /\/rooms-[0-9a-f]+\.wasm$/;

/** Waits until the page asks no more by itself for what `asked` counts. */
const quiet = async (page, asked) => {
  for (let before = -1; before !== asked(); ) {
    before = asked();
    await page.waitForTimeout(500);
  }
};

test('the search room is whole before the other rooms are there', async ({ room, page, site }) => {
  let release;
  const held = new Promise((resolve) => { release = resolve; });
  await page.route(rooms, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.address);
  await page.locator('body[data-ready=true]').waitFor({ state: 'attached' });
  await room.search('bushehr');
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await page.waitForURL(/q=bushehr/);
  // Suggestions, keyword in context, saving an issue, keys and the link to the view: all of it.
  await room.search('miss');
  await expect(page.getByRole('option').first()).toBeVisible();
  await page.getByRole('searchbox').press('Escape');
  await page.getByRole('link', { name: 'In context' }).click();
  await expect(page.locator('.concordance > li').first()).toBeVisible();
  await expect(page.getByText('Save as an issue')).toBeVisible();
  await expect(page.getByText('Link to or embed this view')).toBeVisible();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Help' }).click();
  await expect(page.locator('main')).toContainText('Opening…');
  release();
  await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible();
});

test('what stood on the page gives way to the first view at once, and the other chunks come after that', async ({ page, site }) => {
  await page.addInitScript(() => {
    self.seen = {};
    new MutationObserver(() => {
      // What stands there before the program is a frame as well.
      if (document.querySelector('#app > .frame:not(.before)')) self.seen.whole ??= Boolean(document.querySelector('#app main h1'));
      if (document.body?.dataset.ready === 'true') self.seen.ready ??= performance.now();
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(site.address);
  await page.locator('body[data-ready=true]').waitFor({ state: 'attached' });
  await expect(page.locator('html')).toHaveAttribute('data-deferred', 'there');
  const { whole, ready, asked } = await page.evaluate(() => {
    const begun = (name) => performance.getEntriesByType('resource').filter((one) => name.test(one.name)).map((one) => one.startTime);
    return { ...self.seen, asked: begun(/\/(rooms|own)-[0-9a-f]+\.wasm$/) };
  });
  expect(whole, 'the frame was never shown without a page').toBe(true);
  expect(asked).toHaveLength(2);
  for (const start of asked) expect(start).toBeGreaterThan(ready);
});

test('a page of which no frame is painted fetches the other chunks all the same', async ({ page, site }) => {
  await page.addInitScript(() => { self.requestAnimationFrame = () => 0; });
  await page.goto(site.address);
  await expect(page.locator('html')).toHaveAttribute('data-deferred', 'there');
});

for (const width of [390, 820, 1280]) {
  test(`what stands on the page before the program does not move when it comes, ${width} pixels wide`, async ({ page, site }) => {
    await page.setViewportSize({ width, height: 900 });
    let release;
    const held = new Promise((resolve) => { release = resolve; });
    await page.route(/\.wasm$/, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(site.address, { waitUntil: 'domcontentloaded' });
    const places = () => page.locator('.masthead a, .masthead li, :is(h1, .lede):not(#texts *)').evaluateAll((all) => all.map((one) => {
      const { x, y, width: wide, height } = one.getBoundingClientRect();
      return [one.textContent, one.getAttribute('href'), one.getAttribute('aria-current'), x, y, wide, height].join(' ');
    }));
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const before = await places();
    release();
    await page.locator('body[data-ready=true]').waitFor({ state: 'attached' });
    expect(await places()).toEqual(before);
  });
}

test('before the program a link to another page shows nothing of the search page', async ({ page, site }) => {
  await page.route(/\.wasm$/, () => {});
  await page.goto(`${site.address}#/read/bbc-2001-10-21`, { waitUntil: 'domcontentloaded' });
  await expect(page.getByText('Opening the reading room')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Search', exact: true })).toBeHidden();
});

test('a link to another page opens it at once, without a word about opening', async ({ page, site }) => {
  await page.addInitScript(() => {
    globalThis.frames_shown = [];
    const look = () => {
      globalThis.frames_shown.push(document.querySelector('main')?.innerText ?? '');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(`${site.address}#/read/bbc-2001-10-21?p=5`);
  await expect(page.locator('.block[data-passage="5"]')).toBeFocused();
  const frames = await page.evaluate(() => globalThis.frames_shown);
  expect(frames.length).toBeGreaterThan(1);
  expect(frames.filter((text) => text.trim() === 'Opening…')).toEqual([]);
});

test('when the part of the other rooms arrives damaged, searching works and trying again mends it', async ({ page, site }) => {
  let damaged = true;
  let asked = 0;
  await page.route(rooms, async (route) => {
    asked += 1;
    const response = await route.fetch();
    const body = await response.body();
    if (damaged) body[body.length - 1] ^= 1;
    await route.fulfill({ response, body });
  });
  await page.goto(`${site.address}#/compare?a=bbc-2001-10-21`);
  await expect(page.getByRole('alert')).toContainText('did not open');
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await page.getByRole('searchbox').fill('bushehr');
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await page.waitForURL(/q=bushehr/);
  await page.goBack();
  await page.waitForURL(/compare/);
  await quiet(page, () => asked);
  damaged = false;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('[data-column]')).toHaveCount(1);
});

for (const [what, file] of [
  ['their style', /\/own-[0-9a-f]+\.css$/],
  ['the part of the program before theirs', rooms],
  ['the style of the part before theirs', /\/rooms-[0-9a-f]+\.css$/],
]) {
  test(`where ${what} does not arrive the notes say that they did not open, and trying again mends it`, async ({ page, site }) => {
    let lost = true;
    let asked = 0;
    await page.route(file, (route) => {
      asked += 1;
      return lost ? route.abort() : route.continue();
    });
    await page.goto(`${site.address}#/notes`);
    await expect(page.getByRole('alert')).toContainText('did not open');
    await quiet(page, () => asked);
    lost = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Notes', level: 1 })).toBeVisible();
    await expect(page.locator('head link[href^="own-"]')).toHaveCount(1);
  });
}

const SEARCHES = [
  'search', 'search?q=missile', 'search?q=missile&view=context', 'search?q=qwertz', 'search?q=title:"', 'search?q=bbc', 'search?q=missle+2003',
  'search?issue=missile-defence&issue=iran&issues=all', 'search?speaker=vladimir-putin&q=said', 'search?mine=Doubt~may', 'search?embed=1&q=iran',
];
const pair = 'a=bbc-2001-10-21&a=csm-2008-04-04';
const ROOMS = [
  'read/bbc-2001-10-21?p=5', `compare?${pair}`, `compare?${pair}&mode=text`, 'compare?a=bbc-2001-10-21&mode=missing',
  'coverage', 'timeline', 'voices', 'help', 'about',
];
for (const [sheet, whose, views] of [
  [/\/rooms-/, 'the reader and the other rooms', SEARCHES],
  [/\/own-/, 'the notes and the workshop', [...SEARCHES, ...ROOMS]],
]) {
  test(`no rule of the style that comes with ${whose} fits anything in the rooms before them`, async ({ page, site }) => {
    await page.goto(site.address);
    await page.waitForFunction(() => document.documentElement.dataset.deferred === 'there');
    for (const view of views) {
      await page.evaluate((fragment) => { location.hash = fragment; }, `#/${view}`);
      await expect(page.locator('main [aria-busy]')).toHaveCount(0);
      const fit = await page.evaluate((name) => {
        const sheet = [...document.styleSheets].find(({ href }) => new RegExp(name).test(href));
        const selectors = (rules) => [...rules].flatMap((rule) => [rule.selectorText ?? [], selectors(rule.cssRules ?? [])].flat());
        return selectors(sheet.cssRules).filter((selector) => document.querySelector(selector.replaceAll(/::[\w-]+/g, '')));
      }, sheet.source);
      expect(fit, view).toEqual([]);
    }
  });
}

test('a mistake of the program is told in a sentence', async ({ page, site }) => {
  await page.goto(site.address);
  await page.locator('body[data-ready=true]').waitFor();
  await page.evaluate(() => {
    const bytes = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 97, 0, 0, 10, 5, 1, 3, 0, 0, 11);
    setTimeout(() => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports.a());
  });
  await expect(page.getByRole('alert')).toContainText('stopped because of a mistake in its program');
});
