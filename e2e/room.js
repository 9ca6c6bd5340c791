// What every browser test starts from: a static host of the finished page under
// a sub-path, and a watch on what the page does wrong while it is used.
import http from 'node:http';
import { fileURLToPath } from 'node:url';
import { test as base, expect } from '@playwright/test';
import sirv from 'sirv';
import { Room } from './pages/room.js';

export const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** A plain static host that can be stopped; the page lies at `address`. */
export const host = async (path = '/teaching/room/') => {
  const files = sirv(dist, { dev: false, etag: true });
  const requests = [];
  const server = http.createServer((request, response) => {
    requests.push(request.url);
    const missing = () => {
      response.statusCode = 404;
      response.end('not found');
    };
    if (!request.url.startsWith(path)) return missing();
    request.url = request.url.slice(path.length - 1);
    files(request, response, missing);
  });
  const sockets = new Set();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const stop = () =>
    new Promise((stopped) => {
      server.close(stopped);
      sockets.forEach((socket) => socket.destroy());
    });
  return { address: origin + path, origin, requests, stop };
};

export const test = base.extend({
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
