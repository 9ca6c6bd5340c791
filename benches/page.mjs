// Measures the finished page in a real browser with a processor slowed four
// times, beside the same search page with MiniSearch in the place of the engine
// (`minisearch-room.js`): from the start of the navigation to a usable search
// box, the work of a letter typed until its frame is drawn, and how long side
// by side takes to open.
//
//   node page.mjs [rounds]      (after `cargo xtask build`; `cargo xtask bench` does both)

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const ROUNDS = Number(process.argv[2] ?? 20);
const SLOWER = 4;
const FRAME = 1000 / 60;
const QUERIES = ["missile defence", "putin said", "nuclear iran"];
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const dist = here("../dist");
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", webmanifest: "application/manifest+json" };

/** The other page's files: the same style, the same articles, its own script. */
const other = async () => {
  const bundled = await build({ entryPoints: [here("minisearch-room.js")], bundle: true, minify: true, format: "esm", write: false });
  const style = fs.readdirSync(dist).find((name) => /^style-.*\.css$/.test(name));
  const collection = execFileSync("cargo", ["run", "-q", "--release", "-p", "summitry-cli", "--", "export", "seeds", "--format", "json"], { cwd: here(".."), maxBuffer: 1 << 28 });
  return {
    "minisearch/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>MiniSearch</title><link rel="stylesheet" href="../${style}"><body><div id="app"></div><script type="module" src="room.js"></script>`,
    "minisearch/room.js": bundled.outputFiles[0].text,
    "minisearch/collection.json": collection,
  };
};

/** A static host that sends the compressed files, as a good host does. */
const serve = async () => {
  const made = await other();
  const server = http.createServer((request, response) => {
    const name = decodeURI(request.url.split("?")[0]).slice(1) || "index.html";
    const type = { "content-type": TYPES[name.split(".").pop()] ?? "text/html" };
    if (made[name]) return response.writeHead(200, type).end(made[name]);
    const file = path.join(dist, name);
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    const compressed = fs.existsSync(`${file}.br`);
    response.writeHead(200, compressed ? { ...type, "content-encoding": "br" } : type);
    response.end(fs.readFileSync(compressed ? `${file}.br` : file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
};

const { server, address } = await serve();
const browser = await chromium.launch({
  executablePath: process.env.BROWSER_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** A new visitor's page, slowed, open at `url`. */
const visit = async (url) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body?.dataset.ready !== "true") return;
      observer.disconnect();
      window.usableAt = performance.now();
    }).observe(document, { subtree: true, attributes: true, childList: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => window.usableAt);
  return page;
};

/** Milliseconds until the search box could be used, and the layout shift until then. */
const opening = async (page) => {
  const usable = await page.evaluate(() => window.usableAt);
  const shift = await page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 500);
  }));
  return { usable, shift };
};

/** What a letter costs: milliseconds of script, of style, layout and paint, and
 * from the letter to its frame drawn, the wait for the frame included. */
const letter = async (page, key) => {
  await page.evaluate(() => {
    const field = document.querySelector("[role=searchbox]");
    field.focus();
    const soon = (task) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = task;
      channel.port2.postMessage(null);
    };
    window.worked = new Promise((done) => {
      field.addEventListener("beforeinput", () => {
        const start = performance.now();
        let scripted;
        field.addEventListener("input", () => soon(() => { scripted ??= performance.now(); }), { once: true, capture: true });
        requestAnimationFrame(() => {
          const frame = performance.now();
          // After the frame's own work: layout and paint are then done.
          soon(() => {
            const end = performance.now();
            const script = Math.min(scripted ?? frame, frame) - start;
            done({ script, rendering: end - frame, work: script + end - frame, latency: end - start });
          });
        });
      }, { once: true });
    });
  });
  await page.keyboard.type(key);
  const cost = await page.evaluate(() => window.worked);
  // The typing rests, so that the next letter finds the page complete.
  await page.waitForTimeout(350);
  return cost;
};

const typing = async (page) => {
  const costs = [];
  for (const query of QUERIES) {
    await page.getByRole("searchbox").fill("");
    await page.waitForTimeout(350);
    for (const key of query) costs.push(await letter(page, key));
  }
  return costs;
};

/** Milliseconds from following a link to side by side of all articles to its frame. */
const beside = (page, articles) =>
  page.evaluate((link) => new Promise((done) => {
    const start = performance.now();
    location.hash = link;
    const look = () => requestAnimationFrame(() => {
      if (document.querySelectorAll("[data-column]").length === 0) return look();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      channel.port2.postMessage(null);
    });
    look();
  }), `#/compare?${articles.map((article) => `a=${article}`).join("&")}`);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ninth = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.9)];
const told = (name, costs) => {
  const part = (field) => median(costs.map((cost) => cost[field])).toFixed(1).padStart(6);
  const within = costs.filter((cost) => cost.work <= FRAME).length;
  console.log(`  ${name.padEnd(44)} ${part("script")} ${part("rendering")} ${part("work")} ${ninth(costs.map((cost) => cost.work)).toFixed(1).padStart(6)} ${part("latency")}  ${Math.round((100 * within) / costs.length)} %`);
  return median(costs.map((cost) => cost.work));
};

const pages = { summitry: address, whole: `${address}minisearch/`, stepped: `${address}minisearch/?first=6` };
const typed = { summitry: [], whole: [], stepped: [] };
const openings = [];
const besides = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, url] of Object.entries(pages)) {
    const page = await visit(url);
    if (name === "summitry") openings.push(await opening(page));
    typed[name].push(...(await typing(page)));
    if (name === "summitry") {
      const articles = JSON.parse(await (await fetch(`${address}minisearch/collection.json`)).text()).articles.map((article) => article.id);
      besides.push(await beside(page, articles));
    }
    await page.context().close();
  }
}
console.log(`processor slowed ${SLOWER} times, ${ROUNDS} first visits, local server:`);
console.log(`  start to a usable search box: median ${median(openings.map((one) => one.usable)).toFixed(0)} ms`);
console.log(`  layout shift while opening: ${Math.max(...openings.map((one) => one.shift)).toFixed(4)}`);
console.log(`  side by side of all articles, from the link to its frame: median ${median(besides).toFixed(0)} ms`);
console.log(`  a letter typed, in ms (medians; ${typed.summitry.length} letters)`.padEnd(47) + "script render   work  9 of 10  to the frame, waiting included; within a frame");
const own = told("Summitry", typed.summitry);
const whole = told("the same page with MiniSearch", typed.whole);
const stepped = told("the same in two steps, as Summitry draws", typed.stepped);
console.log(`  Summitry's work for a letter is ${(own / whole).toFixed(2)} of the page with MiniSearch, ${(own / stepped).toFixed(2)} of it in two steps`);
await browser.close();
server.close();
