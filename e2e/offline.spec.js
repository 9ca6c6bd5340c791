// Without a network, under any path, in a frame, and what is kept.
import http from 'node:http';
import { expect, host, test } from './room.js';

const stored = (page) => page.evaluate(() => navigator.serviceWorker.ready.then((ready) => Boolean(ready.active)));

test('with the server stopped, a reload and a new search work', async ({ browser }) => {
  const site = await host();
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.address);
  await page.locator('body[data-ready=true]').waitFor();
  expect(await stored(page)).toBe(true);
  await site.stop();
  for (let round = 0; round < 2; round += 1) {
    await page.reload();
    await page.locator('body[data-ready=true]').waitFor();
    await page.getByRole('searchbox').fill('"strategic framework"');
    await expect(page.locator('[data-passage]')).toHaveCount(3);
  }
  await page.goto(`${site.address}#/compare?a=bbc-2001-10-21&a=csm-2008-04-04`);
  await expect(page.locator('[data-column]')).toHaveCount(2);
  await page.context().close();
});

test('a file that arrives damaged is not kept, and the page says nothing false', async ({ browser }) => {
  const site = await host();
  const context = await browser.newContext();
  const page = await context.newPage();
  // Only what the service worker fetches is damaged.
  await context.route('**/style-*.css', async (route) => {
    if (!route.request().serviceWorker()) return route.continue();
    const response = await route.fetch();
    return route.fulfill({ response, body: `${await response.text()} ` });
  });
  await page.goto(site.address);
  await page.locator('body[data-ready=true]').waitFor();
  await page.waitForTimeout(1500);
  const kept = await page.evaluate(async () => ({
    caches: await caches.keys(),
    active: Boolean((await navigator.serviceWorker.getRegistration())?.active),
  }));
  expect(kept).toEqual({ caches: [], active: false });
  await context.close();
  await site.stop();
});

for (const path of ['/', '/a/', '/a/deep/er/path/']) {
  test(`the same files work under ${path}`, async ({ page }) => {
    const site = await host(path);
    await page.goto(`${site.address}#/search?q=bushehr`);
    await expect(page.locator('[data-passage]')).toHaveCount(1);
    const outside = site.requests.filter((url) => !url.startsWith(path));
    expect(outside.filter((url) => url !== '/favicon.ico')).toEqual([]);
    await page.context().close();
    await site.stop();
  });
}

/** A page of another site that holds the reading room in a frame. */
const teachingSite = async (frame) => {
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>A lesson</title><h1>Read this</h1>${frame}`);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
};

test('in a frame of another site it wears only what the view needs', async ({ page, site }) => {
  const source = `${site.address}#/compare?a=bbc-2001-10-21&a=csm-2013-05-07&issue=leaders&embed=1`;
  const lesson = await teachingSite(`<iframe title="Coverage" width="900" height="600" src="${source}"></iframe>`);
  await page.goto(lesson.address);
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('[data-column]')).toHaveCount(2);
  await expect(frame.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
  await expect(frame.getByRole('link', { name: 'Open in full' })).toHaveAttribute('target', '_blank');
  lesson.stop();
});

test('in a sandboxed frame, without storage, searching still works', async ({ page, site }) => {
  const lesson = await teachingSite(`<iframe title="Coverage" width="900" height="600" sandbox="allow-scripts allow-same-origin" src="${site.address}#/search?embed=1"></iframe>`);
  await page.goto(lesson.address);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('searchbox').fill('bushehr');
  await expect(frame.locator('[data-passage]')).toHaveCount(1);
  lesson.stop();
});

test('when a part of the program does not arrive, a sentence says so', async ({ page, site }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(site.address);
  await expect(page.getByRole('alert')).toContainText('The reading room did not open');
});
