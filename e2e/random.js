// Links as people, mails and mistakes make them, by a seeded generator: the
// same seed gives the same links everywhere.

const PIECES = [
  'iran', 'nato', 'bbc', 'bbc-2001-10-21', 'csm-2008-04-04', 'meeting.sochi-2008', 'outlet.csm', 'putin', 'quote', 'us', '2001', '2001-10',
  'date', 'text', 'differ', 'off', '1', '5', '3-5', '99', '-', '--', 'a-', '(', ')', '"', '%22', '%', '%ff', '%E2%80%9D', '+', '*', '?', '~2', 'NEAR',
  'NOT', '+OR+', 'issue:', 'date:2001..', 'title:', '^2', '{2}', '>=1', 'Oil:oil', 'Name:', ':', '#', '&amp;', '=', '/', ').', ',', '😀', '中', '\u0301', '%00',
];
const PAGES = [
  '', '/', '/search', '/read/bbc-2001-10-21', '/read/CSM-2008-04-04.', '/compare', '/compare?a=bbc-2001-10-21&a=csm-2008-04-04&', '/coverage',
  '/timeline', '/voices', '/notes', '/workshop', '/workshop/article/x', '/help', '/about', '/serach', '/read/', '%2Fsearch%3F',
];
const NAMES = [
  'q', 'q', 'issue', 'issues', 'outlet', 'meeting', 'side', 'speaker', 'kind', 'from', 'to', 'sort', 'view', 'order', 'mine', 'a', 'mode', 'rows',
  'fold', 'at', 'link', 'filter', 'p', 'text', 'line', 'theme', 'lang', 'embed', 'Q', 'amp;a', 'colour', '',
];

/** A number below `end` each time, from a seed (mulberry32). */
const numbers = (seed) => (end) => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) % end;
};

/** So many links. */
export const links = (seed, count) => {
  const below = numbers(seed);
  const of = (texts) => texts[below(texts.length)];
  const value = () => Array.from({ length: below(below(40) === 0 ? 300 : 4) }, () => of(PIECES)).join('');
  const parameters = () => Array.from({ length: below(below(50) === 0 ? 400 : 7) }, () => `${of(NAMES)}=${value()}`).join('&');
  return Array.from({ length: count }, () => `#${of(PAGES)}?${parameters()}`);
};
