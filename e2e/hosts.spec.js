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

const HOSTS = {
  nginx: {
    missing: installed('nginx', '-v') ? '' : 'nginx is not installed',
    start(port, folder) {
      const server = fs.readFileSync(recipe('nginx.conf'), 'utf8')
        .replace('listen 80;', `listen 127.0.0.1:${port};`)
        .replaceAll('/srv/summitry', dist);
      const whole = `daemon off; worker_processes 1; error_log stderr; pid ${folder}/pid;
        events { worker_connections 64; }
        http { access_log off; include /etc/nginx/mime.types; default_type application/octet-stream;
          ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ')}
          ${server} }`;
      // Its own workers may run as somebody who cannot look into a checkout.
      const own = process.getuid?.() === 0 ? `user root;\n${whole}` : whole;
      fs.writeFileSync(path.join(folder, 'nginx.conf'), own);
      return spawn('nginx', ['-p', folder, '-c', path.join(folder, 'nginx.conf')], { stdio: 'ignore' });
    },
    compressed: 'gzip',
    keeps: true,
  },
  Caddy: {
    missing: installed('caddy', 'version') ? '' : 'Caddy is not installed',
    start(port, folder) {
      const env = { ...process.env, SUMMITRY_ADDRESS: `http://127.0.0.1:${port}`, SUMMITRY_ROOT: dist, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
      // Its own port for commands would be one for all that run on a machine.
      fs.writeFileSync(path.join(folder, 'Caddyfile'), `{\n\tadmin off\n}\n${fs.readFileSync(recipe('Caddyfile'), 'utf8')}`);
      return spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', path.join(folder, 'Caddyfile')], { stdio: 'ignore', env });
    },
    compressed: 'br',
    keeps: true,
  },
  'python3 -m http.server': {
    missing: installed('python3', '--version') ? '' : 'Python 3 is not installed',
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
    await route.fulfill({ response, body: (await response.text()).replaceAll('Putin', '<b>Putin</b>').replace('</noscript>\n</body>', '</noscript><!-- served with love --></body>') });
  });
  await page.goto(`${site.address}#/search?q=%22strategic+framework%22`);
  await expect(page.locator('[data-passage]')).toHaveCount(3);
});
