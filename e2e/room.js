// What every browser test starts from: a static host of the finished page under
// a sub-path, and a watch on what the page does wrong while it is used.
import fs from 'node:fs';
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import sirv from 'sirv';
import { Room } from './pages/room.js';
import { started } from './started.js';

export const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** Ports of the servers that a test has started: whatever else is asked is a stranger. */
const ours = new Set();

/** Counts the server at a port among them. */
export const trusted = (port) => ours.add(String(port));

/** Listens on this computer; the server can be stopped at any time. */
export const serve = async (server) => {
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address();
  trusted(port);
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      sockets.forEach((socket) => socket.destroy());
      // It listens no more; a connection that will not end is not waited for.
      setTimeout(stopped, 2000);
    });
  return { origin: `http://127.0.0.1:${port}`, port, stop };
};

/**
 * A plain static host of `folder` that can be stopped; the page lies at
 * `address`. `headers(response, file)` may change what it says of a file;
 * `lost` is the file that it answers with where there is none. With `state`,
 * what it hands out can be changed while it runs: `state.folder`, and by name
 * of a file `state.damage(name)`, which gives a change of its bytes, and
 * `state.hold(name)`, whether its answer never ends (it is added to `state.held`),
 * or which share of it comes.
 */
export const host = async (path = '/teaching/room/', { folder = dist, headers = () => {}, lost = '', state = null } = {}) => {
  const plain = sirv(folder, { dev: folder !== dist, etag: true, setHeaders: headers });
  const changing = (request, response, missing) => {
    const name = request.url.slice(1).split('?')[0] || 'index.html';
    const file = `${state.folder}/${name}`;
    if (!fs.existsSync(file)) return missing();
    const bytes = fs.readFileSync(file);
    response.setHeader('content-type', TYPES[name.split('.').pop()] ?? 'application/octet-stream');
    const hold = state.hold(name);
    if (hold) {
      state.held.push(response);
      return response.write(bytes.subarray(0, Math.floor(bytes.length * (hold === true ? 0.5 : hold))));
    }
    response.end(state.damage(name)?.(bytes) ?? bytes);
  };
  const requests = [];
  const server = http.createServer((request, response) => {
    requests.push(request.url);
    const missing = () => {
      response.statusCode = 404;
      if (lost) response.setHeader('content-type', 'text/html');
      response.end(lost ? fs.readFileSync(`${folder}/${lost}`) : 'not found');
    };
    if (!request.url.startsWith(path)) return missing();
    request.url = request.url.slice(path.length - 1);
    (state ? changing : plain)(request, response, missing);
  });
  const { origin, stop } = await serve(server);
  return { address: origin + path, origin, requests, stop };
};

const TYPES = { html: 'text/html', js: 'text/javascript', css: 'text/css', wasm: 'application/wasm', svg: 'image/svg+xml', png: 'image/png', webmanifest: 'application/manifest+json' };

/** Whether an address belongs to a test's own servers or needs none. */
const isOurs = (address) => {
  const url = new URL(address);
  return !url.protocol.startsWith('http') || (['127.0.0.1', 'localhost'].includes(url.hostname) && ours.has(url.port));
};

export const test = base.extend({
  /** Every context of every test is watched: nobody else is ever asked for anything. */
  browser: [
    async ({ playwright, browserName }, use) => {
      const browser = await started(() => playwright[browserName].launch());
      const strangers = [];
      const open = browser.newContext.bind(browser);
      browser.newContext = async (...options) => {
        const context = await open(...options);
        context.on('request', (request) => {
          if (!isOurs(request.url())) strangers.push(request.url());
        });
        return context;
      };
      await use(Object.assign(browser, { strangers }));
      await browser.close({ reason: 'the tests have ended' });
    },
    { scope: 'worker', timeout: 0 },
  ],
  nobodyElseIsAsked: [
    async ({ browser }, use) => {
      await use();
      expect(browser.strangers.splice(0), 'requests to somebody else').toEqual([]);
    },
    { auto: true },
  ],
  site: async ({}, use) => {
    const site = await host();
    await use(site);
    await site.stop().catch(() => {});
  },
  /** The page, with every console error and foreign request held against it. */
  room: async ({ page, site }, use) => {
    const wrongs = [];
    page.on('pageerror', (error) => wrongs.push(`error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') wrongs.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(site.address)) wrongs.push(`request to ${request.url()}`);
    });
    await use(new Room(page, site.address));
    expect(wrongs, 'the page makes no error and asks nobody else').toEqual([]);
  },
});

export { expect };
