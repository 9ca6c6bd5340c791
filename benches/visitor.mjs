// A visitor of a finished page whose steps are timed, for the scripts that
// measure pages: a browser, a host, and what a letter, a passage in hand and a
// comparison take until they are drawn.

import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { chromium } from "playwright-core";

const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm", svg: "image/svg+xml", json: "application/json", webmanifest: "application/manifest+json" };

/** What the developer tools of Chromium call "Fast 3G", in their own figures. */
export const FAST_3G = { offline: false, latency: 150 * 3.75, downloadThroughput: (1.6e6 / 8) * 0.9, uploadThroughput: (750e3 / 8) * 0.9 };

export const launch = () =>
  chromium.launch({
    executablePath: process.env.BROWSER_PATH ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/** A static host of `folder` that sends the compressed files, as a good host does;
 * `made` are files by name that are in no folder. */
export const serve = async (folder, made = {}) => {
  const server = http.createServer((request, response) => {
    const name = decodeURI(request.url.split("?")[0]).slice(1) || "index.html";
    const type = { "content-type": TYPES[name.split(".").pop()] ?? "text/html" };
    if (made[name]) return response.writeHead(200, type).end(made[name]);
    const file = path.join(folder, name);
    if (!fs.existsSync(file)) return response.writeHead(404).end();
    const compressed = fs.existsSync(`${file}.br`);
    response.writeHead(200, compressed ? { ...type, "content-encoding": "br" } : type);
    response.end(fs.readFileSync(compressed ? `${file}.br` : file));
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
};

/** A new visitor's page, slowed `slower` times, open at `url`; `network` is one that
 * Chromium's developer tools emulate. */
export const visit = async (browser, url, slower, network) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: slower });
  if (network) await session.send("Network.emulateNetworkConditions", network);
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

/** What each letter of the queries costs. */
export const typing = async (page, queries) => {
  const costs = [];
  for (const query of queries) {
    await page.getByRole("searchbox").fill("");
    await page.waitForTimeout(350);
    for (const key of query) costs.push(await letter(page, key));
  }
  return costs;
};

/** Milliseconds from following a link to a passage of the article that is read until
 * what is known about it stands beside it. */
export const inHand = (page, link, number) =>
  page.evaluate(([link, number]) => new Promise((done) => {
    const start = performance.now();
    location.hash = link;
    const panel = () => [...document.querySelectorAll("h2, h3")].some((head) => head.textContent.trim() === `Passage ${number}`);
    const look = () => requestAnimationFrame(() => {
      if (!panel()) return look();
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - start);
      channel.port2.postMessage(null);
    });
    look();
  }), [link, number]);

/** Milliseconds from following a link to side by side of all articles until the
 * rows that the window shows are drawn, and until all of it is. */
export const beside = (page, articles) =>
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

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const ninth = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.9)];
