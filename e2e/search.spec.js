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
        requestAnimationFrame(() => done([document.querySelector('#reading').textContent, document.querySelector('.hit mark')?.textContent ?? '']));
      }, { once: true });
    });
  });
  await page.keyboard.type('n');
  const [reading, mark] = await page.evaluate(() => window.answered);
  expect(reading).toContain('kremen');
  expect(mark).toMatch(/^Kremen/);
});

test('what a quick typist sees at last is what the link to it shows', async ({ room, page }) => {
  await room.open();
  const results = () => page.locator('.results').evaluate((all) => all.outerHTML);
  const typed = async (keys, pause) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(pause);
    }
    await room.settled();
    const query = await room.searchBox.inputValue();
    await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(query)}$`));
    return [page.url(), await results()];
  };
  await room.searchBox.click();
  const seen = [
    await typed('missile defence', 30),
    await typed(Array(9).fill('Backspace'), 15),
    await typed('s iran', 90),
    await typed(['Control+a', ...'putin said'], 0),
    await typed(['Control+a', ...'a'], 0),
  ];
  for (const [link, shown] of seen) {
    await page.goto('about:blank');
    await room.open(new URL(link).hash);
    expect(await results(), link).toBe(shown);
  }
});

test('a passage that a letter finds again stays as it is, with what is chosen in it', async ({ room, page }) => {
  await room.open('#/search?q=bushehr%20reacto');
  const first = page.locator('.hit').first();
  const before = [await first.getAttribute('data-passage'), await first.elementHandle()];
  await room.searchBox.focus();
  await page.keyboard.press('End');
  await page.keyboard.type('r');
  await room.settled();
  expect(await first.getAttribute('data-passage')).toBe(before[0]);
  expect(await first.evaluate((hit, before) => hit === before, before[1])).toBe(true);
  await expect(page.locator('.hit .passage-number').first()).toHaveAttribute('href', /q=bushehr%20reactor/);
});

test('nothing that was found before stands below a few new passages while one types', async ({ room, page }) => {
  await room.open('#/search?q=putin');
  await page.evaluate(() => {
    window.shown = new Promise((done) => {
      document.querySelector('[role=searchbox]').addEventListener('input', () => {
        requestAnimationFrame(() => done([...document.querySelectorAll('.hit')].map((hit) => hit.textContent)));
      }, { once: true });
    });
  });
  await room.searchBox.fill('bushehr');
  const shown = await page.evaluate(() => window.shown);
  expect(shown.length).toBeGreaterThan(0);
  for (const passage of shown) expect(passage).toContain('Bushehr');
});

test('nothing that was found before stands where nothing is found while one types', async ({ room, page }) => {
  await room.open('#/search?q=putin');
  await page.evaluate(() => {
    window.shown = new Promise((done) => {
      document.querySelector('[role=searchbox]').addEventListener('input', () => {
        requestAnimationFrame(() => done([document.querySelector('.found').textContent, document.querySelectorAll('.hit').length]));
      }, { once: true });
    });
  });
  await room.searchBox.fill('qqqqqqqq');
  expect(await page.evaluate(() => window.shown)).toEqual(['No passages found', 0]);
  await room.settled();
  await expect(page.locator('.empty')).toContainText('not in the articles');
});

for (const [width, height] of [[1280, 900], [390, 844]]) {
  test(`the passages stay in their place when the typing rests, ${width} pixels wide`, async ({ room, page }) => {
    await page.setViewportSize({ width, height });
    await room.open();
    await page.evaluate(() => {
      const places = () => [...document.querySelectorAll('.hit')].map((hit) => [hit.dataset.article, hit.dataset.passage, hit.getBoundingClientRect()])
        .filter(([, , { top }]) => top < innerHeight).map(([article, passage, { top, height }]) => [article, passage, top, height]);
      window.places = new Promise((done) => {
        document.querySelector('[role=searchbox]').addEventListener('input', () => {
          requestAnimationFrame(() => {
            const typed = places();
            const rests = () => (document.querySelector('.results[aria-busy]') ? requestAnimationFrame(rests) : done([typed, places()]));
            requestAnimationFrame(rests);
          });
        }, { once: true });
      });
    });
    await room.searchBox.fill('missile');
    const [typed, rested] = await page.evaluate(() => window.places);
    expect(typed.length).toBeGreaterThan(0);
    expect(rested).toEqual(typed);
  });
}

/** What changes below the box with the next letter: how many passages stand there and how many of them have their buttons, each time that it changes. */
const drawn = (page) =>
  page.evaluate(() => {
    window.drawn = [];
    const count = (what) => document.querySelectorAll(`.results ${what}`).length;
    new MutationObserver(() => {
      const now = [count('.hit'), count('.hit button.keep')];
      if (now.join() !== window.drawn.at(-1)?.join()) window.drawn.push(now);
    }).observe(document.querySelector('main'), { subtree: true, childList: true });
  });

test('a letter draws what the window shows, the rest what lies near it with its buttons, a pause all', async ({ room, page }) => {
  await room.open();
  await drawn(page);
  await room.searchBox.fill('russia');
  await room.settled();
  const all = await room.passages.count();
  const steps = await page.evaluate(() => window.drawn.filter(([passages]) => passages > 0));
  expect(all).toBeGreaterThan(20);
  const [[typed, none], ...later] = steps;
  const passages = [typed, ...later.map(([passages]) => passages)];
  // The rest, and after the pause at least two steps.
  expect(passages.length).toBeGreaterThan(3);
  expect(passages).toEqual([...new Set(passages)].sort((a, b) => a - b));
  expect(passages.at(-1)).toBe(all);
  expect([none, ...later.map(([, buttons]) => buttons)]).toEqual([0, ...passages.slice(1)]);
});

for (const [looks, look] of Object.entries({
  scrolls: () => window.scrollBy(0, 200),
  'turns the wheel': () => document.querySelector('main').dispatchEvent(new Event('wheel', { bubbles: true })),
  'moves a finger': () => document.querySelector('main').dispatchEvent(new Event('touchmove', { bubbles: true })),
  prints: () => window.dispatchEvent(new Event('beforeprint')),
  'leaves the box': () => document.querySelector('a.passage-number').focus(),
})) {
  test(`whoever ${looks} before the pause finds all passages there`, async ({ room, page }) => {
    // A pause that never comes.
    await page.addInitScript(() => {
      const after = window.setTimeout;
      window.setTimeout = (task, delay, ...rest) => (delay === 700 ? 0 : after(task, delay, ...rest));
    });
    await room.open();
    await drawn(page);
    await room.searchBox.fill('russia');
    await expect.poll(() => page.evaluate(() => window.drawn.at(-1)?.[1])).toBeGreaterThan(0);
    await expect(page.locator('.results')).toHaveAttribute('data-partial');
    const near = await room.passages.count();
    await page.evaluate(look);
    await room.settled();
    expect(await room.passages.count()).toBeGreaterThan(near);
  });
}

test('whoever prints right after a letter prints all that was found', async ({ room, page }) => {
  await room.open();
  await page.evaluate(() => {
    const field = document.querySelector('[role=searchbox]');
    field.focus();
    field.value = 'russia';
    field.dispatchEvent(new Event('input', { bubbles: true }));
    dispatchEvent(new Event('beforeprint'));
    return Promise.resolve().then(() => {}).then(() => { window.printed = document.querySelectorAll('[data-passage]').length; });
  });
  await room.settled();
  expect(await page.evaluate(() => window.printed)).toBe(await room.passages.count());
  expect(await room.passages.count()).toBeGreaterThan(20);
});

test('a press right after a letter is of what was under the pointer', async ({ room, page }) => {
  await page.setViewportSize({ width: 1280, height: 1600 });
  await room.open();
  // What a filter counts is what was found when the typing rested last.
  const outlet = page.getByRole('region', { name: 'Outlet', exact: true }).getByRole('link', { name: /^BBC News Online/ });
  await room.searchBox.click();
  await page.keyboard.type('zzz');
  await room.settled();
  await page.waitForTimeout(300);
  await page.keyboard.type('z');
  const { x, y, width, height } = await outlet.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.waitForTimeout(400);
  expect(await outlet.boundingBox()).toEqual({ x, y, width, height });
  await page.mouse.up();
  await page.waitForURL(/#\/search\?q=zzzz&outlet=bbc$/);
});

test('a search that is typed over is found by Back', async ({ room, page }) => {
  await room.open();
  await room.searchBox.fill('iraq');
  await room.searchBox.press('Enter');
  await page.waitForURL(/q=iraq$/);
  await room.searchBox.click();
  await page.keyboard.press('End');
  await page.keyboard.type(' syria');
  await page.waitForURL(/q=iraq%20syria$/);
  await page.keyboard.type(' iran');
  await page.waitForURL(/q=iraq%20syria%20iran$/);
  await page.goBack();
  await page.waitForURL(/q=iraq$/);
  await expect(room.searchBox).toHaveValue('iraq');
  await page.goBack();
  await page.waitForURL(/#\/search$/);
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

test('a query that cannot be taken whole says where, with the place underlined, and what to do', async ({ room, page }) => {
  await room.open();
  await room.search('iran (treaty OR');
  await expect(page.locator('.fault-line')).toHaveText('iran (treaty OR');
  const underlined = await page.locator('.fault-line u').allTextContents();
  const told = await page.locator('.diagnostics li').allTextContents();
  expect(underlined.length).toBeGreaterThan(0);
  expect(told.length).toBe(underlined.length);
  for (const place of underlined) expect(told.join(' ')).toContain(place);
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('a word that no article has is taken for the one that is meant, and the page says so', async ({ room, page }) => {
  await room.open('#/search?q=afganistan');
  await expect(page.locator('.did-you-mean')).toContainText('afghanistan');
  expect((await room.found()).length).toBeGreaterThan(0);
  await page.locator('.did-you-mean').getByRole('link').click();
  await expect(room.searchBox).toHaveValue('afghanistan');
  await expect(page.locator('.did-you-mean')).toHaveCount(0);
});

test('when a filter empties the search, the page says which and what each way on would find', async ({ room, page }) => {
  await room.open('#/search?q=bushehr&outlet=bbc&issue=syria');
  await expect(room.status).toHaveText('No passages found');
  await expect(page.locator('.empty')).toContainText('1 passage fits what you typed. Of these “Syria” leaves none and “BBC News Online” leaves none.');
  const ways = page.locator('.empty li');
  await expect(ways.filter({ hasText: 'Search for the same words without the filters' })).toContainText('1 passage');
  await ways.getByRole('link', { name: 'Search for the same words without the filters' }).click();
  await room.settled();
  expect(await room.found()).toEqual(['voa-2003-09-24:14']);
});

test('when a word is in no article, the page names it and offers the search without it', async ({ room, page }) => {
  await room.open('#/search?q=%2Bzzyzx+iran');
  await expect(room.status).toHaveText('No passages found');
  await expect(page.locator('.fault-line u')).toHaveText('zzyzx');
  await room.open('#/search?q=zzyzx&issue=iran');
  await page.getByRole('link', { name: 'Keep the filters and show all their passages' }).click();
  await room.settled();
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('every way on from nothing leads to as many passages as it promises', async ({ room, page }) => {
  for (const view of ['#/search?q="nuclear+poland"&outlet=bbc', '#/search?issue=syria&outlet=bbc', '#/search?q=poland+AND+afghanistan', '#/search?q=zzyzx+AND+iran']) {
    await room.open(view);
    await expect(room.status).toHaveText('No passages found');
    const ways = await page.locator('.empty li').evaluateAll((all) => all.map((one) => [one.querySelector('a').hash, parseInt(one.querySelector('.fine')?.textContent ?? '-1', 10)]));
    expect(ways.length, view).toBeGreaterThan(1);
    for (const [hash, promised] of ways.filter(([, number]) => number > 0)) {
      await room.open(hash);
      expect((await room.found()).length, `${view} → ${hash}`).toBe(Math.min(promised, 100));
    }
  }
});

test('a hostile query stays text', async ({ room, page }) => {
  await room.open();
  await room.search('<img src=x onerror=alert(1)> "');
  await expect(page.locator('main img')).toHaveCount(0);
  await expect(page.locator('.empty, .result-group').first()).toBeVisible();
});

test('the first letter after an empty box shows no article of the search before without a passage', async ({ room, page }) => {
  await room.open('#/search?q=iran');
  await expect(page.locator('.hit').first()).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await expect(page.locator('.results')).toHaveAttribute('data-view', 'shelf');
  await page.evaluate(() => {
    window.bare = 0;
    new MutationObserver(() => {
      window.bare += document.querySelectorAll('.result-group:not(:has(.hit))').length;
    }).observe(document.querySelector('#app'), { subtree: true, childList: true });
  });
  for (const letter of 'mis') {
    await page.keyboard.press(letter);
    await page.waitForTimeout(30);
  }
  await expect(page.locator('.hit').first()).toBeVisible();
  expect(await page.evaluate(() => window.bare)).toBe(0);
});

test('whoever goes on typing after Enter stays in the box', async ({ room, page }) => {
  await room.open();
  await room.searchBox.focus();
  await room.searchBox.fill('bushehr');
  await page.evaluate(() => {
    const box = document.activeElement;
    box.form.requestSubmit();
    box.value = 'bushehr r';
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await room.settled();
  await expect(room.searchBox).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.hit .passage-number').first()).toBeFocused();
});

test('Back from a box in which somebody is typing leads back', async ({ room, page }) => {
  await room.open('#/help');
  await room.open('#/search');
  await room.searchBox.focus();
  await page.keyboard.type('bushehr');
  await page.waitForURL(/q=bushehr/);
  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: 'Help' })).toBeVisible();
  await page.goForward();
  await expect(room.searchBox).toHaveValue('bushehr');
});

test('slash leads to the box, Escape empties it, Clear brings the focus back', async ({ room, page }) => {
  await room.open('#/search?q=iran');
  await page.keyboard.press('/');
  await expect(room.searchBox).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(room.searchBox).toHaveValue('');
  await room.search('nato');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(room.searchBox).toBeFocused();
  await expect(room.searchBox).toHaveValue('');
});

test('by date no passage with all the words stands under those with some', async ({ room, page }) => {
  await room.open('#/search?q=missile+treaty');
  await expect(page.locator('.partial-line').first()).toBeVisible();
  await page.getByRole('link', { name: 'Date', exact: true }).click();
  await room.settled();
  await expect(page.locator('.partial-line')).toHaveCount(0);
  expect((await room.found()).length).toBeGreaterThan(10);
});

test('results can be ordered by date', async ({ room, page }) => {
  await room.open('#/search?q=missile');
  await page.getByRole('link', { name: 'Date', exact: true }).click();
  await room.settled();
  expect(await room.groups()).toEqual(['bbc-2001-10-21', 'monitor-2001-11-07', 'csm-2008-04-04', 'csm-2013-05-07']);
});

test('paywall, advert and navigation lines are in no reading text', async ({ room, page }) => {
  for (const words of ['"Article continues after advertisement"', '"Subscribe to continue"', '"Breaking News"', '"E-mail this story"']) {
    await room.open(`#/search?q=${encodeURIComponent(words)}`);
    await expect(room.status).toHaveText('No passages found');
  }
});
