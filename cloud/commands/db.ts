import { ConfigError } from '../config';
import { BackupError } from '../database/backup/backupError';
import { explainConnection, StartError } from '../database/startError';
import { backupCommand } from './db/backup';
import { migrateCommand } from './db/migrate';
import { restoreCommand } from './db/restore';
import { type Subcommand, UsageError } from './db/subcommand';
import { tenantCommand } from './db/tenant';
import { verifyCommand } from './db/verify';

/** `npm run db -- WORD …`: every word has its own file. */
const subcommands: Readonly<Record<string, Subcommand>> = {
  migrate: migrateCommand,
  backup: backupCommand,
  restore: restoreCommand,
  tenant: tenantCommand,
  verify: verifyCommand,
};

async function main([word = '', ...args]: readonly string[]): Promise<void> {
  const subcommand = Object.hasOwn(subcommands, word) ? subcommands[word] : undefined;
  if (subcommand === undefined) {
    const usages = Object.values(subcommands).map(({ usage }) => `  npm run db -- ${usage}`);
    throw new UsageError(['用法：', ...usages].join('\n'));
  }
  for (const line of await subcommand.run(args, process.env)) console.log(line);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const shown = explainConnection(error) ?? error;
  const isForPeople = [UsageError, ConfigError, StartError, BackupError].some(
    (kind) => shown instanceof kind,
  );
  console.error(isForPeople ? (shown as Error).message : shown);
  process.exitCode = 1;
});
