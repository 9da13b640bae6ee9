import { createWriteStream, existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { BackupError } from './backupError';
import { readMigrationNames, readTables, type TableDescription } from './catalog';
import type { BackupHeader, BackupTotals, FileHead, FilePlace, TableHead } from './contents';
import { encodeFrames, type Frame } from './frames';
import { keyFingerprints } from './keyFingerprints';

export interface WriteBackupOptions {
  readonly ownerUrl: string;
  /** The file to make; it must not exist, and appears only when it is whole. Readable by its owner only. */
  readonly file: string;
  readonly files: FilePlace;
  /** The keys in use, in the form of KEYS; only their fingerprints are written. */
  readonly keys: string;
  /** The moment to write into the header. */
  readonly now: Date;
}

/**
 * Writes every row and every finished upload into one file, as of one moment, while the server goes on working.
 *
 * Uploaded rosters are left out (architecture.md: never in a backup), and so are all keys: without the keys the
 * encrypted columns stay closed. Rejects with BackupError `backup_exists` or `backup_file_missing`; no file then.
 */
export async function writeBackup(options: WriteBackupOptions): Promise<BackupTotals> {
  const { ownerUrl, file } = options;
  if (existsSync(file)) throw new BackupError('backup_exists', file);
  const draft = `${file}.partial`;
  const client = new Client({ connectionString: ownerUrl, application_name: 'morning-study backup' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const totals = { rows: {} as Record<string, number>, files: 0 };
    const frames = encodeFrames(collect(client, options, totals));
    await pipeline(Readable.from(frames), createGzip(), createWriteStream(draft, { mode: 0o600 }));
    const handle = await open(draft, 'r');
    await handle.sync();
    await handle.close();
    await rename(draft, file);
    return totals;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* collect(
  client: Client,
  { files, now, keys }: WriteBackupOptions,
  totals: { rows: Record<string, number>; files: number },
): AsyncGenerator<Frame> {
  await client.query('begin isolation level repeatable read, read only');
  const migrations = await readMigrationNames(client);
  const header: BackupHeader = { createdAt: now.toISOString(), migrations, keys: keyFingerprints(keys) };
  yield json('H', header);
  const tables = await readTables(client);
  const { rows: tenants } = await client.query<{ id: string }>('select id from gate.tenant order by id');
  for (const table of tables) {
    totals.rows[table.name] = 0;
    // The owner obeys row-level security too, so these rows show one tenant at a time.
    const readers = table.isTenants ? tenants.map(({ id }) => id) : [''];
    for (const tenant of readers) {
      await client.query(`select set_config('app.tenant', $1, true)`, [tenant]);
      yield* copyTable(client, table, totals);
    }
  }
  for (const { id } of tenants) yield* copyFiles(client, id, files, totals);
  yield json('E', totals satisfies BackupTotals);
  await client.query('commit');
}

async function* copyTable(
  client: Client,
  table: TableDescription,
  totals: { rows: Record<string, number> },
): AsyncGenerator<Frame> {
  const { name, columns } = table;
  yield json('T', { name, columns } satisfies TableHead);
  const rows = client.query(copyTo(`copy (select ${columns.join(', ')} from ${name}) to stdout`));
  for await (const chunk of rows) yield { kind: 'D', body: chunk as Buffer };
  totals.rows[name] = (totals.rows[name] ?? 0) + rows.rowCount;
}

async function* copyFiles(
  client: Client,
  tenantId: string,
  files: FilePlace,
  totals: { files: number },
): AsyncGenerator<Frame> {
  await client.query(`select set_config('app.tenant', $1, true)`, [tenantId]);
  const { rows } = await client.query<{ id: string; size: string }>(
    // The object's name says in which form it lies (domain/file/fileKinds objectName); a roster's is never taken along.
    `select id || case form when 'clean' then '-clean' else '' end as id, size
     from public.file where state = 'ready' and purpose <> 'roster' and form <> 'sealed' order by id`,
  );
  for (const { id, size } of rows) {
    const content = await files.read(tenantId, id);
    if (content === null) throw new BackupError('backup_file_missing', id);
    yield json('F', { tenantId, fileId: id, size: Number(size) } satisfies FileHead);
    for await (const chunk of content) yield* cut(chunk as Buffer);
    totals.files += 1;
  }
}

/** A file place may hand out a whole upload at once. */
function* cut(chunk: Buffer): Generator<Frame> {
  for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
    yield { kind: 'D', body: chunk.subarray(start, start + PIECE_BYTES) };
  }
}

/** What Node reads from a disk at once. */
const PIECE_BYTES = 65_536;

function json(kind: Frame['kind'], value: object): Frame {
  return { kind, body: Buffer.from(JSON.stringify(value)) };
}
