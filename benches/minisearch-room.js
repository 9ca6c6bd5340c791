// The search page with MiniSearch in the place of the engine: the same box,
// filters, counts and passages, in the same markup and style, made by plain
// JavaScript. `page.mjs` types into it and into the real page.
//
// `?first=5` draws that many passages at once and the rest when the typing has
// rested, as the real page does; without it everything is drawn at once.
import MiniSearch from "minisearch";

const REST = 120;
const SNIPPET = 280;
const first = Number(new URLSearchParams(location.search).get("first") ?? Infinity);

const data = await (await fetch("collection.json")).json();
const issues = new Map(data.issues.map((issue) => [issue.id, issue]));
const names = (list) => new Map(list.map((one) => [one.id, one.name]));
const passages = data.articles.flatMap((article) =>
  article.passages
    .filter((passage) => passage.n !== null)
    .map((passage) => {
      const voices = article.voices.filter((voice) => voice.passage === passage.n);
      const one = (field) => [...new Set(voices.map((voice) => voice[field]).filter(Boolean))];
      return {
        id: `${article.id}:${passage.n}`,
        text: passage.text,
        passage,
        article,
        issue: passage.issues.map((issue) => issue.id),
        outlet: [article.outlet.id],
        meeting: [...article.meetings, ...article.mentions].map((met) => met.id ?? met),
        year: [article.published.date.slice(0, 4)],
        speaker: one("person"),
        side: one("side"),
        kind: [passage.kind, ...(voices.some((voice) => voice.kind === "direct") ? ["quote"] : [])],
      };
    }));
const engine = new MiniSearch({ fields: ["text"], searchOptions: { combineWith: "OR" } });
engine.addAll(passages.map(({ id, text }) => ({ id, text })));
const byId = new Map(passages.map((one) => [one.id, one]));

const FACETS = [
  ["Issue", "issue", names(data.issues)],
  ["Outlet", "outlet", new Map(data.articles.map((article) => [article.outlet.id, article.outlet.name]))],
  ["Meeting, covered or mentioned", "meeting", names(data.meetings)],
  ["Year", "year", new Map(passages.map((one) => [one.year[0], one.year[0]]))],
  ["Who speaks", "speaker", names(data.people)],
  ["Side that speaks", "side", new Map(passages.flatMap((one) => one.side.map((side) => [side, side])))],
  ["Kind of passage", "kind", new Map(["quote", "paragraph", "list-item"].map((kind) => [kind, kind]))],
];

const el = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
};
const count = (number, one, many) => `${number} ${number === 1 ? one : many}`;

/** The text in pieces, every word that matched marked; a window around the first. */
const snippet = (text, terms) => {
  const marks = [...text.matchAll(/[\p{L}\p{N}]+/gu)].filter(([word]) => terms.has(word.toLowerCase()));
  const start = text.length > SNIPPET && marks.length > 0 ? Math.max(0, text.lastIndexOf(" ", Math.max(0, marks[0].index - 120))) : 0;
  const cut = text.length > start + SNIPPET ? text.lastIndexOf(" ", start + SNIPPET) : text.length;
  const pieces = [start > 0 ? "… " : ""];
  let at = start;
  for (const mark of marks.filter((one) => one.index >= start && one.index < cut)) {
    pieces.push(text.slice(at, mark.index), el("mark", {}, mark[0]));
    at = mark.index + mark[0].length;
  }
  pieces.push(text.slice(at, cut), cut < text.length ? " …" : "");
  return pieces;
};

const hit = ({ passage, article }, terms, query) => {
  const reader = `#/read/${article.id}?q=${encodeURIComponent(query)}&p=${passage.n}`;
  const tags = passage.issues.map((issue) =>
    el("li", {}, el("a", { href: `#/search?issue=${issue.id}`, title: `On this issue because of: ${issue.terms.join(", ")}` }, issues.get(issue.id).name)));
  return el("div", { class: "hit", "data-article": article.id, "data-passage": passage.n, "data-issues": passage.issues.map((issue) => issue.id).join(" ") },
    el("a", { href: reader, class: "passage-number", "aria-label": `Passage ${passage.n} of ${article.headline}` }, String(passage.n)),
    el("p", {}, ...snippet(passage.text, terms)),
    tags.length > 0 ? el("ul", { class: "issue-tags", "aria-label": "Issues" }, ...tags) : null);
};

const group = (article, hits, terms, query) =>
  el("section", { class: "result-group" },
    el("header", {},
      el("div", { class: "article-head" },
        el("p", { class: "overline" }, `${article.outlet.name} · ${article.published.date}`),
        el("h2", { class: "title" }, el("a", { href: `#/read/${article.id}` }, article.headline))),
      el("a", { href: `#/compare?a=${article.id}`, class: "button", "aria-label": `Compare “${article.headline}”` }, "Compare")),
    ...hits.map((one) => hit(one, terms, query)));

const facet = (title, field, known, found) => {
  const counts = new Map();
  for (const one of found) for (const value of one[field]) counts.set(value, (counts.get(value) ?? 0) + 1);
  const options = [...known].map(([id, name]) => {
    const number = counts.get(id) ?? 0;
    return el("li", {}, el("a", { href: `#/search?${field}=${id}`, class: "option", ...(number === 0 ? { "data-none": "" } : {}) },
      el("span", {}, name), " ", el("span", { class: "count" }, String(number), el("span", { class: "visually-hidden" }, " passages"))));
  });
  const open = title === "Issue" || title === "Outlet" ? { open: "" } : {};
  return el("section", { class: "facet", "aria-label": title },
    el("details", open, el("summary", {}, el("h2", {}, title)), el("ul", {}, ...options)));
};

const field = el("input", { class: "search-box", type: "search", role: "searchbox", "aria-label": "Search the articles" });
const reading = el("p", { class: "fine reading", id: "reading" });
const filters = el("section", { class: "filters", "aria-label": "Filters", "data-open": "false" });
const results = el("div", { class: "results" });
document.querySelector("#app").replaceChildren(el("main", {}, el("div", { class: "search-page" },
  el("div", { class: "search-head" }, el("form", { class: "search-form", role: "search" }, field), reading), filters, results)));

const draw = (query, all) => {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const last = words.at(-1);
  const found = engine.search(query, { prefix: (term) => term === last });
  // Those with all the words first, as on the real page.
  const complete = (one) => new Set(one.queryTerms).size >= new Set(words).size;
  const ranked = [...found.filter(complete), ...found.filter((one) => !complete(one))];
  const groups = new Map();
  for (const one of ranked.slice(0, all ? 100 : first)) {
    const passage = byId.get(one.id);
    if (!groups.has(passage.article)) groups.set(passage.article, []);
    groups.get(passage.article).push([passage, new Set(one.terms)]);
  }
  reading.replaceChildren(`Understood as: passages with ${words.join(" and ")}`);
  results.replaceChildren(
    el("div", { class: "result-bar" }, el("p", { class: "found" }, `${count(found.length, "passage", "passages")} in ${count(new Set(found.map((one) => byId.get(one.id).article)).size, "article", "articles")}`)),
    ...[...groups].map(([article, hits]) => {
      const terms = new Set(hits.flatMap(([, terms]) => [...terms]));
      return group(article, hits.map(([passage]) => passage), terms, query);
    }));
  if (!all) return;
  const passages = found.map((one) => byId.get(one.id));
  filters.replaceChildren(el("div", { class: "filters-body" }, ...FACETS.map(([title, id, known]) => facet(title, id, known, passages))));
};

let rest;
field.addEventListener("input", () => {
  clearTimeout(rest);
  draw(field.value, first === Infinity);
  if (first !== Infinity) rest = setTimeout(() => draw(field.value, true), REST);
});
draw("", true);
document.body.dataset.ready = "true";
