import type * as v from 'valibot';
import { type OperationName, operations } from '../../../src/contract/operations';
import type { TestDatabase } from '../database';

/** A name under which something can be kept or travel, and where. */
export interface FoundName {
  /** `table.column`, `table.column=value`, or `operation.field` (with `.in` or `.out` between), lists left out. */
  at: string;
  name: string;
}

/** Every column of the migrated schema, and every value that a check constraint lists. */
export async function namesOfSchema(database: TestDatabase): Promise<FoundName[]> {
  const { rows: columns } = await database.owner.pool.query<{ table: string; column: string }>(
    `select case table_schema when 'public' then '' else table_schema || '.' end || table_name as table,
       column_name as column
     from information_schema.columns where table_schema in ('public', 'gate') order by 1, ordinal_position`,
  );
  const { rows: checks } = await database.owner.pool.query<{ table: string; text: string }>(
    `select conrelid::regclass::text as table, pg_get_constraintdef(oid) as text from pg_constraint
     where contype = 'c' and connamespace in ('public'::regnamespace, 'gate'::regnamespace)`,
  );
  return [
    ...[...new Set(columns.map(({ table }) => table))].map((table) => ({ at: table, name: table })),
    ...columns.map(({ table, column }) => ({ at: `${table}.${column}`, name: column })),
    ...checks.flatMap(({ table, text }) =>
      [...text.matchAll(/'([^']+)'::text/g)].map(([, value = '']) => ({
        at: `${table}=${value}`,
        name: value,
      })),
    ),
  ];
}

/** Columns with their type, `table` as in `at`. */
export async function columnsOf(
  database: TestDatabase,
  table: string,
): Promise<{ name: string; type: string }[]> {
  const { rows } = await database.owner.pool.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 order by ordinal_position`,
    [table],
  );
  return rows;
}

/** One schema with all that wraps or lists others, as far as walking needs it. */
export interface Walked {
  type: string;
  wrapped?: Walked;
  entries?: Record<string, Walked>;
  item?: Walked;
  options?: readonly unknown[];
}

/** Every field and every listed value of every message. */
export function namesOfContract(): FoundName[] {
  return (Object.keys(operations) as OperationName[]).flatMap((name) => {
    const { input, output } = operations[name];
    return [...fieldsOf(walkable(input), `${name}.in`), ...fieldsOf(walkable(output), `${name}.out`)];
  });
}

/** A valibot schema as something to walk: its own types are too many to name. */
export function walkable(schema: v.GenericSchema): Walked {
  return schema as v.GenericSchema & Walked;
}

function fieldsOf(schema: Walked, at: string): FoundName[] {
  const inner = schema.wrapped ?? schema.item;
  if (inner) return fieldsOf(inner, at);
  if (schema.entries) {
    return Object.entries(schema.entries).flatMap(([name, one]) => [
      { at: `${at}.${name}`, name },
      ...fieldsOf(one, `${at}.${name}`),
    ]);
  }
  return (schema.options ?? []).flatMap((option) =>
    typeof option === 'string' ? [{ at: `${at}=${option}`, name: option }] : fieldsOf(option as Walked, at),
  );
}
