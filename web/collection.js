// The collection that a page brings in the place of the one that is built in.
// One invariant: what stands in the page is whole, or nothing of it is shown.

/**
 * The bytes in the page's block of data, which are gzip written in base64; none
 * where the page brings no collection.
 */
export const collection = async () => {
  const place = document.getElementById('collection');
  if (!place) return undefined;
  const packed = Uint8Array.from(atob(place.textContent), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
};
