// A second build of the page, made of the first one, and what a build keeps.
import crypto from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { dist } from './room.js';

const digest = (bytes, encoding) => crypto.createHash('sha256').update(bytes).digest(encoding);

/** The files that a build's service worker keeps, by name, with their digests in base64. */
export const kept = (folder = dist) => {
  const worker = fs.readFileSync(path.join(folder, 'sw.js'), 'utf8');
  return new Map([...worker.matchAll(/\["([^"]+)","([\w+/]{43}=)"\]/g)].map(([, name, sum]) => [name, sum]));
};

/** Which build a page belongs to. */
export const buildOf = (page) => page.evaluate(() => document.documentElement.dataset.build);

/**
 * A build that differs from the first in its script, a style sheet and its
 * HTML, as the next version of the program would, in a folder of its own.
 */
export const secondBuild = () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-build-'));
  const names = [...kept().keys(), 'sw.js'];
  for (const name of names) fs.copyFileSync(path.join(dist, name), path.join(folder, name));
  let html = fs.readFileSync(path.join(folder, 'index.html'), 'utf8').replace(/data-build="[^"]+"/, 'data-build="second"');
  let worker = fs.readFileSync(path.join(folder, 'sw.js'), 'utf8');
  const changed = (name, change) => {
    const [stem, kind] = [name.split('-')[0], name.split('.').pop()];
    const before = fs.readFileSync(path.join(folder, name), 'utf8');
    const after = `${change(before)}/*2*/`;
    const renamed = `${stem}-${digest(after, 'hex').slice(0, 16)}.${kind}`;
    fs.rmSync(path.join(folder, name));
    fs.writeFileSync(path.join(folder, renamed), after);
    const rename = (text) => text.replaceAll(name, renamed).replaceAll(digest(before, 'base64'), digest(after, 'base64'));
    [html, worker] = [rename(html), rename(worker)];
    return rename;
  };
  const named = (pattern) => names.find((name) => pattern.test(name));
  // The script calls the style sheet by its name.
  changed(named(/^summitry-.*\.js$/), changed(named(/^own-.*\.css$/), (style) => style));
  worker = worker.replace(kept().get('index.html'), digest(html, 'base64')).replace(/"[0-9a-f]{16}"/, '"2222222222222222"');
  fs.writeFileSync(path.join(folder, 'index.html'), html);
  fs.writeFileSync(path.join(folder, 'sw.js'), worker);
  return folder;
};
