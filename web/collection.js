// The collection: one that the page brings, else the one that it was built with.
// One invariant: what stands in the page is whole, or nothing of it is shown.

/** The bytes of gzip that is written in base64. */
const unpacked = (text) => {
  const packed = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
};

/** The bytes of percent-encoded text. */
const decoded = (text) => {
  const [words, ...pieces] = text.split('%');
  const encoder = new TextEncoder();
  // A letter of JavaScript is at most three bytes.
  const bytes = new Uint8Array(text.length * 3);
  let length = encoder.encodeInto(words, bytes).written;
  for (const piece of pieces) {
    bytes[length] = Number.parseInt(piece.slice(0, 2), 16);
    length += 1;
    length += encoder.encodeInto(piece.slice(2), bytes.subarray(length)).written;
  }
  return bytes.slice(0, length);
};

/** The bytes in the page's block of data. */
export const collection = async () => {
  const brought = document.getElementById('collection');
  if (brought) return new Uint8Array(await unpacked(brought.textContent));
  return decoded(document.getElementById('built-in').textContent);
};
