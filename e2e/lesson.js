// A page of another site that holds the reading room: the test bed for frames.
// It is as strict as a site can be, and never the origin of the reading room.
import http from 'node:http';
import { serve } from './room.js';

/** What a careful site allows: the element's script, and frames of the one host. */
const policy = (origin) => `default-src 'none'; script-src ${origin}/; frame-src ${origin}/; base-uri 'none'; form-action 'none'`;

/**
 * A lesson with `body`, `headers` added, embedding the page at `room` (an
 * address) and nothing else.
 */
export const lesson = async (room, body, { headers = {}, script = '' } = {}) => {
  const origin = new URL(room).origin;
  const server = http.createServer((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policy(origin));
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.end(`<!doctype html><html lang="en"><title>A lesson</title><h1>Read this</h1>${body}${script}</html>`);
  });
  const { origin: own, stop } = await serve(server);
  return { address: `${own}/`, origin: own, stop };
};

/** The element's script, as a lesson loads it. */
export const element = (room) => `<script src="${room}embed.js"></script>`;
