// The page's side of the workshop's program: asks, and gets answers.
// One invariant: every question is answered or refused with a sentence, also
// when the program stops or never arrives.
import { openWorkshop } from 'summitry-program';

const NOT_THERE = 'The workshop could not be opened: a part of it did not arrive or may not run here. Check the connection, then open it again.';

/** What is said when the program cannot go on. */
const STOPPED = 'The workshop stopped because of a mistake in its program. Open it again; what was kept on this device is still there.';

const start = async () => {
  const asked = new Map();
  let number = 0;
  // Whoever asks after that has the program started anew.
  const stopped = () => {
    opened = undefined;
    for (const { reject } of asked.values()) reject(new Error(STOPPED));
    asked.clear();
  };
  const answer = ([of, json, bytes]) => {
    if (json === null) return stopped();
    asked.get(of)?.resolve({ json, bytes });
    asked.delete(of);
  };
  const { take, cancel, place } = await openWorkshop(answer, stopped);
  return {
    place,
    cancel,
    send: (request, bytes) =>
      new Promise((resolve, reject) => {
        number += 1;
        asked.set(number, { resolve, reject });
        take([number, request, bytes]);
      }),
  };
};

let opened;

/** The workshop's program, started when it is first asked for. */
export const workshop = () => {
  opened ??= start().catch((error) => {
    console.error(error);
    opened = undefined;
    throw new Error(NOT_THERE);
  });
  return opened;
};
