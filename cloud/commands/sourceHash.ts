import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Everything that the H5 build is made of (`npm start` builds again when it changes). */
const SOURCES = [
  'src',
  'config',
  'babel.config.js',
  'package.json',
  'package-lock.json',
  'cloud/commands/buildClient.ts',
];

/** Where a build says what it was made of. */
export const HASH_FILE = '.source-hash';

/** A hash over names and contents of the H5 build's sources below `root`, tests aside. */
export function sourceHash(root: string): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const path of filesBelow(root, source).sort()) {
      const content = readFileSync(join(root, path));
      hash.update(`${path.split(sep).join('/')}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}

function filesBelow(root: string, path: string): string[] {
  if (statSync(join(root, path)).isFile()) return [path];
  return readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((name) => !/\.test\.tsx?$/.test(name) && statSync(join(root, name)).isFile());
}
