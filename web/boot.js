// Starts the page: theme before first paint, the program, the service worker.
// One invariant: whatever fails, the visitor reads a sentence, never a blank page.
// This file knows nothing of what the page shows.
import init from './summitry.js';

const parameters = new URLSearchParams(location.hash.split('?')[1] ?? '');

/** Runs `ask` where the browser may refuse (a sandbox, a private window). */
const allowed = (ask) => {
  try {
    return ask();
  } catch {
    return null;
  }
};

const theme = parameters.get('theme') ?? allowed(() => localStorage.getItem('summitry-theme'));
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;

const explain = (text) => {
  const opening = document.getElementById('opening') ?? document.getElementById('app');
  const sentence = document.createElement('p');
  sentence.setAttribute('role', 'alert');
  sentence.textContent = text;
  const again = document.createElement('a');
  again.href = location.href;
  again.textContent = 'Reload the page';
  again.addEventListener('click', () => location.reload());
  opening.replaceChildren(sentence, again);
};

/** Marks how far the second part of the program is, and tells the page. */
const tell = (state) => {
  document.documentElement.dataset.deferred = state;
  dispatchEvent(new Event('summitry:deferred'));
};

const hexadecimal = (buffer) => Array.from(new Uint8Array(buffer), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** A file's module, if it is the file of this build, byte for byte. */
const compile = async ([name, digest]) => {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name} was answered with status ${response.status}`);
  const bytes = await response.arrayBuffer();
  // Without a secure connection there is no digest, and no protection either.
  const found = await globalThis.crypto?.subtle?.digest('SHA-256', bytes);
  if (found && hexadecimal(found) !== digest) throw new Error(`${name} arrived changed or cut short`);
  return WebAssembly.compile(bytes);
};

let first = null;
let deferred = null;

/** Fetches the second part unless that is being done; links it to the first. */
const loadDeferred = async () => {
  // The program may be in one file.
  if (!DEFERRED) return;
  deferred ??= compile(DEFERRED);
  try {
    const module = await deferred;
    if (!first || document.documentElement.dataset.deferred === 'there') return;
    new WebAssembly.Instance(module, { first });
    tell('there');
  } catch (error) {
    console.error(error);
    deferred = null;
    tell('failed');
  }
};
if (!DEFERRED) tell('there');
globalThis.summitry = { loadDeferred };

const start = async () => {
  if (typeof WebAssembly !== 'object') {
    explain('This browser is too old for the reading room: it cannot run WebAssembly. Any browser made since 2024 can.');
    return;
  }
  try {
    // Whoever comes for the search page can begin before the rest is there.
    if (/^#?\/?(search\b|\?|$)/.test(location.hash)) {
      first = await init({ module_or_path: await compile(FIRST) });
      // Let the first view be painted before the rest takes the connection.
      setTimeout(loadDeferred);
    } else {
      const [module] = await Promise.all([compile(FIRST), loadDeferred()]);
      first = await init({ module_or_path: module });
      await loadDeferred();
    }
  } catch (error) {
    console.error(error);
    explain('The reading room did not open: a part of it was not loaded or arrived damaged. Check the connection, then reload.');
  }
};

// A mistake of the program stops it where it is; the address still says where
// the visitor was.
addEventListener('error', ({ error }) => {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  explain('The reading room stopped because of a mistake in its program. Reload the page to go on where you were.');
});

/** Offers a newer build once it is stored whole; the page shows the offer. */
const offerUpdate = (registration) => {
  const offer = () => {
    if (registration.waiting && navigator.serviceWorker.controller) {
      dispatchEvent(new CustomEvent('summitry:update'));
    }
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', offer);
  });
  addEventListener('summitry:apply-update', () => registration.waiting?.postMessage('activate'));
  offer();
};

const storeForOffline = async () => {
  const worker = allowed(() => navigator.serviceWorker);
  if (!worker || parameters.get('embed') === '1' || !location.protocol.startsWith('http')) return;
  let wasControlled = Boolean(worker.controller);
  worker.addEventListener('controllerchange', () => {
    if (wasControlled) location.reload();
    wasControlled = true;
  });
  try {
    const policy = globalThis.trustedTypes?.createPolicy('summitry', { createScriptURL: (url) => url });
    const url = new URL('sw.js', document.baseURI).href;
    offerUpdate(await worker.register(policy ? policy.createScriptURL(url) : url));
  } catch (error) {
    console.warn('The page is not kept for offline use:', error.message);
  }
};

start().then(storeForOffline);
