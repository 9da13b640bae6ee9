import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const root = join(__dirname, '..', '..');
const THREAD_STARTER = 'cloud/documents/inThread.ts';
const THREAD_PROGRAM = 'cloud/documents/decodeWorker.ts';

interface FunctionPlan {
  name: string;
  triggers?: { name: string; type: 'timer'; config: string }[];
}

/** WeChat's interfaces that each function calls by the SDK (weixinCloud.ts); undeclared ones fail. */
const openapi: Record<string, readonly string[]> = {
  api: ['phonenumber.getPhoneNumber'],
  tick: ['subscribeMessage.send', 'security.msgSecCheck'],
};

/** The deploy units: what cloudbaserc.json says about each, the build takes from there. */
function readPlans(): FunctionPlan[] {
  const text = readFileSync(join(root, 'cloudbaserc.json'), 'utf8');
  return (JSON.parse(text) as { functions: FunctionPlan[] }).functions;
}

/**
 * Bundles each cloud function into a folder of its own under dist/cloudfunctions that needs no installation: one
 * file, its package.json, and config.json with its permissions and timer for WeChat's developer tools.
 */
async function buildCloud(): Promise<void> {
  for (const { name, triggers } of readPlans()) {
    const folder = join(root, 'dist', 'cloudfunctions', name);
    // Aside first: whoever loads the old bundle meanwhile gets a whole one.
    const workshop = join(root, 'dist', `.building-${name}-${process.pid}`);
    mkdirSync(workshop, { recursive: true });
    const bundled = await bundle(join('cloud', 'functions', name, 'index.ts'), join(workshop, 'index.js'));
    // What decodes files runs in a thread, whose program is a file of its own beside (cloud/documents/inThread.ts).
    if (bundled.includes(THREAD_STARTER)) await bundle(THREAD_PROGRAM, join(workshop, 'decodeWorker.js'));
    const permissions = { openapi: openapi[name] ?? [] };
    write(join(workshop, 'package.json'), { name, version: '1.0.0', private: true, main: 'index.js' });
    write(join(workshop, 'config.json'), triggers ? { permissions, triggers } : { permissions });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(join(folder, '..'), { recursive: true });
    renameSync(workshop, folder);
  }
  console.log('built dist/cloudfunctions');
}

/** Bundles `entry` with all it needs into `outfile`; gives the sources that went in, as paths from the root. */
async function bundle(entry: string, outfile: string): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    metafile: true,
    platform: 'node',
    // Nodejs20.19 (cloudbaserc.json)
    target: 'node20',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    keepNames: true,
    // pg asks for it only when told to use it.
    external: ['pg-native'],
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

function write(path: string, content: unknown): void {
  writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`);
}

buildCloud().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
