// Side by side, by issue and as whole texts.
import fs from 'node:fs';
import { expect, test } from './room.js';

const TWO = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07';

test('two articles are chosen by link and stand as columns in the order chosen', async ({ room, page }) => {
  await room.open('#/compare');
  for (const name of [/At Kerry-Putin meeting/, /Putin-Bush Talks Aim/]) {
    await page.locator('.picker').getByRole('link', { name }).click();
  }
  await room.settled();
  const columns = await page.locator('[data-column]').evaluateAll((all) => all.map((one) => one.dataset.column));
  expect(columns).toEqual(['csm-2013-05-07', 'voa-2003-09-24']);
  expect(room.fragment).toBe('#/compare?a=csm-2013-05-07&a=voa-2003-09-24');
});

test('a summit is a column of all that covers it, an outlet one of all its articles', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21');
  await page.locator('.picker').getByRole('link', { name: /Sochi 2008/ }).click();
  await page.getByText('Columns', { exact: true }).click();
  await page.locator('.picker').getByRole('link', { name: /The Christian Science Monitor/ }).click();
  await room.settled();
  expect(room.fragment).toBe('#/compare?a=bbc-2001-10-21&a=meeting.sochi-2008&a=outlet.csm');
  await expect(room.column('meeting.sochi-2008')).toContainText('1 article');
  const articles = await room.cell('missile-defence', 'outlet.csm').locator('[data-passage]').evaluateAll((all) => [...new Set(all.map((one) => one.dataset.article))]);
  expect(articles).toEqual(['csm-2008-04-04', 'csm-2013-05-07']);
  await expect(room.cell('missile-defence', 'outlet.csm')).toContainText('CS Monitor · 7 May 2013');
});

test('with nothing chosen the page offers pairs found in the articles', async ({ room, page }) => {
  await room.open('#/compare');
  const pairs = page.getByRole('list', { name: 'Suggested comparisons' }).getByRole('link');
  expect(await pairs.count()).toBeGreaterThan(2);
  await pairs.filter({ hasText: 'Most in common' }).click();
  await room.settled();
  await expect(page.locator('[data-column]')).toHaveCount(2);
  await expect(page.locator('[data-row]').first()).toContainText('in both');
});

test('a cell shows the passages on the issue, whole, numbered and linked', async ({ room, page }) => {
  await room.open(TWO);
  const cell = room.cell('missile-defence', 'bbc-2001-10-21');
  const passage = cell.locator('[data-passage="5"]');
  await expect(passage).toContainText('But a lot now depends on the next meeting');
  await expect(passage).toContainText('1972 Anti-Ballistic Missile (ABM) Treaty.');
  await passage.getByRole('link', { name: /^Passage 5 of/ }).click();
  await page.waitForURL(/#\/read\/bbc-2001-10-21\?a=bbc-2001-10-21&a=monitor-2001-11-07&p=5$/);
  await expect(page.locator('.block[data-passage="5"]')).toHaveAttribute('data-current', '');
});

test('a cell with nothing says so in words', async ({ room }) => {
  await room.open(TWO);
  const cell = room.cell('afghanistan', 'monitor-2001-11-07');
  await expect(cell).toHaveAttribute('data-empty', '');
  await expect(cell).toHaveText('Not here: nothing on Afghanistan.');
  await expect(room.row('afghanistan')).toContainText('only in BBC 2001');
  await expect(room.cell('afghanistan', 'bbc-2001-10-21')).toContainText('Only here');
  const three = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24';
  await room.open(three);
  await expect(room.row('missile-defence')).toContainText('in 2 of 3: not in VOA 2003');
});

test('every passage of a row is on its issue', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&a=csm-2008-04-04');
  const rows = await page.locator('[data-row]').evaluateAll((all) =>
    all.map((row) => [row.dataset.row, [...row.querySelectorAll('[data-passage]')].map((one) => one.dataset.issues.split(' '))]));
  expect(rows.length).toBeGreaterThan(10);
  for (const [issue, passages] of rows) {
    expect(passages.length, issue).toBeGreaterThan(0);
    for (const issues of passages) expect(issues).toContain(issue);
  }
});

test('the rows can be narrowed to one issue by link', async ({ room, page }) => {
  await room.open(`${TWO}&issue=missile-defence`);
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await expect(room.row('missile-defence')).toBeVisible();
});

test('the rows come by what is shared, by what differs or as the catalogue lists them', async ({ room, page }) => {
  await room.open(TWO);
  const rows = () => page.locator('[data-row]').evaluateAll((all) => all.map((row) => row.querySelectorAll('td:not([data-empty])').length));
  const shared = await rows();
  expect(shared).toEqual([...shared].sort((a, b) => b - a));
  await page.getByRole('link', { name: 'Most different first' }).click();
  await room.settled();
  expect(room.fragment).toContain('rows=differ');
  const first = page.locator('[data-row]').first().locator('td');
  const counts = await first.evaluateAll((all) => all.map((cell) => cell.querySelectorAll('[data-passage]').length));
  expect(Math.abs(counts[0] - counts[1])).toBeGreaterThan(0);
  await page.getByRole('link', { name: 'Catalogue order' }).click();
  await expect(page.locator('[data-row]').first()).toHaveAttribute('data-row', 'relations');
  await page.goBack();
  expect(room.fragment).toContain('rows=differ');
});

test('a row is folded and unfolded by keyboard, and the link keeps it', async ({ room, page }) => {
  await room.open(TWO);
  const heading = room.row('nato').getByRole('link', { name: 'NATO', exact: true });
  await expect(heading).toHaveAttribute('aria-expanded', 'true');
  await heading.focus();
  await page.keyboard.press('Enter');
  await expect(room.row('nato').locator('[data-passage]')).toHaveCount(0);
  await expect(room.cell('nato', 'bbc-2001-10-21')).toHaveText(/^\d+ passages?$/);
  await expect(heading).toBeFocused();
  expect(room.fragment).toContain('fold=nato');
  await page.keyboard.press('Enter');
  await expect(room.row('nato').locator('[data-passage]').first()).toBeVisible();
  await page.getByRole('link', { name: 'Collapse all' }).click();
  await expect(page.locator('[data-row] [data-passage]')).toHaveCount(0);
  await page.reload();
  await room.ready();
  await expect(page.locator('[data-row] [data-passage]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Expand all' }).click();
  await expect(page.locator('[data-row] [data-passage]').first()).toBeVisible();
});

test('the box in the comparison marks its words and leaves the passages that have them', async ({ room, page }) => {
  await room.open(TWO);
  const all = await page.locator('[data-row]').count();
  const box = page.getByRole('searchbox', { name: 'Find in these columns' });
  await page.keyboard.press('/');
  await expect(box).toBeFocused();
  await page.keyboard.type('treaty');
  await room.settled();
  const texts = await page.locator('[data-row] [data-passage]').allTextContents();
  expect(texts.length).toBeGreaterThan(2);
  for (const text of texts) expect(text).toMatch(/treat(y|ies)/i);
  expect(await page.locator('[data-row]').count()).toBeLessThan(all);
  await expect(room.marks().first()).toHaveText(/treaty/i);
  await expect(page.locator('.result-bar [role=status]')).toContainText('no passage with these words');
  await page.getByRole('link', { name: 'Show all passages' }).click();
  await expect(page.locator('[data-row]')).toHaveCount(all);
  expect(room.fragment).toContain('filter=off');
  await expect(room.marks().first()).toHaveText(/treaty/i);
  await box.focus();
  await page.keyboard.press('Escape');
  await expect(room.marks()).toHaveCount(0);
});

test('the issues that no column has are named', async ({ room, page }) => {
  await room.open(TWO);
  await expect(page.locator('.absent')).toContainText('Syria');
});

test('a passage is chosen in a full text and the other column moves to its own on the issue', async ({ room, page }) => {
  await room.open(`${TWO}&mode=text`);
  const level = (article) => room.column(article).locator('.hit[data-current]').evaluate((one) => one.getBoundingClientRect().top);
  const passage = room.column('bbc-2001-10-21').locator('[data-passage="26"]');
  await passage.getByRole('link', { name: 'What the meeting can bring' }).click();
  await room.settled();
  expect(room.fragment).toContain('issue=outcome');
  expect(room.fragment).toContain('at=bbc-2001-10-21.26');
  const monitor = room.column('monitor-2001-11-07');
  await expect(monitor.locator('.hit[data-current]')).toHaveAttribute('data-passage', '1');
  await monitor.getByRole('link', { name: /^next/ }).click();
  await expect(monitor.locator('.hit[data-current]')).toHaveAttribute('data-passage', '2');
  await expect(monitor.getByText('2 of 7 on the issue')).toBeVisible();
  // The other column stays, and both stand level.
  await expect(room.column('bbc-2001-10-21').locator('.hit[data-current]')).toHaveAttribute('data-passage', '26');
  await page.waitForTimeout(600);
  expect(Math.abs((await level('bbc-2001-10-21')) - (await level('monitor-2001-11-07')))).toBeLessThan(4);
  await monitor.getByRole('link', { name: /^← previous/ }).click();
  await expect(monitor.locator('.hit[data-current]')).toHaveAttribute('data-passage', '1');
});

test('a full text without the issue says so, and the link between texts can be switched off', async ({ room, page }) => {
  await room.open(`${TWO}&mode=text`);
  await room.column('bbc-2001-10-21').locator('[data-passage="23"]').getByRole('link', { name: /^align/ }).click();
  await expect(room.column('monitor-2001-11-07')).toContainText('Nothing here on Afghanistan.');
  await expect(page.locator('.result-bar [role=status]')).toHaveText('On Afghanistan: BBC 2001 at passage 23 and nothing in Jamestown Monitor 2001.');
  await page.getByRole('link', { name: 'Do not align the columns' }).click();
  expect(room.fragment).toContain('link=off');
  await room.column('bbc-2001-10-21').locator('[data-passage="5"]').getByRole('link', { name: /^align/ }).click();
  await expect(room.column('bbc-2001-10-21').locator('.hit[data-current]')).toHaveAttribute('data-passage', '5');
  await expect(room.column('monitor-2001-11-07').locator('.hit[data-current]')).toHaveCount(0);
  await page.getByRole('link', { name: 'Clear the alignment' }).click();
  await expect(page.locator('.hit[data-current]')).toHaveCount(0);
});

test('a map beside each full text shows where an issue and a word fall, and its head says it in words', async ({ room, page }) => {
  await room.open(`${TWO}&mode=text&issue=missile-defence&q=treaty`);
  const column = room.column('monitor-2001-11-07');
  const steps = async (mark) => column.locator('.map a').evaluateAll((all, name) => all.flatMap((step, place) => (step.hasAttribute(name) ? [place + 1] : [])), mark);
  expect(await column.locator('.map a').count()).toBe(8);
  expect(await steps('data-on')).toEqual([1, 3, 4, 5, 6, 7, 8]);
  const found = await steps('data-found');
  expect(found.length).toBeGreaterThan(0);
  await expect(column.locator('header')).toContainText(`Words in ${found.map((n) => `Passage ${n}`).join(' ')}`);
  await expect(column.locator('.map')).toHaveAttribute('aria-hidden', 'true');
  await column.locator('.map a').nth(4).click();
  await expect(column.locator('.hit[data-current]')).toHaveAttribute('data-passage', '5');
});

test('full texts are lined up by keyboard alone', async ({ room, page }) => {
  await room.open(`${TWO}&mode=text`);
  await room.column('bbc-2001-10-21').focus();
  const press = async (wanted) => {
    for (let tries = 0; tries < 60; tries += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((name) => document.activeElement.textContent === name, wanted)) return;
    }
    throw new Error(`${wanted} was not reached`);
  };
  await press('Missile defence');
  await page.keyboard.press('Enter');
  await page.waitForURL(/issue=missile-defence/);
  expect(await page.evaluate(() => document.activeElement.textContent)).toBe('Missile defence');
  await expect(room.column('monitor-2001-11-07').locator('.hit[data-current]')).toHaveAttribute('data-passage', '1');
});

test('columns go along to an article and to the search, and another article joins them', async ({ room, page }) => {
  await room.open(`${TWO}&q=treaty`);
  await room.row('arms-control').getByRole('link', { name: 'Passage 5 of Bush' }).click();
  await room.settled();
  await page.getByRole('link', { name: 'Search', exact: true }).click();
  await room.settled();
  await expect(page.getByRole('searchbox')).toHaveValue('treaty');
  await page.getByRole('link', { name: 'Compare “Bush-Putin' }).click();
  await room.settled();
  await expect(page.locator('[data-column]')).toHaveCount(3);
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await page.getByRole('link', { name: 'Compare (3)' }).click();
  await room.settled();
  await expect(page.locator('[data-column]')).toHaveCount(3);
  await page.getByRole('link', { name: 'Summitry' }).click();
  await room.settled();
  expect(room.fragment).toBe('#/search');
});

test('a figure of the coverage leads to the first passage on its issue', async ({ room, page }) => {
  await room.open('#/coverage');
  await page.getByRole('link', { name: '1 passage on Iraq in BBC' }).click();
  await room.settled();
  await expect(page.locator('.block[data-passage="28"]')).toBeInViewport();
  await expect(page.locator('.block[data-passage="28"]')).toHaveAttribute('data-current', '');
});

test('wording names the words of each column and leads to their passages', async ({ room, page }) => {
  await room.open('#/compare?a=csm-2008-04-04&a=bbc-2001-10-21&mode=wording');
  const words = (article) => page.locator(`[data-row="words"] [data-cell="${article}"] .key-words a`);
  const here = await words('csm-2008-04-04').evaluateAll((all) => all.map((one) => one.firstChild.textContent));
  const there = await words('bbc-2001-10-21').evaluateAll((all) => all.map((one) => one.firstChild.textContent));
  expect(here).toContain('experts');
  expect(there).toContain('attacks');
  expect(here.filter((word) => there.includes(word))).toEqual([]);
  await expect(page.locator('.key-words li').first()).toContainText(/G² \d+\.\d, (clear|likely|faint)$/);
  await page.getByText('How these words are found').click();
  await expect(page.locator('.method')).toContainText('Dunning 1993');
  await words('bbc-2001-10-21').filter({ hasText: 'attacks' }).click();
  await room.settled();
  expect(room.fragment).toContain('q=attacks');
  await expect(page.locator('[data-row="found"] [data-cell="csm-2008-04-04"]')).toHaveText('Not here: no passage with “attacks”.');
  await expect(page.locator('[data-row="found"] [data-cell="bbc-2001-10-21"] mark').first()).toHaveText(/attacks?/);
  await expect(page.locator('[data-row="found"] mark').first()).toBeInViewport();
});

test('wording counts US, U.S. and United States as one, offers pairs of words, and leaves forms of address aside', async ({ room, page }) => {
  await room.open('#/compare?a=csm-2008-04-04&a=voa-2003-09-24&mode=wording');
  const words = await page.locator('.key-words a').evaluateAll((all) => all.map((one) => one.firstChild.textContent));
  expect(words).toContain('missile defense');
  expect(words.filter((word) => /^(President|Mr\.?) [A-Z]/.test(word))).toEqual([]);
  expect(words.filter((word) => /^(U\.?S\.?|United( States)?|Mr\.?|Mr\.? \w+)$/.test(word)).length).toBeLessThanOrEqual(1);
  await page.getByRole('link', { name: /^missile defense/ }).click();
  await room.settled();
  await expect(room.marks().first()).toHaveText(/missile[- ]defen[cs]e/i);
  await expect(page.locator('[data-row=found]')).toContainText('Passages with');
});

test('wording can be told for one issue', async ({ room, page }) => {
  await room.open(`${TWO}&mode=wording`);
  await page.getByText('Issues', { exact: true }).click();
  await page.locator('.issue-choice').getByRole('link', { name: /^Arms control/ }).click();
  await room.settled();
  expect(room.fragment).toContain('issue=arms-control');
  await expect(page.locator('[data-row="words"] [data-cell="bbc-2001-10-21"]')).toContainText(/^2\d\d words here : \d+ elsewhere/);
});

test('voices tells who speaks in each column, by side, in whose words and how much', async ({ room, page }) => {
  await room.open(`${TWO}&mode=voices`);
  const russia = room.row('russia').locator('[data-cell="monitor-2001-11-07"]');
  await expect(russia).toContainText(/^\d+ quotations, \d+ words; \d+ paraphrases, \d+ words; 1 rejection, \d+ words\./);
  await expect(russia.getByRole('heading', { name: /Sergei Ivanov, Defence Minister of Russia/ })).toBeVisible();
  await expect(page.locator('.result-bar [role=status]')).toContainText(/BBC 2001: \d+ statements, \d+ words: American \d+ \(\d+%\)/);
  const quoted = russia.locator('[data-kind="quoted"]').first();
  await expect(quoted.locator('p')).toContainText('“');
  await quoted.getByRole('link').click();
  await page.waitForURL(/#\/read\/monitor-2001-11-07\?a=.*&p=\d+$/);
});

test('what is missing is told in words and in a small matrix', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&mode=missing');
  await expect(page.locator('.gaps')).toContainText('Not in BBC 2001, but in all others: Iran and Nuclear proliferation.');
  const row = page.locator('.gap-table tr').filter({ has: page.getByRole('rowheader', { name: 'Afghanistan' }) });
  await expect(row.locator('td')).toHaveText(['5 passages', 'not here', 'not here']);
  await row.getByRole('link', { name: '5 passages' }).click();
  await room.settled();
  expect(room.fragment).toContain('issue=afghanistan');
  await expect(room.cell('afghanistan', 'voa-2003-09-24')).toHaveAttribute('data-empty', '');
});

test('the other arrangement shows the full texts in columns', async ({ room, page }) => {
  await room.open(TWO);
  await page.getByRole('link', { name: 'Full texts' }).click();
  await room.settled();
  expect(room.fragment).toContain('mode=text');
  const numbers = await room.column('bbc-2001-10-21').locator('[data-passage]').evaluateAll((all) => all.map((one) => Number(one.dataset.passage)));
  expect(numbers).toEqual(Array.from(numbers, (_, place) => place + 1));
  expect(numbers.length).toBe(29);
});

test('columns can be moved, swapped and removed', async ({ room, page }) => {
  await room.open(TWO);
  await page.getByRole('link', { name: /^Move “Bush and Putin.*right$/ }).click();
  await room.settled();
  expect(room.fragment).toBe('#/compare?a=monitor-2001-11-07&a=bbc-2001-10-21');
  await page.getByRole('link', { name: 'Swap' }).click();
  await room.settled();
  expect(room.fragment).toBe('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07');
  await page.getByRole('link', { name: 'Swap' }).click();
  await room.settled();
  await page.getByRole('link', { name: /^Remove “Bush and Putin/ }).click();
  await room.settled();
  expect(room.fragment).toBe('#/compare?a=monitor-2001-11-07');
});

test('results lead to their articles side by side, with the words still marked', async ({ room, page }) => {
  await room.open('#/search?q=framework');
  await page.getByRole('link', { name: /^Compare (these|both|the first)/ }).click();
  await room.settled();
  expect(room.fragment).toContain('q=framework');
  await expect(room.marks().first()).toHaveText(/framework/i);
});

test('on a phone the columns are swiped and the issue stays in sight', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open(TWO);
  const pane = page.locator('.compare-scroll');
  const wider = await pane.evaluate((one) => one.scrollWidth > one.clientWidth + 100);
  expect(wider).toBe(true);
  await pane.evaluate((one) => one.scrollTo(one.scrollWidth, 0));
  const heading = room.row('relations').locator('h2');
  const box = await heading.boundingBox();
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x).toBeLessThan(200);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(overflow, 'the page itself does not scroll sideways').toBe(false);
});

test('on a phone and in a low window the page scrolls, and the names of the columns stay in sight', async ({ room, page }) => {
  for (const [width, height] of [[390, 664], [560, 400]]) {
    await page.setViewportSize({ width, height });
    // Not a reload, which would find the place where it was left.
    await page.goto('about:blank');
    await room.open(TWO);
    await page.mouse.move(width / 2, height - 50);
    await page.mouse.wheel(0, 1500);
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(1500);
    await expect(page.locator('.column-names')).toBeInViewport();
    await page.locator('.compare-scroll').evaluate((one) => one.scrollTo(one.scrollWidth, 0));
    await expect(page.locator('.tab[aria-current]')).toHaveText('Jamestown Monitor 2001');
  }
});

test('Back to a comparison on a phone finds its place', async ({ room, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await room.open(TWO);
  await page.mouse.move(200, 600);
  await page.mouse.wheel(0, 2000);
  await page.waitForTimeout(400);
  const place = await page.evaluate(() => scrollY);
  await page.evaluate(() => { location.hash = '#/about'; });
  await expect(page.locator('h1')).toHaveText('About');
  await page.goBack();
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(place);
});

test('the arrangement that is shown is in sight in a bar that is wider than a phone', async ({ room, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await room.open(`${TWO}&mode=missing`);
  await expect(page.locator('[data-scrolls] [aria-current]')).toBeInViewport({ ratio: 0.99 });
});

test('the title of the window and the link to copy say what is compared', async ({ room, page }) => {
  await room.open(TWO);
  await expect(page).toHaveTitle(/^BBC 2001 and .* · Compare · Summitry$/);
  await page.getByText('Export', { exact: true }).click();
  await expect(page.locator('#comparison-link')).toHaveText(page.url());
  await expect(page.getByRole('button', { name: 'Copy the link to this comparison' })).toBeVisible();
});

test('a comparison is taken along as Markdown, as HTML and as CSV, saved or copied', async ({ room, page }) => {
  await room.open(`${TWO}&issue=missile-defence`);
  await page.getByText('Export', { exact: true }).click();
  for (const [name, ending, words] of [['Markdown', 'md', '## Sources'], ['HTML', 'html', '<!doctype html>'], ['CSV', 'csv', 'Missile defence']]) {
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: `Save as ${name}` }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(new RegExp(`^bbc-2001-.*\\.${ending}$`));
    const text = fs.readFileSync(await file.path(), 'utf8');
    expect(text.toLowerCase()).toContain(words.toLowerCase());
    expect(text).toContain('1972 Anti-Ballistic Missile (ABM) Treaty');
  }
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await expect(page.locator('#said')).not.toBeEmpty();
  await expect(page.locator('#taken-along')).toContainText('## Sources');
});

test('a word that is put right in the search is put right in the comparison', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=csm-2013-05-07&q=afganistan');
  await expect(page.locator('main mark').first()).toHaveText('Afghanistan');
  await expect(room.row('afghanistan')).toBeVisible();
});

test('copying what embeds a comparison is told to everybody', async ({ room, page }) => {
  await room.open(TWO);
  await page.locator('footer').getByText('Embed this view').click();
  await page.locator('footer').getByRole('button', { name: /^Copy/ }).first().click();
  await expect(page.locator('#said')).toBeVisible();
  await expect(page.locator('#said')).not.toBeEmpty();
});

test('a view is embedded elsewhere by what stands at its foot', async ({ room, page }) => {
  await room.open('#/timeline');
  await page.locator('footer').getByText('Embed this view').click();
  await expect(page.locator('footer pre').first()).toContainText('embed=1');
  await expect(page.locator('footer')).toContainText('<summit-view route="timeline"');
});

test('every mark of the timeline leads to a comparison', async ({ room, page }) => {
  await room.open('#/timeline');
  await page.getByRole('link', { name: 'Compare its coverage (Sochi 2008)' }).click();
  await page.waitForURL(/#\/compare\?a=meeting\.sochi-2008$/);
  await expect(room.column('meeting.sochi-2008')).toBeVisible();
  await page.goBack();
  await page.getByRole('link', { name: /^Compare \(Bush and Putin/ }).click();
  await page.waitForURL(/#\/compare\?a=bbc-2001-10-21$/);
  await expect(page.getByText('Choose another column to compare with this one.')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.timeline > li[data-kind=meeting]').filter({ hasText: 'Ljubljana 2001' })).toContainText('No article here covers it.');
});

test('the picture of coverage leads to the articles side by side on an issue', async ({ room, page }) => {
  await room.open('#/coverage');
  await page.getByRole('link', { name: 'compare (Missile defence)' }).click();
  await room.settled();
  await expect(page.locator('[data-row]')).toHaveCount(1);
  expect(await page.locator('[data-column]').count()).toBeGreaterThan(1);
  await expect(room.row('missile-defence')).toContainText(/in (both|all \d)/);
});

for (const [width, height] of [[390, 844], [1280, 900], [2560, 1440]]) {
  test(`a comparison of all articles is drawn as far as the window shows it, then whole, ${width} pixels wide`, async ({ room, page }) => {
    await page.setViewportSize({ width, height });
    await room.open('#/');
    await page.locator('html[data-deferred=there]').waitFor();
    const [first, whole] = await page.evaluate(() => new Promise((done) => {
      const drawn = () => {
        const pane = document.querySelector('.compare-scroll');
        const last = pane.querySelector('tbody:last-of-type').getBoundingClientRect().bottom;
        const head = (what) => document.querySelectorAll(`.compare-head > details > ${what}`).length;
        return { rows: pane.querySelectorAll('[data-row]').length, menus: head('summary'), contents: head(':not(summary)'), filled: last >= Math.min(innerHeight, pane.getBoundingClientRect().bottom) };
      };
      const look = (ready, then) => requestAnimationFrame(() => (document.querySelector(ready) ? then() : look(ready, then)));
      location.hash = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&a=csm-2008-04-04&a=csm-2013-05-07';
      look('.compare', () => {
        const first = drawn();
        look('.compare:not([aria-busy])', () => done([first, drawn()]));
      });
    }));
    expect(first.rows).toBeGreaterThan(0);
    expect(first.rows).toBeLessThan(whole.rows);
    expect(first.filled, 'the first rows fill the window').toBe(true);
    expect(whole.rows).toBe(22);
    // Of what can be opened there is the name, so that nothing moves.
    expect([first.menus, first.contents]).toEqual([4, 0]);
    expect([whole.menus, whole.contents]).toEqual([4, 4]);
  });
}

test('rows out of sight are laid out after those in sight, and in the end all are', async ({ room, page }) => {
  await room.open('#/');
  await page.locator('html[data-deferred=there]').waitFor();
  const first = await page.evaluate(() => new Promise((done) => {
    window.laid = () => [...document.querySelectorAll('.compare td > div')].map((cell) =>
      (cell.firstElementChild ?? cell).checkVisibility({ contentVisibilityAuto: true }));
    location.hash = '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&a=voa-2003-09-24&a=csm-2008-04-04&a=csm-2013-05-07';
    const look = () => requestAnimationFrame(() => (document.querySelector('.compare:not([aria-busy])') ? done(window.laid()) : look()));
    look();
  }));
  expect(first.filter((seen) => seen).length, 'those in sight at once').toBeGreaterThan(0);
  expect(first.filter((seen) => !seen).length, 'those out of sight not yet').toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(() => window.laid().filter((seen) => !seen).length)).toBe(0);
});

test('where no passage is on an issue, those that only name it are told', async ({ room, page }) => {
  await room.open('#/compare?a=voa-2003-09-24&a=csm-2008-04-04&issue=iran');
  const cell = room.cell('iran', 'csm-2008-04-04');
  await expect(cell).toContainText('Not here: no passage is on Iran. It is named in 8 12');
  await cell.getByRole('link', { name: /^Passage 8 of/ }).click();
  await page.waitForURL(/#\/read\/csm-2008-04-04\?.*p=8$/);
});

test('a paraphrase says how the reporter puts it', async ({ room, page }) => {
  await room.open('#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07&mode=voices');
  const accused = page.locator('.statement').filter({ hasText: 'long-standing U.S. accusations' }).first();
  await expect(accused).toContainText(/\(“.*rejected.*”\)/);
});

test('the picture of coverage leads to every article on an issue, also five', async ({ room, page }) => {
  await room.open('#/coverage');
  await page.getByRole('link', { name: 'compare (State of the relationship)' }).click();
  await expect(page.locator('[data-column]')).toHaveCount(5);
});

test('on paper a passage that stands under two issues is printed once', async ({ room, page }) => {
  await room.open(TWO);
  await page.emulateMedia({ media: 'print' });
  const again = page.locator('.hit[data-again]').first();
  await expect(again.locator('.print-only')).toHaveText(/^See above, under “.+”\.$/);
  await expect(again.locator('p').first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await expect(again.locator('summary')).toBeVisible();
});
