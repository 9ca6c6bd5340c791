// The workshop's program as a file of its own: a worker, or, where no worker is
// to be had, a module of the page.
// One invariant: bytes that are not those of the build never become a program.
import { serve } from './workshop-core.js';

const bytes = async () => {
  const [name, integrity] = WORKSHOP_WASM;
  return (await fetch(new URL(name, import.meta.url), { integrity })).arrayBuffer();
};

/** Runs the program on the page itself. */
export const serveHere = (answer) => serve(bytes(), answer);

if (!self.document) {
  const post = ([number, json, given]) => postMessage([number, json, given], given?.buffer ? [given.buffer] : []);
  const served = serve(bytes(), post);
  addEventListener('message', async ({ data }) => {
    const { take, cancel } = await served;
    if (data === 'cancel') cancel();
    else take(data);
  });
  served.then(
    () => postMessage('ready'),
    (error) => postMessage(`failed: ${error.message}`),
  );
}
