// Starts the page: theme before first paint, the program, what is kept.
// One invariant: whatever fails, the visitor reads a sentence, never a blank
// page (the guard, which ran before, has the words and the articles).
// This file knows nothing of what the page shows. Where the program's bytes
// come from is chosen by the build (`program.js` or `program-inside.js`).
import './guard.js';
import init from 'summitry-glue';
import { bytes, firstBytes } from 'summitry-program';
import { tellHeight } from './embedded.js';
import { keep } from './offline.js';

const room = self.summitry;
room.started = true;

const root = document.documentElement;
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
if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
if (parameters.get('embed') === '1') root.dataset.embed = '';

const compile = async (part) => WebAssembly.compile(await bytes(part));

/**
 * Whether an error is one of the program's: it stopped, or the browser stopped
 * it because it went too deep or took too much. Engines call that differently.
 */
const isOurs = (error) =>
  error instanceof WebAssembly.RuntimeError ||
  error instanceof RangeError ||
  error?.name === 'InternalError' ||
  /wasm/.test(error?.stack ?? '');

/** Whether the browser refuses programs of this kind because a policy says so. */
const isForbidden = (error) =>
  error instanceof WebAssembly.CompileError && (Boolean(room.forbids) || /security policy|CSP|unsafe-eval/i.test(error.message));

/** What is asked for; that it did not arrive is said. */
const arrived = (asked) =>
  asked.catch((error) => {
    room.broken();
    throw error;
  });

/** The module that the first view needs. */
const compileFirst = async () => WebAssembly.compile(await arrived(firstBytes()));

/**
 * The program counts on the words that stand in the page. Hosts and proxies
 * that rewrite pages may have changed them; then they are fetched as built.
 */
const mendTexts = async () => {
  if (!TEXTS) return;
  const place = document.getElementById('texts');
  const words = place?.textContent ?? '';
  let sum = 0;
  for (let unit = 0; unit < words.length; unit += 1) sum = (Math.imul(sum, 31) + words.charCodeAt(unit)) | 0;
  if (sum === TEXTS[2]) return;
  // The program looks for them by the name; what is shown of them stays as it is.
  const spare = document.createElement('template');
  [spare.textContent, spare.id] = [new TextDecoder().decode(await arrived(bytes(TEXTS))), 'texts'];
  room.texts = place;
  place?.removeAttribute('id');
  document.body.append(spare);
};

/** Takes the articles out of the page, where the program has read them; the guard has them where they are needed after all. */
const putAway = () => {
  const place = document.getElementById('texts');
  room.texts ??= place;
  place?.remove();
  room.texts?.remove();
  room.there = true;
};

/** Marks how far the second part of the program is, and tells the page. */
const tell = (state) => {
  root.dataset.deferred = state;
  dispatchEvent(new Event('summitry:deferred'));
};

let first = null;
let deferred = null;

let dressed = null;

/** The style of the second part; settles when it is there. */
const dress = () =>
  new Promise((done, failed) => {
    if (!PAGES_STYLE) return done();
    const link = document.createElement('link');
    [link.href, link.integrity] = PAGES_STYLE;
    link.rel = 'stylesheet';
    link.onload = done;
    link.onerror = () => {
      link.remove();
      failed(new Error(`${link.href} did not arrive as it was built`));
    };
    document.head.append(link);
  });

/** Fetches the second part unless that is being done; links it to the first. */
room.loadDeferred = async () => {
  // The program may be in one piece.
  if (!DEFERRED) return;
  deferred ??= compile(DEFERRED);
  dressed ??= dress();
  try {
    const [module] = await Promise.all([deferred, dressed]);
    if (!first || root.dataset.deferred === 'there') return;
    new WebAssembly.Instance(module, { first });
    tell('there');
  } catch (error) {
    console.error(error);
    deferred = dressed = null;
    tell('failed');
  }
};
if (!DEFERRED) tell('there');

const start = async () => {
  // Whoever comes for the search page can begin before the rest is there.
  const searching = /^#?\/?(search\b|\?|$)/.test(location.hash);
  try {
    const [module] = await Promise.all([compileFirst(), searching || room.loadDeferred(), mendTexts()]);
    if (room.stopped) return;
    first = await init({ module_or_path: module });
    putAway();
    // Let the first view be painted before the rest takes the connection.
    if (searching) setTimeout(room.loadDeferred);
    else await room.loadDeferred();
  } catch (error) {
    console.error(error);
    // The bytes are those of the build, so it is the browser that cannot use them.
    if (isForbidden(error)) room.forbidden();
    else if (isOurs(error) && !(error instanceof WebAssembly.CompileError)) room.mistaken();
    else room.tooOld();
    return;
  }
  if (self !== top) tellHeight();
  await keep(room.policy);
};

// A mistake of the program stops it where it is; the address still says where
// the visitor was.
addEventListener('error', ({ error }) => {
  if (isOurs(error)) room.mistaken();
});
addEventListener('unhandledrejection', ({ reason }) => {
  if (isOurs(reason)) room.mistaken();
});

if (!room.stopped) start();
