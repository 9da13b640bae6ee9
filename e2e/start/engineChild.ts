import { connect } from '../../cloud/database/connect';
import { startEmbedded } from '../../cloud/database/embedded';

/**
 * A process of its own for engine.e2e.test.ts: runs the engine on the folder named by its first argument, writes
 * rows, and prints each number after the server has acknowledged its commit.
 */
async function main(dataDir: string): Promise<void> {
  const engine = await startEmbedded(dataDir);
  const owner = connect(engine.ownerUrl, { poolSize: 1 });
  await owner.pool.query('create table if not exists written (id int primary key)');
  const { rows } = await owner.pool.query<{ last: number }>(
    'select coalesce(max(id), 0) as last from written',
  );
  process.stdout.write(`ready ${engine.adopted ? 'adopted' : 'started'}\n`);
  for (let id = (rows[0]?.last ?? 0) + 1; ; id += 1) {
    await owner.pool.query('insert into written values ($1)', [id]);
    process.stdout.write(`${id}\n`);
  }
}

main(process.argv[2] ?? '').catch((error: { code?: string; message: string }) => {
  process.stdout.write(`failed ${error.code ?? ''}\n`);
  process.exitCode = 1;
});
