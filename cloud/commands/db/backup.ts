import { resolve } from 'node:path';
import { writeBackup } from '../../database/backup/writeBackup';
import { diskFileStore } from '../../ports/diskFileStore';
import { openTarget } from './databaseTarget';
import { onlyArgument, type Subcommand } from './subcommand';

const usage = 'backup 文件';

/** Writes rows and uploads into one file, also while the server runs. */
export const backupCommand: Subcommand = {
  usage,
  async run(args, env) {
    const file = resolve(onlyArgument(args, usage));
    const target = await openTarget(env);
    try {
      const files = diskFileStore(target.filesDir);
      const totals = await writeBackup({
        ownerUrl: target.ownerUrl,
        file,
        files,
        now: new Date(),
        keys: target.keys,
      });
      const rows = Object.values(totals.rows).reduce((sum, count) => sum + count, 0);
      return [
        `已备份 ${rows} 行数据、${totals.files} 个文件，写入 ${file}`,
        '备份里没有密钥。密钥请另外妥善保存，没有它，加密的内容打不开。',
      ];
    } finally {
      await target.close();
    }
  },
};
