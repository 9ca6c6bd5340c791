// Keeping, and the room Notes, as a visitor sees them.

export class NotesRoom {
  constructor(page) {
    this.page = page;
    this.bar = page.locator('.kept-bar');
    this.said = page.locator('#said');
    this.items = page.locator('[data-item]');
    this.excerpts = page.locator('[data-item][data-kind=kept]');
    this.cite = page.locator('dialog#cite');
    this.openNotes = page.getByRole('link', { name: 'Open notes' });
    this.copyAll = page.getByRole('button', { name: 'Copy all with references' });
  }

  /** The button that keeps a passage, given as ('bbc-2001-10-21', 5). */
  keep(article, passage) {
    return this.passage(article, passage).locator('.keep').first();
  }

  passage(article, passage) {
    return this.page.locator(`main [data-article="${article}"][data-passage="${passage}"]`).first();
  }

  /** Selects `words` in a passage, as dragging over them does. */
  async select(article, passage, words) {
    await this.passage(article, passage).locator('p').first().evaluate((text, words) => {
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      const whole = text.textContent;
      const [start, end] = [whole.indexOf(words), whole.indexOf(words) + words.length];
      const range = document.createRange();
      for (let at = 0, node = walker.nextNode(); node; at += node.length, node = walker.nextNode()) {
        if (start >= at && start < at + node.length) range.setStart(node, start - at);
        if (end > at && end <= at + node.length) range.setEnd(node, end - at);
      }
      getSelection().removeAllRanges();
      getSelection().addRange(range);
    }, words);
    await this.page.getByRole('complementary', { name: 'Selected words' }).waitFor();
  }

  /** Waits until what was done is on the device. */
  async kept() {
    await this.page.waitForTimeout(1000);
  }

  /** What the clipboard holds. */
  async copied() {
    return this.page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const of = async (type) => (item.types.includes(type) ? (await item.getType(type)).text() : '');
      return { text: await of('text/plain'), html: await of('text/html') };
    });
  }
}
