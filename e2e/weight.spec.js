// What the first visit costs, in bytes over the wire, beside `budgets.json`.
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

/** What comes after the first view: the other rooms' parts of the program, and
 * the icons of an installed page. */
const later = (name) => /^(rooms|own)-|\.png$/.test(name);

const budgets = JSON.parse(fs.readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'));

/** A budget with its slack, larger where the standard library was not built along with the page. */
const budget = (name) => {
  const { standardLibrary } = JSON.parse(fs.readFileSync(path.join(dist, 'version.json'), 'utf8'));
  const more = name === 'first view' ? 'more of the first view there' : 'more where the standard library comes as it is';
  const share = standardLibrary === 'built along' ? 0 : budgets[more];
  if (share) console.log(`the standard library came as it is, so the budget for ${name} is larger by ${share * 100} %`);
  return budgets[name] * (1 + share) * (1 + budgets.slack);
};

const weigh = (names) => {
  const weights = names.map((name) => [name, wire(name)]);
  const total = weights.reduce((sum, [, bytes]) => sum + bytes, 0);
  return { total, parts: weights.map(([name, bytes]) => `${name} ${bytes}`).join(', ') };
};

test('all that the search page needs to be used is within its budget', () => {
  const { total, parts } = weigh(files().filter((name) => !later(name)));
  console.log(`first view, brotli: ${total} bytes (${parts})`);
  expect(total).toBeLessThanOrEqual(budget('first view'));
});

test('the document comes in the first two round trips of a connection', () => {
  // Ten packets of 1,460 bytes and then twenty (RFC 6928), less what the host says of it.
  expect(wire('index.html')).toBeLessThanOrEqual(30 * 1460 - 500);
});

test('the whole reading room, as it is kept for use without a network, is within its budget', () => {
  const { total, parts } = weigh(files());
  expect(files().length).toBeGreaterThan(7);
  console.log(`everything, brotli: ${total} bytes (${parts})`);
  expect(total).toBeLessThanOrEqual(budget('everything'));
});

test('the script for other people’s pages is within its budget', () => {
  expect(wire('embed.js')).toBeLessThanOrEqual(budget('embed.js'));
});

test('the list of what is kept names every file that the page asks for', async ({ room, site }) => {
  await room.open();
  const asked = site.requests.map((url) => url.split('/').pop() || 'index.html');
  const kept = new Set(files());
  expect(asked.filter((name) => name !== '' && !kept.has(name) && name !== 'favicon.ico')).toEqual([]);
});
