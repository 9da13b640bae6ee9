import type { Activity } from '../activity';
import type { ErrorLog } from '../errorLog';
import type { Realm } from '../realm';
import { WxFailure } from './wxFailure';

/** What implementations of wx calls share. */
export interface WxContext {
  realm: Realm;
  errors: ErrorLog;
  activity: Pick<Activity, 'begin'>;
}

/** The options of a wx call as the app gave them. */
export type WxOptions = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (failure: unknown) => void;
  complete?: (outcome: unknown) => void;
};

export type WxFunction = (options?: WxOptions) => unknown;

/**
 * Wraps an implementation into WeChat's convention: the answer comes later, through success, fail
 * and complete, or as a promise when none of the three is given; `errMsg` is "<name>:ok" or
 * "<name>:fail <reason>". An error of the runtime itself is recorded and fails the call.
 */
export function asyncApi(
  { realm, errors, activity }: WxContext,
  name: string,
  run: (options: WxOptions) => unknown,
): WxFunction {
  return (options = {}) => {
    const end = activity.begin();
    const answer = async (): Promise<{ isOk: boolean; outcome: Record<string, unknown> }> => {
      // Even the simplest call crosses a bridge: nothing is answered within the caller's turn.
      await new Promise((resolve) => setImmediate(resolve));
      try {
        const result = await run(options);
        return { isOk: true, outcome: { ...(result as object | undefined), errMsg: `${name}:ok` } };
      } catch (error) {
        if (!(error instanceof WxFailure)) errors.add(`wx.${name}`, error);
        const failure = error instanceof WxFailure ? error : new WxFailure(String(error));
        return { isOk: false, outcome: { errMsg: `${name}:fail ${failure.reason}`, ...failure.extra } };
      }
    };
    const call = (callback: unknown, outcome: unknown) => {
      if (typeof callback !== 'function' || !realm.isAlive) return;
      try {
        callback(outcome);
      } catch (error) {
        errors.add(`callback of wx.${name}`, error);
      }
    };
    const settled = answer().finally(end);
    if (options.success || options.fail || options.complete) {
      void settled.then(({ isOk, outcome }) => {
        call(isOk ? options.success : options.fail, outcome);
        call(options.complete, outcome);
      });
      return undefined;
    }
    return realm.promise((resolve, reject) => {
      void settled.then(({ isOk, outcome }) => {
        if (!realm.isAlive) return;
        if (isOk) resolve(outcome);
        else reject(outcome);
      });
    });
  };
}
