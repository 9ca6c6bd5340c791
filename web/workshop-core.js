// Runs the workshop's program: answers requests one after the other.
// One invariant: between two requests whoever shares the thread has a turn, so
// that a page answers, and what is cancelled is never begun.
import init, { Workshop } from 'summitry-workshop-glue';

/**
 * Starts the program of which these are the bytes. Requests, given as a number,
 * a text and perhaps bytes, are handed to what this returns; each answer is
 * handed to `answer`: the number, the text (none when the program stopped), and
 * perhaps bytes. `cancel` drops the files that were not begun.
 */
export const serve = async (bytes, answer) => {
  await init({ module_or_path: await WebAssembly.compile(await bytes) });
  const core = new Workshop();
  let waiting = [];
  let running = false;
  let stopped = false;
  const { port1, port2 } = new MessageChannel();
  const next = () => {
    const [number, request, given] = waiting.shift();
    let reply = [number, null];
    try {
      if (!stopped) reply = [number, core.handle(request, given), core.take()];
    } catch (error) {
      console.error(error);
      stopped = true;
    }
    running = waiting.length > 0;
    // By a message, for browsers let timers wait.
    if (running) port2.postMessage(0);
    answer(reply);
  };
  port1.onmessage = next;
  return {
    take: (message) => {
      waiting.push(message);
      if (!running) port2.postMessage(0);
      running = true;
    },
    cancel: () => {
      const dropped = waiting.filter(([, request]) => /"op":"receive"/.test(request));
      waiting = waiting.filter((message) => !dropped.includes(message));
      // The one that was announced may have been the last.
      if (waiting.length === 0 && running && dropped.length > 0) waiting = [[0, '{"op":"none"}']];
      for (const [number] of dropped) answer([number, '{"ok":false,"cancelled":true}']);
    },
  };
};
