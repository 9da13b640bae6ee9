import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const requireHere = createRequire(__filename);
const packageFolder = path.join(requireHere.resolve('@sparticuz/chromium'), '../../..');
const { version } = requireHere(path.join(packageFolder, 'package.json')) as { version: string };
const home = path.join(os.tmpdir(), `morning-study-chromium-${version}`);

// Never the package's own flags: --single-process dies at the first context.close(), and
// --disable-web-security would blind the security tests.
const flags = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * Starts the Chromium that comes with npm, with Chinese fonts, on a machine that has neither. The
 * first call unpacks it (about 10 s) into the system's temporary folder. Close it when done.
 */
export async function launchChromium(): Promise<Browser> {
  await unpackOnce();
  const executablePath = path.join(home, 'chromium');
  const env = { ...definedEnvironment(), FONTCONFIG_FILE: path.join(home, 'fonts.conf') };
  // Without libnss3 on the machine the package's own libraries help.
  const starts = spawnSync(executablePath, ['--version', '--no-sandbox'], { env }).status === 0;
  const libraries = path.join(home, 'al2023', 'lib');
  return chromium.launch({
    executablePath,
    args: flags,
    env: starts ? env : { ...env, LD_LIBRARY_PATH: libraries },
  });
}

/** Several test processes may come at the same time: each unpacks for itself, the first one's folder stays. */
async function unpackOnce(): Promise<void> {
  if (existsSync(home)) return;
  const workshop = mkdtempSync(`${home}-`);
  const script =
    "import('@sparticuz/chromium').then(({ default: c }) => c.executablePath()).catch((e) => { console.error(e); process.exit(1); })";
  await promisify(execFile)(process.execPath, ['-e', script], {
    cwd: packageFolder,
    // TMPDIR: the package unpacks there. The other makes it unpack its libraries as well.
    env: { ...process.env, TMPDIR: workshop, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' },
  });
  writeFontconfig(workshop);
  try {
    renameSync(workshop, home);
  } catch (error) {
    if (!existsSync(home)) throw error;
    rmSync(workshop, { recursive: true, force: true });
  }
}

function writeFontconfig(folder: string): void {
  const fonts = path.dirname(requireHere.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const weights = ['400Regular', '600SemiBold', '700Bold'].map(
    (weight) => `<dir>${path.join(fonts, weight)}</dir>`,
  );
  const cache = path.join(home, 'font-cache');
  mkdirSync(path.join(folder, 'font-cache'), { recursive: true });
  writeFileSync(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${weights.join('')}<cachedir>${cache}</cachedir>
<alias><family>sans-serif</family><prefer><family>Noto Sans SC</family></prefer></alias>
<alias><family>system-ui</family><prefer><family>Noto Sans SC</family></prefer></alias></fontconfig>\n`,
  );
}

function definedEnvironment(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(defined);
}
