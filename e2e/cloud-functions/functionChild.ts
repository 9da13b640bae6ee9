import { createInterface } from 'node:readline';

/** WeChat's real SDK (it has no types of its own), as far as it is looked at here. */
const cloud = require('wx-server-sdk') as { init(): void; getWXContext(): { OPENID?: unknown } };

/**
 * A function instance of its own for bundles.e2e.test.ts: loads the bundle named by its first argument and answers
 * one call per line of standard input (`{ event, env }`) with one line of JSON. Right after a call began, the
 * variables are overwritten with another person's, as the platform does on a warm instance.
 */
const { main } = require(process.argv[2] ?? '') as { main(event: unknown): Promise<unknown> };
cloud.init();

interface Call {
  event: unknown;
  env: Record<string, string>;
}

async function answer(line: string): Promise<void> {
  const { event, env } = JSON.parse(line) as Call;
  clearPlatform();
  Object.assign(process.env, env);
  const seenBySdk = cloud.getWXContext().OPENID;
  const running = main(event);
  clearPlatform();
  Object.assign(process.env, {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID',
    WX_OPENID: 'somebody-else',
    WX_APPID: 'wxother',
  });
  process.stdout.write(`${JSON.stringify({ result: await running, seenBySdk: typeof seenBySdk })}\n`);
}

function clearPlatform(): void {
  for (const name of Object.keys(process.env)) {
    if (name.startsWith('WX_') || name === 'TCB_SOURCE') delete process.env[name];
  }
}

let last = Promise.resolve();
createInterface({ input: process.stdin }).on('line', (line) => {
  last = last.then(() => answer(line));
});
