// The worst links of each kind, for the test that none freezes the page and for
// the benchmark that says how long each takes.

const many = (text, bytes) => text.repeat(Math.max(1, Math.floor(bytes / text.length)));
const numbered = (bytes, make) => {
  let text = '';
  for (let number = 0; text.length < bytes; number += 1) text += make(number);
  return text;
};
const COLUMNS = 'a=bbc-2001-10-21&a=voa-2003-09-24&a=csm-2013-05-07&a=csm-2008-04-04&a=monitor-2001-11-07';

/** Queries that ask for as much as fits into so many bytes. */
const QUERIES = {
  'a word with hyphens': (bytes) => many('a-', bytes),
  'a phrase of common words': (bytes) => `"${many('the of ', bytes)}"`,
  'common words near each other': (bytes) => `"${many('the of ', bytes)}"~1000`,
  'common words': (bytes) => many('the of to and ', bytes),
  'words of the articles': (bytes) => many('putin bush russia missile ', bytes),
  'alternatives': (bytes) => `${many('putin OR ', bytes)}bush`,
  'NEAR': (bytes) => `${many('the NEAR ', bytes)}of`,
  'beginnings': (bytes) => many('a* b* c* s* ', bytes),
  'placeholders': (bytes) => many('*a*e* ?a?e* ', bytes),
  'misspellings': (bytes) => many('presidant~2 ', bytes),
  'unknown words': (bytes) => numbered(bytes, (number) => `qwert${number} `),
  'faulty signs': (bytes) => many(') ', bytes),
  'unknown fields and values': (bytes) => many('issue:x foo:bar ', bytes),
  'negations': (bytes) => many('-(', bytes),
  'weights': (bytes) => `(${many('putin^2 OR ', bytes)}bush)>=2`,
};

const COMPARED = ['a word with hyphens', 'common words near each other', 'words of the articles', 'placeholders', 'misspellings', 'weights'];

/** By name the fragments of links of about so many bytes. */
export const worst = (bytes) => {
  const links = {};
  for (const [name, make] of Object.entries(QUERIES)) links[`q: ${name}`] = `#/search?q=${encodeURIComponent(make(bytes)).slice(0, bytes)}`;
  for (const name of COMPARED) {
    const query = encodeURIComponent(QUERIES[name](bytes)).slice(0, bytes);
    links[`comparison, q: ${name}`] = `#/compare?${COLUMNS}&q=${query}`;
    links[`comparison, one own issue: ${name}`] = `#/compare?${COLUMNS}&mine=Own:${query}`;
  }
  links['context, q: words of the articles'] = `#/search?view=context&q=${encodeURIComponent(QUERIES['words of the articles'](bytes))}`;
  links['full texts, q: words of the articles'] = `#/compare?${COLUMNS}&mode=text&q=${encodeURIComponent(QUERIES['words of the articles'](bytes))}`;
  links['comparison, many own issues'] = `#/compare?${COLUMNS}&${numbered(bytes, (number) => `mine=n${number}:the&`)}`;
  links['comparison, many long own issues'] = `#/compare?${COLUMNS}&${numbered(bytes, (number) => `mine=n${number}:${many('putin+OR+bush+OR+', 700)}the&`)}`;
  links['coverage, many own issues'] = `#/coverage?${numbered(bytes, (number) => `mine=n${number}:the&`)}`;
  links['search, many own issues'] = `#/search?q=the&${numbered(bytes, (number) => `mine=n${number}:the&`)}`;
  links['unknown parameters'] = `#/search?${numbered(bytes, (number) => `n${number}=1&`)}`;
  links['one long name'] = `#/search?${many('x', bytes)}=1`;
  for (const name of ['issue', 'outlet', 'a', 'fold', 'at', 'speaker']) {
    links[`many: ${name}`] = `#/compare?${COLUMNS}&${numbered(bytes, (number) => `${name}=x${number}&`)}`;
  }
  links['a page that does not exist'] = `#/${many('x', bytes)}`;
  links['an article that does not exist'] = `#/read/${many('x', bytes)}`;
  links['a long language'] = `#/search?lang=en-${many('x', bytes)}`;
  return links;
};
