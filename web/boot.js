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

const start = async () => {
  if (typeof WebAssembly !== 'object') {
    explain('This browser is too old for the reading room: it cannot run WebAssembly. Any browser made since 2024 can.');
    return;
  }
  try {
    await init({ module_or_path: new URL(WASM_FILE, document.baseURI) });
  } catch (error) {
    console.error(error);
    explain('The reading room did not open: a part of it was not loaded or arrived damaged. Check the connection, then reload.');
  }
};

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
