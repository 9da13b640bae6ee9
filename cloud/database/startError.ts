/** Everything that can keep the database from starting, and what the person at the terminal can do about it. */
const sentences = {
  already_running:
    '这个数据文件夹上已有一个晨学先锋在运行。请使用正在运行的那一个，或先将它停止，再重新启动。',
  binaries_missing:
    '没有找到适合这台机器的内置数据库程序。请在项目文件夹内重新运行 npm ci；如仍然没有，请用 DATABASE_URL 连接已有的 PostgreSQL。',
  database_user_missing:
    '当前以 root 运行，而内置数据库不能以 root 运行，这台机器上也没有可以代为运行的用户。请改用普通用户启动，或先运行 useradd --system postgres。',
  data_closed:
    '当前以 root 运行，内置数据库改由另一个用户运行，而这个用户进不了数据文件夹。请用 DATA_DIR 指定它进得去的位置（例如 DATA_DIR=/var/lib/morning-study），或改用普通用户启动。',
  data_not_writable: '数据文件夹不能写入。请检查文件夹的权限，或用 DATA_DIR 指定另一个位置。',
  data_newer:
    '数据文件夹是由更新版本的数据库写成的，当前程序读不了。请先更新程序，再重新启动；数据没有改动。',
  data_older:
    '数据文件夹是由较旧版本的数据库写成的。请用原来的程序运行 npm run db -- backup 备份，再用当前程序在新的数据文件夹恢复；数据没有改动。',
  disk_full: '磁盘空间不足，数据库无法启动。请清理磁盘后重新启动；已确认的数据没有丢失。',
  keys_missing:
    '数据文件夹旁边的密钥文件不见了，没有它就打不开数据。请把密钥文件放回原处后重新启动；数据没有改动。',
  keys_unreadable: '数据文件夹旁边的密钥文件读不出来。请检查它的内容和权限，或把备份的密钥文件放回原处。',
  keys_mismatch:
    '密钥文件与数据文件夹不是一套，数据库没有接受其中的密码。请把原来的密钥文件放回原处后重新启动。',
  schema_newer: '数据库的结构比当前程序新。请先更新程序，再重新启动；数据没有改动。',
  schema_changed:
    '数据库里已执行的结构变更与当前程序里的不一致。请使用与数据库相同来源的程序；数据没有改动。',
  schema_behind:
    '数据库的结构还没有更新到当前程序的版本。请先运行 npm run db -- migrate（需要 DATABASE_OWNER_URL）。',
  role_unsafe:
    '服务不能以超级用户、可以绕过行级安全的用户或数据库的所有者身份连接数据库。请在 DATABASE_URL 中使用应用专用的用户。',
  database_unreachable:
    '连不上数据库。请检查 DATABASE_URL 和 DATABASE_OWNER_URL 的地址、端口、库名、用户和密码，并确认数据库正在运行。',
  start_failed: '内置数据库没有启动成功。请查看数据文件夹里的 postgres.log。',
} as const;

/** The reason, stable for tests and logs. */
export type StartErrorCode = keyof typeof sentences;

/** The database cannot be used; `message` is a Chinese sentence that says what to do, followed by `detail` (a path, a log line). */
export class StartError extends Error {
  readonly code: StartErrorCode;

  constructor(code: StartErrorCode, detail?: string, options?: { cause?: unknown }) {
    super(detail === undefined ? sentences[code] : `${sentences[code]}（${detail}）`, options);
    this.name = 'StartError';
    this.code = code;
  }
}

/** What a failed connection says: no such host or port, closed by the other side, wrong password or role, no such database. */
const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'ECONNRESET',
  'EHOSTUNREACH',
  '28P01',
  '28000',
  '3D000',
]);

/** The sentence for an error of a first connection to DATABASE_URL; undefined when it is about something else. */
export function explainConnection(error: unknown): StartError | undefined {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string };
  const isConnection = UNREACHABLE.has(code) || /connection timeout|Connection terminated/i.test(message);
  return isConnection ? new StartError('database_unreachable', message || code, { cause: error }) : undefined;
}
