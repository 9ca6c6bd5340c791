// Searching: what is found, marked and said.
import { expect, test } from './room.js';

const EXACT = {
  missile: [
    'bbc-2001-10-21:5', 'csm-2008-04-04:12', 'csm-2008-04-04:13', 'csm-2008-04-04:18', 'csm-2008-04-04:2',
    'csm-2008-04-04:3', 'csm-2008-04-04:4', 'csm-2008-04-04:8', 'csm-2013-05-07:19', 'csm-2013-05-07:20',
    'monitor-2001-11-07:1', 'monitor-2001-11-07:3', 'monitor-2001-11-07:5', 'monitor-2001-11-07:8',
  ],
  '"strategic framework"': ['bbc-2001-10-21:2', 'csm-2008-04-04:10', 'csm-2008-04-04:6'],
  'iran -iraq': [
    'csm-2008-04-04:12', 'csm-2008-04-04:8', 'monitor-2001-11-07:3', 'monitor-2001-11-07:4',
    'voa-2003-09-24:10', 'voa-2003-09-24:11', 'voa-2003-09-24:12', 'voa-2003-09-24:13',
  ],
};

for (const [query, passages] of Object.entries(EXACT)) {
  test(`“${query}” finds exactly the passages that a reader finds`, async ({ room }) => {
    await room.open();
    await room.search(query);
    expect((await room.found()).sort()).toEqual(passages);
    expect(await room.status.textContent()).toContain(`${passages.length} passages`);
  });
}

test('results appear while one types, before the word is finished', async ({ room }) => {
  await room.open();
  await room.type('kremen');
  const found = await room.found();
  expect(found).toContain('voa-2003-09-24:8');
  expect(found).toContain('csm-2008-04-04:4');
});

test('a letter typed is answered within the next frame', async ({ room, page }) => {
  await room.open();
  await room.type('kreme');
  await page.evaluate(() => {
    window.answered = new Promise((done) => {
      document.querySelector('[role=searchbox]').addEventListener('input', () => {
        requestAnimationFrame(() => done(document.querySelector('#reading').textContent));
      }, { once: true });
    });
  });
  await page.keyboard.type('n');
  expect(await page.evaluate(() => window.answered)).toContain('kremen');
});

test('results stand under their articles, the best article first', async ({ room }) => {
  await room.open('#/search?q=bushehr');
  expect(await room.groups()).toEqual(['voa-2003-09-24']);
  await room.search('chechnya');
  expect((await room.groups())[0]).toBe('monitor-2001-11-07');
});

test('passages with all the words come before those with some', async ({ room, page }) => {
  await room.open('#/search?q=missile+shield+europe');
  expect((await room.found())[0]).toBe('csm-2013-05-07:19');
  expect(await room.status.textContent()).toMatch(/with all the words/);
});

test('the words that were found are marked, and nothing else is', async ({ room }) => {
  await room.open('#/search?q="strategic framework"');
  const marked = await room.marks().allTextContents();
  expect(marked.length).toBeGreaterThan(2);
  for (const words of marked) expect('strategic framework').toContain(words.toLowerCase());
});

test('the page says in plain words how it understood the query', async ({ room, page }) => {
  await room.open('#/search?q=iran -iraq');
  await expect(page.locator('#reading')).toContainText(/iran.*without.*iraq/i);
});

test('a query that cannot be taken whole says where and what to do', async ({ room, page }) => {
  await room.open();
  await room.search('(iran OR');
  await expect(page.locator('.diagnostics li').first()).toBeVisible();
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('nothing found says so, and how to loosen the search', async ({ room, page }) => {
  await room.open('#/search?q=zzyzx&issue=iran');
  await expect(room.status).toHaveText('No passages found');
  await page.getByRole('link', { name: 'Keep the filters and show all their passages' }).click();
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('with nothing asked, the collection itself is shown', async ({ room, page }) => {
  await room.open();
  await expect(page.locator('.shelf > li')).toHaveCount(5);
});

test('a hostile query stays text', async ({ room, page }) => {
  await room.open();
  await room.search('<img src=x onerror=alert(1)> "');
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('.empty, .result-group').first()).toBeVisible();
});

test('slash leads to the box, Escape empties it, Clear brings the focus back', async ({ room, page }) => {
  await room.open('#/search?q=iran');
  await page.keyboard.press('/');
  await expect(room.searchBox).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(room.searchBox).toHaveValue('');
  await room.search('nato');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(room.searchBox).toBeFocused();
  await expect(room.searchBox).toHaveValue('');
});

test('results can be ordered by date', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await page.getByRole('link', { name: 'By date' }).click();
  await room.settled();
  expect(await room.groups()).toEqual(['bbc-2001-10-21', 'monitor-2001-11-07', 'csm-2008-04-04', 'csm-2013-05-07']);
});

test('paywall, advert and navigation lines are in no reading text', async ({ room, page }) => {
  for (const words of ['"Article continues after advertisement"', '"Subscribe to continue"', '"Breaking News"', '"E-mail this story"']) {
    await room.open(`#/search?q=${encodeURIComponent(words)}`);
    await expect(room.status).toHaveText('No passages found');
  }
});
