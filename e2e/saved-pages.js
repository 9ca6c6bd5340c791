// Thirty invented articles as a teacher may have saved them: pages of three
// sites, each built in another manner, plain text and Markdown.
const PLACES = ['Torshavn', 'Bergen', 'Lerwick', 'Esbjerg', 'Husavik', 'Stromness'];
const PEOPLE = [['Jon Haldorsen', 'the Norwegian minister'], ['Maria Olsen', 'the skippers’ speaker'], ['Per Lund', 'a biologist']];
const SUBJECTS = ['herring', 'cod', 'mackerel'];

const day = (number) => `2019-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + number).padStart(2, '0')}`;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const written = (number) => `${1 + number} ${MONTHS[number % 12]} 2019`;

/** The headline and the paragraphs of an article. */
const story = (number) => {
  const [place, fish] = [PLACES[number % 6], SUBJECTS[number % 3]];
  const [name, role] = PEOPLE[number % 3];
  return {
    headline: `Talks on ${fish} in ${place} reach their round ${number + 1}`,
    paragraphs: [
      `The ministers met in ${place} for a day of talks on ${fish}, the ${number + 1}th round since the quota of last year ran out.`,
      `“The quota for ${fish} must hold for ${number + 2} years,” said ${name}, ${role}, after the meeting in ${place}.`,
      `Small boats from ${place} brought in ${100 + number * 7} tonnes of ${fish} last winter, less than in any of the ten winters before it.`,
      `Environmental groups said that the limits on ${fish} came too late, and asked for a closed season near ${place}.`,
    ],
  };
};

const shapes = [
  ['html', ({ headline, paragraphs }, number) => `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${headline} | Northern Post</title>
<meta property="og:site_name" content="Northern Post"><meta property="article:published_time" content="${day(number)}T08:00:00Z"><meta name="author" content="Anna Writer">
<script>window.dataLayer = [];</script><style>.ad { color: red }</style></head>
<body><header><nav><ul><li><a href="/">Home</a><li><a href="/sea">Sea</a><li><a href="/sport">Sport</a></ul></nav></header>
<div class="cookie-banner"><p>We use cookies. <button>Accept</button></p></div>
<main><article><h1>${headline}</h1><p class="byline">By Anna Writer</p><time datetime="${day(number)}">${written(number)}</time>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}
<aside class="ad"><p>Subscribe to our newsletter</p></aside></article></main><footer><p>© Northern Post</p></footer></body></html>`],
  ['htm', ({ headline, paragraphs }, number) => `<html><head><title>${headline} - Sea Review</title>
<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline, datePublished: day(number), author: { name: 'Per Strand' }, publisher: { '@type': 'Organization', name: 'Sea Review' } })}</script></head>
<body><table><tr><td><a href="/">Sea Review</a></td></tr><tr><td><h1>${headline}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}<p><a href="/more">Read more</a></p></td></tr></table></body></html>`],
  ['txt', ({ headline, paragraphs }, number) => `Harbour Times\n\n${headline}\n\nBy Lea Quay\n\n${written(number)}\n\n${paragraphs.join('\n\n')}\n\nShare this article\n`],
  ['md', ({ headline, paragraphs }, number) => `# ${headline}\n\n*Island Gazette, ${written(number)}*\n\n${paragraphs.join('\n\n')}\n`],
];

/** The files, as name and text. */
export const SAVED = Object.fromEntries(
  Array.from({ length: 30 }, (_, number) => {
    const [ending, write] = shapes[number % shapes.length];
    return [`saved-${String(number + 1).padStart(2, '0')}.${ending}`, write(story(number), number)];
  }),
);
