// Keeps the page on the visitor's device, and offers a newer build of it.
// One invariant: a tab goes over to a newer build only when its visitor agrees.
// What is kept, or why nothing is, is told to the page in a sentence, as
// `data-kept` on the document and the event `summitry:kept`.

/** How long a tab that stays open waits before it looks for a newer build, in milliseconds. */
const HOUR = 3_600_000;

const tell = (sentence) => {
  document.documentElement.dataset.kept = sentence;
  dispatchEvent(new Event('summitry:kept'));
};

/** The program may come after this: what was said stands on the document. */
const tellNewer = () => {
  document.documentElement.dataset.newer = '';
  dispatchEvent(new Event('summitry:update'));
};

const REFUSED = 'This browser keeps nothing of this page, as in a private window, so it opens only with a network.';

const INCOMPLETE = 'This page could not be kept on this device whole, so nothing of it was kept. The next visit will try again.';

/** Why nothing can be kept here, if that is known before it is tried. */
const hindrance = () => {
  if (ONE_FILE) return 'This copy is one file: keep it, and it opens without a network. No newer version is offered in it.';
  if (self !== top) return 'Inside another page nothing is kept: this view needs a network each time it is opened.';
  if (!isSecureContext) return 'The address of this page does not begin with “https:”, so the browser keeps nothing of it: it opens only with a network.';
  return navigator.serviceWorker ? '' : REFUSED;
};

const offerNewer = (registration, worker) => {
  let agreed = false;
  const offer = () => {
    if (registration.waiting && worker.controller) tellNewer();
  };
  const watch = () => registration.installing?.addEventListener('statechange', offer);
  registration.addEventListener('updatefound', watch);
  addEventListener('summitry:apply-update', () => {
    agreed = true;
    if (registration.waiting) registration.waiting.postMessage('activate');
    else location.reload();
  });
  // Another tab has gone over: this one is asked as well, and loses nothing meanwhile.
  let controlled = Boolean(worker.controller);
  worker.addEventListener('controllerchange', () => {
    if (agreed) location.reload();
    else if (controlled) tellNewer();
    controlled = true;
  });
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || Date.now() - asked < HOUR) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
  // The browser may have found one before this listens.
  watch();
  offer();
};

/** Starts keeping the page, where that can be. */
export const keep = async (policy) => {
  const why = hindrance();
  if (why) return tell(why);
  const worker = navigator.serviceWorker;
  const url = new URL('sw.js', document.baseURI).href;
  try {
    const registration = await worker.register(policy ? policy.createScriptURL(url) : url, { updateViaCache: 'none' });
    offerNewer(registration, worker);
    const arriving = registration.installing;
    await new Promise((settled) => {
      const look = () => (registration.active || arriving?.state === 'redundant') && settled();
      arriving?.addEventListener('statechange', look);
      look();
    });
    tell(registration.active ? 'This page is kept on this device: it opens without a network.' : INCOMPLETE);
  } catch (error) {
    console.warn('The page is not kept for use without a network:', error.message);
    tell(REFUSED);
  }
};
