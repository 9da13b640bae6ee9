import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { stopTestCluster } from '../cloud/testing/cluster';
import { createTestDatabase } from '../cloud/testing/database';
import { type Benchmark, inPairs } from './benchmark';

const PAIRS = 9;
const BUNDLE = join(__dirname, '..', 'dist', 'cloudfunctions', 'api', 'index.js');

/** Cold start of the built `api` function to its first answer, beside loading `pg` alone and asking it one thing. */
export const start: Benchmark = {
  title: '云函数 api 冷启动到第一次回答',
  run: async () => {
    if (!existsSync(BUNDLE)) throw new Error('先运行 npm run build:cloud');
    const database = await createTestDatabase();
    const keys = `bench:${Buffer.alloc(32, 3).toString('base64')}`;
    const env = {
      ...process.env,
      DATABASE_URL: database.appUrl,
      KEYS: keys,
      WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,SOURCE',
      WX_OPENID: 'o-bench',
      WX_APPID: 'wx0123456789abcdef',
      SOURCE: 'wx_client',
    };
    const ours = `
      const t = process.hrtime.bigint();
      const { main } = require(${JSON.stringify(BUNDLE)});
      main({ operation: 'identity.welcome', input: {} }).then((reply) => {
        if (!reply || !('ok' in reply)) process.exit(1);
        console.log(Number(process.hrtime.bigint() - t) / 1e6); process.exit(0);
      });`;
    const pg = `
      const t = process.hrtime.bigint();
      const { Pool } = require(${JSON.stringify(require.resolve('pg'))});
      new Pool({ connectionString: process.env.DATABASE_URL, max: 1 }).query('select 1').then(() => {
        console.log(Number(process.hrtime.bigint() - t) / 1e6); process.exit(0);
      });`;
    const time = (script: string) => async () => {
      const child = spawnSync(process.execPath, ['-e', script], { env, encoding: 'utf8' });
      const milliseconds = Number(child.stdout.trim().split('\n').at(-1));
      if (child.status !== 0 || !Number.isFinite(milliseconds))
        throw new Error(`cold start failed: ${child.stderr}`);
      return milliseconds;
    };
    await time(ours)();
    await time(pg)();
    const figures = await inPairs(PAIRS, time(ours), time(pg));
    await database.close();
    await stopTestCluster();
    return {
      unit: 'ms',
      better: 'lower',
      ...figures,
      baselineIs: 'loading pg alone and one `select 1` on the same database',
      more: {},
    };
  },
};
