// Says at the end which tests did not run, and how to have them run; and which
// passed only when they were tried again.
export default class Ending {
  #lines = new Set();

  onTestEnd(test, result) {
    if (result.status === 'skipped') {
      const reason = test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason was given';
      this.#lines.add(`  skipped: ${test.title}\n    ${reason}`);
    } else if (test.outcome() === 'flaky') {
      this.#lines.add(`  wavers: ${test.title}\n    it failed first and passed when it was tried again: see why (${test.location.file}:${test.location.line})`);
    }
  }

  onEnd() {
    for (const line of this.#lines) console.log(line);
  }

  printsToStdio() {
    return false;
  }
}
