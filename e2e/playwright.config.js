// How the browser tests run: the finished page under a sub-path, served as
// plain files, in the browser that BROWSER_PATH names. What a test finds does
// not depend on the fonts of this machine: on Linux the browser sees only those
// of a set under `fonts/`, whose files npm brings.
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

const launched = (fonts, more = []) => ({
  executablePath: process.env.BROWSER_PATH || '/usr/bin/chromium',
  env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL(`./fonts/${fonts}.conf`, import.meta.url)) },
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    ...more,
  ],
});

/** The layout in another set of fonts, or with other settings of the browser, without the tests that `but` names. */
const layout = (name, launchOptions, metadata, but = /nothing moves/) => ({ name, testMatch: 'layout.spec.js', grepInvert: but, use: { launchOptions }, metadata });

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: './results',
  fullyParallel: true,
  workers: 2,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  retries: 0,
  reporter: [['list'], ['./skipped.js']],
  use: {
    // What hangs is named, instead of the whole test.
    actionTimeout: 20_000,
    navigationTimeout: 25_000,
    browserName: 'chromium',
    viewport: { width: 1280, height: 900 },
  },
  projects: [
    { name: 'wide fonts', use: { launchOptions: launched('wide') }, metadata: { sans: 'DejaVu Sans', serif: 'DejaVu Serif' } },
    layout('narrow fonts', launched('narrow'), { sans: 'Arimo', serif: 'Tinos' }),
    layout('one monospaced font', launched('monospaced'), { sans: 'DejaVu Sans Mono', serif: 'DejaVu Sans Mono' }),
    // In a phone's window letters of twice the size would be those of a window half as wide, which nobody has to serve.
    layout('letters twice as large', launched('wide', ['--blink-settings=defaultFontSize=32']), { sans: 'DejaVu Sans', serif: 'DejaVu Serif' }, /nothing moves|(320|390) pixels/),
  ],
});
