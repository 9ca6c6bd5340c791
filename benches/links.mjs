// How long the worst links of each kind take to follow in the finished page, at
// full speed: of 15 KB, of just below 100 KB, and of a megabyte, which is
// refused. Writes what it finds to docs/benchmarks.md.
//
//   node links.mjs      (after `cargo xtask build`)

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { worst } from "../e2e/worst.js";
import { put } from "./document.mjs";

const SIZES = [15_000, 98_000, 1_000_000];
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml" };

const server = http.createServer((request, response) => {
  const file = path.join(dist, decodeURI(request.url.split("?")[0]).slice(1) || "index.html");
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[file.split(".").pop()] ?? "text/plain" });
  response.end(fs.readFileSync(file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}/`;
const browser = await chromium.launch({
  executablePath: process.env.BROWSER_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Milliseconds from following a link in an open page until all of it is drawn; the lower of two fresh pages. */
const followed = async (link) => {
  const times = [];
  for (let round = 0; round < 2; round += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => document.documentElement.dataset.deferred === "there");
    times.push(await page.evaluate(async (fragment) => {
      const begun = performance.now();
      location.hash = fragment;
      const drawn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
      await new Promise((done) => { setTimeout(done); });
      await drawn();
      while (document.querySelector("[aria-busy]")) await drawn();
      if ("plain" in document.documentElement.dataset) throw new Error("the program stopped");
      return performance.now() - begun;
    }, link));
    await context.close();
  }
  return Math.min(...times);
};

const all = SIZES.map(worst);
const rows = [];
for (const name of Object.keys(all[0])) {
  const times = [];
  for (const links of all) times.push(await followed(links[name]).catch((error) => String(error.message).split("\n")[0]));
  rows.push([name, times]);
  console.error(name, times.map((time) => (typeof time === "number" ? Math.round(time) : time)).join(" "));
}
await browser.close();
server.close();

const cell = (time) => (typeof time === "number" ? `${Math.round(time)} ms` : time);
put("links", `## The worst links

Written by \`node benches/links.mjs\`; do not edit. From following a link in the open page until all that it leads to is drawn, at full speed (Chromium, headless, 1280 by 900 pixels), the lower of two fresh pages. A link may be 100 KB long; of a query 16 KB and 1,024 words count, of issues of one's own 20, with 8 KB of searches together, and of each other repeated parameter 24 to 100. What is longer is left out with a sentence.

| link | 15 KB | 98 KB | 1 MB |
| --- | --: | --: | --: |
${rows.map(([name, times]) => `| ${name} | ${times.map(cell).join(" | ")} |`).join("\n")}
`);
