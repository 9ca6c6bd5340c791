// The page as a visitor sees it: what can be opened, typed, chosen and read.
// Names here are the page's own hooks (roles, names and data attributes).

export class Room {
  constructor(page, address) {
    this.page = page;
    this.address = address;
    this.searchBox = page.getByRole('searchbox', { name: 'Search the articles' });
    this.status = page.locator('.found');
    this.announced = page.locator('.search-page > [role=status]');
    this.suggestions = page.getByRole('listbox', { name: 'Suggestions' });
    this.passages = page.locator('[data-passage]');
    this.main = page.locator('main');
  }

  /** Opens a link to a view, such as `#/search?q=iran`, and waits until it can be used. */
  async open(fragment = '') {
    // A fragment alone does not load a page that is open already.
    if (this.page.url().startsWith(this.address)) {
      await this.page.evaluate((hash) => { location.hash = hash; }, fragment || '#/search');
      await this.settled();
    } else {
      await this.page.goto(this.address + fragment);
      await this.ready();
    }
    await this.rested();
  }

  async ready() {
    await this.page.locator('body[data-ready=true]').waitFor({ state: 'attached' });
    // The second part of the program, or word that it did not arrive.
    await this.page.locator('html[data-deferred]').waitFor({ state: 'attached' });
    await this.settled();
  }

  /** Two frames: what was asked for has been drawn, also what waits for the typing to rest. */
  async settled() {
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await this.page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
    // A long list of results comes in steps.
    await this.page.locator('[data-partial]').waitFor({ state: 'detached' });
    // Rows of a comparison that are far below are laid out a few in each frame.
    await this.page.locator('[data-far]').first().waitFor({ state: 'detached' });
  }

  /** Columns that scroll by themselves glide to where they are to stand: until they do. */
  async rested() {
    await this.page.evaluate(async () => {
      const columns = [...document.querySelectorAll('[data-column]')];
      const places = () => columns.map((column) => column.scrollTop).join();
      for (let [before, still] = [places(), 0]; columns.length > 0 && still < 6; ) {
        await new Promise(requestAnimationFrame);
        const now = places();
        [before, still] = [now, now === before ? still + 1 : 0];
      }
    });
  }

  /** Types letter by letter, as a person does. */
  async type(text) {
    await this.searchBox.click();
    await this.searchBox.pressSequentially(text);
    await this.settled();
  }

  async search(query) {
    await this.searchBox.fill(query);
    await this.settled();
  }

  /** The passages on the page as `article:number`, in their order. */
  async found() {
    return this.passages.evaluateAll((all) => all.map((one) => `${one.dataset.article}:${one.dataset.passage}`));
  }

  /** The articles under which results stand, in their order. */
  async groups() {
    return this.page
      .locator('.result-group')
      .evaluateAll((all) => all.map((group) => group.querySelector('[data-article]').dataset.article));
  }

  marks() {
    return this.page.locator('main mark');
  }

  /** A value of a filter, such as ('Issue', 'Iran'). */
  filter(facet, name) {
    return this.page
      .getByRole('region', { name: facet, exact: true })
      .getByRole('link', { name: new RegExp(`^${name} \\d+ passages?$`) });
  }

  /** Unfolds a filter that is folded. */
  async unfold(facet) {
    const region = this.page.getByRole('region', { name: facet, exact: true });
    if (!(await region.locator('details').first().getAttribute('open').then((open) => open !== null))) {
      await region.locator('summary').first().click();
    }
  }

  /** The options of the suggestions, in order. */
  async suggested() {
    return this.suggestions.getByRole('option').allTextContents();
  }

  async filterCount(facet, name) {
    return Number(await this.filter(facet, name).locator('.count').textContent());
  }

  column(article) {
    return this.page.locator(`[data-column="${article}"]`);
  }

  row(issue) {
    return this.page.locator(`[data-row="${issue}"]`);
  }

  cell(issue, article) {
    return this.row(issue).locator(`[data-cell="${article}"]`);
  }

  get fragment() {
    return new URL(this.page.url()).hash;
  }

  /** Waits until the address has followed the view. */
  async address_is(pattern) {
    await this.page.waitForURL(pattern);
  }
}
