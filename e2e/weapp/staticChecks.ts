import { type Program, parse } from 'acorn';
import { findFreeNames } from './freeNames';
import { MiniProgramFiles } from './runtime/miniProgramFiles';
import { compileTemplates } from './runtime/templates';

/** Something in a build that WeChat would refuse, or that would fail on a phone. */
export interface BuildProblem {
  file: string;
  /** From 1; absent when the problem has no place within the file. */
  line?: number;
  column?: number;
  message: string;
}

/** Issue 2, section 5 (Screens): our own budgets. */
const MAIN_PACKAGE_BUDGET = 480_000;
const SUBPACKAGE_BUDGET = 400_000;
/** "整个小程序所有分包大小不超过 30M，单个分包/主包大小不能超过 2M" (WeChat, subpackages). */
const PACKAGE_LIMIT = 2 * 1024 * 1024;
const TOTAL_LIMIT = 30 * 1024 * 1024;
/** "icon 大小限制为 40kb" and "最少 2 个、最多 5 个 tab" (WeChat, app.json tabBar). */
const ICON_LIMIT = 40 * 1024;
const MIN_TABS = 2;
const MAX_TABS = 5;

/** The interfaces that app.json may declare in requiredPrivateInfos (WeChat, app.json). */
const legalPrivateInfos: ReadonlySet<string> = new Set([
  'chooseAddress',
  'chooseLocation',
  'choosePoi',
  'getFuzzyLocation',
  'getLocation',
  'onLocationChange',
  'startLocationUpdate',
  'startLocationUpdateBackground',
]);

/** What browsers or Node have and the mini-program's logic layer lacks. */
const foreignGlobals: ReadonlySet<string> = new Set([
  ...['window', 'document', 'navigator', 'location', 'history', 'self', 'localStorage', 'sessionStorage'],
  ...['indexedDB', 'fetch', 'XMLHttpRequest', 'Headers', 'Request', 'Response', 'FormData', 'WebSocket'],
  ...['AbortController', 'AbortSignal', 'URL', 'URLSearchParams', 'TextEncoder', 'TextDecoder', 'crypto'],
  ...['Blob', 'File', 'FileReader', 'Worker', 'MessageChannel', 'BroadcastChannel', 'WebAssembly'],
  ...['MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'getComputedStyle', 'matchMedia'],
  ...['requestAnimationFrame', 'requestIdleCallback', 'queueMicrotask', 'structuredClone', 'performance'],
  ...['btoa', 'atob', 'alert', 'confirm', 'prompt', 'Intl', 'eval', 'process', 'Buffer', 'setImmediate'],
]);

/** Uses that libraries make in browsers only, each with how it can be told from a use of our own. */
const browserOnlyUses = [
  // NutUI's Picker measures its rows so, after asking whether it runs in a browser (`web()`).
  {
    name: 'getComputedStyle',
    inSource: /^getComputedStyle\(\w+\);\w+=\w+\.getPropertyValue\("--nutui-picker-/,
  },
];

/**
 * Everything that can be known about a build without running it: templates, syntax, missing
 * files, sizes, privacy declarations. Empty when all is well. @throws when there is no build
 */
export function checkBuild(dist: string): BuildProblem[] {
  const files = new MiniProgramFiles(dist);
  return [
    ...compileTemplates(files).problems,
    ...checkScripts(files),
    ...checkPages(files),
    ...checkTabBar(files),
    ...checkSizes(files),
    ...checkPrivacy(files),
  ];
}

/** A problem as one line: `file:line:column: message`. */
export function describeProblem({ file, line, column, message }: BuildProblem): string {
  return [file, line, column]
    .filter((part) => part !== undefined)
    .join(':')
    .concat(`: ${message}`);
}

/** WeChat's compiler takes ES2015; a newer syntax is refused at upload or breaks an old phone. */
function checkScripts(files: MiniProgramFiles): BuildProblem[] {
  return files.list('.js').flatMap((file) => {
    const source = files.read(file);
    let program: Program;
    try {
      program = parse(source, { ecmaVersion: 2015, sourceType: 'script', locations: true });
    } catch (error) {
      const { message, loc } = error as SyntaxError & { loc: { line: number; column: number } };
      return [{ file, line: loc.line, column: loc.column + 1, message: `not ES2015: ${message}` }];
    }
    return findFreeNames(program, foreignGlobals)
      .filter(
        ({ name, start }) =>
          !browserOnlyUses.some((use) => use.name === name && use.inSource.test(source.slice(start))),
      )
      .map(({ name, line, column }) => ({
        file,
        line,
        column: column + 1,
        message: `${name} does not exist in a mini-program`,
      }));
  });
}

function checkPages(files: MiniProgramFiles): BuildProblem[] {
  // The style and the configuration of a page may be absent.
  const missing = files.pages.flatMap(({ path }) =>
    ['js', 'wxml'].map((extension) => `${path}.${extension}`).filter((file) => !files.has(file)),
  );
  return missing.map((file) => ({ file, message: 'is missing, though app.json lists its page' }));
}

function checkTabBar(files: MiniProgramFiles): BuildProblem[] {
  const { tabs } = files;
  const problems: BuildProblem[] = [];
  if (tabs.length < MIN_TABS || tabs.length > MAX_TABS) {
    problems.push({
      file: 'app.json',
      message: `tabBar has ${tabs.length} tabs, not ${MIN_TABS} to ${MAX_TABS}`,
    });
  }
  for (const { pagePath, iconPath, selectedIconPath } of tabs) {
    if (!files.app.pages.includes(pagePath)) {
      problems.push({ file: 'app.json', message: `the tab ${pagePath} is no page of the main package` });
    }
    for (const named of [iconPath, selectedIconPath]) {
      for (const icon of named ? iconFiles(files, named) : []) {
        if (!files.has(icon))
          problems.push({ file: icon, message: `is missing, the icon of the tab ${pagePath}` });
        else if (files.size(icon) > ICON_LIMIT) {
          problems.push({
            file: icon,
            message: `has ${files.size(icon)} bytes; an icon may have ${ICON_LIMIT}`,
          });
        }
      }
    }
  }
  return problems;
}

/** The files that an icon stands for: itself, or with a variable ("@icon") one per theme. */
function iconFiles(files: MiniProgramFiles, named: string): string[] {
  if (!named.startsWith('@')) return [named];
  const location = files.app.themeLocation ?? 'theme.json';
  if (!files.has(location)) return [`${location} (for ${named})`];
  const themes = JSON.parse(files.read(location)) as Record<string, Record<string, string>>;
  return ['light', 'dark'].map(
    (theme) => themes[theme]?.[named.slice(1)] ?? `${named} of the ${theme} theme`,
  );
}

/** Bytes of each package; the main one has the root ''. */
export function packageSizes(files: MiniProgramFiles): Map<string, number> {
  const roots = [...new Set(files.pages.map(({ root }) => root))];
  const sizes = new Map(roots.map((root) => [root, 0]));
  for (const file of files.list()) {
    const root = roots.find((each) => each !== '' && file.startsWith(`${each}/`)) ?? '';
    sizes.set(root, (sizes.get(root) ?? 0) + files.size(file));
  }
  return sizes;
}

function checkSizes(files: MiniProgramFiles): BuildProblem[] {
  const sizes = packageSizes(files);
  const problems: BuildProblem[] = [];
  for (const [root, bytes] of sizes) {
    const budget = root === '' ? MAIN_PACKAGE_BUDGET : SUBPACKAGE_BUDGET;
    const file = root || 'main package';
    if (bytes > PACKAGE_LIMIT)
      problems.push({ file, message: `has ${bytes} bytes; WeChat takes ${PACKAGE_LIMIT}` });
    else if (bytes > budget) problems.push({ file, message: `has ${bytes} bytes; our budget is ${budget}` });
  }
  const total = [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
  if (total > TOTAL_LIMIT) {
    problems.push({ file: 'all packages', message: `have ${total} bytes; WeChat takes ${TOTAL_LIMIT}` });
  }
  return problems;
}

function checkPrivacy(files: MiniProgramFiles): BuildProblem[] {
  const problems: BuildProblem[] = [];
  if (files.app.__usePrivacyCheck__ !== true) {
    problems.push({ file: 'app.json', message: '__usePrivacyCheck__ is not true' });
  }
  for (const info of files.app.requiredPrivateInfos ?? []) {
    if (!legalPrivateInfos.has(info)) {
      problems.push({
        file: 'app.json',
        message: `requiredPrivateInfos names ${info}, which WeChat does not know`,
      });
    }
  }
  return problems;
}
