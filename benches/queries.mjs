// The queries: 200 of each kind, drawn from the documents by a fixed seed, so
// that two runs ask the same. Owns nothing else.

const KINDS = ["one word", "two all", "three all", "two any", "three any", "phrase", "prefix", "fuzzy", "unknown"];

// A small generator with a fixed seed (mulberry32).
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

// Function words would make "all" and "any" meaningless, and some engines drop them.
const SMALL = new Set(
  "about above after again also and any are because been before being between both but can could did does doing down during each few for from further had has have having her here hers him his how into its itself just more most must nor not now off once only other our out over own same she should some such than that the their them then there these they this those through too under until very was were what when where which while who whom why will with would you your said says".split(" "),
);

const plain = (word) => /^[a-z]{4,14}$/.test(word) && !SMALL.has(word);

/** 200 queries of each kind as {kind, words}; a prefix, a misspelling and a word that no document has are one word. */
export function draw(documents, count = 200) {
  const next = random(20130507);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const words = (text) => text.toLowerCase().match(/[a-z]+/g) ?? [];
  // Words of one random document, so that asking for all of them finds something.
  const some = (n) => {
    for (;;) {
      const own = [...new Set(words(pick(documents).text).filter(plain))];
      if (own.length >= n) return Array.from({ length: n }, () => pick(own));
    }
  };
  const neighbours = () => {
    for (;;) {
      const all = words(pick(documents).text);
      const at = Math.floor(next() * (all.length - 1));
      if (plain(all[at] ?? "") && plain(all[at + 1] ?? "")) return [all[at], all[at + 1]];
    }
  };
  // One letter replaced, left out or added: one edit by every engine's count.
  // (Two letters swapped are one edit to some and two to others.)
  const misspelt = (word) => {
    const at = 1 + Math.floor(next() * (word.length - 1));
    const letter = pick("abcdefghijklmnopqrstuvwxyz");
    const [before, after] = [word.slice(0, at), word.slice(at)];
    const made = pick([before + letter + after.slice(1), before + after.slice(1), before + letter + after]);
    return made === word ? misspelt(word) : made;
  };
  const long = () => {
    for (;;) {
      const [word] = some(1);
      if (word.length >= 6) return word;
    }
  };
  const make = {
    "one word": () => some(1),
    "two all": () => some(2),
    "three all": () => some(3),
    "two any": () => some(2),
    "three any": () => some(3),
    phrase: neighbours,
    prefix: () => [long().slice(0, 3 + Math.floor(next() * 2))],
    fuzzy: () => [misspelt(long())],
    // Nothing is found: what a call costs by itself.
    unknown: () => [`zq${long()}qz`],
  };
  return Object.fromEntries(KINDS.map((kind) => [kind, Array.from({ length: count }, () => make[kind]())]));
}

export { KINDS };
