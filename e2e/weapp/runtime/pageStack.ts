import path from 'node:path';
import type { Engine, PageRoot } from './engine';
import type { ErrorLog } from './errorLog';
import type { MiniProgramFiles } from './miniProgramFiles';
import type { ModuleLoader } from './modules';
import type { Packages } from './packages';
import type { Realm } from './realm';
import { WxFailure } from './wx/wxFailure';

/** WeChat keeps at most ten pages open (wx.navigateTo, "webview count limit exceed"). */
const MAX_PAGES = 10;

/** A page that is open, on the stack or as a resting tab. */
export interface OpenPage {
  path: string;
  query: Record<string, string>;
  root: PageRoot;
  /** What the navigation bar says. */
  title: string;
}

/** A page and what it is given. */
interface Destination {
  path: string;
  query: Record<string, string>;
}

interface Surroundings {
  files: MiniProgramFiles;
  engine: Engine;
  modules: ModuleLoader;
  packages: Packages;
  realm: Realm;
  errors: ErrorLog;
  /** Called when a url names no page; tells whether the app took care of it. */
  pageNotFound(path: string, query: Record<string, string>): boolean;
}

/** The open pages with WeChat's rules of navigation and the lifecycle functions of each page. */
export class PageStack {
  private stack: OpenPage[] = [];
  private readonly tabs = new Map<string, OpenPage>();

  constructor(private readonly surroundings: Surroundings) {}

  /** The page that the person sees. */
  get top(): OpenPage {
    const top = this.stack.at(-1);
    if (!top) throw new Error('no page is open');
    return top;
  }

  get depth(): number {
    return this.stack.length;
  }

  /** What getCurrentPages() tells the app: `this` of each open page, the shown one last. */
  callers(): unknown[] {
    return this.stack.map((page) => page.root.caller);
  }

  /** Opens the first page of a launch. */
  launch(target: Destination): void {
    if (!this.isPage(target.path) && this.surroundings.pageNotFound(target.path, target.query)) return;
    this.requirePage(target.path);
    this.openOn(target, 'launch');
  }

  navigateTo(url: string): void {
    const target = this.resolve(url);
    this.requirePage(target.path);
    if (this.isTab(target.path)) throw new WxFailure('can not navigateTo a tabbar page');
    if (this.stack.length >= MAX_PAGES) throw new WxFailure(`webview count limit exceed`);
    this.hide(this.top);
    this.openOn(target, 'navigateTo');
  }

  redirectTo(url: string): void {
    const target = this.resolve(url);
    this.requirePage(target.path);
    if (this.isTab(target.path)) throw new WxFailure('can not redirectTo a tabbar page');
    const left = this.stack.pop();
    if (left) this.leave(left);
    this.openOn(target, 'redirectTo');
  }

  reLaunch(url: string): void {
    const target = this.resolve(url);
    this.requirePage(target.path);
    this.closeAll();
    this.openOn(target, 'reLaunch');
  }

  /** Closes every page that is not a tab and shows the tab, made when it is opened for the first time. */
  switchTab(url: string): void {
    const target = this.resolve(url);
    if (!this.isPage(target.path) || !this.isTab(target.path))
      throw new WxFailure('can not switch to no-tabBar page');
    const resting = this.tabs.get(target.path);
    if (resting && this.stack.at(-1) === resting) return;
    const before = this.stack;
    this.stack = [];
    for (const page of before.reverse()) {
      if (this.tabs.get(page.path) !== page) this.close(page);
      else if (page !== resting && before.length === 1) this.hide(page);
    }
    if (resting) {
      this.stack = [resting];
      this.show(resting);
    } else {
      // A tab takes no parameters: WeChat drops those of switchTab.
      this.openOn({ path: target.path, query: {} }, 'switchTab');
    }
  }

  navigateBack(delta: number): void {
    if (this.stack.length <= 1) throw new WxFailure('cannot navigate back at first page.');
    for (let left = Math.min(Math.max(delta, 1), this.stack.length - 1); left > 0; left -= 1) {
      const page = this.stack.pop();
      if (page) this.close(page);
    }
    this.show(this.top);
  }

  /** Ends every page, for reLaunch and at the end of the app. */
  closeAll(): void {
    const open = new Set([...this.stack].reverse().concat([...this.tabs.values()]));
    this.stack = [];
    this.tabs.clear();
    for (const page of open) this.close(page);
  }

  show(page: OpenPage): void {
    this.callHook(page, 'onShow');
    this.safely(`show ${page.path}`, () => page.root.triggerPageLifetime('show'));
  }

  hide(page: OpenPage): void {
    this.callHook(page, 'onHide');
    this.safely(`hide ${page.path}`, () => page.root.triggerPageLifetime('hide'));
  }

  /** Calls a function of the page if it has it; what it throws is recorded. */
  callHook(page: OpenPage, hook: string, argument?: unknown): unknown {
    const handler = page.root.caller[hook];
    if (typeof handler !== 'function') return undefined;
    return this.safely(`Page ${hook} ${page.path}`, () => handler.call(page.root.caller, argument));
  }

  isPage(pagePath: string): boolean {
    return this.surroundings.files.pages.some((page) => page.path === pagePath);
  }

  private leave(page: OpenPage): void {
    // A tab rests when another is switched to; redirectTo from it ends it.
    this.tabs.delete(page.path);
    this.close(page);
  }

  private openOn(target: Destination, openType: string): void {
    const { engine, modules, packages, realm, files } = this.surroundings;
    modules.loadComponent(target.path);
    const root = engine.createPage(target.path);
    const query = realm.copyIn(target.query);
    const title =
      files.config(target.path).navigationBarTitleText ?? files.app.window?.navigationBarTitleText ?? '';
    const page: OpenPage = { path: target.path, query: target.query, root, title };
    Object.assign(root.caller, { route: target.path, __route__: target.path, options: query });
    this.stack.push(page);
    if (this.isTab(page.path)) this.tabs.set(page.path, page);
    this.callHook(page, 'onLoad', query);
    this.safely(`attach ${page.path}`, () => root.attach());
    this.show(page);
    const { setTimeout: later } = realm.global as { setTimeout(work: () => void, delayMs: number): void };
    later(() => this.callHook(page, 'onReady', { openType }), 0);
    packages.preload(page.path);
  }

  private close(page: OpenPage): void {
    this.callHook(page, 'onUnload');
    this.safely(`detach ${page.path}`, () => page.root.release());
  }

  private safely<T>(where: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.surroundings.errors.add(where, error);
      return undefined;
    }
  }

  private isTab(pagePath: string): boolean {
    return this.surroundings.files.isTab(pagePath);
  }

  private requirePage(pagePath: string): void {
    if (!this.isPage(pagePath)) throw new WxFailure(`page "${pagePath}" is not found`);
    this.surroundings.packages.require(pagePath);
  }

  private resolve(url: string): Destination {
    const [address = '', search = ''] = url.split('?', 2);
    const current = this.stack.at(-1)?.path ?? '';
    const pagePath = address.startsWith('/')
      ? path.posix.normalize(address.slice(1))
      : path.posix.join(path.posix.dirname(current), address);
    return { path: pagePath.replace(/\.html$/, ''), query: parseQuery(search) };
  }
}

/** WeChat hands parameters over as they stand in the url: it does not decode them. */
function parseQuery(search: string): Record<string, string> {
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', ...value] = pair.split('=');
    query[name] = value.join('=');
  }
  return query;
}
