// The results as a page of Markdown. Owns the wording; measures nothing.

import { KINDS } from "./queries.mjs";

const number = (value) => {
  if (value === 0) return "0";
  if (value >= 100) return Math.round(value).toLocaleString("en-GB");
  return value >= 10 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value.toPrecision(2);
};
const megabytes = (bytes) => (bytes < 1e5 ? `${number(bytes / 1e3)} KB` : `${number(bytes / 1e6)} MB`);
const time = (ms) => (ms < 1 ? `${number(ms * 1000)} µs` : `${number(ms)} ms`);

const row = (cells) => `| ${cells.join(" | ")} |`;

function section({ size, text, rows }) {
  const lines = [`## ${size.toLocaleString("en-GB")} articles, ${megabytes(text)} of text`, ""];
  lines.push(row(["engine", "build", "index raw", "brotli", "bytes → first answer", "memory"]));
  lines.push(row(["---", "--:", "--:", "--:", "--:", "--:"]));
  const working = rows.filter((r) => !r.failed);
  for (const r of working) {
    const more = r.more?.raw > 0;
    lines.push(row([
      r.name, time(r.build),
      megabytes(r.raw) + (more ? ` + ${megabytes(r.more.raw)}` : ""),
      megabytes(r.packed) + (more ? ` + ${megabytes(r.more.packed)}` : ""),
      time(r.ready) + (more ? ` (${time(r.whole)} with positions)` : ""),
      megabytes(r.memory),
    ]));
  }
  lines.push("", "Time of a query, p50 / p99:", "");
  lines.push(row(["engine", ...KINDS]), row(["---", ...KINDS.map(() => "--:")]));
  for (const r of working) {
    lines.push(row([r.name, ...KINDS.map((kind) => (r.times[kind] ? `${time(r.times[kind].p50)} / ${time(r.times[kind].p99)}` : "–"))]));
  }
  const own = working.find((r) => r.name === "Summitry");
  const ratios = working.filter((r) => own && ["MiniSearch", "FlexSearch"].includes(r.name));
  if (ratios.length > 0) {
    lines.push("", "How many times less Summitry takes (p50):", "");
    lines.push(row(["than", "brotli", "first answer", "memory", ...KINDS]), row(["---", "--:", "--:", "--:", ...KINDS.map(() => "--:")]));
    for (const r of ratios) {
      const times = KINDS.map((kind) => (r.times[kind] && own.times[kind] ? number(r.times[kind].p50 / own.times[kind].p50) : "–"));
      lines.push(row([r.name, number(r.packed / own.packed), number(r.ready / own.ready), number(r.memory / own.memory), ...times]));
    }
  }
  for (const r of rows.filter((r) => r.failed)) lines.push("", `${r.name} failed: ${r.failed}`);
  return lines.join("\n");
}

/** The page. */
export function report(results, { version, cores, processor }) {
  const head = `# Benchmarks

Written by \`cargo xtask bench\`; do not edit. Every engine ran in the same Chromium (${version}, headless, ${cores} cores, ${processor.trim()}), on the same articles, an article a document, each in a page of its own. 200 queries of each kind were drawn from the articles by a fixed seed; a dash says that the engine has no such query. Of each query the lowest of three times counts, and each time is that of as many calls as the clock needs. The time from bytes to the first answer is the lowest of five fresh pages. Times on a busy machine vary all the same: the ratios count.

Summitry's index comes in two parts: all but the positions of words, and the positions, which only phrases need and which a page can fetch later. Memory is the JavaScript heap after a collection, plus for Summitry all memory of the module. MiniSearch and Lunr return all matches, the others the ten best. FlexSearch has the tokenizer that lets it search prefixes, and its cache of queries is off, for each query is asked many times in a row; no other engine keeps queries. A misspelt word is one letter replaced, left out or added, and each engine is asked for one edit. Fuse.js scans the text, so it was asked 60 queries of a kind at 1,000 articles and 10 at 10,000; its memory includes the texts. An unknown word shows what a call costs by itself. FlexSearch is ahead at one word and at a beginning: it keeps a finished list for each and does not rank. A kept list of the best would not bring Summitry level with it, for a call into WebAssembly with a query to be read takes longer than FlexSearch's whole answer; and the page asks for all that is found, for its counts and filters, which such a list cannot give. Pagefind builds in Node and fetches pieces of its index as it is asked; its index files are compressed as they are. Brotli is at quality 11, above 12 MB at 5.
`;
  return `${head}\n${results.map(section).join("\n\n")}\n`;
}
