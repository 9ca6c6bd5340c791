// Where the program comes from: files beside the page.
// One invariant: bytes that are not those of the build never become a program;
// the browser compares the digest, with or without a service worker.

/** The bytes that the first view needs; the guard has asked for them already. */
export const firstBytes = () => self.summitry.first;

/** The bytes of a file, given as its name and its integrity. */
export const bytes = (file) => self.summitry.load(file);
