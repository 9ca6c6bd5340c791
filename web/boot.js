// Starts the page: theme before first paint, the program, what is kept.
// One invariant: whatever fails, the visitor reads a sentence, never a blank
// page (the guard, which ran before, has the words and the articles).
// This file knows nothing of what the page shows. Where the program's bytes
// come from is chosen by the build (`program.js` or `program-inside.js`).
import './guard.js';
import init, { __wbg_get_imports as imports } from 'summitry-glue';
import { bytes, firstBytes, style, template } from 'summitry-program';
import { collection } from './collection.js';
import { tellHeight } from './embedded.js';
import { keep } from './offline.js';
import { storage } from './storage.js';
import { workshop } from './workshop-client.js';

const room = self.summitry;
room.started = true;
room.storage = storage;
room.workshop = workshop;
room.template = template;

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

/** The module of a chunk, once the look of its rooms is there as well. */
const compile = async ({ file, sheet }) => {
  const [module] = await Promise.all([bytes(file).then((code) => WebAssembly.compile(code)), sheet && style(sheet)]);
  return module;
};

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

/**
 * Says that the program stopped. A trap while it starts is answered by loading
 * the page once more first: the visitor has done nothing yet that could be lost,
 * and the engine may be at fault (in WebKitGTK 2.50, one start in 800 is led
 * astray where a running loop changes over to compiled code; WebKit bug 289009).
 * Whoever was loaded anew already, or stands in a frame, reads the sentence.
 */
const stopped = (error) => {
  const [navigation] = performance.getEntriesByType('navigation');
  const starts = !document.body?.dataset.ready && self === top && navigation?.type === 'navigate';
  if (starts && error instanceof WebAssembly.RuntimeError) location.reload();
  else room.mistaken();
};

/** What is asked for; that it did not arrive is said. */
const arrived = (asked) =>
  asked.catch((error) => {
    room.broken();
    throw error;
  });

/** The module that the first view needs. */
const compileFirst = async () => WebAssembly.compile(await arrived(firstBytes()));

/** Takes the articles out of the page once the program has begun; the guard has them where they are needed after all. */
const putAway = () => {
  room.texts = document.getElementById('texts');
  room.texts?.remove();
  room.there = true;
};

/**
 * Fetches the style where a host's policy, or a change on the way, keeps the one
 * that stands in the page from its effect.
 */
const styled = async () => {
  if (!document.getElementById('style')?.sheet) await arrived(style(STYLE));
};

/** Hands the program the page's collection. */
const takeCollection = async () => {
  const bytes = await collection().catch((error) => {
    room.damaged('the collection in it is damaged');
    throw error;
  });
  room.collection = () => bytes;
};

/** The later chunks of the program, each with the rooms that it holds. */
const chunks = CHUNKS.map(([file, rooms, sheet]) => ({ file, rooms, sheet, state: 'waiting', module: null }));

let first = null;

/** How far the chunk is that holds a room: `waiting`, `failed` or `there`. */
room.stateOf = (name) => chunks.find((chunk) => chunk.rooms.includes(name))?.state ?? 'there';

/** Notes how far a chunk is, and tells the page. */
const tell = (chunk, state) => {
  chunk.state = state;
  const whole = chunks.every((one) => one.state === 'there');
  if (whole || state === 'failed') root.dataset.deferred = whole ? 'there' : 'failed';
  dispatchEvent(new Event('summitry:chunk'));
};

/**
 * Fetches a chunk unless that is being done; links it to the first. What several
 * chunks use is in the earliest of them, so those before it come as well.
 */
const load = async (chunk) => {
  chunk.module ??= compile(chunk);
  const before = chunks.slice(0, chunks.indexOf(chunk));
  try {
    const [module] = await Promise.all([chunk.module, ...before.map(load)]);
    if (!first || chunk.state === 'there') return;
    if (before.some(({ state }) => state !== 'there')) {
      tell(chunk, 'failed');
      return;
    }
    new WebAssembly.Instance(module, { ...imports(), first });
    tell(chunk, 'there');
  } catch (error) {
    console.error(error);
    chunk.module = null;
    tell(chunk, 'failed');
  }
};

/** Fetches the chunk that holds a room. */
room.loadFor = (name) => {
  const chunk = chunks.find((one) => one.rooms.includes(name));
  return chunk && load(chunk);
};

const loadAll = async () => {
  for (const chunk of chunks) await load(chunk);
};

/** How long the other chunks wait at most for a first view that nobody sees, in milliseconds. */
const UNSEEN = 1000;

/**
 * Fetches all other chunks, once the first view that stands now has been painted:
 * until then the rest would take the connection and the processor from it.
 */
room.loadRest = () => {
  const seen = new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const waited = new Promise((over) => setTimeout(over, UNSEEN));
  Promise.race([seen, waited]).then(loadAll);
};
// The program may be in one piece.
if (chunks.length === 0) root.dataset.deferred = 'there';

const start = async () => {
  // Whoever comes for the search room can begin before the rest is there.
  const [, name] = /^#?\/?(\w*)/.exec(location.hash);
  try {
    const [module] = await Promise.all([compileFirst(), room.loadFor(name), takeCollection(), styled()]);
    if (room.stopped) return;
    first = await init({ module_or_path: module });
    if (!room.stopped) putAway();
    await room.loadFor(name);
  } catch (error) {
    console.error(error);
    // The bytes are those of the build, so it is the browser that cannot use them.
    if (isForbidden(error)) room.forbidden();
    else if (isOurs(error) && !(error instanceof WebAssembly.CompileError)) stopped(error);
    else room.tooOld();
    return;
  }
  if (self !== top) tellHeight();
  await keep(room.policy);
};

// A mistake of the program stops it where it is; the address still says where
// the visitor was.
addEventListener('error', ({ error }) => {
  if (isOurs(error)) stopped(error);
});
addEventListener('unhandledrejection', ({ reason }) => {
  if (isOurs(reason)) stopped(reason);
});

if (!room.stopped) start();
