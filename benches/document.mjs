// docs/benchmarks.md: one page with a part from each measurement. Owns where
// the parts stand; words none of them.

import fs from "node:fs";
import { fileURLToPath } from "node:url";

const FILE = fileURLToPath(new URL("../docs/benchmarks.md", import.meta.url));
const PARTS = ["engines", "page", "links", "first load", "bringing in", "reading"];
const mark = (part) => `<!-- ${part} -->`;

/** Writes `text`, Markdown, in the place of what stood there as `part`; the other parts stay. */
export const put = (part, text) => {
  const old = fs.existsSync(FILE) ? fs.readFileSync(FILE, "utf8") : "";
  const found = Object.fromEntries(PARTS.map((name) => {
    const [, after = ""] = old.split(mark(name));
    return [name, after.split(/<!-- [a-z ]+ -->/)[0].trim()];
  }));
  found[part] = text.trim();
  fs.writeFileSync(FILE, PARTS.filter((name) => found[name]).map((name) => `${mark(name)}\n\n${found[name]}\n`).join("\n"));
};
