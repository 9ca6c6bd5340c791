// The address is the state: every view comes back as it was.
import { expect, test } from './room.js';

const VIEWS = [
  '#/search?q=missile%20defence&issue=arms-control&from=2001&to=2008-04&sort=date',
  '#/search?issue=iran&issue=iraq&issues=all',
  '#/compare?a=bbc-2001-10-21&a=voa-2003-09-24&issue=terrorism',
  '#/compare?a=csm-2008-04-04&a=csm-2013-05-07&mode=text',
  '#/read/monitor-2001-11-07?p=3',
  '#/read/csm-2008-04-04?q=legacy&p=16',
  '#/coverage', '#/timeline', '#/help', '#/about',
  '#/search?theme=dark',
];

/** All that is on the page, attributes in the order of their names. */
const shown = (page) =>
  page.evaluate(() => {
    const told = (node) => {
      if (node.nodeType === Node.TEXT_NODE) return node.data;
      const attributes = [...node.attributes].map(({ name, value }) => ` ${name}="${value}"`).sort();
      return `<${node.localName}${attributes.join('')}>${[...node.childNodes].map(told).join('')}`;
    };
    return [document.title, told(document.querySelector('#app')), document.documentElement.dataset.theme ?? ''];
  });

test('a pasted link and a reload give the same view', async ({ room, page }) => {
  for (const view of VIEWS) {
    await page.goto('about:blank');
    await page.goto(room.address + view);
    await room.ready();
    const first = await shown(page);
    await page.reload();
    await room.ready();
    expect(await shown(page), view).toEqual(first);
    expect(room.fragment).toBe(view);
  }
});

test('Back and Forward give every view again, exactly', async ({ room, page }) => {
  await room.open();
  const seen = [await shown(page)];
  for (const view of VIEWS) {
    await room.open(view);
    seen.push(await shown(page));
  }
  for (let place = seen.length - 2; place >= 0; place -= 1) {
    await page.goBack();
    await room.settled();
    expect(await shown(page)).toEqual(seen[place]);
  }
  for (let place = 1; place < seen.length; place += 1) {
    await page.goForward();
    await room.settled();
    expect(await shown(page)).toEqual(seen[place]);
  }
});

test('typing changes the address in place; Enter makes it a step', async ({ room, page }) => {
  await room.open();
  const before = await page.evaluate(() => history.length);
  await room.type('nato');
  await page.waitForURL(/q=nato/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => history.length)).toBe(before + 1);
  await page.goBack();
  await room.settled();
  await expect(room.searchBox).toHaveValue('');
  await page.goForward();
  await room.settled();
  await expect(room.searchBox).toHaveValue('nato');
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('Back returns to where one was also where the view changed without being scrolled', async ({ room, page }) => {
  await page.setViewportSize({ width: 1280, height: 600 });
  await room.open('#/search?q=russia');
  await page.mouse.wheel(0, 500);
  await page.waitForTimeout(300);
  await page.getByRole('textbox', { name: 'From' }).evaluate((box) => {
    box.value = '2001';
    box.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.waitForURL(/from=2001/);
  await page.waitForTimeout(300);
  const place = await page.evaluate(() => scrollY);
  expect(place).toBeGreaterThan(100);
  await page.evaluate(() => { location.hash = '#/about'; });
  await expect(page.locator('h1')).toHaveText('About');
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test('Back returns to where one was on the page', async ({ room, page }) => {
  await room.open('#/search?q=putin');
  await page.evaluate(() => window.scrollTo(0, 1500));
  await page.waitForTimeout(400);
  await page.locator('.passage-number:visible').last().evaluate((link) => link.click());
  await page.waitForURL(/#\/read\//);
  await room.settled();
  await page.goBack();
  await page.waitForURL(/#\/search/);
  await expect.poll(() => page.evaluate(() => Math.round(window.scrollY))).toBe(1500);
});

test('a damaged link is used as far as it goes, and says what was left out', async ({ room, page }) => {
  await room.open('#/search?q=iran&colour=red&sort=size&from=yesterday&q=%ff');
  const notice = page.getByRole('status', { name: 'About this link' });
  for (const name of ['“colour”', '“sort”', '“from”', '“q”']) await expect(notice).toContainText(name);
  expect((await room.found()).length).toBeGreaterThan(0);
  await notice.getByRole('link', { name: 'Use the link without that' }).click();
  await page.waitForURL(/#\/search\?q=iran$/);
  await expect(notice).toHaveCount(0);
});

test('an unknown issue, outlet or meeting is named, and the rest is shown', async ({ room, page }) => {
  await room.open('#/search?issue=atlantis&outlet=gazette&meeting=yalta-1945&q=iran');
  const notice = page.getByRole('status', { name: 'About this link' });
  await expect(notice).toContainText('no issue called “atlantis”');
  await expect(notice).toContainText('no outlet called “gazette”');
  await expect(notice).toContainText('no meeting called “yalta-1945”');
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('a link whose dates end before they begin says so, and offers one without them', async ({ room, page }) => {
  await room.open('#/search?q=iran&from=2003&to=2001');
  const notice = page.getByRole('status', { name: 'About this link' });
  await expect(notice).toContainText('end before they begin');
  await notice.getByRole('link', { name: 'Use the link without that' }).click();
  await page.waitForURL(/#\/search\?q=iran$/);
  await expect(notice).toHaveCount(0);
  expect((await room.found()).length).toBeGreaterThan(0);
});

test('a link as HTML, a mail or a sentence has left it leads where it was meant to', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&amp;a=csm-2008-04-04&amp;issue=nato');
  await expect(page.locator('[data-column]')).toHaveCount(2);
  await expect(room.row('nato')).toBeVisible();
  await room.open('#%2Fsearch%3Fq%3Dbushehr');
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await room.open('#/read/bbc-2001-10-21.');
  await expect(page.locator('h1')).toHaveText('Bush and Putin\'s promising chemistry');
});

test('a link from a sentence leads to what was meant, and what clung to it is told', async ({ room, page }) => {
  const notice = page.getByRole('status', { name: 'About this link' });
  await room.open('#/Read/BBC-2001-10-21/?P=5).');
  await expect(page.locator('[data-passage="5"][data-current]')).toBeInViewport();
  await expect(notice).toContainText('“).”');
  await room.open('#/read/bbc-2001-10-21?p=3-5');
  for (const number of [3, 4, 5]) await expect(page.locator(`[data-passage="${number}"][data-current]`)).toHaveCount(1);
  await expect(page.locator('[data-current]')).toHaveCount(3);
  await expect(notice).toHaveCount(0);
  await room.open('#/read/bbc-2001-10-21?p=3-999');
  await expect(notice).toContainText('no passage 999');
  await expect(page.locator('[data-passage="3"][data-current]')).toHaveCount(1);
});

test('what is said of a link is short, and as wide as the page, whatever is in the link', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  const unknown = Array.from({ length: 2000 }, (_, number) => `n${number}=1`).join('&');
  for (const parameters of [`${'x'.repeat(3000)}=1`, `sort=${'x'.repeat(3000)}`, `issue=${'x'.repeat(3000)}`, unknown, `q=iran+${'x'.repeat(3000)}`]) {
    await room.open(`#/search?${parameters}`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await page.locator('[aria-label="About this link"] li').count()).toBeLessThanOrEqual(9);
  }
  await room.open(`#/${'x'.repeat(3000)}`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

const DEEP = 'a-'.repeat(7500);
const QUOTED = encodeURIComponent(`"${'a '.repeat(7500)}"`);

for (const [name, view] of Object.entries({
  'in the search': `#/search?q=${DEEP}`,
  'as a phrase': `#/search?q=${QUOTED}`,
  'as keyword in context': `#/search?view=context&q=${DEEP}`,
  'in a comparison': `#/compare?a=bbc-2001-10-21&a=csm-2008-04-04&q=${DEEP}`,
  'in full texts': `#/compare?mode=text&a=bbc-2001-10-21&a=csm-2008-04-04&q=${QUOTED}`,
  'in the reader': `#/read/bbc-2001-10-21?q=${DEEP}`,
  'in an issue of one’s own': `#/coverage?mine=Deep:${DEEP}`,
  'in the voices': `#/voices?q=${DEEP}`,
})) {
  test(`7,500 words in one ${name} leave a page that works`, async ({ room, page }) => {
    await room.open(view);
    await expect(room.main).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    if (view.includes('/search')) await expect(page.getByText('more than 1024 words').first()).toBeVisible();
    await page.evaluate(() => { location.hash = '#/search?q=bushehr'; });
    await expect(page.locator('[data-passage]')).toHaveCount(1);
  });
}

test('7,500 words pasted into the box leave a page that works', async ({ room, page }) => {
  await room.open();
  await room.searchBox.fill(DEEP);
  await expect(page.getByText('more than 1024 words').first()).toBeVisible();
  await room.searchBox.fill('bushehr');
  await expect(page.locator('[data-passage]')).toHaveCount(1);
});

test('an unknown article says so and offers those there are', async ({ room, page }) => {
  await room.open('#/read/pravda-1987-12-08');
  await expect(page.locator('h1')).toHaveText('There is no such article');
  await expect(room.main).toContainText('“pravda-1987-12-08”');
  await room.main.getByRole('link', { name: 'Bush and Putin\'s promising chemistry' }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21$/);
});

test('an unknown page and an unknown passage say so', async ({ room, page }) => {
  await room.open('#/serach');
  await expect(page.locator('h1')).toHaveText('There is no such page');
  await room.main.getByRole('link', { name: 'Search the articles' }).click();
  await page.waitForURL(/#\/search$/);
  await room.open('#/read/voa-2003-09-24?p=99');
  await expect(page.getByRole('status', { name: 'About this link' })).toContainText('no passage 99');
  await expect(page.locator('h1')).toContainText('Bolster');
});

test('the theme is the link’s, else the visitor’s, and the choice is kept', async ({ room, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await room.open();
  await page.getByRole('button', { name: 'Dark theme' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.reload();
  await room.ready();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await room.open('#/search?theme=light');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
});

test('a new page begins at its top with the focus on it', async ({ room, page }) => {
  await room.open('#/search?q=putin');
  await page.evaluate(() => window.scrollTo(0, 2000));
  await page.getByRole('link', { name: 'Timeline' }).evaluate((link) => link.click());
  await page.waitForURL(/#\/timeline/);
  await room.settled();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  await expect(room.main).toBeFocused();
});

test('Escape in the box is a step in the history, as Clear is', async ({ room, page }) => {
  await room.open('#/search?q=iran');
  await room.searchBox.focus();
  await page.keyboard.press('Escape');
  await page.waitForURL(/#\/search$/);
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await page.waitForURL(/#\/timeline$/);
  await page.goBack();
  await page.waitForURL(/#\/search$/);
  await page.goBack();
  await page.waitForURL(/q=iran/);
});

test('the language of a link may name a country', async ({ room, page }) => {
  await room.open('#/search?q=iran&lang=en-GB');
  await expect(page.getByRole('status', { name: 'About this link' })).toHaveCount(0);
  await room.open('#/search?q=iran&lang=de');
  await expect(page.getByRole('status', { name: 'About this link' })).toContainText('it is in English');
});

test('the switch of the theme follows the system', async ({ room, page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await room.open();
  await expect(page.getByRole('button', { name: 'Dark theme' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.getByRole('button', { name: 'Light theme' })).toBeVisible();
});
