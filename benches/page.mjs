// Measures the finished page in a real browser with a processor slowed four
// times, beside the same search page with MiniSearch in the place of the engine
// (`minisearch-room.js`): from the start of the navigation to a usable search
// box, what a letter typed costs until its results are drawn, and how long side
// by side takes to open. Writes what it finds to docs/benchmarks.md.
//
//   node page.mjs [rounds]      (after `cargo xtask build`; `cargo xtask bench` does both)

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { put } from "./document.mjs";
import { beside, launch, median, ninth, serve, typing, visit } from "./visitor.mjs";

const ROUNDS = Number(process.argv[2] ?? 20);
const SLOWER = 4;
const FRAME = 1000 / 60;
/** How many passages the page draws at once in this window. */
const FIRST = 5;
const QUERIES = ["missile defence", "putin said", "nuclear iran"];
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const dist = here("../dist");

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

const made = await other();
const { server, address } = await serve(dist, made);
const browser = await launch();

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

/** The results that the page shows at once for each beginning of the queries,
 * as HTML: what the window shows, before the typing rests. */
const recorded = async () => {
  const page = await visit(browser, address, 1);
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
    const page = await visit(browser, url, SLOWER);
    if (name === "summitry") openings.push(await opening(page));
    typed[name].push(...(await typing(page, QUERIES)));
    if (name === "summitry") besides.slowed.push(await beside(page, articles));
    await page.context().close();
  }
  const page = await visit(browser, address, 1);
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
