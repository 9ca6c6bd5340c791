// The first load and the repeat visit, beside two plain pages that search the
// same articles: one with MiniSearch, one with Pagefind. One run, one browser,
// one connection ("fast 3G", as Chromium's developer tools call it) and a
// processor slowed four times. Prints medians and writes them to docs/benchmarks.md.
//
//   node first-load.mjs      (after `cargo xtask build`; `cargo xtask bench` does both)

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { buildSync } from "esbuild";
import { chromium } from "playwright-core";
import { put } from "./document.mjs";
import { FAST_3G } from "./visitor.mjs";

const ROUNDS = Number(process.env.ROUNDS ?? 9);
const SLOWER = 4;
const QUERY = "missile";

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const work = fs.mkdtempSync(path.join(os.tmpdir(), "summitry-first-load-"));

/** The collection, as the command line exports it. */
const collection = () => {
  const command = ["run", "--quiet", "--release", "--package", "summitry-cli", "--", "export", "seeds", "--format", "json"];
  return JSON.parse(execFileSync("cargo", command, { cwd: here(".."), maxBuffer: 1 << 26 }));
};

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const write = (folder, name, text) => {
  fs.mkdirSync(path.join(work, folder, path.dirname(name)), { recursive: true });
  fs.writeFileSync(path.join(work, folder, name), text);
};

const page = (script, about) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${about}</title>` +
  `<script type="module" src="./${script}"></script><h1>${about}</h1><input type="search" aria-label="Search"><ol id="results"></ol></html>`;

const minified = (entry, folder, name, more = {}) =>
  buildSync({ entryPoints: [here(entry)], bundle: true, minify: true, format: "esm", outfile: path.join(work, folder, name), ...more });

/** A page that fetches the passages, indexes them and searches. */
const miniSearchPage = ({ articles }) => {
  const passages = articles.flatMap(({ id, headline, passages }) =>
    passages.filter(({ n }) => n).map(({ n, text }) => ({ id: `${id}:${n}`, headline, text })));
  write("minisearch", "articles.json", JSON.stringify(passages));
  write("minisearch", "index.html", page("page.js", "Five articles"));
  minified("first-load/minisearch.js", "minisearch", "page.js");
};

/** A page over an index that Pagefind made of the articles as HTML. */
const pagefindPage = ({ articles }) => {
  for (const { id, headline, passages } of articles) {
    const text = passages.map(({ text }) => `<p>${escaped(text)}</p>`).join("");
    write("pagefind", `${id}.html`, `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(headline)}</title><main data-pagefind-body><h1>${escaped(headline)}</h1>${text}</main></html>`);
  }
  execFileSync(here("node_modules/.bin/pagefind"), ["--site", path.join(work, "pagefind")], { stdio: "ignore" });
  write("pagefind", "index.html", page("page.js", "Five articles"));
  minified("first-load/pagefind.js", "pagefind", "page.js", { external: ["./pagefind/pagefind.js"] });
};

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", png: "image/png", webmanifest: "application/manifest+json" };
const compressed = new Map();

/** A static host that compresses as well as a good host does, and lets the browser keep files. */
const serve = async (folder) => {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(request.url.split("?")[0].slice(1)) || "index.html";
    const file = path.join(folder, name);
    if (!fs.existsSync(file) || fs.statSync(file).isDirectory()) return response.writeHead(404).end();
    const kind = name.split(".").pop();
    const tag = `"${fs.statSync(file).size}"`;
    const headers = { "content-type": TYPES[kind] ?? "application/octet-stream", "cache-control": "no-cache", etag: tag };
    // Names that carry a hash, and Pagefind's own, never change.
    if (/-[0-9a-f]{16}\.|\/(fragment|index)\//.test(name)) headers["cache-control"] = "public, max-age=31536000, immutable";
    if (request.headers["if-none-match"] === tag) return response.writeHead(304, headers).end();
    const packs = TYPES[kind] && kind !== "png";
    if (packs && !compressed.has(file)) {
      const ready = `${file}.br`;
      compressed.set(file, fs.existsSync(ready) ? fs.readFileSync(ready) : zlib.brotliCompressSync(fs.readFileSync(file)));
    }
    response.writeHead(200, packs ? { ...headers, "content-encoding": "br" } : headers);
    response.end(packs ? compressed.get(file) : fs.readFileSync(file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
};

/** In the page: asks as soon as it can be asked, and notes when the answer stands there. */
const ask = (query) => {
  const look = () => {
    const field = document.querySelector("input");
    if (!window.usable && document.body?.dataset.ready === "true" && field) {
      window.usable = performance.now();
      field.value = query;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }
    if (window.usable && !window.answered && document.querySelector("#results li, .results [data-passage]")) window.answered = performance.now();
  };
  new MutationObserver(look).observe(document, { subtree: true, attributes: true, childList: true });
};

const visit = async (context, address) => {
  const tab = await context.newPage();
  const session = await context.newCDPSession(tab);
  let bytes = 0;
  await session.send("Network.enable");
  session.on("Network.loadingFinished", ({ encodedDataLength }) => { bytes += encodedDataLength; });
  await session.send("Network.emulateNetworkConditions", FAST_3G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await tab.addInitScript(ask, QUERY);
  await tab.goto(address, { timeout: 60_000 });
  await tab.waitForFunction(() => window.answered, null, { timeout: 60_000 });
  const times = await tab.evaluate(() => ({ usable: window.usable, answered: window.answered }));
  // The bytes up to here; whatever comes later nobody waited for.
  const visited = { ...times, bytes };
  await tab.waitForTimeout(2500);
  await tab.close();
  return visited;
};

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const medians = (visits) => Object.fromEntries(["bytes", "usable", "answered"].map((key) => [key, median(visits.map((one) => one[key]))]));

const corpus = collection();
miniSearchPage(corpus);
pagefindPage(corpus);
const PAGES = { Summitry: here("../dist"), "a plain page with MiniSearch": path.join(work, "minisearch"), "a plain page with Pagefind": path.join(work, "pagefind") };

const browser = await chromium.launch({
  executablePath: process.env.BROWSER_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
const hosts = Object.fromEntries(await Promise.all(Object.entries(PAGES).map(async ([name, folder]) => [name, await serve(folder)])));
const visits = Object.fromEntries(Object.keys(PAGES).map((name) => [name, { first: [], again: [] }]));
for (let round = 0; round < ROUNDS; round += 1) {
  // In turns, so that whatever else the machine does falls on all alike.
  for (const [name, { address }] of Object.entries(hosts)) {
    const context = await browser.newContext();
    visits[name].first.push(await visit(context, address));
    visits[name].again.push(await visit(context, address));
    await context.close();
  }
}
const version = browser.version();
await browser.close();
Object.values(hosts).forEach(({ stop }) => stop());

const figures = Object.fromEntries(Object.entries(visits).map(([name, { first, again }]) => [name, { first: medians(first), again: medians(again) }]));
const ratio = (value, of) => (of === 0 ? (value === 0 ? "1.00" : "–") : (value / of).toFixed(2));
const table = (kind) => {
  const least = Object.fromEntries(["bytes", "usable", "answered"].map((key) => [key, Math.min(...Object.values(figures).map((one) => one[kind][key]))]));
  const rows = Object.entries(figures).map(([name, { [kind]: one }]) =>
    `| ${name} | ${(one.bytes / 1024).toFixed(1)} KB (${ratio(one.bytes, least.bytes)}) | ${one.usable.toFixed(0)} ms (${ratio(one.usable, least.usable)}) | ${one.answered.toFixed(0)} ms (${ratio(one.answered, least.answered)}) |`);
  return ["| | bytes until the answer | usable page | first answer |", "|---|---|---|---|", ...rows].join("\n");
};
const text = `## First load

Three pages that search the same ${corpus.articles.length} articles, in one run: this one, a plain page with MiniSearch (it fetches the passages, indexes them and lists what is found), and a plain page with Pagefind (its index was made beforehand and is fetched in parts). Neither plain page filters, compares or opens without a network.

Chromium ${version}, processor slowed ${SLOWER} times, “Fast 3G” of the developer tools (${FAST_3G.latency} ms, ${(FAST_3G.downloadThroughput * 8 / 1e6).toFixed(2)} Mbit/s down), every text compressed with Brotli, ${ROUNDS} rounds in turns, medians. The first answer is that to “${QUERY}”, asked the moment the page can be asked. In brackets: how many times the best of the three. Written by \`cargo xtask bench\`.

### First visit

${table("first")}

### Repeat visit

${table("again")}
`;
console.log(text);
put("first load", text);
fs.rmSync(work, { recursive: true });
