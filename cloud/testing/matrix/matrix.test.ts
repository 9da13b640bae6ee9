import { randomUUID } from 'node:crypto';
import { operations } from '../../../src/contract/operations';
import { posts } from '../../../src/domain/roster/posts';
import type { Log } from '../../ports/log';
import { type Call, type CallName, type Cell, calls } from './calls';
import { cellAt, placesOf } from './cells';
import { columnNames, columnOf } from './columns';
import { columnsIn, expected } from './expected';
import { createMatrixWorld, type MatrixWorld } from './world';

const troubles: string[] = [];
const log: Log = {
  info: () => undefined,
  error: (_event, error) => troubles.push(error instanceof Error ? (error.stack ?? '') : String(error)),
};

let world: MatrixWorld;
beforeAll(async () => {
  world = await createMatrixWorld(log);
});
afterAll(() => world.close());

const callNames = Object.keys(calls) as CallName[];
/** What a closed door says; which of them is right is told by the tests of each operation. */
const refusals = ['not_allowed', 'not_found', 'not_signed_in', 'not_activated'];

describe('the authorisation matrix', () => {
  it('has a row for every operation of the contract', () => {
    const rows = new Set(callNames.map((name) => calls[name].operation));
    expect([...rows].sort()).toEqual(Object.keys(operations).sort());
    expect(Object.keys(expected).sort()).toEqual([...callNames].sort());
  });

  it('has a column for every post, for those without one and for nobody', () => {
    const held = columnNames.map((name) => columnOf(name).person?.post?.post ?? name);
    expect(held).toEqual(expect.arrayContaining([...posts, 'member', 'probationary', 'nobody']));
  });

  it.each(callNames)('%s is open to those named in the table and closed to everybody else', async (name) => {
    const wrong: string[] = [];
    let cells = 0;
    const mayHere = new Map<string, Set<string>>();
    for (const [place, named] of Object.entries(expected[name])) {
      mayHere.set(place, columnsIn(named, columnNames));
    }
    for (const column of columnNames) {
      for (const place of placesOf(name, column)) {
        const may = mayHere.get(place)?.has(column) ?? false;
        const outcome = await judge(calls[name], cellAt(world, column, place));
        cells += 1;
        if (outcome !== (may ? 'allowed' : 'refused')) {
          wrong.push(`${column} at ${place}: ${outcome}, should be ${may ? 'allowed' : 'refused'}`);
        }
      }
    }
    expect({ wrong, troubles: troubles.splice(0) }).toEqual({ wrong: [], troubles: [] });
    expect(cells).toBeGreaterThanOrEqual(columnNames.length);
  });
});

/** Sends the whole request through dispatch and takes back what it wrote. */
function judge(call: Call, cell: Cell): Promise<string> {
  const caller = call.caller?.(cell) ?? world.callerOf(cell.column);
  return world.database.attempt(async () => {
    if (call.before) await world.dispatch({ operation: call.before, input: {}, caller });
    const { reply } = await world.dispatch({
      operation: call.operation,
      input: call.input(cell),
      ...(operations[call.operation].kind === 'write' ? { mutationId: randomUUID() } : {}),
      caller,
    });
    if (!reply.ok) {
      const { code } = reply.error;
      if (code === call.allowedRefusal) return 'allowed';
      return refusals.includes(code) || code === call.closedDoor ? 'refused' : code;
    }
    if (call.sees) return JSON.stringify(reply.data).includes(call.sees(cell)) ? 'allowed' : 'refused';
    if (call.untouched) {
      const { sql, parameters } = call.untouched(cell);
      return (await world.database.queryIn(cell.bureau.tenantId, sql, parameters)).length > 0
        ? 'refused'
        : 'allowed';
    }
    return 'allowed';
  });
}
