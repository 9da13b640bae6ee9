import type { Client } from 'pg';

/** One table as the database's own catalog describes it; names are ready for SQL (quoted where needed). */
export interface TableDescription {
  /** With its schema. */
  readonly name: string;
  /** Without generated columns, which are computed again. */
  readonly columns: readonly string[];
  /** Row-level security applies, so it is read tenant by tenant. */
  readonly isTenants: boolean;
  /** Row-level security applies to the owner as well. */
  readonly isForced: boolean;
}

/**
 * Every table of ours but the list of migrations, each after the tables it refers to, so that foreign keys hold at
 * every moment of a restore. Throws when tables refer to each other in a circle.
 */
export async function readTables(client: Client): Promise<TableDescription[]> {
  const { rows: tables } = await client.query<{
    oid: number;
    name: string;
    columns: string[];
    secured: boolean;
    forced: boolean;
  }>(`
    select c.oid::int4 as oid, format('%I.%I', n.nspname, c.relname) as name,
      array(select quote_ident(attname)::text from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
      c.relrowsecurity as secured, c.relforcerowsecurity as forced
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and not (n.nspname = 'public' and c.relname = 'migration')
    order by name`);
  const { rows: references } = await client.query<{ from: number; to: number }>(
    `select distinct conrelid::int4 as "from", confrelid::int4 as "to" from pg_constraint
     where contype = 'f' and conrelid <> confrelid`,
  );
  const described = new Map(
    tables.map(({ oid, name, columns, secured, forced }) => [
      oid,
      { name, columns, isTenants: secured, isForced: forced },
    ]),
  );
  return sortByReferences(described, references);
}

function sortByReferences(
  tables: ReadonlyMap<number, TableDescription>,
  references: readonly { from: number; to: number }[],
): TableDescription[] {
  const sorted: TableDescription[] = [];
  const placed = new Set<number>();
  while (placed.size < tables.size) {
    const ready = [...tables].filter(
      ([oid]) => !placed.has(oid) && references.every(({ from, to }) => from !== oid || placed.has(to)),
    );
    if (ready.length === 0) {
      const left = [...tables].filter(([oid]) => !placed.has(oid)).map(([, table]) => table.name);
      throw new Error(`these tables refer to each other in a circle: ${left.join(', ')}`);
    }
    for (const [oid, table] of ready) {
      placed.add(oid);
      sorted.push(table);
    }
  }
  return sorted;
}

/** The steps of the schema that ran here, in order of name; empty in a database without a schema. */
export async function readMigrationNames(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ found: boolean }>(
    `select to_regclass('public.migration') is not null as found`,
  );
  if (rows[0]?.found !== true) return [];
  const { rows: steps } = await client.query<{ name: string }>(
    'select name from public.migration order by name',
  );
  return steps.map((step) => step.name);
}
