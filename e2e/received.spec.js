// The file as received, beside the reading text, and the evidence that leads to it.
import { expect, test } from './room.js';

const line = (page, number) => page.locator(`[data-line="${number}"]`);

test('the file as received is a link away, with every line and its number', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21');
  await page.getByRole('link', { name: 'As received' }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?text=received$/);
  const numbers = await page.locator('[data-line]').evaluateAll((all) => all.map((one) => Number(one.dataset.line)));
  expect(numbers).toEqual(Array.from({ length: 101 }, (_, place) => place + 1));
  await expect(line(page, 19)).toContainText('Sunday, 21 October, 2001, 18:52 GMT 19:52 UK');
});

test('a line that was left out is there, and says why', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?text=received');
  await expect(line(page, 99)).toContainText('E-mail this story to a friend');
  await expect(line(page, 99)).toHaveAttribute('data-fate', 'removed');
  await expect(line(page, 99).locator('.fate')).toHaveText(/^left out: ./);
});

test('a caption stands apart from the text, as received too', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?text=received');
  await expect(line(page, 32)).toHaveAttribute('data-fate', 'caption');
  await expect(line(page, 32).locator('.fate')).toHaveText('caption');
});

test('each line leads to the passage that it went to', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?text=received');
  await line(page, 34).getByRole('link', { name: /^passage \d+$/ }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?p=4$/);
  await expect(page.locator('.block[data-passage="4"]')).toBeFocused();
  await expect(page.locator('.block[data-passage="4"]')).toContainText('President Putin was the first foreign leader');
});

test('a repaired word is marked in both texts and tells the other reading', async ({ room, page }) => {
  await room.open('#/read/csm-2013-05-07?text=both');
  const row = page.locator('.beside', { hasText: 'More urgently' });
  await expect(row.locator('.block .emended').first()).toHaveText('the United');
  await expect(row.locator('.received .emended').first()).toHaveText('theUnited');
  await expect(row.locator('.repair').first()).toHaveText(/“theUnited” is read as “the United”/);
});

test('both texts stand side by side on a wide screen and alternate on a phone', async ({ room, page }) => {
  await room.open('#/read/bbc-2001-10-21?text=both');
  const row = page.locator('.beside').filter({ has: page.locator('.block[data-passage="3"]') });
  const places = async () => {
    const read = await row.locator('.block').boundingBox();
    const received = await row.locator('.received').boundingBox();
    return { read, received };
  };
  const wide = await places();
  expect(wide.received.x).toBeGreaterThan(wide.read.x + wide.read.width / 2);
  await page.setViewportSize({ width: 390, height: 800 });
  const narrow = await places();
  expect(narrow.received.y).toBeGreaterThanOrEqual(narrow.read.y + narrow.read.height);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('both texts together hold every line of the file that has words', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24?text=received');
  const words = async () =>
    page.locator('[data-line]:not([data-fate=blank])').evaluateAll((all) => [...new Set(all.map((one) => one.dataset.line))]);
  const alone = await words();
  await room.open('#/read/voa-2003-09-24?text=both');
  expect(await words()).toEqual(alone);
});

test('“Why this date?” leads to the line as received, with its words marked', async ({ room, page }) => {
  await room.open('#/read/monitor-2001-11-07');
  const date = page.locator('[data-fact="Published"]');
  await date.getByText('inferred').click();
  await expect(date).toContainText('Why this date?');
  await date.getByRole('link', { name: 'line 7 as received' }).click();
  await page.waitForURL(/#\/read\/monitor-2001-11-07\?text=received&line=7$/);
  await expect(line(page, 7)).toBeFocused();
  await expect(line(page, 7)).toBeInViewport();
  await expect(line(page, 7).locator('mark')).toHaveText('(AP, Reuters, November 6)');
});

test('every fact about every article answers why, in words that stand in the file', async ({ room, page }) => {
  for (const article of ['bbc-2001-10-21', 'monitor-2001-11-07', 'voa-2003-09-24', 'csm-2008-04-04', 'csm-2013-05-07']) {
    await room.open(`#/read/${article}?text=received`);
    const file = (await page.locator('.received .words').allTextContents()).join(' ').replace(/\s+/g, ' ');
    const facts = page.locator('.facts .evidence');
    expect(await facts.count(), article).toBeGreaterThan(3);
    for (const fact of await facts.all()) {
      await fact.locator('summary').click();
      await expect(fact.locator('.question')).toHaveText(/^(Why|Where) .*\?$/);
      for (const quote of await fact.locator('blockquote').all()) {
        const words = (await quote.textContent()).replace(/^“/, '').replace(/” line \d+ as received$/, '').replace(/\s+/g, ' ');
        expect(file, article).toContain(words);
      }
    }
  }
});

test('a line that the file does not have is said to be missing', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24?text=received&line=400');
  await expect(page.getByRole('status', { name: 'About this link' })).toContainText('no line 400: it has 49');
});

test('a link to a line alone shows the file as received', async ({ room, page }) => {
  await room.open('#/read/voa-2003-09-24?line=5');
  await expect(line(page, 5)).toBeFocused();
});
