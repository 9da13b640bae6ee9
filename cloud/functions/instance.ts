import type { Kysely } from 'kysely';
import { readConfig } from '../config';
import { assertSafeRole } from '../database/assertSafeRole';
import { connect } from '../database/connect';
import { hasDemoMark } from '../database/demoMark';
import { checkSchema } from '../database/migrate';
import { StartError } from '../database/startError';
import type { Tables } from '../database/tables';
import { createPorts } from '../ports/createPorts';
import type { Ports } from '../ports/ports';
import { weixinCloud } from '../ports/weixinCloud';
import { weixinSettings } from '../ports/weixinTemplates';

/** What a function instance keeps between calls. */
export interface Instance {
  db: Kysely<Tables>;
  ports: Ports;
  demo: boolean;
}

let instance: Promise<Instance> | undefined;

/**
 * The instance's database and ports: made and checked at the first call, then reused while it is warm. Rejects with
 * ConfigError or StartError; the next call tries again.
 */
export function whenReady(): Promise<Instance> {
  instance ??= open().catch((error) => {
    instance = undefined;
    throw error;
  });
  return instance;
}

async function open(): Promise<Instance> {
  const config = readConfig(process.env);
  // There is no embedded database in the cloud.
  if (config.databaseUrl === null || config.keys === null) throw new Error('DATABASE_URL 和 KEYS 都要设置');
  const ports = {
    ...createPorts(config, config.keys),
    weixin: weixinCloud(weixinSettings(config.weixinPhone, config.weixinTemplates)),
  };
  const { db, close } = connect(config.databaseUrl, {
    // An instance handles one request at a time, and up to 1,000 of them run (architecture.md "Entries").
    poolSize: 1,
    preparedStatements: config.preparedStatements,
    applicationName: 'morning-study function',
    onIdleError: (error) => ports.log.error('idle connection broke', error),
  });
  try {
    await assertSafeRole(db);
    const schema = await checkSchema(db);
    if (schema !== 'ok') throw new StartError(schema === 'newer' ? 'schema_newer' : 'schema_behind');
    return { db, ports, demo: await hasDemoMark(db) };
  } catch (error) {
    await close();
    throw error;
  }
}
