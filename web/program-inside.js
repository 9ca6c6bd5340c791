// Where the program comes from: compressed, inside the page itself.
// One invariant: bytes that are not those of the build never become a program,
// for the browser compares the checksum of the compressed data.

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
