// The main stories of a visitor, told without naming an engine: what is done,
// and what must then be on the page. Each gets a page that is open and ready.
import fs from 'node:fs';
import { expect } from '@playwright/test';

export const ready = (visitor) => visitor.until(() => document.body?.dataset.ready === 'true');

/** The passages on the page as `article:number`. */
const passages = (visitor) =>
  visitor.evaluate(() => [...document.querySelectorAll('main [data-passage]')].map((one) => `${one.dataset.article}:${one.dataset.passage}`));

const LESSON = fs.readFileSync(new URL('../lessons/missile-defence.json', import.meta.url), 'utf8');

const SEARCH = '[role=searchbox]';

/** Follows a link within the page: its fragment alone changes. */
const follow = (visitor, fragment) => visitor.evaluate((hash) => { location.hash = hash; }, fragment);

/** Presses the button of the room that has one of these names, once it is there. */
export const press = async (visitor, ...names) => {
  await visitor.until((wanted) => [...document.querySelectorAll('main button')].some((one) => wanted.includes(one.textContent)), names);
  await visitor.evaluate((wanted) => [...document.querySelectorAll('main button')].find((one) => wanted.includes(one.textContent)).click(), names);
};

/** Opens files with these texts in Notes. */
export const opened = (visitor, texts) => visitor.evaluate((texts) => {
  const chosen = new DataTransfer();
  texts.forEach((text, at) => chosen.items.add(new File([text], `file-${at}.json`, { type: 'application/json' })));
  const field = document.querySelector('#open-files');
  field.files = chosen.files;
  field.dispatchEvent(new Event('change'));
}, texts);

/** Opens the lesson, answers all its questions as `student`, and gives the file of the answers. */
export const answered = async (visitor, student) => {
  await follow(visitor, '#/notes');
  await visitor.until(() => document.querySelector('#open-files'));
  await opened(visitor, [LESSON]);
  // A lesson that was begun before is gone on with.
  await press(visitor, 'Answer it', 'Go on answering it');
  await visitor.until(() => document.querySelectorAll('.paper textarea').length === 11);
  await visitor.type('#student', student);
  await visitor.evaluate(() => {
    for (const field of document.querySelectorAll('.paper textarea')) {
      field.value = 'An answer.';
      field.dispatchEvent(new Event('input'));
    }
  });
  await visitor.until(() => /11 of 11 questions answered/.test(document.querySelector('.paper').textContent));
  // What would be handed to the browser as a file is read here.
  await visitor.evaluate(() => {
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
      blob.text().then((text) => { self.saved = text; });
      return make.call(URL, blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
  });
  await press(visitor, 'Save my answers to a file');
  await visitor.until(() => self.saved);
  return visitor.evaluate(() => self.saved);
};

export const STORIES = {
  'a search finds the passages, and none that it should not': async (visitor) => {
    for (const [query, count] of [['missile', 14], ['"strategic framework"', 3], ['iran -iraq', 8]]) {
      await visitor.type(SEARCH, query);
      await visitor.until((wanted) => document.querySelectorAll('main [data-passage]').length === wanted, count);
    }
  },

  'a filter narrows the passages to its issue, and its link keeps that': async (visitor) => {
    await follow(visitor, '#/search?q=nuclear');
    await visitor.until(() => document.querySelectorAll('main [data-passage]').length > 0);
    const all = await passages(visitor);
    await visitor.click('.option[href*="issue=iran"]');
    await visitor.until(() => /issue=iran/.test(location.hash));
    await visitor.until((before) => document.querySelectorAll('main [data-passage]').length < before, all.length);
    const issues = await visitor.evaluate(() => [...document.querySelectorAll('main [data-passage]')].map((one) => one.dataset.issues));
    expect(issues.length).toBeGreaterThan(0);
    expect(issues.filter((ids) => !ids.split(' ').includes('iran'))).toEqual([]);
  },

  'two articles stand side by side, and silence is told in words': async (visitor) => {
    await follow(visitor, '#/compare?a=bbc-2001-10-21&a=monitor-2001-11-07');
    await visitor.until(() => document.querySelectorAll('[data-column]').length === 2);
    const cells = await visitor.evaluate(() => [...document.querySelectorAll('[data-empty]')].map((one) => one.textContent.trim()));
    expect(cells.length).toBeGreaterThan(0);
    expect(cells.filter((words) => words === '')).toEqual([]);
  },

  'a link to a passage leads to it': async (visitor) => {
    await follow(visitor, '#/read/monitor-2001-11-07?p=8');
    await visitor.until(() => {
      const passage = document.querySelector('[data-passage="8"]');
      const { top, bottom } = passage?.getBoundingClientRect() ?? {};
      return passage && top < innerHeight && bottom > 0;
    });
    expect(await visitor.evaluate(() => document.querySelector('h1').textContent.length)).toBeGreaterThan(10);
  },

  'every page opens, and Back leads through them': async (visitor) => {
    const titles = ['#/coverage', '#/timeline', '#/help', '#/about'];
    const heading = () => visitor.evaluate(() => document.querySelector('h1').textContent);
    const seen = [];
    for (const fragment of titles) {
      await follow(visitor, fragment);
      await visitor.until((hash) => location.hash === hash && document.querySelector('main h1'), fragment);
      seen.push(await heading());
    }
    expect(new Set(seen).size).toBe(titles.length);
    await visitor.back();
    await visitor.until((title) => document.querySelector('h1').textContent === title, seen.at(-2));
  },

  'a reload gives the same view': async (visitor) => {
    await follow(visitor, '#/search?q=bushehr');
    await visitor.until(() => document.querySelectorAll('main [data-passage]').length === 1);
    const before = await passages(visitor);
    await visitor.reload();
    await ready(visitor);
    expect(await passages(visitor)).toEqual(before);
  },

  'a passage is kept and cited, and a lesson is opened, answered and its reply saved': async (visitor) => {
    await follow(visitor, '#/read/bbc-2001-10-21');
    await visitor.until(() => document.querySelector('main [data-passage="5"] .keep'));
    await visitor.click('main [data-passage="5"] .keep[aria-pressed="false"]');
    await visitor.until(() => document.querySelector('main [data-passage="5"] .keep[aria-pressed="true"]') && /1 kept/.test(document.querySelector('.kept-bar')?.textContent));
    await visitor.click('main [data-passage="5"] .cite-words');
    await visitor.until(() => /Mulvey, Stephen/.test(document.querySelector('dialog#cite[open] .citation')?.textContent));
    await visitor.evaluate(() => document.querySelector('dialog#cite').close());
    const reply = JSON.parse(await answered(visitor, 'Ada'));
    expect(reply['summitry:reply'].student ?? reply['summitry:reply']['summitry:student']).toBe('Ada');
    expect(JSON.stringify(reply).match(/An answer\./g)).toHaveLength(11);
    await press(visitor, 'Back to my own notes');
    await visitor.until(() => document.querySelectorAll('[data-item]').length === 1);
  },
};
