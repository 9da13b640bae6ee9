import { randomUUID } from 'node:crypto';
import { type OperationName, operations } from '../../src/contract/operations';
import { demoScheme } from '../../src/domain/pioneer/demoScheme';
import { adoptScheme } from '../pioneer/adoptScheme';
import { silentLog } from '../ports/log';
import { whyBanned } from './compliance/bannedNames';
import { exceptions, speaksOf } from './compliance/exceptions';
import { columnsOf, namesOfContract, namesOfSchema, type Walked, walkable } from './compliance/names';
import { createTestDatabase, type TestDatabase } from './database';
import { type Call, type CallName, calls } from './matrix/calls';
import { cellAt, placesOf } from './matrix/cells';
import type { ColumnName } from './matrix/columns';
import { createMatrixWorld, type MatrixWorld } from './matrix/world';

describe('no column and no field', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.close());

  const flaggedIn = (names: { at: string; name: string }[]) =>
    names.flatMap(({ at, name }) => {
      const why = whyBanned(name);
      return why ? [{ at, why }] : [];
    });

  it('can hold a measure of use, a rank, a place, an identity number, religion, health or history, but for reasoned exceptions', async () => {
    const names = [...(await namesOfSchema(database)), ...namesOfContract()];
    expect(names.length).toBeGreaterThan(500);
    const unexplained = flaggedIn(names).filter(({ at }) => !exceptions.some((one) => speaksOf(one, at)));
    expect(unexplained).toEqual([]);
  });

  it('is excused by an exception that nothing needs', async () => {
    const flagged = flaggedIn([...(await namesOfSchema(database)), ...namesOfContract()]);
    const unused = exceptions.filter((one) => !flagged.some(({ at }) => speaksOf(one, at)));
    expect(unused).toEqual([]);
  });

  it.each([
    ['lastSeenAt', 'a measure of use'],
    ['study_seconds', 'a measure of use'],
    ['loginCount', 'a measure of use'],
    ['onlineMinutes', 'a measure of use'],
    ['streak', 'a measure of use'],
    ['branch_rank', 'a ranking'],
    ['latitude', 'where somebody is'],
    ['geo_hash', 'where somebody is'],
    ['idCard', 'an identity number'],
    ['id_card_no', 'an identity number'],
    ['religiousBelief', 'religion'],
    ['healthState', 'health'],
    ['politicalHistory', 'a political or family history'],
  ])('could be called %s', (name, why) => {
    expect(whyBanned(name)).toBe(why);
  });

  it.each(['study_mark', 'run_answer', 'review_card', 'review_setting'])(
    'of the private marks in %s knows an hour: days only',
    async (table) => {
      const columns = await columnsOf(database, table);
      expect(columns.length).toBeGreaterThan(3);
      expect(columns.filter(({ type }) => /time/.test(type))).toEqual([]);
    },
  );

  it('of the sign-in log says more than the law asks for (domain.md 11.2: date, time, user, event, result)', async () => {
    const columns = (await columnsOf(database, 'sign_in_row')).map(({ name }) => name);
    expect(columns).toEqual(['tenant_id', 'id', 'at', 'member_id', 'channel', 'event', 'address']);
  });
});

describe('no list of members', () => {
  it.each(Object.keys(operations) as OperationName[])(
    'in the answer of %s carries a figure of theirs',
    (name) => {
      for (const fields of listsOf(walkable(operations[name].output))) {
        const isOfPeople =
          'memberId' in fields ||
          Object.keys(fields).some((key) => /^(reporter|sender|signer)Name$/.test(key));
        if (!isOfPeople) continue;
        const figures = Object.entries(fields).filter(([, one]) => typesIn(one).includes('number'));
        // Where a line stands in a file is no figure of the person.
        const innocent = name === 'intake.lines' ? ['version', 'at'] : ['version'];
        expect(figures.map(([key]) => key).filter((key) => !innocent.includes(key))).toEqual([]);
      }
    },
  );
});

describe('what a member reads and answers', () => {
  let world: MatrixWorld;
  beforeAll(async () => {
    world = await createMatrixWorld(silentLog);
  });
  afterAll(() => world.close());

  const observers: ColumnName[] = [
    'member',
    'secretary',
    'committeeSecretary',
    'committeeOfficer',
    'clerk',
    'systemAdmin',
  ];
  const reads = (Object.keys(calls) as CallName[]).filter(
    (name) => operations[calls[name].operation].kind === 'read',
  );

  it('changes nothing in what anybody else can read', async () => {
    await world.database.attempt(async () => {
      // A set gets its id at the first look at it.
      for (const column of [...observers, 'probationary'] as const) {
        await world.dispatch({ operation: 'quiz.today', input: {}, caller: world.callerOf(column) });
      }
      const before = await everythingSeenBy(observers);
      const own = await everythingSeenBy(['probationary']);
      await learnAndErr('probationary');
      // The other way round it shows that something happened at all.
      expect(await everythingSeenBy(['probationary'])).not.toEqual(own);
      expect(await everythingSeenBy(observers)).toEqual(before);
      expect(before.size).toBeGreaterThan(800);
    });
    // Some six thousand questions, one after the other.
  }, 300_000);

  it('leaves no receipt, no audit row and no notice', async () => {
    await world.database.attempt(async () => {
      const count = () =>
        world.database.queryIn(
          world.bureau.tenantId,
          `select (select count(*) from receipt) as receipts, (select count(*) from audit_row) as audited,
             (select count(*) from notice) as notices, (select count(*) from outbox) as outbox,
             (select count(*) from sign_in_row) as signed_in, (select count(*) from score_entry) as scored`,
          [],
        );
      const before = await count();
      await learnAndErr('probationary');
      expect(await count()).toEqual(before);
    });
  });

  /** Stamps every piece within reach and answers every question of the day, wrongly. */
  async function learnAndErr(column: ColumnName): Promise<void> {
    const ask = async <T>(operation: OperationName, input: unknown) => {
      const { reply } = await world.dispatch({ operation, input, caller: world.callerOf(column) });
      if (!reply.ok) throw new Error(`${operation}: ${reply.error.code}`);
      return reply.data as T;
    };
    const { pieces } = await ask<{ pieces: { id: string }[] }>('study.catchUp', {});
    expect(pieces.length).toBeGreaterThan(3);
    for (const { id: pieceId } of pieces) {
      await ask('study.answerCheck', { pieceId, position: 0, answer: [1] });
      await ask('study.mark', { pieceId });
    }
    const { day, questions } = await ask<{ day: string; questions: { id: string }[] }>('quiz.today', {});
    expect(questions.length).toBeGreaterThan(2);
    for (const { id: questionId } of questions) await ask('quiz.answer', { day, questionId, answer: [0] });
  }

  async function everythingSeenBy(columns: readonly ColumnName[]): Promise<Map<string, string>> {
    const seen = new Map<string, string>();
    for (const column of columns) {
      for (const name of reads) {
        for (const place of placesOf(name, column)) {
          const cell = cellAt(world, column, place);
          const call: Call = calls[name];
          const reply = await world.database.attempt(async () => {
            const caller = call.caller?.(cell) ?? world.callerOf(column);
            const input = call.input(cell);
            return (
              await world.dispatch({ operation: call.operation, input, mutationId: randomUUID(), caller })
            ).reply;
          });
          const said = reply.ok ? reply.data : reply.error.code;
          seen.set(`${column} ${name} ${place}`, JSON.stringify(said));
        }
      }
    }
    return seen;
  }

  it('cannot be put into a scheme: one that counts the use of an app is refused', async () => {
    const scheme = demoScheme('2026-01-01');
    const adopt = (item: object) =>
      world.database.attempt(() =>
        adoptScheme(
          {
            // Refused before anything is asked of the database.
            trx: undefined as never,
            now: world.ports.clock.now(),
            newId: randomUUID,
            actor: { tenantId: world.bureau.tenantId },
          },
          { ...scheme, items: [{ ...scheme.items[0], ...item }] } as typeof scheme,
        ),
      );
    await expect(adopt({ usageMetric: true })).rejects.toThrow('usageMetric');
    for (const source of ['studyMark', 'quizAnswer', 'duration', 'login', 'like']) {
      await expect(adopt({ source })).rejects.toThrow('unknownSource');
    }
  });
});

/** The fields of every kind of entry of every list inside a schema. */
function listsOf(schema: Walked): Record<string, Walked>[] {
  if (schema.wrapped) return listsOf(schema.wrapped);
  if (schema.item) return [...(schema.item.entries ? [schema.item.entries] : []), ...listsOf(schema.item)];
  return Object.values(schema.entries ?? {}).flatMap(listsOf);
}

/** The plain types inside a schema. */
function typesIn(schema: Walked): string[] {
  if (schema.wrapped) return typesIn(schema.wrapped);
  if (schema.item) return typesIn(schema.item);
  return schema.entries ? Object.values(schema.entries).flatMap(typesIn) : [schema.type];
}
