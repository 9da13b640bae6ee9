import { asyncApi, type WxContext, type WxOptions } from './asyncApi';
import { WxFailure } from './wxFailure';

/** A window of WeChat's own over the page, with the buttons a person can tap. */
export interface Dialog {
  title: string;
  content: string;
  buttons: readonly string[];
  /** Answers as a tap on that button does. */
  choose(button: string): void;
}

/**
 * Modals, action sheets, toasts and the other windows that WeChat draws over the page. A modal
 * stays open until the test taps one of its buttons, as for a person.
 */
export class Dialogs {
  /** The window that is open, if any. */
  open: Dialog | undefined;
  /** What the last toast or loading bar says while it is shown. */
  toast = '';
  /** What the next wx.scanCode reads; undefined means that the person closes the scanner. */
  nextScan: string | undefined;
  /** What the next button of getPhoneNumber gives; undefined means that the person says no. */
  nextPhoneCode: string | undefined;
  /** What a person answers to wx.requestSubscribeMessage. */
  subscribeAnswer: 'accept' | 'reject' = 'accept';
  private toastTimer: NodeJS.Timeout | undefined;

  constructor(private readonly context: WxContext) {}

  /** Shows a window and resolves with the index of the chosen button. */
  ask(title: string, content: string, buttons: readonly string[]): Promise<number> {
    return new Promise((resolve) => {
      this.open = {
        title,
        content,
        buttons,
        choose: (button) => {
          this.open = undefined;
          resolve(buttons.indexOf(button));
        },
      };
    });
  }

  close(): void {
    clearTimeout(this.toastTimer);
    this.open = undefined;
  }

  apis(): Record<string, unknown> {
    const { context } = this;
    const { realm } = context;
    return {
      showModal: this.patient('showModal', async (options) => {
        const buttons = [String(options.confirmText ?? '确定')];
        if (options.showCancel !== false) buttons.unshift(String(options.cancelText ?? '取消'));
        const chosen = await this.ask(String(options.title ?? ''), String(options.content ?? ''), buttons);
        const isConfirmed = chosen === buttons.length - 1;
        return { confirm: isConfirmed, cancel: !isConfirmed, content: null };
      }),
      showActionSheet: this.patient('showActionSheet', async (options) => {
        const items = Array.from((options.itemList ?? []) as Iterable<unknown>, String);
        if (items.length === 0 || items.length > 6)
          throw new WxFailure('parameter error: itemList should have 1 to 6 items');
        const tapIndex = await this.ask(String(options.alertText ?? ''), '', [...items, '取消']);
        if (tapIndex === items.length) throw new WxFailure('cancel');
        return { tapIndex };
      }),
      showToast: asyncApi(context, 'showToast', (options) => {
        this.showToast(String(options.title ?? ''), Number(options.duration ?? 1500));
      }),
      hideToast: asyncApi(context, 'hideToast', () => this.hideToast()),
      showLoading: asyncApi(context, 'showLoading', (options) => this.showToast(String(options.title ?? ''))),
      hideLoading: asyncApi(context, 'hideLoading', () => this.hideToast()),
      scanCode: asyncApi(context, 'scanCode', () => {
        const result = this.nextScan;
        this.nextScan = undefined;
        if (result === undefined) throw new WxFailure('cancel');
        return { result, scanType: 'QR_CODE', charSet: 'utf-8', path: '', rawData: '' };
      }),
      requestSubscribeMessage: asyncApi(context, 'requestSubscribeMessage', (options) => {
        const ids = Array.from((options.tmplIds ?? []) as Iterable<unknown>, String);
        return realm.copyIn(Object.fromEntries(ids.map((id) => [id, this.subscribeAnswer])));
      }),
    };
  }

  /** A window may stay open for any time: the driver does not wait for its answer. */
  private patient(name: string, run: (options: WxOptions) => Promise<unknown>) {
    const withoutWaiting = { ...this.context, activity: { begin: () => () => undefined } };
    return asyncApi(withoutWaiting, name, run);
  }

  private showToast(title: string, durationMs?: number): void {
    clearTimeout(this.toastTimer);
    this.toast = title;
    if (durationMs !== undefined) this.toastTimer = setTimeout(() => this.hideToast(), durationMs);
  }

  private hideToast(): void {
    clearTimeout(this.toastTimer);
    this.toast = '';
  }
}
