// What the first visit costs, in bytes over the wire.
import fs from 'node:fs';
import path from 'node:path';
import { dist, expect, test } from './room.js';

/** Everything that the service worker keeps, and the worker itself. */
const files = () => {
  const worker = fs.readFileSync(path.join(dist, 'sw.js'), 'utf8');
  return [...worker.matchAll(/\["([^"]+)","[\w+/]{43}="\]/g)].map(([, name]) => name).concat('sw.js');
};

const wire = (name) => {
  const compressed = path.join(dist, `${name}.br`);
  return fs.statSync(fs.existsSync(compressed) ? compressed : path.join(dist, name)).size;
};

/** What comes after the first view: the other pages' part of the program and
 * of the style, and the icons of an installed page. */
const later = (name) => /^pages-|\.png$/.test(name);

const weigh = (names) => {
  const weights = names.map((name) => [name, wire(name)]);
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  return { total, parts: weights.map(([name, bytes]) => `${name} ${bytes}`).join(', ') };
};

test('all that the search page needs to be used is within its budget', () => {
  const { total, parts } = weigh(files().filter((name) => !later(name)));
  console.log(`first view, brotli: ${total} bytes (${parts})`);
  expect(total).toBeLessThanOrEqual(235_000);
});

test('the whole reading room, as it is kept for use without a network, is within its budget', () => {
  const { total, parts } = weigh(files());
  expect(files().length).toBeGreaterThan(7);
  console.log(`everything, brotli: ${total} bytes (${parts})`);
  // Keeps what has been reached.
  expect(total).toBeLessThanOrEqual(350_000);
});

test('the list of what is kept names every file that the page asks for', async ({ room, site }) => {
  await room.open();
  const asked = site.requests.map((url) => url.split('/').pop() || 'index.html');
  const kept = new Set(files());
  expect(asked.filter((name) => name !== '' && !kept.has(name) && name !== 'favicon.ico')).toEqual([]);
});
