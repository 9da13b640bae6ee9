import { join, resolve } from 'node:path';
import { parseKeys } from './ports/keyring';
import { readTemplates, type TemplateTable } from './ports/weixinTemplates';

/** Everything the environment decides, read once at start. */
export interface Config {
  /** 0 takes any free port (tests). */
  port: number;
  host: string;
  /** Where the embedded database and, unless told otherwise, the files lie. */
  dataDir: string;
  filesDir: string;
  /** Cloud functions: WeChat's cloud storage, `cloud://environment.bucket`; null keeps files in `filesDir`. */
  fileStore: string | null;
  /** The application's role; null starts the embedded database. */
  databaseUrl: string | null;
  /** For migrating at start; null leaves the schema alone. */
  databaseOwnerUrl: string | null;
  /** Statements named at protocol level: by default with the embedded database only, a pooler may not know them. */
  preparedStatements: boolean;
  /** Required with DATABASE_URL; the embedded database has its own, which these replace when given. */
  keys: string | null;
  /** Fill an empty database with the demo bureau: by default an embedded one only. */
  fillDemo: boolean;
  /** The self-hosted mini-programs by appid: WeChat's secret for each. */
  weixinApps: ReadonlyMap<string, string>;
  /** The second way in by a phone number that WeChat has verified; WeChat charges for each. */
  weixinPhone: boolean;
  /** Templates of subscription messages. */
  weixinTemplates: TemplateTable;
  /** Development and tests: play WeChat's far side (weixinLocal.ts). */
  playWeixin: boolean;
  /** Where browsers reach us (`https://party.example.cn`); empty: this machine only. */
  origins: readonly string[];
  /** Believe X-Forwarded-*: proxies' addresses, or false. */
  trustedProxies: readonly string[] | false;
}

/** The environment is wrong; `message` lists everything that is, one Chinese line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['环境变量有问题：', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.name = 'ConfigError';
  }
}

/** Hosts on which a browser takes http for safe (W3C Secure Contexts, 3.1). */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]']);

/** True for an address that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase());
}

/**
 * Reads and checks the environment (architecture.md "Commands"). Throws one
 * ConfigError with all that is wrong, so that nobody mends one line at a time.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: string[] = [];
  const text = (name: string) => env[name]?.trim() || null;
  const complain = (problem: string) => void problems.push(problem);

  const dataDir = resolve(text('DATA_DIR') ?? '.data');
  const databaseUrl = readDatabaseUrl('DATABASE_URL', text('DATABASE_URL'), complain);
  const databaseOwnerUrl = readDatabaseUrl('DATABASE_OWNER_URL', text('DATABASE_OWNER_URL'), complain);
  if (databaseOwnerUrl && !databaseUrl)
    complain('设置了 DATABASE_OWNER_URL，也要设置应用专用用户的 DATABASE_URL');
  const demo = readSwitch('DEMO', text('DEMO'), complain);
  if (demo && databaseUrl && !databaseOwnerUrl)
    complain('使用 DATABASE_URL 时，DEMO=1 要以所有者的身份放入演示单位，请设置 DATABASE_OWNER_URL');
  const keys = readKeys(text('KEYS'), complain);
  if (databaseUrl && !text('KEYS')) {
    complain(
      '使用 DATABASE_URL 时要设置 KEYS。可用 openssl rand -base64 32 生成一把，写成 KEYS=1:生成的内容，并另外妥善保存',
    );
  }
  const host = text('HOST') ?? '127.0.0.1';
  const origins = readOrigins(text('ORIGIN'), complain);
  if (!isLoopback(host) && origins.length === 0) {
    complain(`HOST=${host} 会让别的机器连上来，请用 ORIGIN 写明网址，例如 ORIGIN=https://party.example.cn`);
  }
  const weixinApps = readWeixinApps(text('WEIXIN_APPS'), complain);
  const playWeixin = readSwitch('WEIXIN_LOCAL', text('WEIXIN_LOCAL'), complain) ?? false;
  if (playWeixin && weixinApps.size > 0) complain('WEIXIN_LOCAL=1 只供开发，不能与 WEIXIN_APPS 同时使用');

  const weixinTemplates = readTemplates(text('WEIXIN_TEMPLATES') ?? '', (entry) =>
    complain(
      `WEIXIN_TEMPLATES 中 ${entry.slice(0, 30)} 一项读不懂：应为 appid:提醒种类:模板编号:thing1:time2，见 docs/operations.md`,
    ),
  );

  const config: Config = {
    port: readPort(text('PORT'), complain),
    host,
    dataDir,
    filesDir: resolve(text('FILES_DIR') ?? join(dataDir, 'files')),
    fileStore: readFileStore(text('FILE_STORE'), complain),
    databaseUrl,
    databaseOwnerUrl,
    preparedStatements:
      readSwitch('PREPARED_STATEMENTS', text('PREPARED_STATEMENTS'), complain) ?? databaseUrl === null,
    keys,
    fillDemo: demo ?? databaseUrl === null,
    weixinApps,
    weixinPhone: readSwitch('WEIXIN_PHONE', text('WEIXIN_PHONE'), complain) ?? false,
    weixinTemplates,
    playWeixin,
    origins,
    trustedProxies:
      text('TRUST_PROXY')
        ?.split(',')
        .map((one) => one.trim()) ?? false,
  };
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
}

type Complain = (problem: string) => void;

function readPort(text: string | null, complain: Complain): number {
  if (text === null) return 3000;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  complain(`PORT=${text} 不是端口号，应为 1 到 65535 的整数`);
  return 0;
}

function readDatabaseUrl(name: string, text: string | null, complain: Complain): string | null {
  if (text === null) return null;
  // The value holds a password, so the sentence does not repeat it.
  if (!/^postgres(ql)?:$/.test(parseUrl(text)?.protocol ?? ''))
    complain(`${name} 应为 postgres://用户:密码@地址:端口/库名`);
  return text;
}

/** As the console of cloud storage shows it before a file's path. */
function readFileStore(text: string | null, complain: Complain): string | null {
  if (text === null || /^cloud:\/\/[\w-]+\.[\w-]+$/.test(text)) return text;
  complain(
    `FILE_STORE=${text} 不对，应为 cloud://环境编号.桶名（云开发控制台“云存储”里任一文件的 File ID 的开头）`,
  );
  return null;
}

function readKeys(text: string | null, complain: Complain): string | null {
  if (text === null) return null;
  try {
    parseKeys(text);
  } catch (error) {
    complain((error as Error).message);
  }
  return text;
}

/** Origins as browsers send them, without a path. http is for this machine only: elsewhere a session would travel in the open. */
function readOrigins(text: string | null, complain: Complain): string[] {
  const origins = (text ?? '').split(',').flatMap((entry) => {
    const wanted = entry.trim();
    if (!wanted) return [];
    const url = parseUrl(wanted);
    const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
    if (url && isSafe && url.origin === wanted.replace(/\/$/, '')) return [url.origin];
    complain(`ORIGIN 中的 ${wanted} 不能用：应为 https://域名（不带路径）；http 只可用于本机`);
    return [];
  });
  if (new Set(origins.map((origin) => origin.split(':')[0])).size > 1)
    complain('ORIGIN 里的网址要么都用 https，要么都用 http');
  return origins;
}

function readWeixinApps(text: string | null, complain: Complain): Map<string, string> {
  const apps = new Map<string, string>();
  for (const entry of (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)) {
    const [appid = '', secret = ''] = entry.split(':');
    if (/^wx[0-9a-f]{16}$/.test(appid) && /^[0-9a-f]{32}$/i.test(secret)) apps.set(appid, secret);
    else complain(`WEIXIN_APPS 中 ${appid.slice(0, 18)} 一项的格式不对：应为 appid:secret，多个用逗号隔开`);
  }
  return apps;
}

function readSwitch(name: string, text: string | null, complain: Complain): boolean | null {
  if (text === null) return null;
  if (text === '0' || text === '1') return text === '1';
  complain(`${name}=${text} 读不懂，请写 0 或 1`);
  return null;
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}
