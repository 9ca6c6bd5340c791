// How every view is laid out, in the windows of a phone, a tablet and a desk:
// nothing lies on anything else, nothing is cut off, nothing is too small. A
// page cannot choose its visitor's fonts, so all of it runs once for each set
// of fonts (the projects of `playwright.config.js`).
import { expect, test } from './room.js';

const TWO = 'a=bbc-2001-10-21&a=monitor-2001-11-07';
const FIVE = `${TWO}&a=voa-2003-09-24&a=csm-2008-04-04&a=csm-2013-05-07`;
const VIEWS = [
  '#/',
  '#/search?q=missile&outlet=csm',
  '#/search?q=missile&view=context',
  '#/search?q=bushehr&outlet=bbc&speaker=putin&kind=quote',
  '#/search?q=(iran',
  '#/search?mine=Shield:shield&issue=mine-shield',
  '#/compare',
  `#/compare?${TWO}`,
  `#/compare?${FIVE}`,
  `#/compare?${TWO}&q=treaty`,
  '#/compare?a=meeting.shanghai-2001&a=meeting.crawford-2001&a=outlet.csm',
  `#/compare?${TWO}&mode=text&at=bbc-2001-10-21.5&q=missile`,
  `#/compare?${FIVE}&mode=text`,
  `#/compare?${FIVE}&mode=wording`,
  `#/compare?${FIVE}&mode=voices`,
  `#/compare?${FIVE}&mode=missing`,
  '#/read/bbc-2001-10-21?p=5',
  '#/read/csm-2008-04-04?p=14',
  '#/read/monitor-2001-11-07',
  '#/read/voa-2003-09-24?text=received',
  '#/read/csm-2013-05-07?text=both&p=2',
  '#/coverage',
  '#/timeline',
  '#/voices?side=us',
  '#/help',
  '#/about',
  '#/nowhere',
  '#/read/nothing?colour=red',
  `#/compare?${TWO}&embed=1`,
];

/** What is wrong with the view that is shown; runs in the page. */
const faults = () => {
  const found = [];
  const told = (element) => `${element.className || element.tagName} “${element.textContent.trim().slice(0, 40)}”`;
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  /** The boxes of an element's own words, line by line. */
  const lines = (element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  };
  /** How many times as large as usual the letters are. */
  const large = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  // Neighbours of one group share a border, which is one pixel wide where letters are as usual.
  const border = 1.01 * large;
  const meet = (one, other) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > border && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > border;

  // A number lies beside its passage's words, its tags and whatever else is there.
  for (const number of all('.hit > .passage-number, .block > .passage-number, .line-number, .source .passage-number')) {
    const [digits] = lines(number);
    const rest = [...number.parentElement.querySelectorAll('p, li, mark, .words, .fate, .left, .right')].filter(seen);
    const lain = rest.find((other) => !other.contains(number) && lines(other).some((line) => meet(digits, line)));
    if (lain) found.push(`${number.textContent} lies on ${told(lain)}`);
    const first = rest.map((other) => lines(other)[0]).find((line) => line && line.top < digits.bottom + 40);
    const off = first && Math.abs((first.top + first.bottom - digits.top - digits.bottom) / 2);
    if (off > 3.5 * large) found.push(`${number.textContent} stands ${Math.round(off)} pixels off its first line`);
  }
  // The number of a line in context stands beside its source's name.
  for (const source of all('.concordance .source')) {
    const [name, number] = [lines(source)[0], source.querySelector('.passage-number').getBoundingClientRect()];
    if (!(number.top < name.bottom && number.bottom > name.top)) found.push(`apart: ${told(source)}`);
  }
  // A button, a tag or a heading lies on no other.
  const layer = (element) => element.closest('thead, .column > header, .row-head, .in-hand, .overview, .column, .compare-scroll, .coverage-scroll');
  const solid = all('main :is(.button, .issue-tags a, .column-tools a, .row-tools a, .find-box, h1, .article-head, .overline, .picker a, .pairings a, .key-words a), .footer :is(p, .button)');
  const boxes = solid.map((element) => element.getBoundingClientRect());
  solid.forEach((one, place) => {
    for (let next = place + 1; next < solid.length; next += 1) {
      const other = solid[next];
      if (boxes[place].bottom < boxes[next].top - 400 || one.contains(other) || other.contains(one)) continue;
      // What sticks lies on what scrolls under it; what scrolls away is cut off by its pane.
      if (layer(one) !== layer(other)) continue;
      if (meet(boxes[place], boxes[next])) found.push(`${told(one)} lies on ${told(other)}`);
    }
  });
  // Words are cut off nowhere but where a line of theirs says so by its style.
  for (const element of all('main :is(.overline, .title, .button, h1, h2, h3, th, .chips a, .fine, .side, .row-head > div)')) {
    const cut = getComputedStyle(element);
    if (cut.overflowX !== 'visible' && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${told(element)}`);
  }
  // A head of a row holds what it says.
  for (const head of all('.row-head')) {
    if (head.firstElementChild.offsetHeight + 4 > head.offsetHeight) found.push(`cramped: ${told(head)}`);
  }
  // Columns of a table of words stand in line.
  for (const list of all('.key-words')) {
    for (const place of [1, 2]) {
      const starts = new Set([...list.children].map((item) => Math.round(item.children[place].getBoundingClientRect().left)));
      if (starts.size > 1) found.push(`out of line: ${told(list)}`);
    }
  }
  // Nothing that can be pressed is smaller than 24 pixels, but links in a text.
  for (const target of all('main :is(a, button, summary, input), .footer :is(a, button, summary), .masthead :is(a, button)')) {
    // WCAG 2.2, 2.5.8: links in sentences, and headlines, which stand alone; the map of a column repeats its passages.
    if (target.closest('p:not(.column-tools), td > *, dd, .title, .weights, .questions, .empty, .map, li > .fine, .diagnostics, caption, th, blockquote, .words, .sources li, .in-hand [title]')) continue;
    const box = target.getBoundingClientRect();
    if (box.height < 23.5 || box.width < 23.5) found.push(`small, ${Math.round(box.width)}×${Math.round(box.height)}: ${told(target)}`);
  }
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) found.push(`${over} pixels wider than the window`);
  return [...new Set(found)];
};

/** What is wrong with each view that has a fault, in a window of this width. */
const faultsOf = async (room, page, width, prepare = () => {}) => {
  await page.setViewportSize({ width, height: 900 });
  const wrong = {};
  for (const view of VIEWS) {
    await room.open(view);
    await page.evaluate(prepare);
    const found = await page.evaluate(faults);
    if (found.length > 0) wrong[view] = found;
  }
  return wrong;
};

// A desk of 1280 pixels at 200 % has 640; one of 640 at 200 %, 320 (WCAG 2.2, 1.4.4 and 1.4.10).
for (const width of [320, 390, 640, 820, 1440]) {
  test(`in a window of ${width} pixels nothing overlaps, is cut off or too small`, async ({ room, page }) => {
    test.setTimeout(90_000);
    expect(await faultsOf(room, page, width)).toEqual({});
  });
}

/** The text spacing that a visitor may ask for (WCAG 2.2, 1.4.12); runs in the page. */
const spaced = () => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }');
  document.adoptedStyleSheets = [sheet];
};

for (const width of [320, 390, 1280]) {
  test(`with text spaced out nothing is lost in a window of ${width} pixels`, async ({ room, page }) => {
    test.setTimeout(90_000);
    const wrong = await faultsOf(room, page, width, spaced);
    // Lines as far apart as this leave no number at its first line or beside a long name; what counts is that nothing is lost.
    const lost = Object.entries(wrong).map(([view, found]) => [view, found.filter((fault) => !/off its first line|^apart: /.test(fault))]);
    expect(Object.fromEntries(lost.filter(([, found]) => found.length > 0))).toEqual({});
  });
}

test('the page is set in the fonts that this run is about, and in no others', async ({ room, page }) => {
  test.skip(process.platform !== 'linux', 'only on Linux a browser can be told which fonts it sees: run this suite there to have it tested');
  const { sans, serif } = test.info().project.metadata;
  await room.open('#/read/bbc-2001-10-21');
  const wide = ([selector, family]) => {
    const width = (font) => {
      const context = document.createElement('canvas').getContext('2d');
      context.font = `100px ${font}`;
      return context.measureText('Illinois Wammock, 1234').width;
    };
    const own = getComputedStyle(document.querySelector(selector)).fontFamily;
    return { asked: width(own), named: width(`"${family}"`), other: width(family.includes('Mono') ? 'Arimo' : 'monospace') };
  };
  for (const pair of [['.masthead', sans], ['main .block p, main .block', serif]]) {
    const widths = await page.evaluate(wide, pair);
    expect(widths.asked, pair.join(': ')).toBe(widths.named);
    // With one font in the set, another that is named gives the same one.
    if (sans.includes('Mono')) expect(widths.other).toBe(widths.named);
    else expect(widths.other).not.toBe(widths.named);
  }
});

for (const width of [390, 1280]) {
  test(`nothing moves while a view arrives, in a window of ${width} pixels`, async ({ room, page }) => {
    test.setTimeout(60_000);
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript(() => {
      window.moved = [];
      new PerformanceObserver((shifts) => {
        for (const shift of shifts.getEntries()) window.moved.push(...shift.sources.map((source) => source.node?.className ?? 'text'));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const wrong = {};
    for (const view of VIEWS) {
      await page.goto('about:blank');
      await room.open(view);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const moved = await page.evaluate(() => window.moved);
      if (moved.length > 0) wrong[view] = [...new Set(moved)];
    }
    expect(wrong).toEqual({});
  });
}
