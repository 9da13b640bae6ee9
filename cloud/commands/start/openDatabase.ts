import type { Config } from '../../config';
import { startEmbedded } from '../../database/embedded';
import { APP_ROLE } from '../../database/embedded/roles';
import { migrate } from '../../database/migrate';

/** A migrated database, ready to serve from. */
export interface OpenDatabase {
  appUrl: string;
  /** Null when only the application's role is known. */
  ownerUrl: string | null;
  keys: string;
  /** Stops the embedded database; does nothing for one of one's own. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded database or takes the one that DATABASE_URL names, and brings the schema up to date where an
 * owner's way in is known. `onLost` is called when the embedded database ends by itself.
 */
export async function openDatabase(config: Config, onLost: () => void): Promise<OpenDatabase> {
  if (config.databaseUrl !== null) {
    if (config.databaseOwnerUrl !== null) {
      const appRole = decodeURIComponent(new URL(config.databaseUrl).username);
      await migrate(config.databaseOwnerUrl, { appRole });
    }
    return {
      appUrl: config.databaseUrl,
      ownerUrl: config.databaseOwnerUrl,
      keys: config.keys ?? '',
      stop: async () => undefined,
    };
  }
  const engine = await startEmbedded(config.dataDir, { onLost });
  try {
    await migrate(engine.ownerUrl, { appRole: APP_ROLE });
  } catch (error) {
    await engine.stop();
    throw error;
  }
  return {
    appUrl: engine.appUrl,
    ownerUrl: engine.ownerUrl,
    keys: config.keys ?? engine.keys,
    stop: () => engine.stop(),
  };
}
