import path from 'node:path';
import vm from 'node:vm';
import type { Engine } from './engine';
import type { MiniProgramFiles } from './miniProgramFiles';
import type { Realm } from './realm';

/** What `App()` was given: the application object with its lifecycle functions. */
export type AppOptions = Record<string, unknown>;

export interface ModuleLoader {
  /** Runs a file once and returns its exports. `file` is relative to the build, without ".js". */
  load(file: string): unknown;
  /** Runs the components that a page or component uses, then itself, unless it has run. */
  loadComponent(component: string): void;
}

interface AppFunctions {
  registerApp(options: AppOptions): void;
  getApp(): AppOptions | undefined;
  getCurrentPages(): unknown[];
}

const parameters = 'require,module,exports,App,Page,Component,Behavior,getApp,getCurrentPages';
const scriptsBySource = new Map<string, vm.Script>();

/** CommonJS as WeChat has it: relative paths, one instance per file, constructors bound to the file. */
export function createModuleLoader(
  files: MiniProgramFiles,
  realm: Realm,
  engine: Engine,
  app: AppFunctions,
): ModuleLoader {
  const modules = new Map<string, { exports: unknown }>();
  const loadedComponents = new Set<string>();

  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    if (!files.has(`${file}.js`)) throw new Error(`module '${file}.js' is not defined`);
    const module = { exports: realm.copyIn({}) as unknown };
    modules.set(file, module);
    const require = (request: string) => load(resolve(file, request));
    const { Page, Component, Behavior } = engine.environmentOf(file);
    const start = realm.run(scriptOf(file, files.read(`${file}.js`))) as (...given: unknown[]) => void;
    start(
      require,
      module,
      module.exports,
      app.registerApp,
      Page,
      Component,
      Behavior,
      app.getApp,
      app.getCurrentPages,
    );
    return module.exports;
  };

  const loadComponent = (component: string): void => {
    if (loadedComponents.has(component)) return;
    loadedComponents.add(component);
    for (const used of Object.values(files.config(component).usingComponents ?? {})) {
      loadComponent(resolve(component, used));
    }
    load(component);
  };

  return { load, loadComponent };
}

function resolve(from: string, request: string): string {
  const joined = request.startsWith('/')
    ? path.posix.normalize(request.slice(1))
    : path.posix.join(path.posix.dirname(from), request);
  return joined.endsWith('.js') ? joined.slice(0, -'.js'.length) : joined;
}

function scriptOf(file: string, source: string): vm.Script {
  const key = `${file}\n${source}`;
  let script = scriptsBySource.get(key);
  if (!script) {
    script = new vm.Script(`(function(${parameters}){${source}\n})`, { filename: `mini-program/${file}.js` });
    scriptsBySource.set(key, script);
  }
  return script;
}
