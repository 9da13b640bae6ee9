import { controlOf, isDisabled, work } from './runtime/controls';
import type { EngineElement } from './runtime/engine';
import { type AppError, ErrorLog } from './runtime/errorLog';
import { MiniProgramFiles } from './runtime/miniProgramFiles';
import { openByType } from './runtime/openTypes';
import { textOf, type ViewNode } from './runtime/pageView';
import { type Device, type Session, startSession } from './runtime/session';
import type { Dialog } from './runtime/wx/dialogs';
import { newPhoneMedia, type PhoneMedia } from './runtime/wx/mediaApis';
import type { CloudCall, HttpRequest, HttpResponse } from './runtime/wx/networkApis';
import type { RecordedCall } from './runtime/wx/pageApis';
import { nameOf, Screen, type Target } from './screen';

/** How long an action waits for the app to come to rest; journeys then wait for a text. */
const ACTION_PATIENCE_MS = 500;
/** How long a person looks for what is not there yet. A busy machine may take its time; what does not come by then does not come. */
const WAIT_MS = 30_000;
/** NutUI's wheels take a movement of up to 300 ms for a flick. */
const SLOW_FINGER_MS = 320;
/** WeChat's scene of an app opened from the list of mini-programs. */
const SCENE_LIST = 1001;

/** How the app is opened. */
export interface Launch {
  /** The page to open; the first of app.json when absent. */
  path?: string;
  query?: Record<string, string>;
  scene?: number;
}

export interface LaunchRequest extends Launch {
  /** Folder of the build, "dist/weapp". */
  dist: string;
  /** Answers wx.cloud.callFunction; a rejection is a function that crashed. */
  cloud?: (name: string, data: unknown) => Promise<unknown>;
  /** Answers wx.request; without it every request fails. */
  request?: (request: HttpRequest) => Promise<HttpResponse>;
  /** What the phone has stored for this app already. */
  storage?: Record<string, unknown>;
  /** WeChat's font size in px, 16 when absent. */
  fontSize?: number;
  theme?: 'light' | 'dark';
  /** Whether the person has agreed to WeChat's privacy guide before. */
  hasAgreedToPrivacy?: boolean;
  /** Milliseconds since 1970 for the app's clock; the real one when absent. */
  now?: () => number;
  /** The mini-program's own appid, all zeros when absent. */
  appId?: string;
  /** What wx.login gives; WeChat's server would exchange it for the openid. */
  newLoginCode?: () => string;
  /** How long hands and eyes wait for what is not there yet, half a minute when absent. */
  patienceMs?: number;
}

/**
 * Starts the app of a build as a tap on its icon does and waits until it rests.
 *
 * ```ts
 * const app = await launchMiniProgram({ dist: 'dist/weapp', cloud: (name, data) => answer(data) });
 * await app.tap('我学完了');
 * await app.waitForText('今日已学');
 * await app.close();
 * ```
 *
 * @throws when the build is missing or a template does not compile
 */
export async function launchMiniProgram(request: LaunchRequest): Promise<MiniProgram> {
  const app = new MiniProgram(request);
  await app.settle();
  return app;
}

/**
 * A mini-program on a phone, and the hands and eyes of the person who holds it. Every action looks
 * for its target until it is there and can be used, and afterwards waits until the app has come to
 * rest, at most half a second.
 */
export class MiniProgram extends Screen {
  /** Every cloud call and request, with what came back. */
  readonly calls: CloudCall[] = [];
  protected override session: Session;
  private readonly patienceMs: number;
  private readonly files: MiniProgramFiles;
  private readonly log = new ErrorLog();
  private readonly device: Device;

  constructor(private readonly request: LaunchRequest) {
    super();
    this.patienceMs = request.patienceMs ?? WAIT_MS;
    this.files = new MiniProgramFiles(request.dist);
    this.device = {
      entries: new Map(
        Object.entries(request.storage ?? {}).map(([key, value]) => [key, JSON.stringify(value)]),
      ),
      privacy: { isAgreed: request.hasAgreedToPrivacy ?? false },
      media: newPhoneMedia(),
      phone: { fontSize: request.fontSize ?? 16, theme: request.theme ?? 'light' },
      account: {
        appId: request.appId ?? 'wx0000000000000000',
        newLoginCode: request.newLoginCode ?? (() => `login-code-${Date.now()}`),
      },
      network: {
        isOnline: true,
        calls: this.calls,
        cloud: request.cloud ?? (() => Promise.reject(new Error('this test gave the app no cloud'))),
        request: request.request ?? (() => Promise.reject(new Error('this test gave the app no server'))),
      },
      downloaded: new Set(),
    };
    this.session = this.start(request);
  }

  // Hands

  /** Taps a button of an open window, else what the target names on the page. */
  async tap(target: Target): Promise<void> {
    const aim = await this.patiently(() => this.aimAt(target));
    if (aim.kind === 'button') aim.window.choose(aim.button);
    else {
      const { node } = aim;
      this.touch(node, 'tap');
      const control = controlOf(node, this.view());
      if (control) {
        work(control, this.values, {
          dispatch: (element, type, detail) => this.dispatch(element, type, detail),
          open: (opener, openType) => openByType(opener, openType, this.session, this.device.privacy),
        });
      }
    }
    await this.settle();
  }

  /** Presses for longer than 350 ms. */
  async longPress(target: Target): Promise<void> {
    const node = await this.patiently(() => this.usable(this.nodeOf(target)));
    this.touch(node, 'longpress');
    await this.settle();
  }

  /** Types `value` into a field (named by placeholder, aria-label, or as element), replacing what is there. */
  async input(target: Target, value: string): Promise<void> {
    const { element } = await this.patiently(() => this.fieldOf(target));
    // "maxlength: 最大输入长度，设置为 -1 的时候不限制最大长度", 140 by default.
    const maxLength = Number(element.getAttribute('maxlength') ?? 140);
    if (maxLength >= 0 && value.length > maxLength) {
      throw new Error(`the field takes ${maxLength} characters; ${value.length} cannot be typed`);
    }
    this.dispatch(element, 'focus', { value: this.values.read(element, 'value') ?? '', height: 0 });
    this.values.enter(element, 'value', value);
    this.dispatch(element, 'input', { value, cursor: value.length, keyCode: 0 });
    await this.settle();
    this.dispatch(element, 'blur', { value, cursor: value.length });
    await this.settle();
  }

  /** Presses the keyboard's confirm key (完成, 搜索) in a field. */
  async confirm(target: Target): Promise<void> {
    const { element } = await this.patiently(() => this.fieldOf(target));
    await this.fire(target, 'confirm', { value: this.values.read(element, 'value') ?? '' });
  }

  /** Chooses in a picker: the index for a selector, indexes for several columns, text for a date or time. */
  async pick(target: Target, value: number | string | readonly number[]): Promise<void> {
    const node = await this.patiently(() => this.pickerOf(target));
    this.values.enter(node.element, 'value', value);
    this.dispatch(node.element, 'change', { value });
    await this.settle();
  }

  /** Moves a finger over what the target names, so many pixels down (negative: up), and lets what follows come to rest. */
  async swipe(target: Target, { down }: { down: number }): Promise<void> {
    const node = await this.patiently(() => this.nodeOf(target));
    const send = (type: string, pageY: number) => {
      const point = { identifier: 0, pageX: 0, pageY, clientX: 0, clientY: pageY, force: 1 };
      const touches = type === 'touchend' ? [] : [point];
      this.session.engine.dispatch(
        node.element,
        type,
        { x: 0, y: pageY },
        { bubbles: true, extraFields: { touches, changedTouches: [point] } },
      );
    };
    send('touchstart', 0);
    await this.settle();
    // Slower than a flick, after which wheels would run on.
    await new Promise((resolve) => setTimeout(resolve, SLOW_FINGER_MS));
    send('touchmove', down);
    await this.settle();
    send('touchend', down);
    await this.settle();
    // Nothing is animated here: what was set in motion has come to rest at once.
    this.session.engine.dispatch(node.element, 'transitionend', {}, { bubbles: true });
    await this.settle();
  }

  /** Sends any other event: "scrolltolower", "change" of a swiper, "error" of an image. */
  async fire(target: Target, type: string, detail: unknown = {}): Promise<void> {
    const { element } = await this.patiently(() => this.nodeOf(target));
    this.dispatch(element, type, detail);
    await this.settle();
  }

  /** Taps a tab of the tab bar by its text. */
  async switchTab(text: string): Promise<void> {
    const { stack } = this.session;
    const index = this.files.tabs.findIndex((tab) => tab.text === text);
    const tab = this.files.tabs[index];
    if (!tab)
      throw new Error(`no tab ${text}; there are ${this.files.tabs.map((each) => each.text).join(', ')}`);
    if (!this.files.isTab(stack.top.path)) throw new Error(this.explain('no tab bar is shown'));
    stack.switchTab(`/${tab.pagePath}`);
    stack.callHook(stack.top, 'onTabItemTap', { index, pagePath: tab.pagePath, text });
    await this.settle();
  }

  /** Goes back by the bar's arrow or the phone's gesture. @throws on the first page */
  async back(): Promise<void> {
    this.session.stack.navigateBack(1);
    await this.settle();
  }

  /** The number of open pages: 1 is a page without a way back. */
  depth(): number {
    return this.session.stack.depth;
  }

  /** Pulls the page down to refresh it. */
  async pullDown(): Promise<void> {
    this.session.stack.callHook(this.session.stack.top, 'onPullDownRefresh');
    await this.settle();
  }

  /** Scrolls the page to its end. */
  async scrollToEnd(): Promise<void> {
    this.session.stack.callHook(this.session.stack.top, 'onReachBottom');
    await this.settle();
  }

  /** The card that forwarding this page makes, undefined when it cannot be forwarded. */
  share(): unknown {
    return this.session.stack.callHook(this.session.stack.top, 'onShareAppMessage', { from: 'menu' });
  }

  /** What the next scan reads. Without it the scanner is closed without a result. */
  willScan(code: string): void {
    this.session.dialogs.nextScan = code;
  }

  /** WeChat's proof of the phone number at the next request for it. Without it the person says no. */
  willGivePhone(code: string): void {
    this.session.dialogs.nextPhoneCode = code;
  }

  /** What the person answers to requests for subscription messages from now on. */
  willSubscribe(answer: 'accept' | 'reject'): void {
    this.session.dialogs.subscribeAnswer = answer;
  }

  /** What the person chooses next from the album or a chat; without it the chooser is closed. */
  willChoose(name: string, content: Buffer): void {
    this.device.media.nextChoice = { name, content };
  }

  /** What the microphone hears from now on; without it its use is refused. */
  willSay(content: Buffer, seconds: number): void {
    this.device.media.microphone = { content, seconds };
  }

  /** What the locked screen shows and plays. */
  sound(): Readonly<PhoneMedia['sound']> {
    return this.device.media.sound;
  }

  /** So many seconds of the sound are heard. */
  async hear(seconds: number): Promise<void> {
    this.session.sound.hear(seconds);
    await this.settle();
  }

  /** The pause button of the locked screen. */
  async holdSound(): Promise<void> {
    this.session.sound.hold();
    await this.settle();
  }

  // The phone around it

  /** The network goes: running calls lose their answers, new ones fail with "request:fail". */
  async offline(): Promise<void> {
    await this.setNetwork(false);
  }

  async online(): Promise<void> {
    await this.setNetwork(true);
  }

  /** The person switches to another app … */
  async toBackground(): Promise<void> {
    this.session.stack.hide(this.session.stack.top);
    this.session.callApp('onHide', {});
    this.session.listeners.emit('AppHide', {});
    await this.settle();
  }

  /** … and comes back. */
  async toForeground(): Promise<void> {
    const launch = this.launchOptions({});
    this.session.callApp('onShow', launch);
    this.session.listeners.emit('AppShow', launch);
    this.session.stack.show(this.session.stack.top);
    await this.settle();
  }

  /** A card in a chat is tapped while the app runs: it comes to the front on that page and nothing else is open. */
  async openCard({ path, query = {} }: { path: string; query?: Record<string, string> }): Promise<void> {
    const search = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    const launch = this.launchOptions({ path, query });
    this.session.callApp('onShow', launch);
    this.session.listeners.emit('AppShow', launch);
    this.session.stack.reLaunch(`/${path}${search.length > 0 ? `?${search.join('&')}` : ''}`);
    await this.settle();
  }

  /** The phone changes between light and dark. */
  async setTheme(theme: 'light' | 'dark'): Promise<void> {
    this.device.phone.theme = theme;
    this.session.callApp('onThemeChange', { theme });
    this.session.listeners.emit('ThemeChange', { theme });
    await this.settle();
  }

  /** The process is killed without warning and started again, with the same storage. */
  async relaunch(launch: Launch = {}): Promise<void> {
    this.session.kill();
    this.session = this.start(launch);
    await this.settle();
  }

  /** What the phone has stored for the app. */
  storage(): Record<string, unknown> {
    return Object.fromEntries(
      [...this.device.entries].map(([key, json]) => [key, JSON.parse(json) as unknown]),
    );
  }

  /** Calls of this run that only change looks or feel (setTabBarBadge, vibrateShort, …), oldest first. */
  recorded(): readonly RecordedCall[] {
    return this.session.recorded;
  }

  // Waiting, errors, the end

  /** Waits until what can be read contains `text` (or matches it). */
  async waitForText(text: string | RegExp): Promise<void> {
    await this.waitFor(() => isPart(this.text(), text), `"${text}"`);
  }

  /** Waits until what can be read no longer contains `text`. */
  async waitForNoText(text: string | RegExp): Promise<void> {
    await this.waitFor(() => !isPart(this.text(), text), `"${text}" to go`);
  }

  /** Waits until this page is on top. */
  async waitForPage(path: string): Promise<void> {
    await this.waitFor(() => this.page().path === path, `the page ${path}`);
  }

  /** Waits until `condition` holds; `what` names it in the message of failure. */
  async waitFor(condition: () => boolean, what: string): Promise<void> {
    await this.patiently(() => {
      if (!condition()) throw new Error(this.explain(`waited ${this.patienceMs} ms for ${what}`));
    });
    await this.settle();
  }

  /** Looks again and again until `look` finds something. @throws what stood in the way at the last look */
  private async patiently<T>(look: () => T): Promise<T> {
    const giveUpAt = Date.now() + this.patienceMs;
    for (;;) {
      try {
        return look();
      } catch (error) {
        if (Date.now() > giveUpAt) throw error;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }

  /** What a tap would hit: a button of an open window, else what the target names on the page. */
  private aimAt(
    target: Target,
  ): { kind: 'node'; node: ViewNode } | { kind: 'button'; window: Dialog; button: string } {
    const { open } = this.session.dialogs;
    if (!open) return { kind: 'node', node: this.usable(this.nodeOf(target)) };
    const button = open.buttons.find((name) => name === target);
    if (button === undefined)
      throw new Error(`a window is open over ${nameOf(target)}; its buttons are ${open.buttons.join(', ')}`);
    return { kind: 'button', window: open, button };
  }

  private pickerOf(target: Target): ViewNode {
    let node: ViewNode | undefined = this.nodeOf(target);
    while (node && node.tag !== 'picker') node = node.parent;
    if (!node) throw new Error(this.explain(`no picker around ${nameOf(target)}`));
    if (isDisabled(node)) throw new Error(this.explain(`the picker ${nameOf(target)} is disabled`));
    return node;
  }

  /** @throws when a button around it is disabled */
  private usable(node: ViewNode): ViewNode {
    for (let around: ViewNode | undefined = node; around; around = around.parent) {
      if (around.tag === 'button' && isDisabled(around))
        throw new Error(this.explain(`"${textOf(around)}" is disabled and cannot be tapped`));
    }
    return node;
  }

  /** Waits until nothing is about to happen. */
  async settle(): Promise<void> {
    await this.session.activity.settle(ACTION_PATIENCE_MS);
  }

  override errors(): string[] {
    return this.log.list().map(sentence);
  }

  /** As `errors`, and forgets them: for a test that expects one. */
  takeErrors(): string[] {
    return this.log.take().map(sentence);
  }

  /** Ends the app. @throws when an error occurred that the test has not taken */
  async close(): Promise<void> {
    await this.settle();
    this.session.kill();
    const [first, ...others] = this.log.take();
    if (!first) return;
    const more = others.map((error) => `\n  also ${sentence(error)}`).join('');
    throw new Error(`the app had an error: ${sentence(first)}${more}\n${first.stack}`);
  }

  private start(launch: Launch): Session {
    return startSession({
      files: this.files,
      device: this.device,
      errors: this.log,
      launch: this.launchOptions(launch),
      now: this.request.now,
    });
  }

  private launchOptions({ path, query = {}, scene = SCENE_LIST }: Launch) {
    const first = this.files.app.entryPagePath ?? this.files.app.pages[0] ?? '';
    return { path: path ?? first, query, scene, referrerInfo: {} };
  }

  private async setNetwork(isOnline: boolean): Promise<void> {
    this.device.network.isOnline = isOnline;
    const networkType = isOnline ? 'wifi' : 'none';
    this.session.listeners.emit('NetworkStatusChange', { isConnected: isOnline, networkType });
    await this.settle();
  }

  private dispatch(element: EngineElement, type: string, detail: unknown): void {
    this.session.engine.dispatch(element, type, detail);
  }

  private touch(node: ViewNode, type: 'tap' | 'longpress'): void {
    const point = { identifier: 0, pageX: 0, pageY: 0, clientX: 0, clientY: 0, force: 1 };
    const send = (event: string, touches: unknown[]) =>
      this.session.engine.dispatch(
        node.element,
        event,
        { x: 0, y: 0 },
        { bubbles: true, extraFields: { touches, changedTouches: [point] } },
      );
    send('touchstart', [point]);
    if (type === 'longpress') send('longpress', [point]);
    send('touchend', []);
    if (type === 'tap') send('tap', []);
  }
}

function isPart(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

function sentence({ where, message }: AppError): string {
  return `${where}: ${message}`;
}
