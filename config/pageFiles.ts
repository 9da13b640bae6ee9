import path from 'node:path';
import type { Chunk, Compiler } from 'webpack';
import deskPackages from '../src/platform/deskPackages.json';

/**
 * Writes `page-files.json` beside the H5 build: which scripts and styles the entry loads, and which
 * ones each page adds. `npm run size` weighs the first load by it, and the service worker keeps the
 * shell by it. Paths are relative to the build.
 */
export class PageFiles {
  apply(compiler: Compiler): void {
    compiler.hooks.thisCompilation.tap('PageFiles', (compilation) => {
      const stage = compiler.webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tap({ name: 'PageFiles', stage }, () => {
        const loadable = (files: string[]) => files.filter((file) => /\.(js|css)$/.test(file)).sort();
        const entry = [...compilation.entrypoints.values()].flatMap((point) => point.getFiles());
        const pages: Record<string, string[]> = {};
        for (const group of compilation.chunkGroups) {
          for (const origin of group.origins) {
            const page = origin.request
              ?.replaceAll(path.sep, '/')
              .match(/(?:^|\/)(pages\/.+\/index)(?:\.tsx)?(?:\?|$)/)?.[1];
            if (page) pages[page] = loadable(group.getFiles());
          }
        }
        const table = { entry: loadable(entry), pages };
        compilation.emitAsset(
          'page-files.json',
          new compiler.webpack.sources.RawSource(`${JSON.stringify(table, null, 1)}\n`),
        );
      });
    });
  }
}

const deskPage = new RegExp(`(?:^|/)pages/(?:${deskPackages.join('|')})/`);

/** True for what a page of the desk loads and no other page does. */
export function isDeskPage(chunk: Chunk): boolean {
  const groups = [...chunk.groupsIterable];
  return (
    groups.length > 0 &&
    groups.every(({ origins }) =>
      origins.every(({ request }) => deskPage.test(request?.replaceAll(path.sep, '/') ?? '')),
    )
  );
}
