// Where the program comes from: files beside the page.
// One invariant: bytes that are not those of the build never become a program;
// the browser compares the digest, with or without a service worker.

/** The module in a file, given as its name and its integrity. */
export const compile = async ([name, integrity]) => {
  const response = await fetch(new URL(name, document.baseURI), { integrity });
  // Not as a stream: a host may not know the type of a wasm file.
  return WebAssembly.compile(await response.arrayBuffer());
};
