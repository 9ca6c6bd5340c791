// Where the program comes from: files beside the page.
// One invariant: bytes that are not those of the build never become a program;
// the browser compares the digest, with or without a service worker.

/** The bytes that the first view needs; the guard has asked for them already. */
export const firstBytes = () => self.summitry.first;

/** The bytes of a file, given as its name and its integrity. */
export const bytes = (file) => self.summitry.load(file);

/** The style sheet of a later chunk, given as its name and its integrity; it is there when this is done. */
export const style = ([name, integrity]) =>
  new Promise((there, failed) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: name, integrity, crossOrigin: 'anonymous' });
    link.onload = there;
    link.onerror = () => {
      // What is asked for again is asked for anew.
      link.remove();
      failed(new Error(`${name} was not loaded`));
    };
    document.head.append(link);
  });

/** The workshop's program in a worker, which ends when it stops. */
const inWorker = (answer, stopped) =>
  new Promise((resolve, reject) => {
    const url = self.summitry.policy?.createScriptURL(WORKSHOP) ?? new URL(WORKSHOP, document.baseURI).href;
    const worker = new Worker(url, { type: 'module' });
    let begun = false;
    worker.onmessage = ({ data }) => {
      begun ||= data === 'ready';
      if (data === 'ready') resolve({ place: 'worker', take: (message) => worker.postMessage(message), cancel: () => worker.postMessage('cancel') });
      else if (typeof data === 'string') reject(new Error(data));
      else answer(data);
      if (data[1] === null) worker.terminate();
    };
    worker.onerror = (event) => {
      worker.terminate();
      // One that never began has its work done on the page.
      if (begun) stopped();
      else reject(new Error(event.message));
    };
  });

/**
 * Has the workshop's files kept on a first visit, on which they come before
 * there is a service worker to keep them.
 */
const kept = async () => {
  const keeper = self === top && navigator.serviceWorker;
  if (!keeper || keeper.controller) return;
  await new Promise((controlled) => keeper.addEventListener('controllerchange', controlled, { once: true }));
  await Promise.all(WORKSHOP_FILES.map((name) => fetch(new URL(name, document.baseURI))));
  await template();
};

/**
 * Starts the workshop's program, on the page itself where no worker is to be
 * had. Answers are handed to `answer`; `stopped` is called when it cannot go on.
 */
export const openWorkshop = async (answer, stopped) => {
  let program;
  kept().catch((error) => console.warn('The workshop is not kept for use without a network:', error.message));
  try {
    program = await inWorker(answer, stopped);
  } catch (error) {
    console.warn('No worker is to be had:', error.message);
    const { serveHere } = await import(new URL(WORKSHOP, document.baseURI).href);
    program = { place: 'page', ...(await serveHere(answer)) };
  }
  // So that a page can be made without a network later.
  setTimeout(() => template().catch(() => {}), 5000);
  return program;
};

/** The text of this page in one file, in which a collection can be put. */
export const template = async () => {
  const response = await fetch(new URL('summitry.html', document.baseURI));
  if (!response.ok) throw new Error(`summitry.html: ${response.status}`);
  return response.text();
};
