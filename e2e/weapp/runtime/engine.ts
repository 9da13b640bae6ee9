import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import type * as GlassEasel from 'glass-easel';
import type * as Adapter from 'glass-easel-miniprogram-adapter';
import { JSDOM } from 'jsdom';
import { builtInTags } from './builtInTags';
import type { ErrorLog } from './errorLog';
import { type EngineEvent, toMiniProgramEvent } from './eventShape';
import type { MiniProgramFiles } from './miniProgramFiles';
import type { Realm } from './realm';
import { compileTemplates } from './templates';

/** A node of a page: what WeChat's engine drew, with its attributes as the template set them. */
export type EngineElement = GlassEasel.Element;

/** WeChat's component engine, running inside the realm of one mini-program and drawing into jsdom. */
export interface Engine {
  /** Constructors for the file of one page or component. */
  environmentOf(file: string): Adapter.ComponentEnv;
  /** Makes the root component of a page, to be attached to the document. */
  createPage(page: string): PageRoot;
  /** Sends an event to an element as a user's action does. */
  dispatch(element: EngineElement, type: string, detail: unknown, options?: DispatchOptions): void;
  /** Lets go of the document. */
  close(): void;
}

export interface DispatchOptions {
  /** Taps and touches bubble; input, change, submit and the like do not. */
  bubbles?: boolean;
  extraFields?: Record<string, unknown>;
}

export interface PageRoot {
  /** `this` of the page's functions. */
  caller: PageCaller;
  /** The container of the page's nodes. */
  container: HTMLElement;
  attach(): void;
  triggerPageLifetime(name: 'show' | 'hide'): void;
  release(): void;
}

/** `this` of a page: setData, data and whatever the page defines. */
export interface PageCaller {
  [member: string]: unknown;
  data: Record<string, unknown>;
  setData(data: Record<string, unknown>, callback?: () => void): void;
}

/** Larger data WeChat refuses to bring to the view ("setData data size exceeds 1024 kB"). */
const MAX_SET_DATA_BYTES = 1024 * 1024;

const scripts = new Map<string, vm.Script>();

function engineScript(packageName: string): vm.Script {
  let script = scripts.get(packageName);
  if (!script) {
    const file = require.resolve(packageName);
    const parameters = 'exports, require, module, window, document, process';
    script = new vm.Script(`(function (${parameters}) {${readFileSync(file, 'utf8')}\n})`, {
      filename: file,
    });
    scripts.set(packageName, script);
  }
  return script;
}

/** Starts the engine for one build: templates compiled, components declared, none of their code run. */
export function startEngine(files: MiniProgramFiles, realm: Realm, errors: ErrorLog): Engine {
  const { window } = new JSDOM('<!doctype html><html lang="zh-CN"><body></body></html>');
  const { document } = window;

  const load = <T>(packageName: string, others: Record<string, unknown> = {}): T => {
    const module = { exports: {} };
    const start = realm.run(engineScript(packageName)) as (...parameters: unknown[]) => void;
    start(module.exports, (name: string) => others[name], module, window, document, { env: {} });
    return module.exports as T;
  };
  const glassEasel = load<typeof GlassEasel>('glass-easel');
  const adapter = load<typeof Adapter>('glass-easel-miniprogram-adapter', { 'glass-easel': glassEasel });

  glassEasel.addGlobalErrorListener((error, method, component) => {
    errors.add(`${method ?? 'component'} in ${describe(component)}`, error);
    return false;
  });
  glassEasel.addGlobalWarningListener((message, component) => {
    // A list that is not there yet is an empty one in WeChat; Taro's templates rely on it.
    const isAbsentList = /^The for-list data is neither .* got type "undefined"/.test(message);
    if (!isAbsentList) errors.add(`template of ${describe(component)}`, message);
    return false;
  });

  const environment = new adapter.MiniProgramEnv();
  const codeSpace = environment.createCodeSpace('', true);
  declareComponents(files, realm, codeSpace);

  /** jsdom as the screen, without its events: the driver sends events to the engine itself. */
  class JsdomBackend extends glassEasel.CurrentWindowBackendContext {
    override document = {
      createElement: (tag: string) => document.createElement(`wx-${tag}`),
      createTextNode: (text: string) => document.createTextNode(text),
      createDocumentFragment: () => document.createDocumentFragment(),
    } as unknown as GlassEasel.CurrentWindowBackendContext['document']; // jsdom nodes with the engine's marks

    override associateValue(
      drawn: Parameters<GlassEasel.CurrentWindowBackendContext['associateValue']>[0],
      element: EngineElement,
    ): void {
      super.associateValue(drawn, element);
      if (glassEasel.NativeNode.isNativeNode(element) && !builtInTags.has(element.is)) {
        errors.add('template', `<${element.is}> is neither a built-in tag nor declared in usingComponents`);
      }
    }

    override render(done: (error: Error | null) => void): void {
      const { setTimeout: later } = realm.global as { setTimeout(work: () => void): void };
      later(() => done(null));
    }

    override setListenerStats(): void {}
  }
  const backend = environment.associateBackend(new JsdomBackend());

  return {
    environmentOf: (file) => codeSpace.componentEnv(file, (constructors) => constructors),
    createPage: (page) => createPage(page, document, backend, codeSpace, glassEasel, errors),
    dispatch: (element, type, detail, options = {}) => {
      glassEasel.Event.triggerEvent(element, type, detail, {
        bubbles: options.bubbles ?? false,
        composed: options.bubbles ?? false,
        capturePhase: true,
        extraFields: options.extraFields,
      });
    },
    close: () => window.close(),
  };
}

function declareComponents(files: MiniProgramFiles, realm: Realm, codeSpace: Adapter.CodeSpace): void {
  const { script, problems } = compileTemplates(files);
  const [problem] = problems;
  if (problem) {
    throw new Error(`${problem.file}:${problem.line}:${problem.column}: ${problem.message}`);
  }
  type Wrap = (caller: unknown, event: EngineEvent, listener: (event: unknown) => unknown) => unknown;
  const wrapEvent: Wrap = (caller, event, listener) =>
    listener.call(caller, toMiniProgramEvent(event, realm.copyIn));
  const generate = realm.run(script) as (wrap: Wrap) => GlassEasel.template.ProcGenGroupList;
  const groupList = generate(wrapEvent);
  for (const [component, content] of Object.entries(groupList)) {
    codeSpace.addCompiledTemplate(component, { groupList, content, fallbackListenerOnNativeNode: true });
    const config = files.config(component);
    codeSpace.addComponentStaticConfig(component, {
      component: config.component,
      usingComponents: config.usingComponents,
    });
  }
}

function createPage(
  page: string,
  document: Document,
  backend: Adapter.AssociatedBackend,
  codeSpace: Adapter.CodeSpace,
  glassEasel: typeof GlassEasel,
  errors: ErrorLog,
): PageRoot {
  const root = backend.createRoot('page', codeSpace, page);
  const component = root.getComponent();
  const caller = root.get() as unknown as PageCaller; // the adapter's type hides the page's own members
  limitSetData(caller, page, errors);
  const container = document.createElement('div');
  return {
    caller,
    container,
    attach: () => {
      const placeholder = document.createElement('div');
      container.appendChild(placeholder);
      document.body.appendChild(container);
      root.attach(
        container as unknown as GlassEasel.GeneralBackendElement, // jsdom nodes, see JsdomBackend
        placeholder as unknown as GlassEasel.GeneralBackendElement,
      );
    },
    triggerPageLifetime: (name) => component.triggerPageLifetime(name, []),
    release: () => {
      glassEasel.Element.pretendDetached(component);
      container.remove();
    },
  };
}

function limitSetData(caller: PageCaller, page: string, errors: ErrorLog): void {
  const setData = caller.setData;
  caller.setData = function (data, callback) {
    const bytes = Buffer.byteLength(JSON.stringify(data));
    if (bytes > MAX_SET_DATA_BYTES)
      errors.add(`setData in ${page}`, `setData data size is ${bytes} bytes, at most 1024 kB`);
    setData.call(this, data, callback);
  };
}

function describe(component: unknown): string {
  if (typeof component === 'object' && component !== null && 'is' in component) return String(component.is);
  return String(component ?? '');
}
