// In a page of another site: the element, bare frames, sandboxes, messages.
import { element, lesson } from './lesson.js';
import { expect, host, test } from './room.js';

const COMPARE = 'compare?a=bbc-2001-10-21&amp;a=csm-2013-05-07&amp;issue=leaders';
const PASSAGE = '#/read/bbc-2001-10-21?p=9&embed=1';

/** Errors of the page and of its frames, but for those about files that `refused` describes. */
const faults = (page, refused = /(?!)/) => {
  const found = [];
  page.on('pageerror', (error) => found.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !refused.test(message.text() + message.location().url)) found.push(message.text());
  });
  return found;
};

test('a bare frame works at a fixed height and wears only what the view needs', async ({ page, site }) => {
  const found = faults(page);
  const source = `${site.address}#/compare?a=bbc-2001-10-21&a=csm-2013-05-07&issue=leaders&embed=1`;
  const place = await lesson(site.address, `<iframe title="Coverage" width="900" height="600" src="${source}"></iframe>`);
  await page.goto(place.address);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-column]')).toHaveCount(2);
  await expect(frame.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
  await expect(frame.getByRole('link', { name: 'Open in full' })).toHaveAttribute('href', /^#\/compare\?(?!.*embed)/);
  expect((await page.locator('iframe').boundingBox()).height).toBe(604);
  expect(found).toEqual([]);
  await place.stop();
});

test('a link to a passage works inside a frame', async ({ page, site }) => {
  const place = await lesson(site.address, `<iframe title="Coverage" width="700" height="500" src="${site.address}${PASSAGE}"></iframe>`);
  await page.goto(place.address);
  await expect(page.frameLocator('iframe').locator('[data-passage="9"]').first()).toBeInViewport();
  await place.stop();
});

test('the element shows its view as high as it is, titled, in the wanted theme', async ({ page, site }) => {
  const found = faults(page);
  const view = `<summit-view route="${COMPARE}" theme="dark" title="Two meetings" height="300"><a href="${site.address}#/${COMPARE}">Two meetings</a></summit-view>`;
  const place = await lesson(site.address, view, { script: element(site.address) });
  await page.goto(place.address);
  const inside = page.locator('summit-view iframe');
  const frame = page.frameLocator('summit-view iframe');
  await expect(frame.locator('[data-column]')).toHaveCount(2);
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(inside).toHaveAttribute('title', 'Two meetings');
  const needed = await frame.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  await expect.poll(async () => (await inside.boundingBox()).height).toBe(needed);
  expect(await frame.locator('html').evaluate((root) => root.scrollHeight - root.clientHeight)).toBe(0);
  await expect(page.getByText('Two meetings', { exact: true })).toBeHidden();
  expect(found).toEqual([]);
  await place.stop();
});

test('full texts in the element have a height of their own, in which the frame comes to rest', async ({ page, site }) => {
  const view = '<summit-view route="compare?a=bbc-2001-10-21&amp;a=csm-2008-04-04&amp;mode=text"></summit-view>';
  const place = await lesson(site.address, view, { script: element(site.address) });
  await page.goto(place.address);
  await expect(page.frameLocator('summit-view iframe').locator('[data-column]')).toHaveCount(2);
  const height = async () => (await page.locator('summit-view iframe').boundingBox()).height;
  await page.waitForTimeout(700);
  const rested = await height();
  await page.waitForTimeout(700);
  expect(await height()).toBe(rested);
  expect(rested).toBeLessThan(1500);
  await place.stop();
});

test('a passage that is followed in the element is scrolled to in the page around', async ({ page, site }) => {
  const view = '<p style="height:900px">Before</p><summit-view route="compare?a=bbc-2001-10-21&amp;a=csm-2008-04-04"></summit-view>';
  const place = await lesson(site.address, view, { script: element(site.address) });
  await page.goto(place.address);
  const frame = page.frameLocator('summit-view iframe');
  await frame.locator('[data-row="china"] .passage-number').first().click();
  await expect(frame.locator('.block[data-current]')).toBeInViewport();
  await place.stop();
});

test('the element follows its attributes, and Back leaves the page', async ({ page, site }) => {
  const place = await lesson(site.address, '<summit-view route="search?q=iran"></summit-view>', { script: element(site.address) });
  await page.goto('about:blank');
  await page.goto(place.address);
  const frame = page.frameLocator('summit-view iframe');
  await expect(frame.locator('[data-passage]').first()).toBeVisible();
  await page.locator('summit-view').evaluate((view) => view.setAttribute('route', '#/search?q=bushehr'));
  await expect(frame.locator('[data-passage]')).toHaveCount(1);
  await page.goBack();
  await expect(page).toHaveURL('about:blank');
  await place.stop();
});

test('heights that no view has are bounded', async ({ page, site }) => {
  const heights = { 1e9: 100_000, 0.0001: 50, '-5': 600, Infinity: 600, nonsense: 600, 700: 700 };
  const views = Object.keys(heights).map((height) => `<summit-view route="help" height="${height}"></summit-view>`).join('');
  const place = await lesson(site.address, views, { script: element(site.address) });
  // Before a view has told its own height, and after one that it cannot mean.
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(place.address);
  const shown = () => page.locator('summit-view').evaluateAll((all) => all.map((view) => parseFloat(view.shadowRoot.querySelector('iframe').style.height)));
  expect(await shown()).toEqual(Object.keys(heights).map((height) => heights[height]));
  const own = page.frames().filter((one) => one.url().startsWith(site.address));
  for (const [height, bounded] of [[1e9, 100_000], [0.0001, 50]]) {
    for (const one of own) await one.evaluate((told) => parent.postMessage({ type: 'summitry:resize', height: told }, '*'), height);
    await expect.poll(shown).toEqual(Object.keys(heights).map(() => bounded));
  }
  for (const height of [-5, Infinity, NaN]) {
    for (const one of own) await one.evaluate((told) => parent.postMessage({ type: 'summitry:resize', height: told }, '*'), height);
  }
  await page.waitForTimeout(100);
  expect(await shown()).toEqual(Object.keys(heights).map(() => 50));
  await place.stop();
});

test('without script the element is a link', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const place = await lesson(site.address, `<summit-view route="search"><a href="${site.address}">The coverage</a></summit-view>`, { script: element(site.address) });
  await page.goto(place.address);
  await expect(page.getByRole('link', { name: 'The coverage' })).toBeVisible();
  await context.close();
  await place.stop();
});

const SANDBOXES = {
  'no sandbox': null,
  'a sandbox that allows scripts': 'allow-scripts',
  'a sandbox that allows scripts and the origin': 'allow-scripts allow-same-origin',
  'a sandbox that allows scripts, forms and new windows': 'allow-scripts allow-forms allow-popups',
  'a sandbox that allows nothing': '',
};

for (const crossOrigin of [false, true]) {
  for (const [name, sandbox] of Object.entries(SANDBOXES)) {
    test(`in a frame with ${name}, on a host ${crossOrigin ? 'with' : 'without'} CORS, the articles are there`, async ({ page }) => {
      const site = await host('/room/', { headers: (response) => crossOrigin && response.setHeader('access-control-allow-origin', '*') });
      const attribute = sandbox === null ? '' : `sandbox="${sandbox}"`;
      const place = await lesson(site.address, `<iframe title="Coverage" width="900" height="600" ${attribute} src="${site.address}#/search?embed=1"></iframe>`);
      await page.goto(place.address);
      const frame = page.frameLocator('iframe');
      if (sandbox === '') {
        await expect(frame.getByRole('heading', { level: 2 })).toHaveCount(5);
        await expect(frame.getByRole('alert')).toHaveCount(0);
        for (const never of ['Opening the reading room', 'If nothing else appears']) await expect(frame.getByText(never)).toBeHidden();
        // In the page's own style, whether or not the host agrees to be asked by strangers.
        await expect.poll(() => frame.locator('body').evaluate((body) => getComputedStyle(body).fontFamily)).toMatch(/serif/);
        expect(await frame.locator('#texts article').first().evaluate((one) => getComputedStyle(one).display)).toBe('grid');
      } else {
        // Without CORS a frame without an origin may be refused the script of the page that it leaves.
        const found = faults(page, crossOrigin || !sandbox || sandbox.includes('same-origin') ? undefined : /\/summitry-[0-9a-f]+\.js/);
        await frame.getByRole('searchbox').fill('bushehr');
        await expect(frame.locator('[data-passage]')).toHaveCount(1);
        await frame.locator('.hit .passage-number').click();
        await expect(frame.locator('h1')).toBeVisible();
        expect(found).toEqual([]);
      }
      await place.stop();
      await site.stop();
    });
  }
}

/** A lesson with the search room in a frame that has no origin. */
const withoutOrigin = (site, before = '') =>
  lesson(site.address, `${before}<iframe title="Coverage" width="900" height="600" sandbox="allow-scripts" src="${site.address}#/search?embed=1"></iframe>`);

test('a frame without an origin is drawn before its first page is left for the page in one file', async ({ page, site }) => {
  await page.addInitScript(() => {
    if (self === top) addEventListener('message', ({ data }) => { if ('drawnWhenLeft' in data) self.drawnWhenLeft = data.drawnWhenLeft; });
    // However late this machine draws, nothing else makes the frame leave its first page.
    const later = self.setTimeout;
    if (!location.pathname.includes('summitry.html')) self.setTimeout = (then, wait) => later(then, wait < 5_000 ? 60_000 : wait);
    let drawn = false;
    requestAnimationFrame(() => { drawn = true; });
    addEventListener('pagehide', () => parent.postMessage({ drawnWhenLeft: drawn }, '*'));
  });
  const place = await withoutOrigin(site);
  await page.goto(place.address);
  await expect(page.frameLocator('iframe').getByRole('searchbox')).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => self.drawnWhenLeft)).toBe(true);
  await place.stop();
});

test('a frame without an origin that nobody sees yet opens all the same', async ({ page, site }) => {
  // Browsers draw no frame that is out of sight.
  await page.addInitScript(() => {
    if (self !== top) self.requestAnimationFrame = () => 0;
  });
  const place = await withoutOrigin(site, '<p style="height:5000px">Before</p>');
  await page.goto(place.address);
  await expect.poll(() => page.frames().at(-1).url(), { timeout: 20_000 }).toContain('summitry.html#/search');
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('iframe').getByRole('searchbox')).toBeVisible({ timeout: 20_000 });
  await place.stop();
});

test('where the whole lesson is in a sandbox, the element still shows and sizes its view', async ({ page, site }) => {
  const place = await lesson(site.address, '<summit-view route="search?q=bushehr"></summit-view>', {
    headers: { 'content-security-policy': 'sandbox allow-scripts' },
    script: element(site.address),
  });
  await page.goto(place.address);
  const frame = page.frameLocator('summit-view iframe');
  await expect(frame.locator('[data-passage]')).toHaveCount(1);
  const needed = () => frame.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  // A busy machine may draw a frame of another process late: until then it has no height at all.
  await expect.poll(needed, { timeout: 20_000 }).toBeGreaterThan(0);
  await expect.poll(async () => (await page.locator('summit-view iframe').boundingBox()).height - (await needed()), { timeout: 20_000 }).toBe(0);
  await place.stop();
});

test('where a frame is not drawn yet, its height is told once there is one', async ({ page, site }) => {
  const place = await lesson(site.address, '<summit-view route="search?q=bushehr"></summit-view>', { script: element(site.address) });
  // As in a browser that draws the frame late: nothing is observed in it, and its view is as high as nothing.
  await page.addInitScript(() => {
    self.ResizeObserver = class { observe() {} };
    if (self === top) return;
    const measured = Element.prototype.getBoundingClientRect;
    let drawn = false;
    setTimeout(() => (drawn = true), 1500);
    Element.prototype.getBoundingClientRect = function () {
      return drawn || this.id !== 'app' ? measured.call(this) : new DOMRect();
    };
  });
  await page.goto(place.address);
  const frame = page.frameLocator('summit-view iframe');
  await expect(frame.locator('[data-passage]')).toHaveCount(1);
  const needed = () => frame.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  await expect.poll(needed).toBeGreaterThan(0);
  await expect.poll(async () => (await page.locator('summit-view iframe').boundingBox()).height - (await needed())).toBe(0);
  await place.stop();
});

test('the frame is resized in the frame after a change', async ({ page, site }) => {
  const place = await lesson(site.address, '<summit-view route="search"></summit-view>', { script: element(site.address) });
  await page.goto(place.address);
  const inside = page.locator('summit-view iframe');
  const frame = page.frameLocator('summit-view iframe');
  await frame.locator('body[data-ready=true]').waitFor();
  // Pages of one computer share a process: both see the same frames of the screen.
  const watch = (element) => {
    window.frames_ = [];
    const look = () => {
      window.frames_.push([Math.round(performance.timeOrigin + performance.now()), Math.ceil(element.getBoundingClientRect().height)]);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  };
  await inside.evaluate(watch);
  await frame.locator('#app').evaluate(watch);
  const delays = [];
  for (const query of ['iran', 'bushehr', 'nato', 'missile', 'legacy', 'trade', 'chechnya']) {
    await frame.getByRole('searchbox').fill(query);
    await page.waitForTimeout(250);
  }
  const around = await page.evaluate(() => window.frames_);
  const within = await frame.locator('#app').evaluate(() => window.frames_);
  for (let place_ = 1; place_ < within.length; place_ += 1) {
    const [time, height] = within[place_];
    if (height === within[place_ - 1][1]) continue;
    const later = around.filter(([when]) => when >= time);
    const needed = later.findIndex(([, shown]) => shown === height);
    // A height that lasted one frame only may be skipped.
    if (within[place_ + 1]?.[1] === height) delays.push(needed);
  }
  expect(delays.length).toBeGreaterThan(3);
  delays.sort((a, b) => a - b);
  console.log(`frames from a change to the new height: ${delays.join(', ')}`);
  expect(delays[Math.floor(delays.length / 2)]).toBeLessThanOrEqual(1);
  expect(delays.at(-1)).toBeLessThanOrEqual(3);
  await place.stop();
});

test('learning platforms are told the height in their own words', async ({ page, site }) => {
  const place = await lesson(site.address, `<iframe title="Coverage" src="${site.address}#/search?q=iran&amp;embed=1"></iframe>`);
  await page.addInitScript(() => {
    window.heard = [];
    addEventListener('message', ({ data, origin }) => window.heard.push({ ...data, origin }));
  });
  await page.goto(place.address);
  await page.frameLocator('iframe').locator('[data-passage]').first().waitFor();
  await expect.poll(() => page.evaluate(() => window.heard.length)).toBeGreaterThan(1);
  const heard = await page.evaluate(() => window.heard);
  const needed = await page.frameLocator('iframe').locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  expect(heard.filter((one) => one.type === 'summitry:resize').at(-1)).toEqual({ type: 'summitry:resize', height: needed, origin: site.origin });
  expect(heard.filter((one) => one.subject === 'lti.frameResize').at(-1)).toEqual({ subject: 'lti.frameResize', height: needed, origin: site.origin });
  await place.stop();
});

test('the element accepts no message of a stranger, and none in another shape', async ({ page, site }) => {
  const stranger = await host('/');
  const place = await lesson(site.address, `<summit-view route="search?q=bushehr"></summit-view><iframe title="Stranger" id="stranger" src="${stranger.address}404.html"></iframe>`, {
    headers: { 'content-security-policy': `frame-src ${site.origin} ${stranger.origin}; script-src ${site.origin}` },
    script: element(site.address),
  });
  await page.goto(place.address);
  const inside = page.locator('summit-view iframe');
  const frame = page.frameLocator('summit-view iframe');
  await expect(frame.locator('[data-passage]')).toHaveCount(1);
  const height = async () => (await inside.boundingBox()).height;
  const needed = await frame.locator('#app').evaluate((app) => Math.ceil(app.getBoundingClientRect().height));
  await expect.poll(height).toBe(needed);

  // Another frame, and the page itself, speak in the right words.
  const strange = page.frames().find((one) => one.url().startsWith(stranger.address));
  await strange.evaluate(() => parent.postMessage({ type: 'summitry:resize', height: 11 }, '*'));
  await page.evaluate(() => postMessage({ type: 'summitry:resize', height: 12 }, '*'));
  // The right frame speaks in wrong ones.
  const own = page.frames().find((one) => one.url().startsWith(site.address));
  for (const wrong of [null, 'summitry:resize', { type: 'summitry:resize' }, { type: 'summitry:resize', height: '13' }, { type: 'summitry:resize', height: -5 }, { type: 'summitry:resize', height: NaN }, { type: 'other', height: 14 }]) {
    await own.evaluate((data) => parent.postMessage(data, '*'), wrong);
  }
  await page.waitForTimeout(100);
  expect(await height()).toBe(needed);

  // The frame's window goes to a stranger and speaks from there.
  await inside.evaluate((one, address) => { one.contentWindow.location.href = address; }, `${stranger.address}404.html`);
  await expect.poll(() => page.frames().filter((one) => one.url().startsWith(stranger.address)).length).toBe(2);
  for (const one of page.frames().filter((each) => each.url().startsWith(stranger.address))) {
    await one.evaluate(() => parent.postMessage({ type: 'summitry:resize', height: 15 }, '*'));
  }
  await page.waitForTimeout(100);
  expect(await height()).toBe(needed);
  await place.stop();
  await stranger.stop();
});

test('a view answers the page around it, and no stranger', async ({ page, site }) => {
  const stranger = await host('/');
  const place = await lesson(site.address, `<iframe title="Coverage" src="${site.address}#/search?q=iran&amp;embed=1"></iframe><iframe title="Stranger" src="${stranger.address}404.html"></iframe>`, {
    headers: { 'content-security-policy': `frame-src ${site.origin} ${stranger.origin}` },
  });
  await page.goto(place.address);
  await page.frameLocator('iframe >> nth=0').locator('[data-passage]').first().waitFor();
  const strange = page.frames().find((one) => one.url().startsWith(stranger.address));
  const listen = () => {
    window.heard = [];
    addEventListener('message', ({ data }) => window.heard.push(data));
  };
  await strange.evaluate(listen);
  await page.evaluate(listen);
  const heard = (one) => one.evaluate(() => window.heard);
  for (const question of [{ type: 'summitry:measure' }, { type: 'summitry:resize', height: 9 }]) {
    await strange.evaluate((data) => parent.frames[0].postMessage(data, '*'), question);
  }
  await page.waitForTimeout(150);
  expect([await heard(strange), await heard(page)]).toEqual([[], []]);
  // The page around is answered, but only to the one question.
  await page.evaluate(() => frames[0].postMessage({ type: 'summitry:other' }, '*'));
  await page.waitForTimeout(100);
  expect(await heard(page)).toEqual([]);
  await page.evaluate(() => frames[0].postMessage({ type: 'summitry:measure' }, '*'));
  await expect.poll(async () => (await heard(page)).length).toBe(2);
  expect(await heard(strange)).toEqual([]);
  await place.stop();
  await stranger.stop();
});
