import { types } from 'pg';

/** Type numbers of PostgreSQL (pg_type.dat), also for arrays. */
const INT8 = 20;
const DATE = 1082;
const NUMERIC = 1700;
const TEXT_ARRAY = 1009;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const NUMERIC_ARRAY = 1231;

type Reader = (value: string) => unknown;

const readTextArray = types.getTypeParser(TEXT_ARRAY as number) as (value: string) => (string | null)[];

function readArray(read: Reader): Reader {
  return (value) => readTextArray(value).map((item) => (item === null ? null : read(item)));
}

function readInt8(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`int8 value ${value} is beyond 2^53`);
  return number;
}

function readText(value: string): string {
  return value;
}

const readers = new Map<number, Reader>([
  [INT8, readInt8],
  [DATE, readText],
  [NUMERIC, Number],
  [INT8_ARRAY, readArray(readInt8)],
  [DATE_ARRAY, readTextArray],
  [NUMERIC_ARRAY, readArray(Number)],
]);

/**
 * The reader of one PostgreSQL type: ours for date, int8, numeric and their arrays, pg's own for the rest.
 *
 * A day stays text: pg would make it a Date at midnight of the machine's zone, which is another day in Shanghai.
 */
export function readType(oid: number, format?: 'text' | 'binary'): Reader {
  const reader = format === 'binary' ? undefined : readers.get(oid);
  return reader ?? (types.getTypeParser(oid, format as 'text') as Reader);
}
