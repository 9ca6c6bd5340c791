// Accessibility: axe finds nothing in any view, in both themes, narrow and wide;
// the main stories work by keyboard alone.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './room.js';

const VIEWS = {
  'the collection': '#/search',
  results: '#/search?q=missile+defence&issue=arms-control',
  'keyword in context': '#/search?q=missile&view=context&order=left',
  'nothing found': '#/search?q=zzyzx',
  'a search emptied by its filters': '#/search?q=bushehr&outlet=bbc&speaker=putin&kind=quote',
  'an issue of one’s own': '#/search?mine=Shield:shield&issue=mine-shield',
  'a query with a fault': '#/search?q=(iran',
  'a better spelling': '#/search?q=afganistan',
  'side by side': '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24',
  'choosing columns': '#/compare',
  'full texts': '#/compare?a=bbc-2001-10-21&a=csm-2013-05-07&mode=text&at=bbc-2001-10-21.5&q=missile',
  'side by side, searched and folded': '#/compare?a=outlet.csm&a=monitor-2001-11-07&q=treaty&fold=outcome&rows=differ',
  wording: '#/compare?a=bbc-2001-10-21&a=csm-2008-04-04&mode=wording&q=experts',
  'voices side by side': '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=voices',
  'what is missing': '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&mode=missing',
  voices: '#/voices?side=us',
  'an article': '#/read/bbc-2001-10-21?p=5',
  'an article with inferences': '#/read/monitor-2001-11-07',
  coverage: '#/coverage',
  timeline: '#/timeline',
  notes: '#/notes',
  help: '#/help',
  'the workshop': '#/workshop',
  'the workshop, names': '#/workshop/names',
  'the workshop, saving': '#/workshop/take',
  about: '#/about',
  'no such page': '#/nowhere',
  'no such article': '#/read/nothing?colour=red',
  'a passage in hand': '#/read/csm-2008-04-04?p=14',
  'the file as received': '#/read/bbc-2001-10-21?text=received&line=19',
  'both texts': '#/read/csm-2013-05-07?text=both&p=2',
  'an issue marked in an article': '#/read/bbc-2001-10-21?issue=iraq',
  embedded: '#/compare?a=bbc-2001-10-21&a=csm-2013-05-07&embed=1',
};

for (const theme of ['light', 'dark']) {
  for (const width of [390, 820, 1440]) {
    test(`axe finds nothing in any view, ${theme}, ${width} pixels wide`, async ({ room, page }) => {
      test.setTimeout(240_000);
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: theme });
      for (const [name, view] of Object.entries(VIEWS)) {
        await room.open(view);
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
          .analyze();
        const told = violations.flatMap((rule) => rule.nodes.map((node) => `${name}: ${rule.id}: ${node.html.slice(0, 120)}`));
        expect(told).toEqual([]);
      }
    });
  }
}

for (const theme of ['light', 'dark']) {
  test(`axe finds nothing while one types, saves, renames or looks at the keys, ${theme}`, async ({ room, page }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ colorScheme: theme });
    const clean = async (state) => {
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
      expect(violations.flatMap((rule) => rule.nodes.map((node) => `${state}: ${rule.id}: ${node.html.slice(0, 120)}`))).toEqual([]);
    };
    await room.open();
    await room.type('mis');
    await expect(room.suggestions).toBeVisible();
    await clean('suggestions');
    await page.keyboard.press('ArrowDown');
    await clean('an active suggestion');
    await page.keyboard.press('Enter');
    await page.getByText('Save as an issue').click();
    await clean('saving');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Your own issues: rename, remove').click();
    for (const facet of ['Meeting, covered or mentioned', 'Year', 'Who speaks', 'Side that speaks', 'Kind of passage']) await room.unfold(facet);
    await clean('renaming, all filters unfolded');
    await page.keyboard.press('j');
    await page.keyboard.press('?');
    await clean('the keys');
  });
}

test('every target is 24 pixels high, or a link in a line of text', async ({ room, page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    for (const view of ['#/search', '#/search?q=missile&outlet=csm', '#/search?q=missile&view=context', '#/help']) {
      await room.open(view);
      const small = await page.evaluate(() => [...document.querySelectorAll('main a, main button, main summary, main input, .footer button')]
        .filter((one) => one.checkVisibility() && one.getBoundingClientRect().height > 0)
        // WCAG 2.2, 2.5.8: a target in a sentence is excepted, and so are the headlines, which stand alone.
        .filter((one) => !one.closest('p, td, dd, .title, .weights, .questions, .empty'))
        .map((one) => [one.getBoundingClientRect(), one.outerHTML.slice(0, 90)])
        .filter(([box]) => box.height < 23.5 || box.width < 23.5)
        .map(([box, html]) => `${Math.round(box.width)}×${Math.round(box.height)} ${html}`));
      expect(small, `${view} at ${width}`).toEqual([]);
    }
  }
});

test('text at 200 % loses nothing and scrolls one way', async ({ room, page }) => {
  // A window of 1280 pixels at 200 % is one of 640.
  await page.setViewportSize({ width: 640, height: 450 });
  for (const [name, view] of Object.entries(VIEWS)) {
    await room.open(view);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(640);
  }
});

test('no view scrolls sideways at 320 pixels', async ({ room, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const [name, view] of Object.entries(VIEWS)) {
    await room.open(view);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), name).toBeLessThanOrEqual(320);
  }
});

test('search, filter and reading by keyboard alone', async ({ room, page }) => {
  await room.open();
  await page.keyboard.press('/');
  await page.keyboard.type('bushehr');
  await page.keyboard.press('Enter');
  await expect(page.locator('.hit .passage-number').first()).toBeFocused();
  await page.keyboard.press('/');
  await page.keyboard.press('Escape');
  await page.keyboard.type('chechnya');
  const reached = async (test_) => {
    for (let press = 0; press < 120; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(test_)) return true;
    }
    return false;
  };
  expect(await reached(() => document.activeElement.matches('.option') && document.activeElement.textContent.startsWith('Human rights'))).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/issue=human-rights/);
  expect(await page.evaluate(() => document.activeElement.textContent)).toContain('Human rights');
  expect(await reached(() => document.activeElement.matches('.hit .passage-number'))).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(/#\/read\/monitor-2001-11-07\?q=chechnya&p=4$/);
  await expect(page.locator('[data-passage="4"]:focus')).toBeVisible();
});

test('the first Tab offers to skip to the content', async ({ room, page }) => {
  await room.open();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(room.main).toBeFocused();
  expect(room.fragment).toBe('');
});

test('the page keeps to the system’s forced colours and prints without its controls', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07');
  await page.emulateMedia({ forcedColors: 'active' });
  await expect(room.column('bbc-2001-10-21')).toBeVisible();
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  await expect(page.getByRole('navigation', { name: 'Pages' })).toBeHidden();
  await expect(room.cell('missile-defence', 'bbc-2001-10-21')).toBeVisible();
});
