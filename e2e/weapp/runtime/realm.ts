import vm from 'node:vm';
import type { Activity } from './activity';
import { type ErrorLog, messageOf } from './errorLog';

/**
 * The JavaScript world of one running mini-program. Like WeChat's logic layer it has the
 * language and nothing else: no window, document, fetch, URL, localStorage, crypto and so on;
 * naming them is a ReferenceError because they do not exist, not because they were hidden.
 */
export interface Realm {
  /** The realm's global object; setting a property defines a global of the app. */
  global: Record<string, unknown>;
  /** Runs a script in the realm and returns its value. */
  run(script: vm.Script): unknown;
  /** A copy of JSON-like data made of the realm's own objects and arrays, as after a real bridge. */
  copyIn<T>(data: T): T;
  /** A promise of the realm: an unhandled rejection is recorded like the app's own. */
  promise<T>(start: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T>;
  /** An error of the realm, for what a wx call throws at the app. */
  error(message: string): Error;
  /** False after `kill`. */
  readonly isAlive: boolean;
  /** Ends all timers; no answer may be brought to the app afterwards. */
  kill(): void;
}

interface RealmOptions {
  errors: ErrorLog;
  activity: Activity;
  /** Milliseconds since 1970 for the app's `Date`; the real clock when absent. */
  now?: () => number;
}

/**
 * What WeChat's logic layer lacks or changes although it belongs to the language:
 * Android's engine there has no Intl; code cannot be made from text, except by the well-known
 * `Function('return this')` (documented under "JavaScript support" of the mini-program guide).
 */
const bootstrap = new vm.Script(
  `(function (hooks) {
    'use strict';
    delete globalThis.Intl;
    delete globalThis.WebAssembly;
    delete globalThis.SharedArrayBuffer;
    delete globalThis.Atomics;
    delete globalThis.eval;

    var NativeFunction = Function;
    function MiniProgramFunction() {
      if (arguments.length === 1 && arguments[0] === 'return this') return function () { return globalThis; };
      throw new EvalError('Function: code cannot be made from text in a mini-program');
    }
    MiniProgramFunction.prototype = NativeFunction.prototype;
    globalThis.Function = MiniProgramFunction;

    // Rejections are watched here, so that they reach the app's error log instead of Node's handler.
    var NativePromise = Promise;
    var handled = new WeakSet();
    var isWatching = false;
    class WatchedPromise extends NativePromise {
      constructor(executor) {
        super(executor);
        if (isWatching) return;
        var self = this;
        isWatching = true;
        super.then(undefined, function (reason) {
          hooks.soon(function () { if (!handled.has(self)) hooks.unhandled(reason); });
        });
        isWatching = false;
      }
      then(onFulfilled, onRejected) {
        handled.add(this);
        return super.then(onFulfilled, onRejected);
      }
    }
    Object.defineProperty(WatchedPromise, 'name', { value: 'Promise' });
    globalThis.Promise = WatchedPromise;

    if (hooks.now) {
      var NativeDate = Date;
      var MiniProgramDate = function () {
        if (!new.target) return new NativeDate(hooks.now()).toString();
        if (arguments.length === 0) return new NativeDate(hooks.now());
        return Reflect.construct(NativeDate, arguments);
      };
      MiniProgramDate.prototype = NativeDate.prototype;
      MiniProgramDate.now = function () { return hooks.now(); };
      MiniProgramDate.parse = NativeDate.parse;
      MiniProgramDate.UTC = NativeDate.UTC;
      Object.defineProperty(NativeDate.prototype, 'constructor', { value: MiniProgramDate });
      globalThis.Date = MiniProgramDate;
    }
    return {
      parse: JSON.parse,
      promise: function (start) { return new WatchedPromise(start); },
      error: function (message) { return new Error(message); },
    };
  })`,
  { filename: 'mini-program-realm.js' },
);

/** Makes a fresh realm with console, timers and nothing of the browser. */
export function createRealm({ errors, activity, now }: RealmOptions): Realm {
  const context = vm.createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const global = vm.runInContext('globalThis', context) as Record<string, unknown>;
  const timers = createTimers(errors, activity);
  const soon = (work: () => void) => setImmediate(() => setImmediate(work));
  const unhandled = (reason: unknown) => errors.add('unhandled rejection', reason);
  const inner = (bootstrap.runInContext(context) as (hooks: object) => InnerRealm)({ soon, unhandled, now });
  Object.assign(global, timers.functions, { console: createConsole(errors) });
  let isAlive = true;
  return {
    global,
    get isAlive() {
      return isAlive;
    },
    run: (script) => script.runInContext(context),
    copyIn: (data) => (data === undefined ? data : (inner.parse(JSON.stringify(data)) as typeof data)),
    promise: inner.promise as Realm['promise'],
    error: inner.error,
    kill: () => {
      isAlive = false;
      timers.clearAll();
    },
  };
}

interface InnerRealm {
  parse(text: string): unknown;
  promise(start: (resolve: (value: unknown) => void, reject: (reason: unknown) => void) => void): unknown;
  error(message: string): Error;
}

function createConsole(errors: ErrorLog) {
  const quiet = () => undefined;
  return {
    log: quiet,
    info: quiet,
    debug: quiet,
    warn: quiet,
    error: (...parts: unknown[]) => {
      const [first] = parts;
      errors.add('console.error', parts.length === 1 ? first : parts.map(messageOf).join(' '));
    },
  };
}

function createTimers(errors: ErrorLog, activity: Activity) {
  const running = new Map<number, NodeJS.Timeout>();
  const clear = (id: number | undefined) => {
    const timer = id === undefined ? undefined : running.get(id);
    if (timer === undefined || id === undefined) return;
    clearTimeout(timer);
    activity.timerEnded(timer);
    running.delete(id);
  };
  let lastId = 0;
  const call = (work: unknown, parameters: unknown[]) => {
    if (typeof work !== 'function') return;
    try {
      work(...parameters);
    } catch (error) {
      errors.add('timer', error);
    }
  };
  return {
    functions: {
      setTimeout: (work: unknown, delayMs = 0, ...parameters: unknown[]) => {
        lastId += 1;
        const id = lastId;
        const timer = setTimeout(() => {
          clear(id);
          call(work, parameters);
        }, delayMs);
        running.set(id, timer);
        activity.timerStarted(timer, Number(delayMs) || 0);
        return id;
      },
      setInterval: (work: unknown, delayMs = 0, ...parameters: unknown[]) => {
        lastId += 1;
        running.set(
          lastId,
          setInterval(() => call(work, parameters), delayMs),
        );
        return lastId;
      },
      clearTimeout: clear,
      clearInterval: clear,
    },
    clearAll: () => {
      for (const id of [...running.keys()]) clear(id);
    },
  };
}
