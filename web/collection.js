// The collection: one that the page brings, else the one that it was built with.
// One invariant: what stands in the page is whole, or nothing of it is shown.

/** The bytes in the page's block of data, which are gzip written in base64. */
export const collection = async () => {
  const place = document.getElementById('collection') ?? document.getElementById('built-in');
  const packed = Uint8Array.from(atob(place.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
