/**
 * Jest's transform of TypeScript and JSX by esbuild. Babel asks its configuration for every file of every test file even
 * when the result is kept: a third of the time in which a test of the cloud loads. Files that replace modules
 * (`jest.mock`) go to Babel, which lifts that above the imports.
 */
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { createTransformer } = require('babel-jest').default;
const esbuild = require('esbuild');

/** What is kept of a file is of these versions, and of this text. */
const maker = [
  readFileSync(__filename, 'utf8'),
  esbuild.version,
  require('@babel/core/package.json').version,
].join('\0');

const babel = (typescript) =>
  createTransformer({
    configFile: false,
    babelrc: false,
    presets: [
      ['@babel/preset-env', { targets: { node: '20' } }],
      ['@babel/preset-react', { runtime: 'automatic' }],
      ['@babel/preset-typescript', typescript],
    ],
  });
const withJsx = babel({ allExtensions: true, isTSX: true });
/** Without JSX `<T>(x) => x` is a function. */
const withoutJsx = babel({});

function byEsbuild(text, path) {
  const { code, map } = esbuild.transformSync(text, {
    loader: path.split('.').pop(),
    format: 'cjs',
    target: 'node20',
    jsx: 'automatic',
    sourcefile: path,
    sourcemap: 'external',
    sourcesContent: false,
    // Jest's modules know require only.
    supported: { 'dynamic-import': false },
  });
  return { code, map };
}

module.exports = {
  getCacheKey: (text, path, { configString }) =>
    createHash('sha1').update([maker, configString, path, text].join('\0')).digest('hex'),
  process: (text, path, options) =>
    /\bjest\.mock\(/.test(text)
      ? (path.endsWith('x') ? withJsx : withoutJsx).process(text, path, options)
      : byEsbuild(text, path),
};
