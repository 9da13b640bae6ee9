import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { HASH_FILE, sourceHash } from './sourceHash';

/** What a finished build must contain: an invalid Taro configuration exits 0 with no output. */
const mustExist = {
  weapp: [
    'app.js',
    'app.json',
    'app.wxss',
    'theme.json',
    'static/tabs/today.png',
    'pages/desk/home/index.js',
  ],
  h5: ['index.html', 'service-worker.js', 'page-files.json'],
} as const;

type Target = keyof typeof mustExist;
const root = path.join(__dirname, '../..');

/**
 * Builds the client with Taro into `dist/weapp` or `dist/h5`, freshly, and fails loudly when the
 * output is not there. The old build is replaced only by a finished one, so that a running server
 * always has something to serve. `--gallery` makes `dist/<target>-gallery`, with the gallery of
 * components in it, which nothing serves to members.
 */
function buildClient(target: Target, withGallery: boolean): void {
  const name = withGallery ? `${target}-gallery` : target;
  const output = path.join(root, 'dist', name);
  const workshop = `dist/.building-${name}`;
  // Before the build: what changes meanwhile makes it stale.
  const madeOf = sourceHash(root);
  rmSync(path.join(root, workshop), { recursive: true, force: true });
  // --no-check: Taro's check fetches a schema from the internet.
  const run = spawnSync(
    process.execPath,
    [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', target, '--no-check'],
    {
      cwd: root,
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_ENV: 'production',
        TARO_ENV: target,
        CLIENT_OUTPUT: workshop,
        WITH_GALLERY: withGallery ? '1' : '',
      },
    },
  );
  const missing = mustExist[target].filter((file) => !existsSync(path.join(root, workshop, file)));
  if (run.status !== 0 || missing.length > 0) {
    process.stderr.write(`${run.stdout}\n${run.stderr}\n`);
    throw new Error(`the ${target} build failed${missing.length > 0 ? `: no ${missing.join(', ')}` : ''}`);
  }
  if (target === 'h5') writeFileSync(path.join(root, workshop, HASH_FILE), `${madeOf}\n`);
  rmSync(output, { recursive: true, force: true });
  renameSync(path.join(root, workshop), output);
  process.stdout.write(`built dist/${name}\n`);
  if (target === 'weapp' && !process.env.TARO_APP_CLOUD_ENV && !process.env.TARO_APP_API_BASE) {
    process.stdout.write(`${withoutAddress}\n`);
  }
}

/** Such a build runs in our tests; WeChat refuses an address without a host (wx.request, "url"). */
const withoutAddress =
  '这一版没有写明云端在哪里，只能用来测试，在真的手机上连不上。' +
  '用云开发请设 TARO_APP_CLOUD_ENV=环境名，自己的服务器请设 TARO_APP_API_BASE=https://网址，再构建一次（docs/operations.md）';

const [target, ...flags] = process.argv.slice(2);
if (target !== 'weapp' && target !== 'h5') throw new Error('usage: buildClient weapp|h5 [--gallery]');
buildClient(target, flags.includes('--gallery'));
