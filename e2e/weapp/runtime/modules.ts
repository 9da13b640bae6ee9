import path from 'node:path';
import vm from 'node:vm';
import type { ComponentEnv } from 'glass-easel-miniprogram-adapter';
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

const parameters = 'require,module,exports';
const scriptsBySource = new Map<string, vm.Script>();

/**
 * CommonJS as WeChat has it: relative paths, one instance per file. `Page` and `Component` are
 * globals that define whatever page or component is being loaded, wherever the call stands: a
 * bundler may have moved it into a shared file.
 */
export function createModuleLoader(files: MiniProgramFiles, realm: Realm, engine: Engine): ModuleLoader {
  const modules = new Map<string, { exports: unknown }>();
  const loadedComponents = new Set<string>();
  let loading: string | undefined;

  const environment = () => {
    if (loading === undefined)
      throw realm.error('Page() or Component() outside of the file of a page or component');
    return engine.environmentOf(loading);
  };
  const definePage: ComponentEnv['Page'] = (definition) => environment().Page(definition);
  const defineComponent = (definition: Parameters<ComponentEnv['Component']>[0]) =>
    environment().Component(definition);
  realm.global.Page = definePage;
  realm.global.Component = defineComponent;
  realm.global.Behavior = engine.environmentOf('').Behavior;

  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known) return known.exports;
    if (!files.has(`${file}.js`)) throw new Error(`module '${file}.js' is not defined`);
    const module = { exports: realm.copyIn({}) as unknown };
    modules.set(file, module);
    const require = (request: string) => load(resolve(file, request));
    const start = realm.run(scriptOf(file, files.read(`${file}.js`))) as (...given: unknown[]) => void;
    start(require, module, module.exports);
    return module.exports;
  };

  const loadComponent = (component: string): void => {
    if (loadedComponents.has(component)) return;
    loadedComponents.add(component);
    for (const used of Object.values(files.config(component).usingComponents ?? {})) {
      loadComponent(resolve(component, used));
    }
    const outer = loading;
    loading = component;
    try {
      load(component);
    } finally {
      loading = outer;
    }
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
