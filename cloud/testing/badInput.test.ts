import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { type ErrorCode, errorTable, sentenceOf } from '../../src/contract/errors';
import { type OperationName, operations } from '../../src/contract/operations';
import type { Reply } from '../dispatch';
import { openSession } from '../identity/session';
import type { Log } from '../ports/log';
import { type Call, type CallName, type Cell, calls } from './matrix/calls';
import { allowedCell } from './matrix/cells';
import { expected } from './matrix/expected';
import { createMatrixWorld, MATRIX_NOW, type MatrixWorld } from './matrix/world';

// Malformed JSON, unknown operations and too large bodies are refused before dispatch: cloud/server/apiRoutes.test.ts
// and e2e/cloud-functions/bundles.e2e.test.ts. Identity in the input: cloud/dispatch.test.ts.

const troubles: string[] = [];
const log: Log = {
  info: () => undefined,
  error: (_event, error) => troubles.push(error instanceof Error ? (error.stack ?? '') : String(error)),
};

interface Contents {
  name: string;
  /** How many rows, and the hash of all of them. */
  holds: string;
}

let world: MatrixWorld;
let contentsOf: string;
/** What both bureaus hold before any test, and so before each: nothing that a test does stays. */
let atRest: Record<string, string>;
beforeAll(async () => {
  world = await createMatrixWorld(log);
  contentsOf = await hashingStatement();
  atRest = await snapshot();
});
afterEach(() => {
  world.clock.set(MATRIX_NOW);
  expect(troubles.splice(0)).toEqual([]);
});
afterAll(() => world.close());

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
type Path = (string | number)[];

/** Without those that nobody may call here (the demo's). */
const callNames = (Object.keys(calls) as CallName[]).filter((name) => Object.keys(expected[name]).length > 0);

/** What a broken or hostile client puts into a field. NaN and Infinity arrive where no JSON is in between. */
const hostile: unknown[] = [
  null,
  undefined,
  true,
  0,
  -1,
  0.5,
  2 ** 53,
  1e308,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  '\u0000',
  '甲\u0000乙',
  '\ud800',
  'https://a\u0000b',
  'https://a\ud800',
  '2026-02-30',
  '9999-99-99T99:99:99Z',
  '2026-02-30T12:00:00Z',
  '9999-12-31T23:59:59Z',
  "'; drop table member; --",
  '{{7*7}}%s%n\\',
  '<script>alert(1)</script>',
  '甲'.repeat(100_000),
  '__proto__',
  'constructor',
  randomUUID().toUpperCase(),
  `${randomUUID()}' or '1'='1`,
  [],
  [null],
  [[]],
  Array(2_000).fill('甲'),
  {},
  { length: 3 },
  JSON.parse('{"__proto__": {"admin": true}}'),
  { constructor: { prototype: { admin: true } } },
  { toString: 'x', valueOf: 'y' },
];

it('tells by the contents of both bureaus when anything was written', async () => {
  const call: Call = calls['feedback.submit'];
  await world.database.attempt(async () => {
    const before = await snapshot(call.operation);
    expect(before[`${world.bureau.tenantId} public.member`]).not.toBe(
      before[`${world.foreignBureau.tenantId} public.member`],
    );
    const cell = cellOf('feedback.submit');
    expect((await dispatchAs(call, cell, baseInput(call, cell), randomUUID())).ok).toBe(true);
    expect(await snapshot(call.operation)).not.toEqual(before);
  });
});

describe.each(callNames)('%s', (name) => {
  const call: Call = calls[name];

  it('answers malformed fields with a code and a sentence, and writes nothing', async () => {
    const cell = cellOf(name);
    await scene(call, cell, async () => {
      const before = await contentsBefore(call);
      const base = baseInput(call, cell);
      for (const path of [[], ...pathsOf(base), ...optionalPaths(call.operation, base)]) {
        for (const value of hostile) {
          const reply = await send(call, cell, withValue(base, path, value));
          sane(reply, path, value);
          // A list has no fields: for an input without any that are needed it is as good as {}.
          const isNoInput = path.length === 0 && Array.isArray(value) && isInput(call.operation, {});
          if (isOfAnotherKind(valueAt(base, path), value) && !isNoInput) {
            expect([path, kindOf(value), codeOf(reply)]).toEqual([path, kindOf(value), 'bad_input']);
          }
        }
      }
      expect(await snapshot(call.operation)).toEqual(before);
      expect(({} as { admin?: unknown }).admin).toBeUndefined();
    });
  });

  it('takes a text of the greatest length and refuses one more character', async () => {
    const cell = cellOf(name);
    const base = baseInput(call, cell);
    // A refused sign-in is logged: not for the tests that come.
    await world.database.attempt(async () => {
      for (const path of pathsOf(base)) {
        const max = maxLengthAt(operations[call.operation].input as v.GenericSchema, path, base);
        if (max === null) continue;
        const over = await send(call, cell, withValue(base, path, '甲'.repeat(max + 1)));
        expect([path, codeOf(over)]).toEqual([path, 'bad_input']);
        const full = withValue(base, path, '甲'.repeat(max));
        const parsed = v.safeParse(operations[call.operation].input as v.GenericSchema, full);
        const isTextOnly = v.safeParse(
          operations[call.operation].input as v.GenericSchema,
          withValue(base, path, '甲'),
        );
        if (isTextOnly.success) expect([path, parsed.success]).toEqual([path, true]);
        sane(await send(call, cell, full), path, 'a text of the greatest length');
      }
    });
  });

  it('finds nothing under an id that nobody has, nor under one of another bureau', async () => {
    const cell = cellOf(name);
    await scene(call, cell, async () => {
      const before = await contentsBefore(call);
      const base = baseInput(call, cell);
      const foreign = call.input({ ...cell, ...placeIn(world.foreignBureau) }) as unknown as Json;
      for (const path of pathsOf(base).filter((one) => isId(valueAt(base, one)) && !isFreeId(call, one))) {
        for (const id of [randomUUID(), valueAt(foreign, path)]) {
          const reply = await send(call, cell, withValue(base, path, id));
          sane(reply, path, id);
          const isHarmless = reply.ok && call.untouched !== undefined;
          if (!isHarmless) expect([path, codeOf(reply)]).toEqual([path, expect.stringMatching(closed)]);
        }
      }
      expect(await snapshot(call.operation)).toEqual(before);
    });
  });
});

/** What is said to somebody who points at what is not there or does not fit. */
const closed =
  /^(not_found|not_allowed|bad_input|question_not_offered|conflict|code_not_valid|second_person_needed|file_ticket_invalid)$/;

/** What is new has no version yet. */
const withoutVersion: readonly string[] = [
  'study.saveDraft',
  'study.saveDraft: 轮值供稿',
  'lecture.lay',
  'quiz.saveQuestion: 新的',
];
const versioned = callNames.filter(
  (name) => 'version' in entriesOf(calls[name].operation) && !withoutVersion.includes(name),
);

it.each(versioned)('%s refuses a version that somebody else has overtaken', async (name) => {
  const call: Call = calls[name];
  const cell = cellOf(name);
  const before = await snapshot(call.operation);
  const base = baseInput(call, cell);
  const version = valueAt(base, ['version']) as number;
  for (const other of [version + 1, version + 1000, ...(version > 1 ? [version - 1] : [])]) {
    const reply = await send(call, cell, withValue(base, ['version'], other));
    expect([other, codeOf(reply)]).toEqual([other, 'conflict']);
  }
  expect(await snapshot(call.operation)).toEqual(before);
});

const writes = callNames.filter((name) => operations[calls[name].operation].kind === 'write');

it.each(writes.filter((name) => !('allowedRefusal' in calls[name])))(
  '%s does once what is sent twice, and refuses the same mutation id with other input',
  async (name) => {
    const call: Call = calls[name];
    const allowed = cellOf(name);
    // Ending the session that asks leaves nobody to ask again.
    const isOwnEnd = name === 'identity.revokeSession';
    const cell = isOwnEnd ? { ...allowed, owner: world.bureau.residents.branch } : allowed;
    await scene(call, cell, async () => {
      const mutationId = randomUUID();
      const input = baseInput(call, cell);
      await world.database.attempt(async () => {
        const first = await dispatchAs(call, cell, input, mutationId);
        expect(first.ok).toBe(true);
        const after = await snapshot(call.operation);
        const again = await dispatchAs(call, cell, input, mutationId.toUpperCase());
        expect(again).toEqual(first);
        const other = otherInput(call.operation, input);
        expect(codeOf(await dispatchAs(call, cell, other, mutationId))).toBe('mutation_id_reused');
        const consent = { ...call, operation: 'identity.consent' as const };
        const elsewhere = await dispatchAs(
          consent,
          cell,
          { agreed: call.operation !== 'identity.consent' },
          mutationId,
        );
        expect(codeOf(elsewhere)).toBe('mutation_id_reused');
        expect(await snapshot(call.operation)).toEqual(after);
      });
    });
  },
);

it.each(callNames)('%s is asked on a day far away and answers something sane', async (name) => {
  const call: Call = calls[name];
  const cell = cellOf(name);
  for (const now of ['1970-01-01T00:00:00.000Z', '2099-12-31T23:59:59.999Z']) {
    await world.database.attempt(async () => {
      world.clock.set(now);
      const caller = call.caller?.(cell) ?? {
        ...world.callerOf(cell.column),
        sessionToken: await freshToken(cell),
      };
      if (call.before) await world.dispatch({ operation: call.before, input: {}, caller });
      const { reply } = await world.dispatch({
        operation: call.operation,
        input: baseInput(call, cell),
        mutationId: randomUUID(),
        caller,
      });
      sane(reply, [], now);
    });
  }
});

describe('two people edit one draft', () => {
  it('the later one is told, and finds the words of the first', async () => {
    const cell = cellOf('study.saveDraft: 改一篇');
    const call: Call = calls['study.saveDraft: 改一篇'];
    const base = baseInput(call, cell) as { [key: string]: Json };
    await world.database.attempt(async () => {
      const as = (column: Cell['column'], title: string) =>
        dispatchAs(call, { ...cell, column }, { ...base, title }, randomUUID());
      expect(await as('secretary', '先改的')).toMatchObject({ ok: true, data: { version: 2 } });
      expect(codeOf(await as('publicityOfficer', '后改的'))).toBe('conflict');
      const draft = await dispatchAs(
        calls['study.draft'],
        { ...cell, column: 'publicityOfficer' },
        { pieceId: base.pieceId ?? null },
        randomUUID(),
      );
      expect(draft).toMatchObject({ ok: true, data: { title: '先改的', version: 2 } });
    });
  });
});

describe('scripts in texts', () => {
  const script = `<script>alert("1")</script><img src=x onerror='1'>&amp; {{1}} \${1} ' " \\ %00`;

  it.each([
    ['study.saveDraft', ['title'], 'study.desk'],
    ['meeting.plan', ['title'], 'meeting.mine'],
    ['feedback.submit', ['text'], 'feedback.mine'],
    ['feedback.reportFault: 篇目', ['text'], 'feedback.myFaults'],
  ] as const)('%s keeps them as they were typed and %s gives them back', async (name, path, reads) => {
    const write: Call = calls[name];
    const cell = { ...cellOf(name), column: 'secretary' as const };
    const typed = script.slice(0, 60);
    await world.database.attempt(async () => {
      const input = withValue(baseInput(write, cell), [...path], typed);
      expect(await dispatchAs(write, cell, input, randomUUID())).toMatchObject({ ok: true });
      const shown = await dispatchAs(calls[reads], cell, {}, randomUUID());
      expect(JSON.stringify(shown)).toContain(JSON.stringify(typed));
    });
  });
});

/** A cell where the table says yes, so that what is refused is refused for its input. */
function cellOf(name: CallName): Cell {
  const cell = allowedCell(world, name);
  if (!cell) throw new Error(`nobody may call ${name}`);
  return cell;
}

/** A session of that day: those of the matrix's today have ended, or not begun. */
async function freshToken({ column }: Cell): Promise<string | null> {
  if (column === 'nobody') return null;
  const holder = { tenantId: world.bureau.tenantId, memberId: world.people[column].memberId };
  return (await openSession(world.database.db, world.ports, { ...holder, channel: 'h5' })).token;
}

/** Runs with what has to come before the operation, and takes everything back. */
function scene(call: Call, cell: Cell, run: () => Promise<void>): Promise<void> {
  return world.database.attempt(async () => {
    if (call.before)
      await world.dispatch({ operation: call.before, input: {}, caller: callerOf(call, cell) });
    await run();
  });
}

function callerOf(call: Call, cell: Cell) {
  // Without an address: a hundred wrong tries of this test would close the door for the rest of it.
  return { ...(call.caller?.(cell) ?? world.callerOf(cell.column)), address: null };
}

/** Sends it; what a success wrote is taken back, what a refusal wrote stays to be found. */
function send(call: Call, cell: Cell, input: unknown): Promise<Reply> {
  return world.database.attempt(
    () => dispatchAs(call, cell, input, randomUUID()),
    (reply) => !reply.ok,
  );
}

async function dispatchAs(call: Call, cell: Cell, input: unknown, mutationId: string): Promise<Reply> {
  const { operation } = call;
  const { reply } = await world.dispatch({ operation, input, mutationId, caller: callerOf(call, cell) });
  return reply;
}

function sane(reply: Reply, path: Path, value: unknown): void {
  if (reply.ok) return;
  const { code, message, requestId } = reply.error;
  const isSane =
    code !== 'internal' &&
    code !== 'unavailable' &&
    Object.hasOwn(errorTable, code) &&
    message === sentenceOf(code) &&
    /[\u4e00-\u9fff]/.test(message) &&
    /^[0-9a-f-]{36}$/.test(requestId);
  // Jest's own matchers cost more than the request when there are tens of thousands of them.
  if (!isSane) {
    const where = `${path.join('.')} = ${JSON.stringify(value)?.slice(0, 60)}`;
    throw new Error(`${where} was answered with ${code}: ${message} (${requestId})`);
  }
}

const codeOf = (reply: Reply): ErrorCode | 'ok' => (reply.ok ? 'ok' : reply.error.code);

function baseInput(call: Call, cell: Cell): Json {
  return JSON.parse(JSON.stringify(call.input(cell))) as Json;
}

/** Every place inside an input, of lists the first entry. */
function pathsOf(value: Json, at: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return at.length > 0 ? [at] : [];
  const inner = Array.isArray(value)
    ? value.slice(0, 1).flatMap((one) => pathsOf(one, [...at, 0]))
    : Object.entries(value).flatMap(([key, one]) => pathsOf(one, [...at, key]));
  return at.length > 0 ? [at, ...inner] : inner;
}

function entriesOf(name: OperationName): object {
  return (operations[name].input as { entries?: object }).entries ?? {};
}

const isInput = (name: OperationName, input: unknown): boolean =>
  v.safeParse(operations[name].input as v.GenericSchema, input).success;

/** Fields of the schema that the input does without. */
function optionalPaths(name: OperationName, base: Json): Path[] {
  return Object.keys(entriesOf(name))
    .filter((key) => valueAt(base, [key]) === undefined)
    .map((key) => [key]);
}

function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<string | number, Json>)[key] : undefined,
    value,
  );
}

function withValue(base: Json, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const copy: Record<string | number, unknown> = Array.isArray(base)
    ? ([...base] as never)
    : { ...(base as object) };
  copy[key] = withValue((copy[key] ?? null) as Json, rest, value);
  return copy;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** True when a field that has a value gets one of another kind; null and nothing are for each field to judge. */
function isOfAnotherKind(was: Json | undefined, value: unknown): boolean {
  if (was === undefined || was === null || value === null || value === undefined) return false;
  return kindOf(was) !== kindOf(value) && !(kindOf(was) === 'object' && Object.keys(was).length === 0);
}

const isId = (value: Json | undefined): boolean => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value);

/** The ticket of a complaint without a name is made by its sender. */
const isFreeId = (call: Call, path: Path): boolean =>
  call.operation === 'feedback.submitAnonymous' && path[0] === 'ticket';

function placeIn(bureau: MatrixWorld['bureau']): Pick<Cell, 'bureau' | 'records' | 'owner'> {
  return { bureau, records: bureau.places.branch, owner: bureau.residents.branch };
}

/** The greatest length of the text at a path, as the contract says; null when it is no text with a limit. */
function maxLengthAt(schema: v.GenericSchema, path: Path, base: Json): number | null {
  const [key, ...rest] = path;
  const bare = schema as v.GenericSchema & {
    wrapped?: v.GenericSchema;
    entries?: Record<string, v.GenericSchema>;
    item?: v.GenericSchema;
    options?: v.GenericSchema[];
    key?: string;
    pipe?: { type: string; requirement?: unknown }[];
  };
  if (bare.wrapped) return maxLengthAt(bare.wrapped, path, base);
  if (bare.type === 'variant') {
    const fits = bare.options?.find((one) => v.safeParse(one, base).success);
    return fits ? maxLengthAt(fits, path, base) : null;
  }
  if (key === undefined) {
    const limit =
      bare.type === 'string' && bare.pipe?.find((action) => action.type === 'max_length')?.requirement;
    return typeof limit === 'number' ? limit : null;
  }
  const inner = typeof key === 'number' ? bare.item : bare.entries?.[key];
  return inner ? maxLengthAt(inner, rest, valueAt(base, [key]) ?? null) : null;
}

/** The input with one field changed to something else that the schema takes. */
function otherInput(name: OperationName, input: Json): unknown {
  for (const path of pathsOf(input)) {
    const was = valueAt(input, path);
    const others = [
      randomUUID(),
      `${String(was)}改`,
      Number(was) + 1,
      was !== true,
      'holiday',
      'absent',
      'other',
      'reject',
    ];
    for (const other of others) {
      const changed = withValue(input, path, other);
      if (other !== was && isInput(name, changed)) return changed;
    }
  }
  throw new Error(`${name} has no other input`);
}

/** What an operation finds, in a scene whose earlier step has written already or in the world at rest. */
async function contentsBefore(call: Call): Promise<Record<string, string>> {
  return call.before ? snapshot(call.operation) : withoutLogs(atRest, call.operation);
}

/** What every table of both bureaus holds, counted and hashed. */
async function snapshot(operation?: OperationName): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { tenantId } of [world.bureau, world.foreignBureau]) {
    const rows = (await world.database.queryIn(tenantId, contentsOf, [tenantId])) as Contents[];
    for (const { name, holds } of rows) found[`${tenantId} ${name}`] = holds;
  }
  return withoutLogs(found, operation);
}

/** Wrong tries are counted, and a refused sign-in is logged. */
function withoutLogs(contents: Record<string, string>, operation?: OperationName): Record<string, string> {
  const logged = operation === 'identity.signIn' ? ['sign_in_row', 'tries'] : ['tries'];
  return Object.fromEntries(
    Object.entries(contents).filter(([name]) => !logged.some((one) => name.endsWith(`.${one}`))),
  );
}

/** The statement that hashes every table which the application may read. */
async function hashingStatement(): Promise<string> {
  const tables = (await world.database.queryIn(
    world.bureau.tenantId,
    `select table_schema || '.' || table_name as name from information_schema.tables
     where table_schema in ('public', 'gate') and has_table_privilege(table_schema || '.' || table_name, 'select')`,
    [],
  )) as { name: string }[];
  const each = tables.map(
    ({ name }) => `select '${name}' as name,
      count(*) || ' ' || md5(coalesce(string_agg(one::text, '|' order by one::text), '')) as holds from ${name} one`,
  );
  // Row-level security gives the rows; the parameter makes the statement one that is planned once.
  return `select * from (${each.join(' union all ')}) one where $1::text is not null`;
}
