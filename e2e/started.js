// Browsers that are started again where they die before they have opened.
// Chromium now and then crashes while it starts on a busy machine: that says
// nothing of the page, and no test has begun. What fails later is not tried again here.

/** How often a browser is started before its failure is the run's. */
const ATTEMPTS = 3;

/** What `launch` gives; each failure is told, the last is thrown. */
export const started = async (launch) => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await launch();
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
      console.warn(`The browser did not start (${String(error.message).split('\n')[0]}); it is started again.`);
    }
  }
};
