// Two versions of the finished page, one after the other in every round: a letter
// typed, a passage taken in hand and a comparison of all articles on a processor
// slowed four times, and the first visit over a slow connection. Prints medians and
// how many times the first version's the second's are.
//
//   node versions.mjs OLD/dist NEW/dist [rounds]

import fs from "node:fs";
import { FAST_3G, beside, inHand, launch, median, ninth, serve, typing, visit } from "./visitor.mjs";

const [before, after, rounds = "9"] = process.argv.slice(2);
if (![before, after].every((folder) => folder && fs.existsSync(`${folder}/index.html`))) {
  console.error("Name two folders with a finished page in each, and if you like a number of rounds: node versions.mjs OLD/dist NEW/dist 9");
  process.exit(2);
}
const SLOWER = 4;
const QUERIES = ["missile defence", "putin said", "nuclear iran"];

const browser = await launch();
const hosts = [await serve(before), await serve(after)];
const figures = hosts.map(() => ({ letter: [], script: [], passage: [], rows: [], comparison: [], visit: [] }));

/** One round with one version. */
const round = async (address, found) => {
  const page = await visit(browser, address, SLOWER);
  await page.locator("html[data-deferred=there]").waitFor();
  const letters = await typing(page, QUERIES);
  found.letter.push(...letters.map((cost) => cost.work));
  found.script.push(...letters.map((cost) => cost.script));
  const articles = await page.evaluate(() => {
    location.hash = "#/search";
    return new Promise((done) => setTimeout(() => done([...new Set([...document.querySelectorAll("[data-article]")].map((one) => one.dataset.article))]), 1500));
  });
  const compared = await beside(page, articles);
  found.rows.push(compared.first);
  found.comparison.push(compared.whole);
  const article = `#/read/${articles[0]}`;
  await page.evaluate((link) => { location.hash = link; }, article);
  await page.waitForTimeout(1500);
  for (const number of [2, 5, 3, 4]) {
    found.passage.push(await inHand(page, `${article}?p=${number}`, number));
    await page.waitForTimeout(500);
  }
  await page.context().close();
  const first = await visit(browser, address, SLOWER, FAST_3G);
  found.visit.push(await first.evaluate(() => window.usableAt));
  await first.context().close();
};

for (let number = 0; number < Number(rounds); number += 1) {
  for (const [version, host] of hosts.entries()) await round(host.address, figures[version]);
}
const line = (name, field, of = median) => {
  const [old, now] = figures.map((found) => of(found[field]));
  console.log(`| ${name} | ${old.toFixed(1)} | ${now.toFixed(1)} | ${(now / old).toFixed(2)} |`);
};
console.log(`Chromium ${browser.version()}, ${rounds} rounds, milliseconds\n\n| | before | after | times |\n| --- | --: | --: | --: |`);
line("a letter, until its results are drawn", "letter");
line("nine of ten letters", "letter", ninth);
line("of that, the script", "script");
line("a passage in hand", "passage");
line("a comparison of all articles, its first rows", "rows");
line("the whole comparison", "comparison");
line("first visit over “Fast 3G”, until the box can be used", "visit");
await browser.close();
hosts.forEach(({ server }) => server.close());
