// Measures the finished page in a real browser with a processor slowed four
// times, beside the same search page with MiniSearch in the place of the engine
// (`minisearch-room.js`): from the start of the navigation to a usable search
// box, what a letter typed costs until its results are drawn, and how long side
// by side takes to open. Writes what it finds to docs/benchmarks.md.
//
//   node page.mjs [rounds]      (after `cargo xtask build`; `cargo xtask bench` does both)

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { put } from "./document.mjs";

const ROUNDS = Number(process.argv[2] ?? 20);
const SLOWER = 4;
const FRAME = 1000 / 60;
/** How many passages the page draws at once in this window. */
const FIRST = 5;
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
    // What a letter costs a browser at the least.
    "bare/": '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bare</title><body><input role="searchbox" type="search"><p></p><script type="module" src="bare.js"></script>',
    "bare/bare.js": 'const field = document.querySelector("input"); field.addEventListener("input", () => { document.querySelector("p").textContent = field.value; }); document.body.dataset.ready = "true";',
    // The same passages without search, filters and links to build: what a
    // letter costs that puts ready-made results in their place.
    "ready/": `<!doctype html><html lang="en"><meta charset="utf-8"><title>Ready</title><link rel="stylesheet" href="../${style}"><body><main><div class="search-page"><div class="search-head"><form class="search-form"><input role="searchbox" type="search" class="search-box"></form></div><div class="results"></div></div></main><script type="module" src="ready.js"></script>`,
    "ready/ready.js": 'const made = await (await fetch("results.json")).json(); const field = document.querySelector("input"); field.addEventListener("input", () => { document.querySelector(".results").innerHTML = made[field.value] ?? ""; }); document.body.dataset.ready = "true";',
    "minisearch/room.js": bundled.outputFiles[0].text,
    "minisearch/collection.json": collection,
  };
};

/** A static host that sends the compressed files, as a good host does. */
const serve = async (made) => {
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

const made = await other();
const { server, address } = await serve(made);
const browser = await chromium.launch({
  executablePath: process.env.BROWSER_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** A new visitor's page, slowed `slower` times, open at `url`. */
const visit = async (url, slower = SLOWER) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
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

/** What a letter costs until the new results are drawn, in milliseconds: of
 * script, and of everything. Where the browser waits for the next frame with
 * nothing to do, the wait is left out. The key is let go after that. */
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
        let arrived, scripted, idle;
        // Comes before the frame only if the browser has nothing else to do.
        soon(() => { idle ??= performance.now(); });
        field.addEventListener("input", () => { arrived = performance.now(); }, { once: true, capture: true });
        // Last of all that listen, and after what they left to do in this task.
        window.addEventListener("input", () => { scripted = performance.now(); }, { once: true });
        requestAnimationFrame(() => {
          const frame = performance.now();
          const waited = frame - (idle ?? frame);
          idle = frame;
          // After the frame's own work: layout and paint are then done.
          soon(() => done({ script: scripted - arrived, work: performance.now() - start - waited }));
        });
      }, { once: true });
    });
  });
  const pressed = key === " " ? "Space" : key;
  await page.keyboard.down(pressed);
  const cost = await page.evaluate(() => window.worked);
  await page.keyboard.up(pressed);
  // The typing rests, so that the next letter finds the page complete.
  await page.waitForTimeout(350);
  return cost;
};

/** The results that the page shows at once for each beginning of the queries,
 * as HTML: what the window shows, before the typing rests. */
const recorded = async () => {
  const page = await visit(address, 1);
  await page.locator("html[data-deferred=there]").waitFor();
  const results = {};
  for (const query of QUERIES) {
    for (let length = 0; length <= query.length; length += 1) {
      const typed = query.slice(0, length);
      results[typed] = await page.evaluate(async ([typed, most]) => {
        const field = document.querySelector("[role=searchbox]");
        field.value = typed;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((drawn) => requestAnimationFrame(drawn));
        const results = document.querySelector(".results").cloneNode(true);
        [...results.querySelectorAll(".hit")].slice(most).forEach((hit) => hit.remove());
        [...results.querySelectorAll(".result-group:not(:has(.hit))")].forEach((group) => group.remove());
        return typed === "" ? "" : results.innerHTML;
      }, [typed, FIRST]);
      await page.waitForTimeout(300);
    }
  }
  await page.context().close();
  return results;
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

/** Milliseconds from following a link to side by side of all articles until the
 * rows that the window shows are drawn, and until all of it is. */
const beside = (page, articles) =>
  page.evaluate((link) => new Promise((done) => {
    const start = performance.now();
    const drawn = (what, then) => requestAnimationFrame(() => {
      if (!document.querySelector(what)) return drawn(what, then);
      const channel = new MessageChannel();
      channel.port1.onmessage = () => then(performance.now() - start);
      channel.port2.postMessage(null);
    });
    location.hash = link;
    drawn("[data-column]", (first) => drawn(".compare:not([aria-busy])", (whole) => done({ first, whole })));
  }), `#/compare?${articles.map((article) => `a=${article}`).join("&")}`);

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const ninth = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.9)];
/** The row of a page: how long its letters took, in ms. */
const row = (name, costs) => {
  const part = (field) => median(costs.map((cost) => cost[field])).toFixed(1);
  const within = costs.filter((cost) => cost.work <= FRAME).length;
  const cells = [name, part("script"), part("work"), ninth(costs.map((cost) => cost.work)).toFixed(1), `${Math.round((100 * within) / costs.length)} %`];
  return `| ${cells.join(" | ")} |`;
};

const pages = { summitry: address, whole: `${address}minisearch/`, stepped: `${address}minisearch/?first=${FIRST}`, ready: `${address}ready/`, bare: `${address}bare/` };
const typed = { summitry: [], whole: [], stepped: [], ready: [], bare: [] };
made["ready/results.json"] = JSON.stringify(await recorded());
const openings = [];
const besides = { slowed: [], asItIs: [] };
const articles = JSON.parse(await (await fetch(`${address}minisearch/collection.json`)).text()).articles.map((article) => article.id);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, url] of Object.entries(pages)) {
    const page = await visit(url);
    if (name === "summitry") openings.push(await opening(page));
    typed[name].push(...(await typing(page)));
    if (name === "summitry") besides.slowed.push(await beside(page, articles));
    await page.context().close();
  }
  const page = await visit(address, 1);
  await page.locator("html[data-deferred=there]").waitFor();
  await page.waitForTimeout(500);
  besides.asItIs.push(await beside(page, articles));
  await page.context().close();
}
const work = (name) => median(typed[name].map((cost) => cost.work));
const times = (all, part) => median(all.map((one) => one[part])).toFixed(0);
const ratio = (name) => (work("summitry") / work(name)).toFixed(2);
const text = `## The page

In Chromium ${browser.version()}, from a local server, ${ROUNDS} first visits, medians. The processor is slowed ${SLOWER} times where nothing else is said.

- From the start to a usable search box: ${median(openings.map((one) => one.usable)).toFixed(0)} ms.
- Layout shift while opening: ${Math.max(...openings.map((one) => one.shift)).toFixed(4)} at most.
- Side by side of all ${articles.length} articles, from the link until the rows that the window shows are drawn: ${times(besides.asItIs, "first")} ms, slowed ${SLOWER} times ${times(besides.slowed, "first")} ms; until all rows are: ${times(besides.asItIs, "whole")} and ${times(besides.slowed, "whole")} ms.
- A letter typed in the search box costs ${ratio("whole")} of what it costs on the same page with MiniSearch in the place of the engine, ${ratio("stepped")} of it where that page, too, draws the first passages at once and the others when the typing rests, and ${ratio("ready")} of what a page costs that has no search and puts the same passages, ready-made, in their place.

What a letter costs in ms from the key until the new results are drawn (${typed.summitry.length} letters; medians, and what nine of ten stay below):

| | script | all | nine of ten | within a frame |
| --- | --: | --: | --: | --: |
${row("Summitry", typed.summitry)}
${row("the same page with MiniSearch", typed.whole)}
${row("that page in two steps", typed.stepped)}
${row(`the same ${FIRST} passages ready-made, without search`, typed.ready)}
${row("a page of a box and one line", typed.bare)}
`;
console.log(text);
put("page", text);
await browser.close();
server.close();
