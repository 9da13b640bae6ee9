import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'acorn';
import { findFreeNames } from './freeNames';
import { MiniProgramFiles } from './runtime/miniProgramFiles';
import { checkBuild, describeProblem, packageSizes } from './staticChecks';

let dist: string;

beforeEach(() => {
  dist = mkdtempSync(path.join(tmpdir(), 'weapp-checks-'));
  cpSync(path.join(__dirname, 'fixture'), dist, { recursive: true });
  // The fixture names the browser's globals on purpose, to find them missing.
  write('pages/faults/faults.js', 'Page({});');
});
afterEach(() => rmSync(dist, { recursive: true }));

function write(file: string, content: string | Buffer): void {
  writeFileSync(path.join(dist, file), content);
}

function configure(change: object): void {
  const app = JSON.parse(readFileSync(path.join(dist, 'app.json'), 'utf8')) as object;
  write('app.json', JSON.stringify({ ...app, ...change }));
}

function problems(): string[] {
  return checkBuild(dist).map(describeProblem);
}

test('a sound build has no problems', () => {
  expect(problems()).toEqual([]);
});

test('a template’s faults are named with line and column, also those the engine would tolerate', () => {
  write('parts/row.wxml', '<template name="row">\n  <view>{{ a + }}</view>\n</template>\n');
  expect(problems()).toEqual(['parts/row.wxml:2:16: unexpected character inside expression']);
  write('parts/row.wxml', '<template name="row">\n  <input value="{{a}}">\n</template>\n');
  expect(problems()).toEqual(['parts/row.wxml:2:4: missing end tag']);
});

test.each([
  ['a ?? b', 'var a, b; a ?? b;'],
  ['a?.b', 'var a; a?.b;'],
  ['async', 'async function f() {}'],
  ['**', 'var a = 2 ** 3;'],
  ['object spread', 'var a = { ...{} };'],
  ['optional catch binding', 'try {} catch {}'],
])('syntax younger than ES2015 is refused: %s', (_name, code) => {
  write('lifecycle.js', `'use strict';\n${code}`);
  expect(problems()).toEqual([expect.stringMatching(/^lifecycle\.js:2:\d+: not ES2015: /)]);
});

test('ES2015 itself is taken', () => {
  write('lifecycle.js', 'class A { *b({ c = 1 } = {}) { const [d, ...e] = [...c]; yield `d`; } }');
  expect(problems()).toEqual([]);
});

test('a global of the browser is refused where it is used', () => {
  write('lifecycle.js', '\n  localStorage.setItem("a", 1);');
  expect(problems()).toEqual(['lifecycle.js:2:3: localStorage does not exist in a mini-program']);
});

describe('free names', () => {
  const freeNames = (code: string) =>
    findFreeNames(
      parse(code, { ecmaVersion: 2015, locations: true }),
      new Set(['fetch', 'URL', 'document']),
    ).map(({ name }) => name);

  test.each([
    ['fetch("/a")', ['fetch']],
    ['var a = { fetch: fetch }', ['fetch']],
    ['a.fetch(); a["fetch"]; ({ fetch() {} })', []],
    ['a[fetch]', ['fetch']],
    ['var fetch; fetch()', []],
    ['function f(fetch) { return () => fetch() }', []],
    ['function f({ a: { fetch = 1 } }, ...URL) { fetch(URL) }', []],
    ['function f() { var fetch } fetch()', ['fetch']],
    ['typeof fetch', []],
    ['typeof fetch === "function" && fetch()', []],
    ['typeof fetch === "function" ? fetch() : URL()', ['URL']],
    ['if ("undefined" != typeof document) { document.title }', []],
    ['try { document.title } catch (error) { URL }', ['URL']],
    ['try { document.title } finally {}', ['document']],
    ['class URL {} new URL()', []],
  ])('%s', (code, names) => {
    expect(freeNames(code)).toEqual(names);
  });
});

test('a page that app.json lists must be there', () => {
  configure({ pages: ['pages/home/home', 'pages/console/console', 'pages/gone/gone'] });
  expect(problems()).toEqual([
    'pages/gone/gone.js: is missing, though app.json lists its page',
    'pages/gone/gone.wxml: is missing, though app.json lists its page',
  ]);
});

test.each([
  [1, ['app.json: tabBar has 1 tabs, not 2 to 5']],
  [2, []],
  [5, []],
  [6, ['app.json: tabBar has 6 tabs, not 2 to 5']],
])('of %i tabs', (count, expected) => {
  configure({
    tabBar: { list: Array.from({ length: count }, () => ({ pagePath: 'pages/home/home', text: 'x' })) },
  });
  expect(problems()).toEqual(expected);
});

test('a tab is a page of the main package and its icons exist in each theme, at most 40 KB', () => {
  const icon = 'icons/tab.png';
  const tab = { pagePath: 'pages/home/home', text: 'x', iconPath: '@tab', selectedIconPath: icon };
  configure({
    themeLocation: 'theme.json',
    tabBar: { list: [tab, { pagePath: 'extra/detail/detail', text: 'x', iconPath: icon }] },
  });
  write('theme.json', JSON.stringify({ light: { tab: icon }, dark: { tab: 'icons/night.png' } }));
  expect(problems()).toEqual([
    'icons/night.png: is missing, the icon of the tab pages/home/home',
    'app.json: the tab extra/detail/detail is no page of the main package',
  ]);
  configure({ tabBar: { list: [tab, { ...tab, pagePath: 'pages/console/console' }] } });
  write('icons/night.png', Buffer.alloc(40 * 1024));
  expect(problems()).toEqual([]);
  write('icons/night.png', Buffer.alloc(40 * 1024 + 1));
  expect(problems()).toContain('icons/night.png: has 40961 bytes; an icon may have 40960');
});

test('each package keeps its budget, the main package 480,000 bytes, a subpackage 400,000', () => {
  const bytesOf = (root: string) => packageSizes(new MiniProgramFiles(dist)).get(root) ?? 0;
  const fill = (file: string, bytes: number, present: number) => write(file, Buffer.alloc(bytes - present));
  const extra = bytesOf('extra');
  fill('extra/weight.bin', 400_000, extra);
  expect(problems()).toEqual([]);
  fill('extra/weight.bin', 400_001, extra);
  expect(problems()).toEqual(['extra: has 400001 bytes; our budget is 400000']);
  rmSync(path.join(dist, 'extra/weight.bin'));

  const main = bytesOf('');
  fill('weight.bin', 480_000, main);
  expect(problems()).toEqual([]);
  fill('weight.bin', 480_001, main);
  expect(problems()).toEqual(['main package: has 480001 bytes; our budget is 480000']);
  fill('weight.bin', 2 * 1024 * 1024 + 1, main);
  expect(problems()).toEqual(['main package: has 2097153 bytes; WeChat takes 2097152']);
});

test('the privacy check is on, and only interfaces that WeChat knows are declared', () => {
  configure({ __usePrivacyCheck__: false, requiredPrivateInfos: ['getLocation', 'getGold'] });
  expect(problems()).toEqual([
    'app.json: __usePrivacyCheck__ is not true',
    'app.json: requiredPrivateInfos names getGold, which WeChat does not know',
  ]);
});
