// Runs the benchmark: builds the engine, bundles the peers, serves the
// documents, asks Chromium, prints one table and writes docs/benchmarks.md.
//
//   node run.mjs [--sizes 5,1000,10000] [--engines Summitry,MiniSearch,…] [--write] [--keep]
//
// Without arguments all is measured and the page written; --keep keeps the
// other sizes of the last run.
//
// The 1,000 and 10,000 articles are read from ../../shared/corpora, or the
// folder that CORPORA names; without them only the five seeds are measured,
// and a sentence says so.

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";
import { build as bundle } from "esbuild";
import { chromium } from "playwright-core";
import { put } from "./document.mjs";
import { draw } from "./queries.mjs";
import { report } from "./report.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.dirname(here);
const argument = (name, usual) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : process.argv[at + 1];
};
const names = argument("engines", "Summitry,MiniSearch,FlexSearch,Lunr,Orama,Fuse.js,Pagefind").split(",");
const sizes = argument("sizes", "5,1000,10000").split(",").map(Number);
const work = fs.mkdtempSync(path.join(os.tmpdir(), "summitry-bench-"));

function buildEngine() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(here, "engine", "target");
  const run = (tool, args) => execFileSync(tool, args, { cwd: path.join(here, "engine"), stdio: "inherit" });
  run("cargo", ["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown"]);
  const wasm = path.join(target, "wasm32-unknown-unknown", "release", "summitry_bench_engine.wasm");
  const pkg = path.join(here, "engine", "pkg");
  run(process.env.WASM_BINDGEN ?? "wasm-bindgen", ["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir", pkg, wasm]);
  const built = path.join(pkg, "engine_bg.wasm");
  const optimiser = path.join(root, "node_modules", ".bin", "wasm-opt");
  if (fs.existsSync(optimiser)) run(optimiser, ["-O3", built, "-o", built]);
  fs.copyFileSync(built, path.join(work, "engine.wasm"));
}

async function bundlePage() {
  await bundle({ entryPoints: [path.join(here, "engines.js")], bundle: true, format: "esm", minify: true, outfile: path.join(work, "engines.js"), logLevel: "error" });
  fs.writeFileSync(path.join(work, "index.html"), "<!doctype html><meta charset=utf-8><title>bench</title>");
}

function documents(size) {
  if (size <= 5) {
    const folder = path.join(root, "seeds");
    const files = fs.readdirSync(folder).filter((name) => name.endsWith(".txt")).sort();
    return files.map((name, id) => {
      const text = fs.readFileSync(path.join(folder, name), "utf8");
      return { id, title: text.trim().split("\n")[0], text };
    });
  }
  const file = path.join(process.env.CORPORA ?? path.join(root, "..", "shared", "corpora"), "news-10k.jsonl.gz");
  if (!fs.existsSync(file)) return null;
  const lines = zlib.gunzipSync(fs.readFileSync(file)).toString("utf8").trim().split("\n").slice(0, size);
  return lines.map((line, id) => {
    const { title, text } = JSON.parse(line);
    return { id, title, text };
  });
}

const TYPES = { ".html": "text/html", ".js": "text/javascript", ".wasm": "application/wasm", ".json": "application/json" };

/** Serves the work folder; what a page posts is kept as a file. */
function serve() {
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, "http://x").pathname).slice(1) || "index.html";
    const file = path.join(work, path.normalize(name));
    if (request.method === "POST") {
      request.pipe(fs.createWriteStream(file, { flags: "a" })).on("finish", () => response.end());
      return;
    }
    // Isolated pages have a finer clock: 5 µs instead of 100.
    const head = { "Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp", "Cache-Control": "no-store" };
    if (!file.startsWith(work) || !fs.existsSync(file)) return response.writeHead(404, head).end();
    response.writeHead(200, { ...head, "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream" });
    fs.createReadStream(file).pipe(response);
  });
  return new Promise((done) => server.listen(0, "127.0.0.1", () => done(server)));
}

async function buildPagefind(all) {
  const pagefind = await import("pagefind");
  const begin = performance.now();
  const { index } = await pagefind.createIndex({});
  for (const { id, title, text } of all) await index.addCustomRecord({ url: `/${id}`, content: text, language: "en", meta: { title } });
  const { files } = await index.getFiles();
  const took = performance.now() - begin;
  const folder = path.join(work, "pagefind");
  fs.rmSync(folder, { recursive: true, force: true });
  let raw = 0;
  for (const { path: name, content } of files) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, content);
    if (name.endsWith(".pf_index") || name.endsWith(".pf_meta")) raw += content.length;
  }
  await index.deleteIndex();
  await pagefind.close();
  return { build: took, raw, packed: raw };
}

/** Bytes raw and after brotli: best quality for small files, 5 for large ones. */
function bytes(name) {
  const file = path.join(work, name);
  if (!fs.existsSync(file)) return { raw: 0, packed: 0 };
  const data = fs.readFileSync(file);
  const quality = data.length > 12e6 ? 5 : 11;
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: quality, [zlib.constants.BROTLI_PARAM_LGWIN]: 24 };
  return { raw: data.length, packed: zlib.brotliCompressSync(data, { params }).length };
}

/** Calls a function of engines.js in a fresh page. */
async function inPage(browser, address, code, argument, after) {
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.goto(address);
  const result = await page.evaluate(code, argument);
  if (after) Object.assign(result, await after(page));
  await page.close();
  return result;
}

/** Bytes of JavaScript heap in use after a collection. */
async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return { heap: usedSize };
}

async function measure(browser, address, name, all) {
  for (const file of ["saved", "more"]) fs.rmSync(path.join(work, file), { force: true });
  const outside = name === "Pagefind";
  const built = outside ? await buildPagefind(all) : await inPage(browser, address, async (name) => (await import("/engines.js")).build(name), name);
  const stored = outside ? { raw: built.raw, packed: built.packed } : bytes("saved");
  const more = bytes("more");
  const slow = all.length > 5000 ? 10 : all.length > 100 ? 60 : 200;
  const asked = await inPage(browser, address, async ([name, slow]) => (await import("/engines.js")).query(name, slow), [name, slow], heap);
  // The lowest of five fresh pages: other programs on the machine only ever add.
  let ready = asked.ready;
  for (let again = 0; again < 4 && ready < 3000; again++) {
    ready = Math.min(ready, (await inPage(browser, address, async (name) => (await import("/engines.js")).first(name), name)).ready);
  }
  const whole = ready + asked.whole - asked.ready;
  return { name, build: built.build, ...stored, more, ...asked, ready, whole, memory: asked.heap + asked.memory };
}

const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--js-flags=--max-old-space-size=6000"],
  });

async function main() {
  buildEngine();
  await bundlePage();
  const server = await serve();
  const address = `http://127.0.0.1:${server.address().port}/`;
  let version = "";
  const kept = path.join(here, "results.json");
  const results = process.argv.includes("--keep") && fs.existsSync(kept) ? JSON.parse(fs.readFileSync(kept, "utf8")) : [];
  for (const size of sizes) {
    const all = documents(size);
    if (!all) {
      console.log(`The corpus of ${size} articles is not there; it was left out.`);
      continue;
    }
    fs.writeFileSync(path.join(work, "documents.json"), JSON.stringify(all));
    fs.writeFileSync(path.join(work, "queries.json"), JSON.stringify(draw(all)));
    const rows = [];
    for (const name of names) {
      console.log(`${size} articles: ${name}`);
      // A browser of its own, and a second one should the first be lost.
      for (let attempt = 1; attempt <= 2; attempt++) {
        const browser = await launch();
        version = browser.version();
        try {
          rows.push(await measure(browser, address, name, all));
          break;
        } catch (error) {
          const failed = String(error.message ?? error).split("\n")[0];
          console.log(`  failed: ${failed}`);
          if (attempt === 2) rows.push({ name, failed });
        } finally {
          await browser.close().catch(() => {});
        }
      }
    }
    const before = results.findIndex((result) => result.size === all.length);
    if (before >= 0) results.splice(before, 1);
    results.push({ size: all.length, text: Buffer.byteLength(all.map((d) => d.text).join("")), rows });
    results.sort((a, b) => a.size - b.size);
    fs.writeFileSync(path.join(here, "results.json"), JSON.stringify(results, null, 1));
  }
  server.close();
  fs.rmSync(work, { recursive: true, force: true });
  const text = report(results, { version, cores: os.cpus().length, processor: os.cpus()[0]?.model ?? "" });
  console.log(text);
  if (process.argv.includes("--write") || process.argv.length === 2) put("engines", text);
}

await main();
