// Measures what bringing in many articles costs who types meanwhile: in one run
// of the finished page, letters typed into the search box before and while the
// files of a folder come in, from the key until the frame after it is drawn;
// how long the files take, and the memory of the browser's processes. Before
// that, with nobody typing: how long until the first article stands in the list
// and the last one does. Beside it the time that the command line takes for a
// first catalogue of the same folder, if it is built. Writes what it finds to
// docs/benchmarks.md.
//
//   node bring.mjs FOLDER…      (after `cargo xtask build`)

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import http from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { put } from "./document.mjs";

const ROUNDS = 60;
const folders = process.argv.slice(2);
if (folders.length === 0) throw new Error("Say which folders: node bring.mjs FOLDER…");
const cli = fileURLToPath(new URL("../target/release/summitry-cli", import.meta.url));
const dist = fileURLToPath(new URL("../dist", import.meta.url));
const TYPES = { html: "text/html", js: "text/javascript", css: "text/css", wasm: "application/wasm" };
const server = http.createServer((request, response) => {
  const name = decodeURI(request.url.split("?")[0]).slice(1) || "index.html";
  const file = path.join(dist, name);
  if (!fs.existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": TYPES[name.split(".").pop()] ?? "application/octet-stream" }).end(fs.readFileSync(file));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));

const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
const open = async () => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => document.body.dataset.ready === "true");
  return page;
};
let page = await open();
/** Another visitor, in a process that has done nothing yet. */
const anew = async () => {
  await page.context().close();
  page = await open();
};

/** Milliseconds from a key until the frame after it is drawn. */
const type = async () => {
  await page.evaluate(() => { location.hash = "#/search"; });
  const box = page.getByRole("searchbox");
  await box.waitFor();
  await box.evaluate((field) => {
    self.drawn = [];
    field.addEventListener("keydown", () => {
      const start = performance.now();
      requestAnimationFrame(() => setTimeout(() => self.drawn.push(performance.now() - start)));
    });
  });
  const words = "missile defence treaty nuclear iran summit ";
  for (let at = 0; at < ROUNDS; at += 1) {
    await box.press(words[at % words.length] === " " ? "Space" : words[at % words.length]);
    await page.waitForTimeout(80);
  }
  return page.evaluate(() => self.drawn.sort((a, b) => a - b));
};
const told = (times) => `median ${times[times.length >> 1].toFixed(1)} ms, 95 % ${times[Math.floor(times.length * 0.95)].toFixed(1)} ms (${times.length} keys)`;

/** Megabytes of the largest page process on this computer: end other browsers first. */
const memory = () => {
  const lines = execFileSync("ps", ["-eo", "rss=,args="], { encoding: "utf8" }).split("\n").filter((line) => /type=renderer/.test(line));
  return Math.round(Math.max(...lines.map((line) => Number(line.trim().split(/\s+/)[0]))) / 1024);
};

/** Chooses files in the workshop; the time when that was done. */
const choose = async (files) => {
  await page.evaluate(() => { location.hash = "#/workshop"; });
  const chooser = page.getByLabel("Choose files");
  await chooser.waitFor({ state: "attached" });
  const start = performance.now();
  await chooser.setInputFiles(files);
  return start;
};
const seconds = (start) => (performance.now() - start) / 1000;
const middle = (times) => times[times.length >> 1];

/** Seconds of the command line for a first catalogue, the lowest of three; none where it is not built. */
const ofCommandLine = (folder) => {
  if (!fs.existsSync(cli)) return null;
  const times = [0, 1, 2].map(() => {
    const place = fs.mkdtempSync(path.join(os.tmpdir(), "first-"));
    fs.cpSync(folder, place, { recursive: true });
    const start = performance.now();
    execFileSync(cli, ["init", place], { stdio: "ignore" });
    const time = seconds(start);
    fs.rmSync(place, { recursive: true });
    return time;
  });
  return Math.min(...times);
};

const rows = [];
for (const folder of folders) {
  const files = fs.readdirSync(folder).map((name) => path.join(folder, name));
  const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
  const alone = await choose(files);
  await page.locator('[aria-label="Articles"] tbody tr').first().waitFor({ timeout: 600_000 });
  const first = seconds(alone);
  await page.locator(".going-on").waitFor({ state: "detached", timeout: 600_000 });
  const last = seconds(alone);
  console.log(`${files.length} files: the first article stands in the list after ${first.toFixed(1)} s, the last after ${last.toFixed(1)} s`);
  // A visitor who has never been here.
  await anew();
  const before = await type();
  const empty = memory();
  console.log(`alone: ${told(before)}; the page's process ${empty} MB`);
  await choose(files);
  await page.locator(".going-on").waitFor();
  const during = await type();
  await page.evaluate(() => { location.hash = "#/workshop"; });
  await page.locator(".workshop h1").waitFor();
  await page.waitForTimeout(200);
  const going = await page.locator(".going-on").isVisible();
  console.log(`while ${files.length} files come in: ${told(during)}${going ? "" : " (they were through before the typing was)"}; the page's process ${memory()} MB`);
  const ratio = middle(during) / middle(before);
  console.log(`ratio of the medians: ${ratio.toFixed(2)}`);
  await page.locator(".going-on").waitFor({ state: "detached", timeout: 600_000 });
  const full = memory();
  console.log(`the page's process ${full} MB`);
  const line = ofCommandLine(folder);
  rows.push(`| ${files.length}, ${(bytes / 1e6).toFixed(1)} MB | ${first.toFixed(1)} s | ${last.toFixed(1)} s | ${empty} → ${full} MB | ${middle(before).toFixed(1)} → ${middle(during).toFixed(1)} ms | ${ratio.toFixed(2)}${going ? "" : "*"} | ${line ? `${line.toFixed(2)} s` : "–"} |`);
  await anew();
}
await browser.close();
server.close();
put("bringing in", `## Bringing in

Files chosen at once in the workshop of the finished page: seconds until the first article stands in the list and until all do; the page's process before and after; a key in the search box, from the press until the frame after it is drawn, alone and while the files come in (medians of ${ROUNDS}), and their ratio (a star: the files were through before the typing was); beside it \`summitry-cli init\` on the same folder. Written by \`node benches/bring.mjs FOLDER…\`.

| files | first | all | memory | a key | ratio | command line |
| --- | --: | --: | --: | --: | --: | --: |
${rows.join("\n")}`);
