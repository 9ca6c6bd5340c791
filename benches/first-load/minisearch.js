// A plain page with MiniSearch: fetches the passages, indexes them, searches.
import MiniSearch from "minisearch";

const passages = await (await fetch("./articles.json")).json();
const search = new MiniSearch({ fields: ["headline", "text"], storeFields: ["headline", "text"] });
search.addAll(passages);
document.querySelector("input").addEventListener("input", ({ target }) => {
  const items = search.search(target.value, { prefix: true, combineWith: "AND" }).map(({ headline, text }) => {
    const item = document.createElement("li");
    item.textContent = `${headline}: ${text}`;
    return item;
  });
  document.querySelector("#results").replaceChildren(...items);
});
document.body.dataset.ready = "true";
