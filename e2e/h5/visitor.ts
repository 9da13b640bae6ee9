import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Clock } from '../../cloud/ports/clock';

/** Words on the screen, or a pattern of them. */
export type Said = string | RegExp;

/** Words as they may stand: numbers keep their units by a firm space (ui/keepTogether.ts), which a pattern's plain one is not. */
function asDrawn(words: Said): Said {
  return typeof words === 'string' ? words : new RegExp(words.source.replaceAll(' ', '\\s'), words.flags);
}

/** A busy machine may take its time; what does not come by then does not come. */
const PATIENCE_MS = 30_000;

/** A phone of the smallest width that is still common. */
export const phone = { width: 360, height: 740 };
export const pc = { width: 1280, height: 800 };

/**
 * Somebody at a browser of their own, who sees and presses what a person sees: by words and labels, never by class.
 * Whatever the console, the network or the server complains about meanwhile is kept; `leave` throws it.
 */
export class Visitor {
  private readonly troubles: string[] = [];
  private readonly expected = new Set<string>();
  private isOffline = false;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly url: string,
  ) {
    this.watch(page);
  }

  /** Opens a browser window; nothing is loaded yet. */
  static async arrive(
    browser: Browser,
    url: string,
    clock: Clock,
    options: BrowserContextOptions = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: phone,
      locale: 'zh-CN',
      // Not where the unit is: the screens must count days in Shanghai whatever the device says.
      timezoneId: 'America/Los_Angeles',
      reducedMotion: 'reduce',
      ...options,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    await context.addInitScript(shiftDate(clock.now().getTime() - Date.now()));
    const page = await context.newPage();
    return new Visitor(page, context, url);
  }

  /** Opens a path of the server; the first tab when none is named. */
  async open(path = '/'): Promise<void> {
    await this.page.goto(this.url + path);
  }

  /** Steps into a pair of the demo's shoes on the entry page: 江晨. */
  async stepInto(name: string): Promise<void> {
    await this.open();
    await this.press(`用${name}的身份看看`, { isPart: true });
    await this.sees('同志，');
  }

  /** Changes to one of the four tabs. */
  async tab(name: '晨学' | '答题' | '支部' | '我的'): Promise<void> {
    await this.isSettled();
    await this.page.getByRole('link', { name, exact: true }).filter({ visible: true }).click();
    await this.page.locator('a[aria-current=page]', { hasText: name }).filter({ visible: true }).waitFor();
  }

  /** Waits until one page alone is seen: while one slides over the other, both have their buttons. */
  private async isSettled(): Promise<void> {
    await this.page.waitForFunction(
      () => [...document.querySelectorAll('.taro_page')].filter((one) => one.clientHeight > 0).length === 1,
    );
  }

  /** Goes to the desk, by 我的. */
  async goToDesk(): Promise<void> {
    await this.tab('我的');
    await this.press('工作台', { isPart: true });
  }

  /** Changes to another place of the desk, by its navigation. */
  async desk(place: string): Promise<void> {
    await this.isSettled();
    const nav = this.page.getByRole('navigation', { name: '工作台' }).filter({ visible: true });
    await nav
      .getByRole('button', { name: place, exact: true })
      .click()
      .catch((error: Error) => this.tells(error));
  }

  /** A button by its name. */
  button(name: Said, { isPart = false } = {}): Locator {
    return this.page.getByRole('button', { name: asDrawn(name), exact: !isPart }).filter({ visible: true });
  }

  /** Presses a button by its name; `isPart`: rows say more than what one looks for. */
  async press(name: Said, options: { isPart?: boolean; among?: Locator } = {}): Promise<void> {
    const { isPart = false, among } = options;
    await this.isSettled();
    const scope = among ?? this.page;
    await scope
      .getByRole('button', { name: asDrawn(name), exact: !isPart })
      .filter({ visible: true })
      .click()
      .catch((error: Error) => this.tells(error));
  }

  /** What is on the screen, beside what went wrong: a journey that fails once in a hundred times must say why. */
  private async tells(error: Error): Promise<never> {
    throw new Error(`${error.message}\n${this.page.url()} says:\n${await this.reads()}`);
  }

  /** The answers that one may choose now. */
  answers(): Locator {
    return this.page
      .locator('[role=radio]:not([aria-disabled]), [role=checkbox]:not([aria-disabled])')
      .filter({ visible: true });
  }

  /** Waits until the browser keeps what it needs to open the pages, and the last pieces, without network. */
  async shellIsKept(): Promise<void> {
    await this.page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await this.page.waitForFunction(() => Object.keys(localStorage).some((key) => key.includes('recent')));
  }

  /** Chooses the answer (radio or checkbox) that says this. */
  async choose(name: Said, role: 'radio' | 'checkbox' = 'radio'): Promise<void> {
    await this.page
      .getByRole(role, { name: asDrawn(name) })
      .filter({ visible: true })
      .click()
      .catch((error: Error) => this.tells(error));
  }

  /** Writes into the field with this label. */
  async write(label: string, text: string): Promise<void> {
    await this.field(label)
      .fill(text)
      .catch((error: Error) => this.tells(error));
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true }).filter({ visible: true });
  }

  /** Waits until this is on the screen. */
  async sees(words: Said): Promise<Locator> {
    const found = this.page.getByText(asDrawn(words)).filter({ visible: true }).first();
    await found.waitFor().catch((error: Error) => this.tells(error));
    return found;
  }

  /** Waits until this is not on the screen (any more). */
  async misses(words: Said): Promise<void> {
    await this.page
      .getByText(asDrawn(words))
      .filter({ visible: true })
      .first()
      .waitFor({ state: 'detached' });
  }

  /** All that can be read now. */
  async reads(): Promise<string> {
    return (await this.page.locator('body').innerText()).replaceAll('\u00a0', ' ');
  }

  async losesNetwork(): Promise<void> {
    this.isOffline = true;
    await this.context.setOffline(true);
  }

  async findsNetwork(): Promise<void> {
    await this.context.setOffline(false);
    this.isOffline = false;
  }

  /** From here on the server may refuse with this code; any other refusal is a trouble. */
  expectsRefusal(code: string): void {
    this.expected.add(code);
  }

  /** Closes the window and throws what went wrong behind the screen. */
  async leave(): Promise<void> {
    await this.context.close();
    if (this.troubles.length > 0) throw new Error(`behind the screen:\n${this.troubles.join('\n')}`);
  }

  private watch(page: Page): void {
    page.on('pageerror', (error) => this.troubles.push(`thrown: ${error.stack ?? error.message}`));
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // Chromium's own word on an answer of 400 or more, or on no answer: both are judged below.
      if (message.text().startsWith('Failed to load resource')) return;
      if (message.text() === 'Service Worker registration blocked by Playwright') return;
      this.troubles.push(`console: ${message.text()}`);
    });
    page.on('requestfailed', (request) => {
      const why = request.failure()?.errorText ?? '';
      // A page left behind takes its requests with it. Word of a request without network may come after the network.
      if (this.isOffline || ['net::ERR_ABORTED', 'net::ERR_INTERNET_DISCONNECTED'].includes(why)) return;
      this.troubles.push(`failed: ${request.method()} ${request.url()} ${why}`);
    });
    page.on('response', async (response) => {
      if (response.status() < 400) return;
      const said = await response.text().catch(() => '');
      const code = /"code":"(\w+)"/.exec(said)?.[1] ?? '';
      if (this.expected.has(code)) return;
      this.troubles.push(`refused: ${response.status()} ${response.url()} ${said.slice(0, 200)}`);
    });
  }
}

/** For the browser: its date is the server's, its timers stay real. Text, because a compiled function may lean on what is not there. */
function shiftDate(byMs: number): string {
  return `{
    const RealDate = Date;
    const now = () => RealDate.now() + ${byMs};
    window.Date = new Proxy(RealDate, {
      construct: (_, given) => (given.length === 0 ? new RealDate(now()) : new RealDate(...given)),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }`;
}
