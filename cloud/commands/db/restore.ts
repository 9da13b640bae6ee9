import { resolve } from 'node:path';
import { restoreBackup } from '../../database/backup/restoreBackup';
import { diskFileStore } from '../../ports/diskFileStore';
import { openTarget } from './databaseTarget';
import { onlyArgument, type Subcommand } from './subcommand';

const usage = 'restore 文件';

/** Puts a backup into an empty database, all of it or nothing. */
export const restoreCommand: Subcommand = {
  usage,
  async run(args, env) {
    const file = resolve(onlyArgument(args, usage));
    const target = await openTarget(env);
    try {
      const { ownerUrl, appRole, filesDir, keys } = target;
      const totals = await restoreBackup({ ownerUrl, appRole, file, files: diskFileStore(filesDir), keys });
      const rows = Object.values(totals.rows).reduce((sum, count) => sum + count, 0);
      return [`已恢复 ${rows} 行数据、${totals.files} 个文件`];
    } finally {
      await target.close();
    }
  },
};
