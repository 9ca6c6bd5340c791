// Keeps one whole build for use without a network.
// One invariant: what is served comes from a single build; a build is stored
// whole, every file checked against its digest, or not at all.
// PRECACHE ([name, sha256] pairs) and VERSION are written in by the build.
const prefix = `summitry ${registration.scope} `;
const cacheName = prefix + VERSION;
const address = (name) => new URL(name === 'index.html' ? './' : name, registration.scope).href;

const hexadecimal = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

const fetchChecked = async ([name, digest]) => {
  const response = await fetch(address(name), { cache: 'no-cache', credentials: 'same-origin' });
  if (!response.ok) throw new Error(`${name} was answered with status ${response.status}`);
  const bytes = await response.arrayBuffer();
  if (hexadecimal(await crypto.subtle.digest('SHA-256', bytes)) !== digest) throw new Error(`${name} arrived changed or cut short`);
  const headers = new Headers({ 'content-type': contentType(name, response) });
  return [address(name), new Response(bytes, { headers })];
};

// A host may not know the type of a wasm file; the browser wants it right.
const contentType = (name, response) => {
  if (name.endsWith('.wasm')) return 'application/wasm';
  return response.headers.get('content-type') ?? 'application/octet-stream';
};

const install = async () => {
  const files = await Promise.all(PRECACHE.map(fetchChecked));
  const cache = await caches.open(cacheName);
  await Promise.all(files.map(([url, response]) => cache.put(url, response)));
};

const removeOlder = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  await clients.claim();
};

const answer = async (request) => {
  const cache = await caches.open(cacheName);
  const home = address('index.html');
  const url = request.url.split(/[?#]/)[0];
  const isHome = request.mode === 'navigate' && (url === home || url === new URL('index.html', home).href);
  const stored = await cache.match(isHome ? home : url);
  return stored ?? fetch(request);
};

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(removeOlder()));
addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
});
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});
