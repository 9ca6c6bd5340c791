// On any static host: the recipes of docs/hosting.md are run as they stand, and
// hosts that do less or worse than those serve a page that works.
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { dist, expect, host, test, trusted } from './room.js';

const recipe = (name) => new URL(`../docs/hosting/${name}`, import.meta.url);

const installed = (command, ...arguments_) => spawnSync(command, arguments_, { stdio: 'ignore' }).status === 0;

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const answers = async (address) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    if (await fetch(address).then((answer) => answer.ok).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`nothing answers at ${address}`);
};

// `cargo xtask test` names those that it has set up.
const NGINX = process.env.NGINX || 'nginx';
const CADDY = process.env.CADDY || 'caddy';

const HOSTS = {
  nginx: {
    missing: installed(NGINX, '-v') ? '' : 'nginx is not here: install it, or set NGINX to its program and NGINX_MIME_TYPES to its mime.types, and this test runs',
    start(port, folder) {
      const server = fs.readFileSync(recipe('nginx.conf'), 'utf8')
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replaceAll('/srv/summitry', dist);
      const whole = `daemon off; worker_processes 1; error_log stderr; pid ${folder}/pid;
        events { worker_connections 64; }
        http { access_log off; include ${process.env.NGINX_MIME_TYPES || '/etc/nginx/mime.types'}; default_type application/octet-stream;
          ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
          ${server} }`;
      // Its own workers may run as somebody who cannot look into a checkout.
      const own = process.getuid?.() === 0 ? `user root;\n${whole}` : whole;
      fs.writeFileSync(path.join(folder, 'nginx.conf'), own);
      return spawn(NGINX, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
    },
    compressed: 'gzip',
    keeps: true,
  },
  Caddy: {
    missing: installed(CADDY, 'version') ? '' : 'Caddy is not here: install it, or set CADDY to its program, and this test runs',
    start(port, folder) {
      const env = { ...process.env, SUMMITRY_ADDRESS: `http://127.0.0.1:${port}`, SUMMITRY_ROOT: dist, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
      // Its own port for commands would be one for all that run on a machine.
      fs.writeFileSync(path.join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${fs.readFileSync(recipe('Caddyfile'), 'utf8')}`);
      return spawn(CADDY, ['run', '--adapter', 'caddyfile', '--config', path.join(folder, 'Caddyfile')], { stdio: 'ignore', env });
    },
    compressed: 'br',
    keeps: true,
  },
  'python3 -m http.server': {
    missing: installed('python3', '--version') ? '' : 'Python 3 is not here: install it, so that `python3` runs it, and this test runs',
    start: (port) => spawn('python3', ['-m', 'http.server', String(port), '--bind', '127.0.0.1', '--directory', dist], { stdio: 'ignore' }),
    compressed: null,
    keeps: false,
  },
};

for (const [name, { missing, start, compressed, keeps }] of Object.entries(HOSTS)) {
  test(`on ${name} the page opens, answers and is kept`, async ({ page }) => {
    test.skip(Boolean(missing), missing);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-host-'));
    const port = await freePort();
    trusted(port);
    const server = start(port, folder);
    try {
      const address = `http://127.0.0.1:${port}/`;
      await answers(address);
      const faults = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
      const answered = {};
      page.on('response', (response) => { answered[new URL(response.url()).pathname] = response.headers(); });
      await page.goto(`${address}#/search?q=bushehr`);
      await expect(page.locator('[data-passage]')).toHaveCount(1);
      await page.evaluate(() => navigator.serviceWorker.ready);
      const [program] = Object.keys(answered).filter((file) => /\/summitry-.*\.wasm$/.test(file));
      expect(answered[program]['content-type']).toBe('application/wasm');
      expect(answered[program]['content-encoding'] ?? null).toBe(compressed);
      if (keeps) {
        expect(answered[program]['cache-control']).toContain('immutable');
        expect(answered['/']['cache-control']).toBe('no-cache');
        expect(answered['/']['x-content-type-options']).toBe('nosniff');
        const lost = await page.request.get(`${address}no/such/page`);
        expect([lost.status(), (await lost.text()).includes('There is no page at this address')]).toEqual([404, true]);
      }
      expect(faults).toEqual([]);
    } finally {
      server.kill();
      await new Promise((ended) => (server.exitCode === null ? server.once('exit', ended) : ended()));
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });
}

test('Netlify and its like are told the headers of the other recipes', () => {
  const headers = fs.readFileSync(path.join(dist, '_headers'), 'utf8');
  const nginx = fs.readFileSync(recipe('nginx.conf'), 'utf8');
  const caddy = fs.readFileSync(recipe('Caddyfile'), 'utf8');
  const named = [...headers.matchAll(/^ {2}([A-Z][\w-]+): (.+)$/gm)];
  expect(named.length).toBeGreaterThan(5);
  for (const [, header, value] of named) {
    for (const [file, text] of [['nginx.conf', nginx], ['Caddyfile', caddy]]) {
      expect(text, `${header} in ${file}`).toContain(header);
      expect(text, `${header} in ${file}`).toContain(value);
    }
  }
});

for (const type of ['application/octet-stream', 'text/plain']) {
  test(`a host that calls the program ${type} serves a page that works`, async ({ page }) => {
    const site = await host('/room/', { headers: (response, file) => file.endsWith('.wasm') && response.setHeader('content-type', type) });
    await page.goto(`${site.address}#/search?q=bushehr`);
    await expect(page.locator('[data-passage]')).toHaveCount(1);
    await page.goto(`${site.address}#/coverage`);
    await expect(page.locator('main table')).toBeVisible();
    await site.stop();
  });
}

test('without the compressed copies, and without anything that is not kept, the page works', async ({ page }) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'summitry-bare-'));
  const worker = fs.readFileSync(path.join(dist, 'sw.js'), 'utf8');
  const kept = [...worker.matchAll(/\["([^"]+)","[\w+/]{43}="\]/g)].map(([, name]) => name);
  expect(kept.length).toBeGreaterThan(6);
  for (const name of [...kept, 'sw.js']) fs.copyFileSync(path.join(dist, name), path.join(folder, name));
  const site = await host('/deep/er/', { folder });
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await site.stop();
  fs.rmSync(folder, { recursive: true });
});

test('an address that leads nowhere leads to the reading room, and keeps the view', async ({ page }) => {
  const site = await host('/some/room/', { lost: '404.html' });
  await page.goto(`${site.address}no/such/page?x#/search?q=bushehr`);
  await expect(page.getByRole('heading')).toHaveText('There is no page at this address');
  await page.getByRole('link', { name: 'Open the reading room' }).click();
  await expect(page).toHaveURL(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
  await site.stop();
});

test('a host or a proxy that rewrites the words of the page does no harm', async ({ page, site }) => {
  await page.route(site.address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replaceAll('Putin', '<b>Putin</b>').replace('</body>', '<!-- served with love --></body>') });
  });
  await page.goto(`${site.address}#/search?q=%22strategic+framework%22`);
  await expect(page.locator('[data-passage]')).toHaveCount(3);
});

/** The articles are there to be read, with a sentence that has these words. */
const readable = async (page, words, timeout = 5000) => {
  await expect(page.getByText(words)).toBeVisible({ timeout });
  await expect(page.locator('article li').first()).toBeVisible({ timeout });
  await expect(page.locator('article li')).toHaveCount(99);
};

/** What hosts and proxies say of a page beyond its own policy. */
const POLICIES = {
  'that allows no inline script': "script-src 'self' 'wasm-unsafe-eval'",
  'that allows no inline style': "style-src 'self'",
  'that allows neither': "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'",
  'that allows no policy of the page’s own for trusted types': "require-trusted-types-for 'script'; trusted-types 'none'",
};

for (const [name, policy] of Object.entries(POLICIES)) {
  test(`under a policy of the host ${name} the page works`, async ({ page }) => {
    const site = await host('/room/', { headers: (response) => response.setHeader('content-security-policy', policy) });
    await page.goto(`${site.address}#/search?q=bushehr`);
    await expect(page.locator('[data-passage]')).toHaveCount(1);
    await expect(page.locator('#texts')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => getComputedStyle(document.querySelector('.frame')).display)).toBe('flex');
    await site.stop();
  });
}

test('a proxy that changes a letter of the first script does no harm', async ({ page, site }) => {
  await page.route(site.address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: (await response.text()).replace('<script>', '<script> ') });
  });
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('[data-passage]')).toHaveCount(1);
});

test('a policy of the host that forbids the program is told as that', async ({ page }) => {
  for (const policy of ["script-src 'self' 'unsafe-inline'", "connect-src 'none'"]) {
    const site = await host('/room/', { headers: (response) => response.setHeader('content-security-policy', policy) });
    await page.goto(`${site.address}#/search?q=bushehr`);
    await readable(page, 'The reading room may not run here');
    await expect(page.getByRole('alert')).toContainText(policy.split(' ')[0]);
    await expect(page.getByText('too old')).toHaveCount(0);
    await site.stop();
  }
});

test.describe('20 seconds after the page was opened', () => {
  test.describe.configure({ timeout: 70_000 });

  test('where no script may run, the articles stand below a sentence', async ({ page }) => {
    const site = await host('/room/', { headers: (response) => response.setHeader('content-security-policy', "script-src 'none'") });
    await page.goto(site.address);
    await expect(page.getByText('Opening the reading room')).toBeVisible();
    await expect(page.locator('article li').first()).toBeHidden();
    await readable(page, 'the reading room did not open', 25_000);
    await expect(page.getByText('Opening the reading room')).toBeHidden();
    // The first of them is in sight.
    await expect(page.locator('#texts h1')).toBeInViewport();
    await site.stop();
  });

  for (const [name, held] of [['program', /^summitry-.*\.wasm$/], ['script', /^summitry-.*\.js$/]]) {
    test(`where the ${name} is still on its way, the articles stand below a sentence`, async ({ page }) => {
      await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
      const state = { folder: dist, hold: (file) => held.test(file), held: [], damage: () => null };
      const site = await host('/room/', { state });
      await page.goto(`${site.address}#/search?q=bushehr`, { waitUntil: 'commit' });
      await readable(page, 'the reading room did not open', 30_000);
      await expect(page.getByText('Opening the reading room')).toBeHidden();
      state.held.forEach((response) => response.destroy());
      await site.stop();
    });
  }

  test('a program that arrives after that takes the place of the articles', async ({ page, site }) => {
    await page.addInitScript(() => { delete Navigator.prototype.serviceWorker; });
    let release;
    const released = new Promise((done) => { release = done; });
    await page.route('**/summitry-*.wasm', async (route) => {
      await released;
      await route.continue();
    });
    await page.goto(`${site.address}#/search?q=bushehr`, { waitUntil: 'commit' });
    await readable(page, 'the reading room did not open', 30_000);
    release();
    await expect(page.locator('[data-passage]')).toHaveCount(1);
    await expect(page.getByText('the reading room did not open')).toHaveCount(0);
    await expect(page.locator('article li')).toHaveCount(0);
  });

  test('a document that breaks off shows what there is of it below a sentence', async ({ page }) => {
    const state = { folder: dist, hold: (file) => file === 'index.html' && 0.6, held: [], damage: () => null };
    const site = await host('/room/', { state });
    await page.goto(site.address, { waitUntil: 'commit' });
    await expect(page.getByText('the reading room did not open')).toBeVisible({ timeout: 30_000 });
    await expect(page.locator('article li').first()).toBeVisible();
    state.held.forEach((response) => response.destroy());
    await site.stop();
  });
});

/** What engines throw when a program goes too deep, takes too much or stops. */
const THROWN = {
  'Chromium and WebKit call it a RangeError': () => new RangeError('Maximum call stack size exceeded'),
  'Firefox calls it an InternalError': () => Object.assign(new Error('too much recursion'), { name: 'InternalError' }),
  'a trap is a RuntimeError': () => new WebAssembly.RuntimeError('unreachable'),
};

for (const [name, make] of Object.entries(THROWN)) {
  for (const way of ['error', 'unhandledrejection']) {
    test(`a program that stops leaves the articles and a way on: ${name} (${way})`, async ({ page, site }) => {
      await page.goto(`${site.address}#/search?q=iran`);
      await page.locator('body[data-ready=true]').waitFor();
      // As text, which no policy of the page keeps a debugger from running.
      await page.evaluate(`{
        const error = (${make})();
        const told = '${way}' === 'error' ? new ErrorEvent('error', { error }) : Object.assign(new Event('${way}'), { reason: error });
        dispatchEvent(told);
      }`);
      await readable(page, 'stopped because of a mistake');
      await page.getByRole('link', { name: 'Begin again without this link' }).click();
      await page.locator('body[data-ready=true]').waitFor();
      expect(new URL(page.url()).hash).toBe('');
    });
  }
}

/** A page whose program is trapped where it starts, on its first `times` loads. */
const trapStart = (page, times) =>
  page.addInitScript((times) => {
    const loads = Number(sessionStorage.getItem('loads')) + 1;
    sessionStorage.setItem('loads', loads);
    if (loads > times) return;
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (...from) => {
      const { exports } = await instantiate(...from);
      const start = () => { throw new WebAssembly.RuntimeError('Out of bounds memory access'); };
      return Object.create(WebAssembly.Instance.prototype, { exports: { value: { ...exports, __wbindgen_start: start } } });
    };
  }, times);

test('a program that an engine leads astray while it starts is loaded once more, and the link still leads to its passages', async ({ page, site }) => {
  await trapStart(page, 1);
  await page.goto(`${site.address}#/search?q=bushehr`);
  await expect(page.locator('main [data-passage]')).toHaveCount(1);
  await expect(page.getByText('stopped because of a mistake')).toHaveCount(0);
  expect(await page.evaluate(() => sessionStorage.getItem('loads'))).toBe('2');
});

test('a program that stops again while it starts is not loaded for ever: the visitor reads a sentence and has the articles', async ({ page, site }) => {
  await trapStart(page, 100);
  await page.goto(`${site.address}#/search?q=bushehr`);
  await readable(page, 'stopped because of a mistake');
  expect(await page.evaluate(() => sessionStorage.getItem('loads'))).toBe('2');
});

test('a program that stops while it makes the page does not take the sentence away later', async ({ page, site }) => {
  await page.addInitScript(() => {
    const { createElement } = Document.prototype;
    Document.prototype.createElement = function (tag, ...more) {
      if (tag === 'h1') throw new WebAssembly.RuntimeError('unreachable');
      return createElement.call(this, tag, ...more);
    };
  });
  await page.goto(site.address);
  await readable(page, 'stopped because of a mistake');
  // What is left of the program hears of it.
  await page.evaluate(() => { location.hash = '#/search?q=iran'; });
  await page.waitForTimeout(500);
  await readable(page, 'stopped because of a mistake');
});
