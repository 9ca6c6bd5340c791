// A plain page with Pagefind: its script fetches parts of the index as needed.
import * as pagefind from "./pagefind/pagefind.js";

await pagefind.init();
document.querySelector("input").addEventListener("input", async ({ target }) => {
  const { results } = await pagefind.search(target.value);
  const found = await Promise.all(results.map((result) => result.data()));
  const items = found.map(({ meta, excerpt }) => {
    const item = document.createElement("li");
    // Pagefind marks the words it found.
    item.innerHTML = `${meta.title}: ${excerpt}`;
    return item;
  });
  document.querySelector("#results").replaceChildren(...items);
});
document.body.dataset.ready = "true";
