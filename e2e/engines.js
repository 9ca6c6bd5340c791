// Three engines behind one small interface, so that a story is told once:
// Chromium and Firefox by Playwright, WebKit by the WebDriver that it brings.
// An engine that is not installed says so, and the tests in it are skipped.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import { chromium, firefox } from '@playwright/test';
import { Builder, By, Capabilities } from 'selenium-webdriver';
import { started } from './started.js';

const first = (...paths) => paths.find((path) => path && fs.existsSync(path));

const PATHS = {
  Chromium: first(process.env.BROWSER_PATH, '/usr/bin/chromium'),
  Firefox: first(process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'),
  WebKit: first(process.env.WEBKIT_DRIVER, '/usr/bin/WebKitWebDriver'),
};
const SCREEN = first(process.env.XVFB, '/usr/bin/Xvfb');
const MINI_BROWSER = first(
  process.env.WEBKIT_PATH,
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/libexec/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/webkit2gtk-4.1/MiniBrowser',
);

/** How long a page may take to become what a story waits for, in milliseconds. */
const PATIENCE = 15_000;

/** A page in an engine that Playwright drives. */
class PlaywrightVisitor {
  constructor(browser, page) {
    Object.assign(this, { browser, page });
  }

  static async start(engine, path, scripted = []) {
    const options = engine === firefox ? { channel: 'moz-firefox' } : { args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] };
    const browser = await started(() => engine.launch({ executablePath: path, ...options }));
    const context = await browser.newContext();
    for (const script of scripted) await context.addInitScript(script);
    return new PlaywrightVisitor(browser, await context.newPage());
  }

  goto(address) {
    return this.page.goto(address);
  }

  reload() {
    return this.page.reload();
  }

  back() {
    return this.page.goBack();
  }

  evaluate(script, argument) {
    return this.page.evaluate(script, argument);
  }

  async type(selector, text) {
    await this.page.locator(selector).fill('');
    await this.page.locator(selector).pressSequentially(text);
  }

  click(selector) {
    return this.page.locator(selector).first().click();
  }

  until(condition, argument) {
    return this.page.waitForFunction(condition, argument, { timeout: PATIENCE });
  }

  close() {
    return this.browser.close();
  }
}

const freePort = () =>
  new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

/** Whether somebody listens at a port of this computer, asked until they do. */
const listening = async (port) => {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const open = await new Promise((resolve) => {
      const socket = net.connect(port, '127.0.0.1');
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
      socket.on('connect', () => socket.destroy());
    });
    if (open) return;
    await pause(50);
  }
  throw new Error(`nothing answers at port ${port}`);
};

/** A screen for a browser that cannot run without one; `null` where there is one. */
const screen = async () => {
  if (process.env.DISPLAY || !SCREEN) return { display: process.env.DISPLAY, stop: () => {} };
  // The server chooses a free display and writes its number to file 3.
  const server = spawn(SCREEN, ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    server.stdio[3].once('data', (data) => resolve(String(data).trim()));
    server.once('exit', () => reject(new Error('the screen for WebKit did not start')));
  });
  return { display: `:${number}`, stop: () => server.kill() };
};

/** A page in WebKit. */
class WebKitVisitor {
  static async start() {
    const visitor = new WebKitVisitor();
    visitor.screen = await screen();
    const port = await freePort();
    visitor.service = spawn(PATHS.WebKit, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: visitor.screen.display,
        GDK_BACKEND: 'x11',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    });
    await listening(port);
    const wanted = new Capabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
    });
    visitor.driver = await new Builder().usingServer(`http://127.0.0.1:${port}`).withCapabilities(wanted).build();
    await visitor.driver.manage().setTimeouts({ script: PATIENCE, pageLoad: 2 * PATIENCE });
    return visitor;
  }

  goto(address) {
    return this.driver.get(address);
  }

  reload() {
    return this.driver.navigate().refresh();
  }

  /** By script: the driver's own command waits for a document, and none is loaded. */
  back() {
    return this.evaluate(() => history.back());
  }

  evaluate(script, argument) {
    return this.driver.executeScript(`return (${script})(arguments[0])`, argument);
  }

  async type(selector, text) {
    const field = await this.driver.findElement(By.css(selector));
    await field.clear();
    await field.sendKeys(text);
  }

  async click(selector) {
    // By script: the driver of WebKitGTK misses what lies outside the window.
    await this.evaluate((wanted) => document.querySelector(wanted).click(), selector);
  }

  async until(condition, argument) {
    let fault = '';
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) {
      const met = await this.evaluate(condition, argument).catch((error) => { fault = `; ${error}`; });
      if (met) return;
    }
    const page = await this.evaluate(() => document.body.innerText.slice(0, 300)).catch(String);
    throw new Error(`waited in vain for ${condition}${fault}; the page says: ${page}`);
  }

  async close() {
    await this.driver?.quit().catch(() => {});
    this.service?.kill();
    this.screen?.stop();
  }
}

/** The engines by name: how to start one, or why it cannot be. */
export const ENGINES = {
  Chromium: {
    missing: PATHS.Chromium ? '' : 'Chromium was not found: install it, or set BROWSER_PATH',
    start: (scripted) => PlaywrightVisitor.start(chromium, PATHS.Chromium, scripted),
  },
  Firefox: {
    missing: PATHS.Firefox ? '' : 'Firefox was not found: install firefox-esr, or set FIREFOX_PATH',
    start: (scripted) => PlaywrightVisitor.start(firefox, PATHS.Firefox, scripted),
  },
  WebKit: {
    missing: !(PATHS.WebKit && MINI_BROWSER)
      ? 'WebKit was not found: install webkit2gtk-driver, or set WEBKIT_DRIVER and WEBKIT_PATH'
      : process.env.DISPLAY || SCREEN
        ? ''
        : 'there is no screen for WebKit: install xvfb',
    start: () => WebKitVisitor.start(),
  },
};
