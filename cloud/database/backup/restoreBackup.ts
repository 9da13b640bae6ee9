import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrate } from '../migrate';
import { migrations as allMigrations } from '../migrations/list';
import { BackupError } from './backupError';
import { readMigrationNames, readTables, type TableDescription } from './catalog';
import type { BackupHeader, BackupTotals, FileHead, FilePlace, TableHead } from './contents';
import { type Frame, readFrames } from './frames';
import { keyFingerprints } from './keyFingerprints';

export interface RestoreBackupOptions {
  readonly ownerUrl: string;
  /** The application's role, for the grants of the schema. */
  readonly appRole: string;
  readonly file: string;
  readonly files: FilePlace;
  /** The keys in use, in the form of KEYS; they must be those of the backup. */
  readonly keys: string;
}

/**
 * Puts a backup into an empty database: all of it or nothing.
 *
 * The file is read through and compared with its checksum before anything is touched. In a database without a schema
 * the backup's own schema is made first, and brought up to this program's afterwards, so an older backup can be
 * restored; a database with a schema must have the backup's.
 * Rejects with BackupError; the database keeps no row and the file place no file then.
 */
export async function restoreBackup(options: RestoreBackupOptions): Promise<BackupTotals> {
  const { ownerUrl, appRole, file } = options;
  const { header, totals } = await inspect(file);
  const known = new Set(allMigrations.map((migration) => migration.name));
  const unknown = header.migrations.find((name) => !known.has(name));
  if (unknown !== undefined) throw new BackupError('backup_newer', unknown);
  const present = new Set(keyFingerprints(options.keys));
  if (header.keys.some((key) => !present.has(key))) throw new BackupError('keys_different');
  const client = new Client({ connectionString: ownerUrl, application_name: 'morning-study restore' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const steps = await readMigrationNames(client);
    const wanted = new Set(header.migrations);
    if (steps.length === 0) {
      const migrations = allMigrations.filter((migration) => wanted.has(migration.name));
      await migrate(ownerUrl, { appRole, migrations });
    } else if (steps.length !== wanted.size || steps.some((name) => !wanted.has(name))) {
      throw new BackupError('schema_different');
    }
    await load(client, options, totals);
  } finally {
    await client.end();
  }
  await migrate(ownerUrl, { appRole });
  return totals;
}

/** Reads the whole file once: it is sound, and what it says about itself. */
async function inspect(file: string): Promise<{ header: BackupHeader; totals: BackupTotals }> {
  let header: BackupHeader | undefined;
  let totals: BackupTotals | undefined;
  for await (const frame of readFrames(file)) {
    if (frame.kind === 'H') header = parse<BackupHeader>(frame);
    if (frame.kind === 'E') totals = parse<BackupTotals>(frame);
  }
  if (header === undefined || totals === undefined) throw new BackupError('backup_damaged', file);
  return { header, totals };
}

async function load(client: Client, options: RestoreBackupOptions, totals: BackupTotals): Promise<void> {
  const written: FileHead[] = [];
  await client.query('begin');
  try {
    const tables = await readTables(client);
    for (const table of tables) await openTable(client, table);
    await refuseRows(client, tables);
    const rows = await copyAll(client, options, written);
    for (const [name, expected] of Object.entries(totals.rows)) {
      if ((rows.get(name) ?? 0) !== expected) throw new BackupError('backup_damaged', name);
    }
    for (const table of tables) await closeTable(client, table);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    for (const { tenantId, fileId } of written) await options.files.remove(tenantId, fileId);
    throw error;
  }
}

/** COPY FROM does not work under row-level security, and the rows have passed the triggers once already. */
async function openTable(client: Client, table: TableDescription): Promise<void> {
  if (table.isForced) await client.query(`alter table ${table.name} no force row level security`);
  await client.query(`alter table ${table.name} disable trigger user`);
}

async function closeTable(client: Client, table: TableDescription): Promise<void> {
  await client.query(`alter table ${table.name} enable trigger user`);
  if (table.isForced) await client.query(`alter table ${table.name} force row level security`);
}

async function refuseRows(client: Client, tables: readonly TableDescription[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ found: boolean }>(`select exists (select from ${name}) as found`);
    if (rows[0]?.found) throw new BackupError('database_not_empty', name);
  }
}

/** Returns how many rows each table got; `written` grows with every upload begun. */
async function copyAll(
  client: Client,
  options: RestoreBackupOptions,
  written: FileHead[],
): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  const frames = readFrames(options.file);
  let frame = await frames.next();
  /** The pieces of the table or file whose head was read last; the frame after them is the next head. */
  async function* pieces(): AsyncGenerator<Buffer> {
    for (frame = await frames.next(); !frame.done && frame.value.kind === 'D'; frame = await frames.next()) {
      yield frame.value.body;
    }
  }
  try {
    while (!frame.done) {
      const head = frame.value;
      if (head.kind === 'T') {
        const { name, columns } = parse<TableHead>(head);
        const copy = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`));
        await pipeline(Readable.from(pieces()), copy);
        rows.set(name, (rows.get(name) ?? 0) + copy.rowCount);
      } else if (head.kind === 'F') {
        const upload = parse<FileHead>(head);
        written.push(upload);
        await options.files.write(upload.tenantId, upload.fileId, Readable.from(pieces()), upload.size);
      } else {
        frame = await frames.next();
      }
    }
  } finally {
    await frames.return(undefined);
  }
  return rows;
}

function parse<T>(frame: Frame): T {
  // The checksum has been compared: these are the bytes that writeBackup wrote.
  return JSON.parse(frame.body.toString('utf8')) as T;
}
