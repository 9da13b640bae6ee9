import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';

/**
 * `npm run dev`: our server on 3000, restarted on each change, and Taro's watch server on 3001 with the gallery of
 * components (/pages/gallery/components/index). Open 3001.
 */
const root = join(__dirname, '..', '..');

const children: ChildProcess[] = [
  spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--watch-path=cloud',
      '--watch-path=src/contract',
      '--watch-path=src/domain',
      'cloud/commands/start.ts',
    ],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, PORT: '3000', KEEP_H5: '1' },
    },
  ),
  spawn(
    process.execPath,
    [require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', 'h5', '--no-check', '--watch'],
    {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        NODE_ENV: 'development',
        TARO_ENV: 'h5',
        CLIENT_OUTPUT: 'dist/h5-dev',
        WITH_GALLERY: '1',
      },
    },
  ),
];

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    for (const child of children) child.kill(signal);
  });
}
