import vm from 'node:vm';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { MiniProgramFiles } from './miniProgramFiles';

/** A fault in a template; line and column count from 1. */
export interface TemplateProblem {
  file: string;
  line: number;
  column: number;
  message: string;
}

interface ParseProblem {
  message: string;
  startLine: number;
  startColumn: number;
}

interface CompiledTemplates {
  /** Evaluates, with `__wrapEvent` as parameter, to one generator per template path without `.wxml`. */
  script: vm.Script;
  problems: TemplateProblem[];
}

const compiledBySource = new Map<string, CompiledTemplates>();

/**
 * Compiles every .wxml and .wxs of a build with WeChat's own compiler. Faults the compiler would
 * tolerate (a missing end tag) are reported too: WeChat's published one refuses the whole build.
 */
export function compileTemplates(files: MiniProgramFiles): CompiledTemplates {
  const sources = [...files.list('.wxml'), ...files.list('.wxs')].map((file) => ({
    file,
    text: files.read(file),
  }));
  const key = JSON.stringify(sources);
  const known = compiledBySource.get(key);
  if (known) return known;

  const group = new TmplGroup();
  const problems: TemplateProblem[] = [];
  for (const { file, text } of sources) {
    if (file.endsWith('.wxs')) {
      group.addScript(file.slice(0, -'.wxs'.length), text);
      continue;
    }
    for (const problem of group.addTmpl(file.slice(0, -'.wxml'.length), text) as ParseProblem[]) {
      problems.push({
        file,
        line: problem.startLine + 1,
        column: problem.startColumn + 1,
        message: problem.message,
      });
    }
  }
  // Handlers get WeChat's event objects instead of the engine's own (the engine calls Q.C around each).
  group.setExtraRuntimeScript('Q.C=__wrapEvent;');
  const script = new vm.Script(`(function (__wrapEvent) { return ${group.getTmplGenObjectGroups()} })`, {
    filename: 'templates.wxml.js',
  });
  group.free();
  const compiled = { script, problems };
  compiledBySource.set(key, compiled);
  return compiled;
}
