// What a class does with the page, from its first view on, by hand: each task by
// mouse on a wide screen, on a phone and by keyboard, with a most number of
// actions. An action is a press, a tap, a key that does something, or typing a
// word; Tab and arrows are not counted. Three cited quotations stand in
// notes.spec.js.
import fs from 'node:fs';
import { expect, test } from './room.js';

const WAYS = [
  { name: 'by mouse', width: 1280 },
  { name: 'on a phone', width: 390 },
  { name: 'by keyboard', width: 1280, keyboard: true },
];

/** Does things in one way and counts them. */
class Hand {
  actions = 0;
  constructor(room, page, way) {
    Object.assign(this, { room, page, way });
  }

  async press(target) {
    this.actions += 1;
    await expect(target).toBeVisible();
    if (!this.way.keyboard) await target.click();
    else {
      await target.focus();
      await expect(target).toBeFocused();
      await this.page.keyboard.press('Enter');
    }
    await this.room.settled();
  }

  async type(words) {
    this.actions += 1;
    await this.room.searchBox.focus();
    await this.page.keyboard.type(words);
    await this.room.settled();
  }

  async save(target) {
    const [file] = await Promise.all([this.page.waitForEvent('download'), this.press(target)]);
    return fs.readFileSync(await file.path(), 'utf8');
  }

  /** From the first view to a comparison of two articles. */
  async compare() {
    await this.press(this.page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Compare', exact: true }));
    await this.press(this.page.getByRole('list', { name: 'Suggested comparisons' }).getByRole('link').first());
  }

  export() {
    return this.press(this.page.locator('summary', { hasText: /^Export$/ }));
  }
}

const TASKS = {
  'the list of what one article has and the other not': [5, async (hand, page) => {
    await hand.compare();
    await hand.press(page.getByRole('link', { name: 'What is missing' }));
    await hand.export();
    const text = await hand.save(page.getByRole('link', { name: 'Save as Markdown' }));
    expect(text).toContain('what some have and others have not');
    expect(text).toContain('Not here.');
  }],
  'a link to a passage': [3, async (hand, page) => {
    await hand.type('"quite flexible"');
    await hand.press(page.locator('.results .passage-number').first());
    await hand.press(page.locator('.in-hand').getByRole('button', { name: 'Copy link' }));
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/#\/read\/monitor-2001-11-07\?.*p=1/);
  }],
  // The last action is the browser's own: Ctrl+P.
  'a handout with room for notes': [5, async (hand, page) => {
    await hand.compare();
    await hand.export();
    const notes = page.getByLabel('Leave room for notes in the handout');
    if (hand.way.keyboard) {
      await notes.focus();
      await page.keyboard.press('Space');
    } else await notes.click();
    hand.actions += 2;
    await expect(notes).toBeChecked();
    await page.emulateMedia({ media: 'print' });
    await expect(page.locator('.handout-title')).toBeVisible();
    await expect(page.locator('.choose, .column-tools, .masthead nav').first()).toBeHidden();
  }],
  'all that Russian experts say on Iran, as a table': [7, async (hand, page) => {
    if (hand.way.width < 600) await hand.press(page.getByRole('button', { name: /^Filter by/ }));
    await hand.press(hand.room.filter('Issue', 'Iran'));
    for (const [facet, name] of [['Role of the speaker', 'Experts and analysts'], ['Side that speaks', 'Russian']]) {
      const region = page.getByRole('region', { name: facet, exact: true });
      if ((await region.locator('details').first().getAttribute('open')) === null) await hand.press(region.locator('summary').first());
      await hand.press(hand.room.filter(facet, name));
    }
    if (hand.way.width < 600) await hand.press(page.getByRole('button', { name: /^Show \d+ passages?$/ }));
    await hand.export();
    const table = await hand.save(page.getByRole('link', { name: 'Save as CSV' }));
    const lines = table.trim().split('\r\n').slice(1);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toContain('"expert","Russian"');
  }],
};

for (const way of WAYS) {
  test.describe(way.name, () => {
    test.use({ viewport: { width: way.width, height: way.width < 600 ? 844 : 900 }, hasTouch: way.width < 600 });
    for (const [task, [most, does]] of Object.entries(TASKS)) {
      const allowed = most + (way.width < 600 && task.startsWith('all that') ? 2 : 0);
      test(`${task}, in ${allowed} actions at most`, async ({ room, page, site, context }, info) => {
        await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
        await room.open();
        const hand = new Hand(room, page, way);
        await does(hand, page);
        info.annotations.push({ type: 'actions', description: String(hand.actions) });
        expect(hand.actions).toBeLessThanOrEqual(allowed);
      });
    }
  });
}
