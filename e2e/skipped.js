// Says at the end which tests did not run, and how to have them run.
export default class Skipped {
  #skipped = new Set();

  onTestEnd(test, result) {
    if (result.status !== 'skipped') return;
    const reason = test.annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason was given';
    this.#skipped.add(`  skipped: ${test.title}\n    ${reason}`);
  }

  onEnd() {
    for (const line of this.#skipped) console.log(line);
  }

  printsToStdio() {
    return false;
  }
}
