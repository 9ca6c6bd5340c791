// One adapter for each engine, run in the page.
//
// An adapter has: build(documents) → index; save(index) → Uint8Array or
// string; load(saved) → index; ask(index, kind, words) → a function that
// makes the search, or null where the engine has no such kind of query.
// Each engine is set as its documentation recommends for full text, with
// stemming where it has it; each returns its ten best unless it cannot.

import MiniSearch from "minisearch";
import FlexSearch from "flexsearch";
import lunr from "lunr";
import Fuse from "fuse.js";
import { create, insertMultiple, save, load, search } from "@orama/orama";
import start, { Engine, memory_bytes } from "./engine/pkg/engine.js";

const all = (kind) => kind === "one word" || kind.endsWith("all");
const any = (kind) => kind.endsWith("any");

const summitry = {
  ready: () => start({ module_or_path: "engine.wasm" }),
  build: (documents) => Engine.build(documents.map((d) => d.title), documents.map((d) => d.text)),
  save: (engine) => engine.index(),
  more: (engine) => engine.positions(),
  load: (bytes, more) => Engine.open(bytes, more ?? new Uint8Array()),
  ask: (engine, kind, words) => {
    const query = {
      phrase: () => `"${words.join(" ")}"`,
      prefix: () => `${words[0]}*`,
      fuzzy: () => `${words[0]}~`,
    }[kind]?.() ?? words.join(any(kind) ? " OR " : " AND ");
    return () => engine.search(query);
  },
  memory: () => memory_bytes(),
};

const options = { fields: ["title", "text"], storeFields: [] };
const minisearch = {
  build: (documents) => {
    const index = new MiniSearch(options);
    index.addAll(documents);
    return index;
  },
  save: (index) => JSON.stringify(index),
  load: (json) => MiniSearch.loadJSON(json, options),
  ask: (index, kind, words) => {
    if (kind === "phrase") return null;
    const how = { prefix: { prefix: true }, fuzzy: { fuzzy: 1 } }[kind] ?? { combineWith: any(kind) ? "OR" : "AND" };
    const query = words.join(" ");
    return () => index.search(query, how);
  },
};

// Its encoder keeps the words of queries that it has seen. That would answer a
// query that is asked again, as here, without reading it, so it is off when
// asked; for building it stays on.
const flexsearch = {
  build: (documents) => {
    const index = new FlexSearch.Index({ tokenize: "forward", resolution: 9, context: false });
    documents.forEach((d) => index.add(d.id, `${d.title} ${d.text}`));
    return index;
  },
  save: async (index) => {
    const parts = {};
    await index.export((key, data) => {
      parts[key] = data;
    });
    return JSON.stringify(parts);
  },
  load: async (json) => {
    const index = new FlexSearch.Index({ tokenize: "forward", resolution: 9, context: false, encoder: { cache: false } });
    for (const [key, data] of Object.entries(JSON.parse(json))) await index.import(key, data);
    return index;
  },
  ask: (index, kind, words) => {
    if (kind === "phrase" || kind === "fuzzy") return null;
    const query = words.join(" ");
    const how = { limit: 10, suggest: any(kind) };
    return () => index.search(query, how);
  },
};

const lunrs = {
  build: (documents) =>
    lunr(function () {
      this.ref("id");
      this.field("title");
      this.field("text");
      documents.forEach((d) => this.add(d));
    }),
  save: (index) => JSON.stringify(index),
  load: (json) => lunr.Index.load(JSON.parse(json)),
  ask: (index, kind, words) => {
    if (kind === "phrase") return null;
    const query = { prefix: `${words[0]}*`, fuzzy: `${words[0]}~1` }[kind] ?? words.map((word) => (any(kind) ? word : `+${word}`)).join(" ");
    return () => index.search(query);
  },
};

const orama = {
  build: async (documents) => {
    const index = create({ schema: { title: "string", text: "string" }, components: { tokenizer: { language: "english", stemming: false } } });
    await insertMultiple(index, documents.map(({ title, text }) => ({ title, text })), 500);
    return index;
  },
  save: async (index) => JSON.stringify(await save(index)),
  load: async (json) => {
    const index = create({ schema: { title: "string", text: "string" }, components: { tokenizer: { language: "english", stemming: false } } });
    load(index, JSON.parse(json));
    return index;
  },
  ask: (index, kind, words) => {
    if (kind === "phrase") return null;
    const term = words.join(" ");
    const how = { limit: 10, exact: kind !== "prefix" && kind !== "fuzzy", tolerance: kind === "fuzzy" ? 1 : 0, threshold: all(kind) ? 0 : 1 };
    return () => search(index, { term, ...how });
  },
};

const fuse = {
  slow: true,
  build: (documents) => {
    const keys = ["title", "text"];
    const how = { keys, ignoreLocation: true, useExtendedSearch: true, threshold: 0.2 };
    return new Fuse(documents, how, Fuse.createIndex(keys, documents));
  },
  save: (index) => JSON.stringify(index.getIndex()),
  load: (json, _, documents) =>
    new Fuse(documents, { keys: ["title", "text"], ignoreLocation: true, useExtendedSearch: true, threshold: 0.2 }, Fuse.parseIndex(JSON.parse(json))),
  ask: (index, kind, words) => {
    const query = { phrase: `'"${words.join(" ")}"`, prefix: `'${words[0]}`, fuzzy: words[0] }[kind] ?? words.map((word) => `'${word}`).join(any(kind) ? " | " : " ");
    return () => index.search(query, { limit: 10 });
  },
};

// Its index is many files that the page fetches as it needs them; the runner
// builds it in Node, which is the only place where it builds.
const pagefind = {
  outside: true,
  build: async () => {
    const index = await import(new URL("pagefind/pagefind.js", location.href).href);
    await index.init();
    return index;
  },
  ask: (index, kind, words) => {
    if (any(kind) || kind === "fuzzy") return null;
    const query = kind === "phrase" ? `"${words.join(" ")}"` : words.join(" ");
    return async () => (await index.search(query)).results.slice(0, 10);
  },
};

export const ENGINES = { Summitry: summitry, MiniSearch: minisearch, FlexSearch: flexsearch, Lunr: lunrs, Orama: orama, "Fuse.js": fuse, Pagefind: pagefind };

const now = () => performance.now();

/** Milliseconds of one call: repeated until the clock can tell, then divided. */
async function timed(call) {
  let calls = 1;
  for (;;) {
    const begin = now();
    for (let i = 0; i < calls; i++) {
      const answer = call();
      if (answer instanceof Promise) await answer;
    }
    const took = now() - begin;
    if (took >= 0.4 || calls >= 256) return took / calls;
    calls *= took < 0.05 ? 8 : 2;
  }
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))];

/** Times every kind of query that the engine has. */
async function askAll(engine, index, queries, slow) {
  const times = {};
  for (const [kind, list] of Object.entries(queries)) {
    const calls = list.map((words) => engine.ask(index, kind, words));
    if (!calls[0]) {
      times[kind] = null;
      continue;
    }
    const kept = slow ? calls.slice(0, slow) : calls;
    for (const call of kept.slice(0, slow ? 2 : 20)) await call();
    const took = [];
    for (const call of kept) {
      // The lowest of three: other programs on the machine only ever add.
      let lowest = await timed(call);
      for (let again = 0; again < 2 && lowest < 50; again++) lowest = Math.min(lowest, await timed(call));
      took.push(lowest);
    }
    took.sort((a, b) => a - b);
    times[kind] = { p50: quantile(took, 0.5), p99: quantile(took, 0.99), n: took.length };
  }
  return times;
}

/** Posts bytes or a text in pieces; one of hundreds of megabytes stops the driver. */
async function send(name, whole) {
  const piece = 16 << 20;
  for (let at = 0; at < whole.length; at += piece) await fetch(name, { method: "POST", body: whole.slice(at, at + piece) });
}

/** Builds and saves: the time, and the bytes go to the runner. */
export async function build(name) {
  const engine = ENGINES[name];
  await engine.ready?.();
  const documents = await (await fetch("documents.json")).json();
  const begin = now();
  const index = await engine.build(documents);
  const took = now() - begin;
  const parts = {};
  if (engine.save) {
    await send("saved", await engine.save(index));
    if (engine.more) await send("more", engine.more(index));
    parts.saved = true;
  }
  return { build: took, ...parts };
}

/** Loads what was saved and answers a first query: the index and the time. */
async function open(name, queries) {
  const engine = ENGINES[name];
  await engine.ready?.();
  const response = engine.save ? await fetch("saved") : null;
  const binary = name === "Summitry";
  const bytes = response && (binary ? new Uint8Array(await response.arrayBuffer()) : await response.text());
  const documents = name === "Fuse.js" ? await (await fetch("documents.json")).json() : null;
  const begin = now();
  const index = engine.save ? await engine.load(bytes, null, documents) : await engine.build();
  await engine.ask(index, "one word", queries["one word"][0])();
  return { index, ready: now() - begin };
}

const drawn = async () => (await fetch("queries.json")).json();

/** Milliseconds from bytes to the first answer, in a page that has done nothing yet. */
export const first = async (name) => ({ ready: (await open(name, await drawn())).ready });

/** Loads, answers a first query, then all queries. */
export async function query(name, slow) {
  const engine = ENGINES[name];
  const queries = await drawn();
  const { index, ready } = await open(name, queries);
  let more = 0;
  if (engine.more) {
    const bytes = new Uint8Array(await (await fetch("more")).arrayBuffer());
    const begin = now();
    index.add_positions(bytes);
    await engine.ask(index, "phrase", queries.phrase[0])();
    more = now() - begin;
  }
  const times = await askAll(engine, index, queries, engine.slow ? slow : 0);
  globalThis.kept = index;
  return { ready, whole: ready + more, times, memory: engine.memory?.() ?? 0 };
}
