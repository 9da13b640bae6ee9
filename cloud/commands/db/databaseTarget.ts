import { readConfig } from '../../config';
import { startEmbedded } from '../../database/embedded';
import { APP_ROLE } from '../../database/embedded/roles';
import { UsageError } from './subcommand';

/** The database a command works on, and as whom. */
export interface DatabaseTarget {
  readonly ownerUrl: string;
  /** The application's own way in. */
  readonly appUrl: string;
  /** The role that `appUrl` names, for the grants of the schema. */
  readonly appRole: string;
  readonly filesDir: string;
  /** In the form of KEYS. */
  readonly keys: string;
  /** Lets go of it; stops the embedded database unless a server is using it. */
  close(): Promise<void>;
}

/**
 * Opens what the environment names: DATABASE_URL with DATABASE_OWNER_URL, else the embedded database in DATA_DIR,
 * beside a running server or without one. Rejects with ConfigError, StartError or UsageError.
 */
export async function openTarget(env: NodeJS.ProcessEnv): Promise<DatabaseTarget> {
  const config = readConfig(env);
  const { filesDir } = config;
  if (config.databaseUrl === null) {
    const engine = await startEmbedded(config.dataDir, { whenOwned: 'use' });
    const { ownerUrl, appUrl } = engine;
    return {
      ownerUrl,
      appUrl,
      filesDir,
      appRole: APP_ROLE,
      keys: config.keys ?? engine.keys,
      close: () => engine.stop(),
    };
  }
  if (config.databaseOwnerUrl === null) {
    throw new UsageError('这个命令要以数据库所有者的身份运行，请设置 DATABASE_OWNER_URL。');
  }
  return {
    ownerUrl: config.databaseOwnerUrl,
    appUrl: config.databaseUrl,
    filesDir,
    appRole: decodeURIComponent(new URL(config.databaseUrl).username),
    keys: config.keys ?? '',
    close: async () => undefined,
  };
}
