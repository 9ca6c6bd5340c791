// Measures the finished page in a real browser with a processor slowed four
// times: from the start of the navigation to a usable search box, and from a
// letter typed to the frame that shows the answer. Prints medians of 20.
//
//   node page.mjs      (after `cargo xtask build`; `cargo xtask bench` does both)

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const ROUNDS = 20;
const SLOWER = 4;
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", webmanifest: "application/manifest+json" };

/** A static host that sends the compressed files, as a good host does. */
const server = http.createServer((request, response) => {
  const name = request.url === "/" ? "index.html" : request.url.slice(1);
  const file = path.join(dist, name);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  const compressed = fs.existsSync(`${file}.br`);
  response.writeHead(200, {
    "content-type": TYPES[name.split(".").pop()] ?? "application/octet-stream",
    ...(compressed ? { "content-encoding": "br" } : {}),
  });
  response.end(fs.readFileSync(compressed ? `${file}.br` : file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const address = `http://127.0.0.1:${server.address().port}/`;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const browser = await chromium.launch({
  executablePath: process.env.BROWSER_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Milliseconds from the navigation's start until the search box can be used. */
const opening = async () => {
  const context = await browser.newContext();
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
  await page.goto(address);
  await page.waitForFunction(() => window.usableAt);
  const usable = await page.evaluate(() => window.usableAt);
  const shift = await page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
  }));
  const typed = [];
  for (const letter of "missile defence") {
    typed.push(await typing(page, letter));
  }
  await context.close();
  return { usable, typed, shift };
};

/** Milliseconds that the page works for one letter, until the frame is drawn. */
const typing = async (page, letter) => {
  await page.evaluate(() => {
    const field = document.querySelector("[role=searchbox]");
    field.focus();
    window.worked = new Promise((done) => {
      field.addEventListener("beforeinput", () => {
        const start = performance.now();
        // After the frame's own work: layout and paint are then done.
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => done(performance.now() - start);
          channel.port2.postMessage(null);
        });
      }, { once: true });
    });
  });
  await page.keyboard.type(letter);
  return page.evaluate(() => window.worked);
};

const rounds = [];
for (let round = 0; round < ROUNDS; round += 1) rounds.push(await opening());
const letters = rounds.flatMap((round) => round.typed);
console.log(`processor slowed ${SLOWER} times, ${ROUNDS} first visits, local server:`);
console.log(`  start to a usable search box: median ${median(rounds.map((round) => round.usable)).toFixed(0)} ms`);
console.log(`  a letter typed to its frame drawn: median ${median(letters).toFixed(1)} ms, worst ${Math.max(...letters).toFixed(1)} ms`);
console.log(`  layout shift after load: ${Math.max(...rounds.map((round) => round.shift)).toFixed(4)}`);
await browser.close();
server.close();
