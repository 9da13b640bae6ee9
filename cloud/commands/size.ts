import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

// Issue 2, section 5. WeChat itself allows 2 MB per package.
const mainPackageBudget = 480_000;
const subpackageBudget = 400_000;
const firstLoadBudget = 200 * 1024;

const dist = path.join(__dirname, '../../dist');

interface Weighed {
  name: string;
  bytes: number;
  budget: number;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    return entry.isDirectory() ? filesBelow(full) : [full];
  });
}

/** Bytes of each package of the mini-program, the main one first. */
function weighWeapp(folder: string): Weighed[] {
  const app = JSON.parse(readFileSync(path.join(folder, 'app.json'), 'utf8')) as {
    subPackages: { root: string }[];
  };
  const bytes = new Map<string, number>([
    ['main', 0],
    ...app.subPackages.map(({ root }) => [root, 0] as const),
  ]);
  for (const file of filesBelow(folder)) {
    const relative = path.relative(folder, file).replaceAll(path.sep, '/');
    const owner = app.subPackages.find(({ root }) => relative.startsWith(`${root}/`))?.root ?? 'main';
    bytes.set(owner, (bytes.get(owner) ?? 0) + statSync(file).size);
  }
  return [...bytes].map(([name, size]) => ({
    name: `weapp ${name}`,
    bytes: size,
    budget: name === 'main' ? mainPackageBudget : subpackageBudget,
  }));
}

/** Gzipped bytes of all scripts and styles that the first opening of `today` loads in a browser. */
function weighFirstLoad(folder: string): Weighed {
  const table = JSON.parse(readFileSync(path.join(folder, 'page-files.json'), 'utf8')) as {
    entry: string[];
    pages: Record<string, string[]>;
  };
  const files = new Set([...table.entry, ...(table.pages['pages/today/index'] ?? [])]);
  const bytes = [...files].reduce(
    (sum, file) => sum + gzipSync(readFileSync(path.join(folder, file))).length,
    0,
  );
  return { name: 'h5 first load of today, gzipped', bytes, budget: firstLoadBudget };
}

/** Prints every size against its budget; exit 1 over budget or when a build is missing. */
function size(): number {
  const missing = ['weapp/app.json', 'h5/page-files.json'].filter(
    (file) => !existsSync(path.join(dist, file)),
  );
  if (missing.length > 0) {
    console.error(
      `no ${missing.map((file) => `dist/${file}`).join(', ')}: run npm run build:weapp and npm run build:h5 first`,
    );
    return 1;
  }
  const weighed = [...weighWeapp(path.join(dist, 'weapp')), weighFirstLoad(path.join(dist, 'h5'))];
  for (const { name, bytes, budget } of weighed) {
    const verdict = bytes > budget ? 'OVER' : 'ok';
    console.log(
      `${verdict.padEnd(5)}${bytes.toLocaleString('en').padStart(9)} of ${budget.toLocaleString('en')}  ${name}`,
    );
  }
  return weighed.some(({ bytes, budget }) => bytes > budget) ? 1 : 0;
}

process.exitCode = size();
