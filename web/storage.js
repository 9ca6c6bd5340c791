// What the visitor keeps on this device, in the browser's database.
// One invariant: a change is written whole or not at all, and a change that was
// not written is told with its reason. This file knows nothing of what is kept:
// records are bytes, each under the name of a store and a key.
import { openDB } from 'idb';

const NAME = 'summitry';

/** The record that says that something was written: where it is gone, the storage was cleared. */
const WRITTEN = ['', 'written'];

/** What browsers call the reasons for which nothing is written, and what the page calls them. */
const REASONS = { QuotaExceededError: 'full', VersionError: 'newer', SecurityError: 'refused', InvalidStateError: 'refused', UnknownError: 'failed' };

/** Chromium refuses a frame of another site by an error without a name of its own. */
const isDenied = (error) => error?.name === 'UnknownError' && /denied/i.test(error.message);

/** Ends with one word of the reason. */
const because = (error) => {
  console.warn('Nothing was kept on this device:', error?.name, error?.message);
  if (isDenied(error)) throw 'refused';
  throw REASONS[error?.name] ?? (self.indexedDB ? 'failed' : 'refused');
};

let opened = null;
let written = false;

/** Whether the page is being left: what is written then is not waited for. */
let left = false;
addEventListener('pagehide', () => { left = true; }, true);
addEventListener('pageshow', () => { left = false; });

/** How long the browser may take to open the database before that counts as refused, in milliseconds. */
const PATIENCE = 8000;

const open = () => {
  opened ??= Promise.race([
    openDB(NAME, 1, {
      upgrade: (database) => void database.createObjectStore('records'),
      // Somebody cleared the storage, or the browser did.
      terminated: () => {
        opened = null;
        tell('', ['cleared']);
      },
      // A tab with a newer page waits for this one.
      blocking: (_, __, event) => {
        event.target.close();
        opened = null;
      },
    }),
    new Promise((_, reject) => setTimeout(() => reject(new DOMException('no answer', 'UnknownError')), PATIENCE)),
  ]).catch((error) => {
    opened = null;
    throw error;
  });
  return opened;
};

/** The tabs of this page; some frames have no such channel and agree with nobody. */
const channel = (() => {
  try {
    return new BroadcastChannel(NAME);
  } catch {
    return null;
  }
})();

/** Tells the page what another tab has written: the name of a store, and keys; no name where all is gone, and how. */
const tell = (store, keys = []) => dispatchEvent(new CustomEvent('summitry:stored', { detail: [store, ...keys] }));
channel?.addEventListener('message', ({ data }) => tell(...data));

const all = (store) => IDBKeyRange.bound([store], [store, []]);

export const storage = {
  /** All keys and records of a store, in the order of the keys: key, bytes, key, bytes … */
  all: async (store) => {
    try {
      const database = await open();
      const records = database.transaction('records').store;
      const [keys, values, mark] = await Promise.all([records.getAllKeys(all(store)), records.getAll(all(store)), records.get(WRITTEN)]);
      written ||= Boolean(mark);
      return keys.flatMap(([, key], place) => [key, values[place]]);
    } catch (error) {
      return because(error);
    }
  },

  /**
   * Writes records: keys and bytes by turns, `null` for one that goes. Refuses
   * with `cleared`, and writes nothing, where what this tab knows is gone.
   */
  put: async (store, changes) => {
    try {
      const database = await open();
      const transaction = database.transaction('records', 'readwrite', { durability: 'strict' });
      const records = transaction.store;
      // All is asked for in one turn: a page that is left has no other.
      const mark = written ? records.get(WRITTEN) : true;
      const keys = [];
      const asked = [records.put(1, WRITTEN)];
      for (let place = 0; place < changes.length; place += 2) {
        const [key, bytes] = [changes[place], changes[place + 1]];
        keys.push(key);
        asked.push(bytes ? records.put(bytes, [store, key]) : records.delete([store, key]));
      }
      const done = Promise.all([...asked, transaction.done]);
      if (left) transaction.commit();
      else if (!(await mark)) {
        written = false;
        transaction.abort();
        await done.catch(() => {});
        throw 'cleared';
      }
      await done;
      written = true;
      channel?.postMessage([store, keys]);
    } catch (error) {
      if (error === 'cleared') throw error;
      return because(error);
    }
  },

  /** Takes away everything that this page keeps on the device. */
  erase: async () => {
    try {
      const database = await open();
      await database.clear('records');
      written = false;
      channel?.postMessage(['', ['erased']]);
    } catch (error) {
      return because(error);
    }
  },
};
