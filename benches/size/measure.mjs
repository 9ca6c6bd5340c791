// What the search engine adds to the page, in brotli bytes: the same module
// with and without it, built and optimised as the page is. Exits with 1 when
// it is more than the budget.
//
//   node benches/size/measure.mjs [budget in bytes]

import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import zlib from "node:zlib";

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.join(here, "..", "..");
const target = process.env.CARGO_TARGET_DIR ?? path.join(here, "target");
const budget = Number(process.argv[2] ?? 54_000);

function weigh(...features) {
  const build = ["build", "--quiet", "--release", "--target", "wasm32-unknown-unknown", ...features];
  execFileSync("cargo", build, { cwd: here, stdio: ["ignore", "inherit", "ignore"], env: { ...process.env, CARGO_TARGET_DIR: target } });
  const built = path.join(target, "wasm32-unknown-unknown", "release", "summitry_size.wasm");
  const small = `${built}.small`;
  const optimiser = path.join(root, "node_modules", ".bin", "wasm-opt");
  if (fs.existsSync(optimiser)) execFileSync(optimiser, ["-Oz", built, "-o", small]);
  else fs.copyFileSync(built, small);
  return zlib.brotliCompressSync(fs.readFileSync(small)).length;
}

const without = weigh();
const withSearch = weigh("--features", "search");
const added = withSearch - without;
console.log(`search adds ${added} bytes (brotli): ${withSearch} with it, ${without} without; the budget is ${budget}`);
process.exit(added > budget ? 1 : 0);
