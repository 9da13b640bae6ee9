import { connect } from '../../database/connect';
import { inTenant } from '../../database/tenantTransaction';
import { verifyScores } from '../../pioneer/verifyScores';
import { listTenantIds } from '../../tickRepository';
import { openTarget } from './databaseTarget';
import { type Subcommand, UsageError } from './subcommand';

/** Enough to see what kind of trouble it is. */
const SHOWN = 20;

/** Recomputes every score of every bureau from its signed records and says what differs; exit 1 when something does. */
export const verifyCommand: Subcommand = {
  usage: 'verify',
  async run(args, env) {
    if (args.length > 0) throw new UsageError(`用法：npm run db -- ${verifyCommand.usage}`);
    const target = await openTarget(env);
    try {
      const app = connect(target.appUrl, { poolSize: 1, applicationName: 'morning-study verify' });
      try {
        const lines: string[] = [];
        let differences = 0;
        for (const tenantId of await listTenantIds(app.db)) {
          const found = await inTenant(app.db, tenantId, (trx) => verifyScores(trx, tenantId), {
            statementTimeoutMs: 600_000,
          });
          differences += found.differences.length;
          lines.push(
            `单位 ${tenantId}：${found.periods} 个周期，${found.entries} 条记分，${found.differences.length} 处不一致`,
          );
          lines.push(...found.differences.slice(0, SHOWN).map((one) => `  ${JSON.stringify(one)}`));
          if (found.differences.length > SHOWN)
            lines.push(`  …… 另有 ${found.differences.length - SHOWN} 处`);
        }
        if (differences > 0)
          throw new UsageError([...lines, '记分和签定的记录对不上，请保留现场并联系维护的同志。'].join('\n'));
        return [...lines, '每一分都能从签定的记录重新算出来。'];
      } finally {
        await app.close();
      }
    } finally {
      await target.close();
    }
  },
};
