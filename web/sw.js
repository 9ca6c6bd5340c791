// Keeps one whole build for use without a network.
// One invariant: whatever is served from here is, byte for byte, a file of this
// build; a build is stored whole or not at all.
// FILES ([name, SHA-256 in base64] pairs), LATER (the same by name) and VERSION
// are written in by the build. What is in LATER is stored once a visitor opens it.
const prefix = `summitry ${registration.scope} `;
const cacheName = prefix + VERSION;
const address = (name) => new URL(name === 'index.html' ? './' : name, registration.scope).href;
const home = address('index.html');
const digests = new Map([...FILES, ...Object.entries(LATER)].map(([name, digest]) => [address(name), digest]));
const first = FILES.map(([name]) => address(name));

/** How long a file may stop on its way before it is given up, in milliseconds. */
const STALLED = 30_000;

/** The bytes of a file, as long as some of them keep coming. */
const fetched = async (url) => {
  const control = new AbortController();
  let timer;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => control.abort(), STALLED);
  };
  wait();
  try {
    const response = await fetch(url, { cache: 'no-cache', signal: control.signal });
    const pieces = [];
    if (response.body) {
      const reader = response.body.getReader();
      for (let read = await reader.read(); !read.done; read = await reader.read()) {
        pieces.push(read.value);
        wait();
      }
    }
    return new Response(new Blob(pieces), response);
  } finally {
    clearTimeout(timer);
  }
};

/** A response with the same bytes, if they are those of the build. */
const checked = async (url, response) => {
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  if (!response.ok || btoa(String.fromCharCode(...digest)) !== digests.get(url)) throw new Error(`${url} is not as it was built`);
  // A host may not know the type of a wasm file; the browser wants it right.
  const type = url.endsWith('.wasm') ? 'application/wasm' : response.headers.get('content-type');
  return new Response(bytes, { headers: type ? { 'content-type': type } : {} });
};

const download = async (url) => checked(url, await fetched(url));

/** The file as an older build left it, which spares a download, else from the host. */
const obtain = async (url) => {
  const stored = await caches.match(url);
  return (stored && (await checked(url, stored).catch(() => null))) ?? download(url);
};

/** Whether an older build has stored what is stored only when it is opened. */
const hasLater = async () => {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const stored = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return stored.flat().some(({ url }) => url.includes('/workshop-'));
};

const install = async () => {
  const urls = (await hasLater()) ? [...digests.keys()] : first;
  const responses = await Promise.all(urls.map(obtain));
  try {
    const cache = await caches.open(cacheName);
    await Promise.all(urls.map((url, place) => cache.put(url, responses[place])));
  } catch (error) {
    // No room for all of them: then none.
    await caches.delete(cacheName);
    throw error;
  }
};

const removeOthers = async () => {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix) && name !== cacheName).map((name) => caches.delete(name)));
  await clients.claim();
};

const damaged = () =>
  new Response('<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Summitry</title><h1>The reading room cannot open</h1><p>The copy of this page on your device is damaged. Reload the page when there is a network, and it will be mended.', {
    status: 503,
    headers: { 'content-type': 'text/html' },
  });

/** What is stored if it is whole; else it is mended from the host. */
const answer = async (url) => {
  const cache = await caches.open(cacheName);
  const navigates = url === home;
  // A build with a gap that its host could not fill gives way to the host's.
  const keys = navigates ? (await cache.keys()).map((request) => request.url) : first;
  const whole = first.every((file) => keys.includes(file));
  const stored = await cache.match(url);
  const intact = stored && (await checked(url, stored).catch(() => cache.delete(url)));
  if (whole && intact instanceof Response) return intact;
  try {
    const fresh = await download(url);
    // Where there is no room it serves all the same.
    await cache.put(url, fresh.clone()).catch(() => {});
    return fresh;
  } catch {
    if (!navigates) return Response.error();
    // The host may have another build by now; without a host, the stored one will do.
    return fetch(url, { cache: 'no-cache' }).catch(() => (intact instanceof Response ? intact : damaged()));
  }
};

addEventListener('install', (event) => event.waitUntil(install()));
addEventListener('activate', (event) => event.waitUntil(removeOthers()));
addEventListener('message', (event) => {
  if (event.data === 'activate') skipWaiting();
});
addEventListener('fetch', (event) => {
  const { request } = event;
  let [url] = request.url.split(/[?#]/);
  if (request.mode === 'navigate' && url === address('./index.html')) url = home;
  if (request.method === 'GET' && digests.has(url)) event.respondWith(answer(url));
});
