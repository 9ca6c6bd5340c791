// The passage in hand: a panel of the window, the row of what is copied most,
// and the way back. What the excerpts of a search say.
import { expect, test } from './room.js';

const head = (page) => page.locator('.in-hand > header');

for (const [width, height] of [[1280, 700], [900, 700], [390, 800]]) {
  test(`near the end of an article the panel opens with its head in sight, ${width} pixels`, async ({ room, page }) => {
    await page.setViewportSize({ width, height });
    await room.open('#/read/monitor-2001-11-07?p=8');
    await expect(head(page)).toBeInViewport({ ratio: 1 });
    await expect(page.locator('.block[data-passage="8"]')).toBeInViewport();
    await expect(head(page)).toContainText('Jamestown Monitor · 7 November 2001 · 8 of 8');
    // It stays where the window is.
    await page.mouse.wheel(0, 3000);
    await room.settled();
    await expect(head(page)).toBeInViewport({ ratio: 1 });
    // And the last lines of the page can still be read.
    const last = page.locator('.footer');
    await last.scrollIntoViewIfNeeded();
    const covered = await last.evaluate((element) => {
      const box = element.querySelector('a, button').getBoundingClientRect();
      return !element.contains(document.elementFromPoint(box.left + 4, box.top + 4));
    });
    expect(covered).toBe(false);
  });
}

test('a tap on a passage’s words opens its panel, selecting words does not', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24');
  await page.locator('.block[data-passage="3"] .words').click();
  await page.waitForURL(/p=3$/);
  await expect(page.getByRole('heading', { name: 'Passage 3' })).toBeVisible();
  const box = await page.locator('.block[data-passage="5"] .words').boundingBox();
  await page.mouse.move(box.x + 10, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + 12, { steps: 5 });
  await page.mouse.up();
  await room.settled();
  expect(room.fragment).toContain('p=3');
});

test('link, quotation and reference are copied by one press each', async ({ room, page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: site.origin });
  await room.open('#/read/voa-2003-09-24?p=2');
  const copied = async (name) => {
    await page.locator('.in-hand').getByRole('button', { name }).click();
    return page.evaluate(() => navigator.clipboard.readText());
  };
  expect(await copied('Copy link')).toBe(`${site.address}#/read/voa-2003-09-24?p=2`);
  const words = await page.locator('.block[data-passage="2"] .words').innerText();
  expect(await copied('Copy quotation')).toBe(`“${words}” (“Putin-Bush Talks Aim,” par. 2)`);
  expect(await copied('Copy reference')).toContain('Voice of America');
});

test('from a passage there is a way back to the comparison, in a frame too', async ({ room, page }) => {
  for (const embed of ['', '&embed=1']) {
    const view = `#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&q=missile&side=russia&rows=differ${embed}`;
    await room.open(view);
    const from = room.fragment;
    await page.locator('[data-row] .passage-number').first().click();
    await page.waitForURL(/#\/read\//);
    await page.getByRole('link', { name: 'Back to the comparison' }).click();
    await page.waitForURL(/#\/compare/);
    expect([...new URLSearchParams(room.fragment.split('?')[1])].sort()).toEqual([...new URLSearchParams(from.split('?')[1])].sort());
  }
});

test('an excerpt says who speaks, how and for which side, and is the chosen side’s statement', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  const hit = page.locator('.hit').filter({ has: page.locator('.voices') }).first();
  await expect(hit.getByRole('list', { name: 'Who speaks' })).toContainText(/, (quoted|paraphrased|rejecting)/);
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&issue=missile-defence');
  await expect(page.locator('[data-row] .hit .voices').first()).toBeVisible();
  await room.open('#/search?side=us&kind=quote');
  const first = page.locator('.hit').first().locator('p').first();
  await expect(first).toHaveText(/^… ?[“"]|^[“"]/);
});

test('by issue, a passage is shown whole once, then as a line that can be opened', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07');
  const shown = await page.locator('[data-row] [data-passage]').evaluateAll((all) =>
    all.filter((one) => !one.hasAttribute('data-again')).map((one) => `${one.dataset.article}:${one.dataset.passage}`));
  expect(new Set(shown).size).toBe(shown.length);
  const again = page.locator('[data-row] [data-again]').first();
  await expect(again.locator('p').first()).toBeHidden();
  await again.locator('summary').click();
  await expect(again.locator('p').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(20000);
});

test('Enter, or Down with the list closed, leads from the box to the first result', async ({ room, page }) => {
  await room.open();
  await room.type('missile');
  await page.keyboard.press('Enter');
  await expect(page.locator('.results .passage-number').first()).toBeFocused();
  await room.searchBox.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('.results .passage-number').first()).toBeFocused();
});

test('where nothing is found, Enter or Down leads from the box to the first way on', async ({ room, page }) => {
  await room.open('#/search?q=%22no+such+words%22&outlet=bbc');
  const way = page.locator('.empty a').first();
  await expect(way).toBeVisible();
  for (const key of ['Enter', 'ArrowDown']) {
    await room.searchBox.focus();
    await room.searchBox.fill('"no such words"');
    await room.settled();
    await page.keyboard.press(key);
    await expect(way).toBeFocused();
  }
  await page.keyboard.press('Enter');
  await room.settled();
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('the suggestions cover nothing of what is said about the query', async ({ room, page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 844 });
    await room.open('#/search');
    await room.search('');
    await room.type('bbc missle tre');
    await expect(room.suggestions).toBeVisible();
    const list = await room.suggestions.boundingBox();
    for (const part of await page.locator('.reading, .offers, .did-you-mean, .faults').all()) {
      const box = await part.boundingBox();
      expect(box.y + box.height).toBeLessThanOrEqual(list.y + 1);
    }
  }
});
