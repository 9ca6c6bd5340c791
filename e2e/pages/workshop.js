// The workshop as a visitor sees it: what can be brought in, corrected and saved.
import fs from 'node:fs';

export class Workshop {
  constructor(room) {
    this.room = room;
    this.page = room.page;
    this.said = this.page.locator('.workshop-said');
    this.brought = this.page.getByRole('region', { name: 'What was brought in' });
    this.articles = this.page.getByRole('region', { name: 'Articles' }).locator('tbody tr');
    this.notice = this.page.locator('.own-collection');
  }

  async open(place = '') {
    await this.room.open(`#/workshop${place}`);
    await this.page.getByRole('heading', { level: 1, name: 'Workshop' }).waitFor();
  }

  /** Goes to one of the workshop's places by its link. */
  async go(name) {
    await this.page.getByRole('navigation', { name: 'Workshop' }).getByRole('link', { name, exact: true }).click();
    await this.room.settled();
  }

  /** Chooses files, given as name and content, and waits for the report of all. */
  async choose(files) {
    const list = Object.entries(files).map(([name, content]) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) }));
    await this.page.getByLabel('Choose files').setInputFiles(list);
    await this.through();
  }

  /** Drops files on the place for them. */
  async drop(files) {
    const data = Object.entries(files).map(([name, content]) => [name, Buffer.from(content).toString('base64')]);
    const transfer = await this.page.evaluateHandle((files) => {
      const transfer = new DataTransfer();
      for (const [name, content] of files) {
        transfer.items.add(new File([Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))], name));
      }
      return transfer;
    }, data);
    await this.page.locator('.drop-zone').dispatchEvent('drop', { dataTransfer: transfer });
    await this.through();
  }

  /** Until all files have their line. */
  async through() {
    await this.brought.locator('.brought-told').waitFor({ timeout: 20_000 });
    await this.page.locator('.going-on').waitFor({ state: 'detached', timeout: 20_000 });
  }

  /** The line of the report about a file. */
  line(name) {
    return this.brought.locator('li', { has: this.page.locator('.file-name', { hasText: name }) });
  }

  /** Puts formatted text on the clipboard of the field and pastes it. */
  async pasteRich(html, plain) {
    const field = this.page.getByLabel('Or paste an article, with headline, author and date');
    await field.focus();
    await field.evaluate((target, [html, plain]) => {
      const data = new DataTransfer();
      data.setData('text/html', html);
      data.setData('text/plain', plain);
      if (target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))) {
        target.value = plain;
        target.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, [html, plain]);
    await this.page.getByRole('button', { name: 'Add the pasted article' }).click();
    await this.through();
  }

  async paste(text) {
    await this.page.getByLabel('Or paste an article, with headline, author and date').fill(text);
    await this.page.getByRole('button', { name: 'Add the pasted article' }).click();
    await this.through();
  }

  /** Gives the collection a name. */
  async call(name) {
    const field = this.page.getByLabel('Name of the collection');
    await field.fill(name);
    await field.press('Enter');
    await this.said.filter({ hasText: 'new name' }).waitFor();
  }

  /** Writes an issue, once the preview says what is wanted. */
  async issue(name, query, preview = 'on it') {
    await this.page.getByRole('button', { name: 'Add an issue' }).click();
    await this.page.getByLabel('Name', { exact: true }).fill(name);
    await this.page.getByLabel(/^Search: words/).fill(query);
    await this.page.locator('.preview', { hasText: preview }).waitFor();
    await this.page.getByRole('button', { name: 'Save the issue' }).click();
    await this.said.filter({ hasText: `The issue “${name}” was saved.` }).waitFor();
  }

  /** Opens an article of the list to be checked. */
  async check(headline) {
    await this.articles.getByRole('link', { name: headline, exact: true }).click();
    await this.page.getByRole('heading', { level: 2, name: headline }).waitFor();
  }

  /** Shows the collection in all rooms. */
  async use() {
    await this.page.getByRole('button', { name: 'Use this collection' }).first().click();
    await this.notice.waitFor();
  }

  /** Presses a button that saves, and gives the file's name and content. */
  async saved(name) {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('button', { name }).click()]);
    return { name: file.suggestedFilename(), path: await file.path(), content: fs.readFileSync(await file.path()) };
  }
}
