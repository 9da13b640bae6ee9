import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../../src/contract/errors';
import { type Input, type OperationName, type Output, operations } from '../../src/contract/operations';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { inTenant, inTransaction, type Transaction } from '../database/tenantTransaction';
import { createDispatch, type Dispatch, type Reply } from '../dispatch';
import { loadActor } from '../identity/identityRepository';
import { openSession } from '../identity/session';
import type { Caller, Context } from '../operation';
import type { fixedClock } from '../ports/clock';
import type { Log } from '../ports/log';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import { appoint, enrolMember, enrolOrganisation, join } from '../roster/enrol';
import { useCases } from '../useCases';
import { createTestDatabase, type TestDatabase } from './database';
import { type TestOrganisation, type TestPersonName, testOrganisations, testPeople } from './people';
import { createTestPorts } from './ports';

/** One bureau of the test database, with a session for everybody. */
export interface TestBureau {
  tenantId: string;
  organisations: Record<TestOrganisation, string>;
  members: Record<TestPersonName, string>;
  /** Calls an operation as that person and returns the reply as it is. */
  call<N extends OperationName>(
    person: TestPersonName | null,
    operation: N,
    input: Input<N>,
    options?: { mutationId?: string },
  ): Promise<Reply>;
  /** The same, expecting success. Throws with the code when it is refused. */
  ok<N extends OperationName>(
    person: TestPersonName | null,
    operation: N,
    input: Input<N>,
    options?: { mutationId?: string },
  ): Promise<Output<N>>;
  /** The same, expecting a refusal; returns its code. Throws when it succeeds. */
  refused<N extends OperationName>(
    person: TestPersonName | null,
    operation: N,
    input: Input<N>,
    options?: { mutationId?: string },
  ): Promise<ErrorCode>;
  /** As the person's request would see it: a caller with their session. */
  callerOf(person: TestPersonName | null): Caller;
  /** Runs something with a use case's context, as that person, in a transaction that commits. */
  asActor<T>(person: TestPersonName, run: (context: Context) => Promise<T>): Promise<T>;
}

export interface TestWorld extends TestBureau {
  database: TestDatabase;
  dispatch: Dispatch;
  ports: Ports;
  clock: ReturnType<typeof fixedClock>;
  /** A second tenant in the same database, with the same people: nothing of one may be seen from the other. */
  foreign: TestBureau;
  close(): Promise<void>;
}

/** What a test lays by the thousand may take longer on a busy machine than what a screen waits for. */
const PREPARING_MS = 60_000;

/** Monday 23 November 2026, 08:30 in Shanghai: a working day after the morning piece is out. */
export const TEST_NOW = '2026-11-23T00:30:00.000Z';

/**
 * Two bureaus on a database of their own, behind the real dispatch. Close it in
 * `afterAll`. Everybody has been a member since 2020-01-01 and every branch is
 * in use since 2026-01-01; nothing else is in it.
 */
export async function createTestBureau(
  options: { now?: string; demo?: boolean; log?: Log } = {},
): Promise<TestWorld> {
  const database = await createTestDatabase();
  const { clock, ports, close } = createTestPorts(options.now ?? TEST_NOW, options.log);
  const dispatch = createDispatch({
    db: database.db,
    ports,
    useCases,
    demo: options.demo ?? false,
    oldestBuild: 1,
  });
  const own = await createBureau(database, ports, dispatch, '测试市场监管局', 'a');
  const foreign = await createBureau(database, ports, dispatch, '外单位', 'b');
  return {
    ...own,
    database,
    dispatch,
    ports,
    clock,
    foreign,
    close: async () => {
      await database.close();
      close();
    },
  };
}

async function createBureau(
  database: TestDatabase,
  ports: Ports,
  dispatch: Dispatch,
  name: string,
  letter: string,
): Promise<TestBureau> {
  const fresh = () => newId(ports.clock, ports.random);
  const tenantId = fresh();
  await inTransaction(database.owner.db, async (trx) => {
    await trx
      .insertInto('gate.tenant')
      .values({ id: tenantId, name, created_at: ports.clock.now() })
      .execute();
    await trx
      .insertInto('gate.app')
      .values({ appid: `wx000000000000000${letter}`, tenant_id: tenantId })
      .execute();
  });
  const organisations = {} as Record<TestOrganisation, string>;
  const members = {} as Record<TestPersonName, string>;
  const tokens = new Map<TestPersonName, string>();
  await inTenant(database.db, tenantId, async (trx) => {
    const paths = {} as Record<TestOrganisation, string>;
    for (const [key, one] of entriesOf(testOrganisations)) {
      organisations[key] = fresh();
      paths[key] = await enrolOrganisation(trx, tenantId, {
        id: organisations[key],
        name: one.name,
        level: one.level,
        parent: one.parent ? { id: organisations[one.parent], path: paths[one.parent] } : null,
        enabledOn: '2026-01-01',
      });
    }
    await trx
      .insertInto('bureau_setting')
      .values({ tenant_id: tenantId, pioneer_index_enabled: true, host_unit: null })
      .execute();
    let number = 0;
    for (const [key, person] of entriesOf(testPeople)) {
      members[key] = fresh();
      number += 1;
      await enrolMember(trx, ports, tenantId, {
        id: members[key],
        loginName: `${letter}${String(number).padStart(7, '0')}`,
        name: person.name,
        kind: person.kind ?? 'full',
        ...(person.status ? { status: person.status } : {}),
        joinedOn: '2001-07-01',
        ...(person.home
          ? { branch: { organisationId: organisations[person.home], from: '2020-01-01' } }
          : {}),
        ...(person.mark ? { marks: [{ id: fresh(), kind: person.mark, from: '2026-01-01' }] } : {}),
        affiliationId: fresh(),
      });
      if (person.post) {
        await appoint(trx, tenantId, {
          id: fresh(),
          memberId: members[key],
          organisationId: organisations[person.post.at],
          post: person.post.post,
          from: '2025-01-01',
          named: (person.post.named ?? []).map((one) => organisations[one]),
        });
      }
      if (person.joins) {
        await join(trx, tenantId, {
          id: fresh(),
          memberId: members[key],
          organisationId: organisations[person.joins],
          kind: person.joins === 'team' ? 'team' : 'group',
          from: '2025-01-01',
        });
      }
      const session = await openSession(trx, ports, { tenantId, memberId: members[key], channel: 'h5' });
      tokens.set(key, session.token);
    }
  });

  const callerOf = (person: TestPersonName | null): Caller => ({
    channel: 'h5',
    platform: null,
    sessionToken: person ? (tokens.get(person) ?? null) : null,
    address: '127.0.0.1',
  });
  const call: TestBureau['call'] = async (person, operation, input, { mutationId } = {}) => {
    const needsId = operations[operation].kind === 'write';
    const { reply } = await dispatch({
      operation,
      input,
      ...(needsId ? { mutationId: mutationId ?? randomUUID() } : {}),
      caller: callerOf(person),
    });
    return reply;
  };
  return {
    tenantId,
    organisations,
    members,
    call,
    callerOf,
    ok: async (person, operation, input, callOptions) => {
      const reply = await call(person, operation, input, callOptions);
      if (!reply.ok) throw new Error(`${operation} as ${person} was refused: ${reply.error.code}`);
      return reply.data as Output<typeof operation>;
    },
    refused: async (person, operation, input, callOptions) => {
      const reply = await call(person, operation, input, callOptions);
      if (reply.ok) throw new Error(`${operation} as ${person} should have been refused`);
      return reply.error.code;
    },
    asActor: (person, run) => {
      const work = async (trx: Transaction) => {
        const now = ports.clock.now();
        const actor = await loadActor(
          trx,
          { tenantId, memberId: members[person], sessionId: null },
          shanghaiDay(now),
        );
        if (!actor) throw new Error(`${person} is not active`);
        return run({
          trx,
          actor,
          now,
          newId: fresh,
          ports,
          requestId: fresh(),
          channel: 'h5',
          mutationId: null,
          demo: false,
        });
      };
      return inTenant(database.db, tenantId, work, { statementTimeoutMs: PREPARING_MS });
    },
  };
}

function entriesOf<K extends string, V>(record: Record<K, V>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
