// Where the program comes from: compressed, inside the page itself.
// One invariant: bytes that are not those of the build never become a program,
// for the browser compares the checksum of the compressed data.

import { serve } from './workshop-core.js';

/** The bytes that stand in the page: five letters for four of them, without the `<` of markup. */
const written = (text, length) => {
  const bytes = new Uint8Array((text.length / 5) * 4);
  const view = new DataView(bytes.buffer);
  for (let place = 0; place < text.length; place += 5) {
    let value = 0;
    for (let digit = 0; digit < 5; digit += 1) {
      const code = text.charCodeAt(place + digit);
      value = value * 85 + (code > 60 ? code - 41 : code - 40);
    }
    view.setUint32((place / 5) * 4, value);
  }
  return bytes.subarray(0, length);
};

/** The bytes in an element, given as its id and their length when compressed. */
export const bytes = async ([id, length]) => {
  const packed = written(document.getElementById(id).textContent, length);
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
};

/** The bytes that the first view needs. */
export const firstBytes = () => bytes(FIRST);

/** The style of every room stands in the page, and nowhere else. */
export const style = async () => {
  throw new Error('the style did not arrive as it was built');
};

/** Starts the workshop's program, on the page itself: this file has no worker. */
export const openWorkshop = async (answer) => ({ place: 'page', ...(await serve(bytes(WORKSHOP), answer)) });

/**
 * The text of this file without its collection, in which another can be put:
 * its own template, and what stands in its elements, letter by letter.
 */
export const template = async () => {
  const text = (id) => document.getElementById(id).textContent;
  const icon = document.querySelector('link[rel=icon]').getAttribute('href');
  const blocks = [...document.querySelectorAll('script[type="text/plain"]')];
  const parts = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${document.querySelector('meta[http-equiv]').content}">\n`,
    guard: `<script id="guard">${text('guard')}</script>\n`,
    assets: `<link rel="icon" href="${icon}">\n<style id="style">${text('style')}</style>\n`,
    data: '<script type="application/ld+json">{}</script>\n',
    program: `${blocks.map(({ id }) => `<script type="text/plain" id="${id}">${text(id)}</script>\n`).join('')}<script type="module" id="boot">${text('boot')}</script>\n`,
  };
  const put = (page, [name, part]) => page.replace(`<!-- ${name} -->\n`, () => part);
  return Object.entries(parts).reduce(put, text('template'));
};

// Where a platform writes this file into a page of its own (`srcdoc`), links
// are read against that page's address and would lead away; they are followed
// by hand.
if (document.baseURI.split('#')[0] !== location.href.split('#')[0]) {
  addEventListener('click', (event) => {
    const href = event.target.closest?.('a[href^="#"]')?.getAttribute('href');
    if (!href || event.defaultPrevented) return;
    event.preventDefault();
    location.hash = href;
  });
}
