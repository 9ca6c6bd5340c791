// The page's side of the workshop's program: asks, and gets answers.
// One invariant: every question is answered or refused with a sentence, also
// when the program stops or never arrives.
import { openWorkshop } from 'summitry-program';

const NOT_THERE = 'The workshop could not be opened: a part of it did not arrive or may not run here. Check the connection, then open it again.';

const start = async () => {
  const asked = new Map();
  let number = 0;
  const answer = ([of, json, bytes]) => {
    const { resolve, reject } = asked.get(of) ?? {};
    asked.delete(of);
    if (json === null) reject?.(new Error(bytes));
    else resolve?.({ json, bytes });
  };
  const fail = (sentence) => {
    opened = undefined;
    for (const { reject } of asked.values()) reject(new Error(sentence));
    asked.clear();
  };
  const { take, cancel, place } = await openWorkshop(answer, fail);
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
