import { migrate } from '../../database/migrate';
import { openTarget } from './databaseTarget';
import type { Subcommand } from './subcommand';

/** Brings the schema up to this program's; safe beside a running server and from two places at once. */
export const migrateCommand: Subcommand = {
  usage: 'migrate',
  async run(_args, env) {
    const target = await openTarget(env);
    try {
      const applied = await migrate(target.ownerUrl, { appRole: target.appRole });
      return applied.length === 0 ? ['数据库的结构已是最新。'] : applied.map((name) => `已执行 ${name}`);
    } finally {
      await target.close();
    }
  },
};
