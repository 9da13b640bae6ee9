import { randomUUID } from 'node:crypto';
import { operations } from '../src/contract/operations';
import { connect } from './database/connect';
import { createDispatch } from './dispatch';
import { memberUseCase } from './operation';
import { createTestBureau, type TestWorld } from './testing/bureau';
import { useCases } from './useCases';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());

describe('dispatch', () => {
  it('tells who asks from the session and ignores every identity in the input', async () => {
    const input = { memberId: world.members.secretary, openid: 'x', tenantId: world.foreign.tenantId };
    const { me } = await world.ok('member', 'identity.me', input);
    expect(me.memberId).toBe(world.members.member);
    expect(me.tenantId).toBe(world.tenantId);
    expect(me.acts).toEqual([]);
  });

  it('asks to sign in without a session and with a made-up token', async () => {
    expect(await world.refused(null, 'identity.me', {})).toBe('not_signed_in');
    const { reply } = await world.dispatch({
      operation: 'identity.me',
      input: {},
      caller: { channel: 'h5', platform: null, sessionToken: 'made-up', address: null },
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'not_signed_in', message: '请先登录' } });
  });

  it.each(['nonsense', 'constructor', '__proto__', 'identity', ''])(
    'refuses the unknown operation %p',
    async (operation) => {
      const { reply } = await world.dispatch({ operation, input: {}, caller: world.callerOf('member') });
      expect(reply).toMatchObject({ ok: false, error: { code: 'unknown_operation' } });
    },
  );

  it.each([null, 'text', 7, [], { agreed: 'yes' }])(
    'refuses the malformed input %p with a code',
    async (input) => {
      const { reply } = await world.dispatch({
        operation: 'identity.consent',
        input,
        mutationId: randomUUID(),
        caller: world.callerOf('member'),
      });
      expect(reply).toMatchObject({ ok: false, error: { code: 'bad_input' } });
    },
  );

  it('wants a mutation id for what changes something', async () => {
    for (const mutationId of [undefined, '', 'abc', 7, {}]) {
      const { reply } = await world.dispatch({
        operation: 'identity.consent',
        input: { agreed: true },
        mutationId,
        caller: world.callerOf('member'),
      });
      expect(reply).toMatchObject({ ok: false, error: { code: 'mutation_id_missing' } });
    }
  });

  it('gives a repeated mutation the first reply and does it once, also when both come at once', async () => {
    const mutationId = randomUUID();
    const replies = await Promise.all(
      [1, 2, 3].map(() => world.ok('secondMember', 'identity.consent', { agreed: true }, { mutationId })),
    );
    expect(new Set(replies.map((reply) => reply.recordedAt)).size).toBe(1);
    const rows = await world.asActor('secondMember', ({ trx, actor }) =>
      trx.selectFrom('consent').selectAll().where('member_id', '=', actor.memberId).execute(),
    );
    expect(rows).toHaveLength(1);
  });

  it('refuses a mutation id used again with other input, and another person may use the same id', async () => {
    const mutationId = randomUUID();
    await world.ok('frail', 'identity.consent', { agreed: true }, { mutationId });
    expect(await world.refused('frail', 'identity.consent', { agreed: false }, { mutationId })).toBe(
      'mutation_id_reused',
    );
    await world.ok('retired', 'identity.consent', { agreed: false }, { mutationId });
  });

  it('keeps nothing of a refused mutation: the same id may be tried again', async () => {
    const mutationId = randomUUID();
    expect(
      await world.refused('member', 'roster.issueCard', { memberId: world.members.frail }, { mutationId }),
    ).toBe('not_allowed');
    await world.ok('member', 'identity.consent', { agreed: true }, { mutationId });
  });

  it('asks an old build to update', async () => {
    const { reply } = await world.dispatch({
      operation: 'identity.me',
      input: {},
      build: 0,
      caller: world.callerOf('member'),
    });
    expect(reply).toMatchObject({ ok: false, error: { code: 'client_too_old' } });
  });

  it('writes one audit row per change, with ids only', async () => {
    await world.ok('secretary', 'roster.issueCard', { memberId: world.members.longLeave });
    const rows = await world.asActor('secretary', ({ trx, actor }) =>
      trx
        .selectFrom('audit_row')
        .selectAll()
        .where('actor_id', '=', actor.memberId)
        .where('action', '=', 'roster.issueCard')
        .execute(),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      subject_kind: 'member',
      subject_id: world.members.longLeave,
      post: 'secretary',
      acting_for: null,
    });
  });

  it('audits a named view of others once, however often an open screen asks, and again after a quarter of an hour', async () => {
    const looks = () =>
      world.asActor('deputySecretary', ({ trx, actor }) =>
        trx
          .selectFrom('audit_row')
          .select('id')
          .where('actor_id', '=', actor.memberId)
          .where('action', '=', 'roster.members')
          .execute(),
      );
    const input = { organisationId: world.organisations.branch };
    const start = world.clock.now();
    await world.ok('deputySecretary', 'roster.members', input);
    await world.ok('deputySecretary', 'roster.members', input);
    expect(await looks()).toHaveLength(1);
    world.clock.set(new Date(start.getTime() + 15 * 60_000));
    await world.ok('deputySecretary', 'roster.members', input);
    world.clock.set(start);
    expect(await looks()).toHaveLength(2);
  });

  it('hides what belongs to another bureau as if it did not exist', async () => {
    const memberId = world.foreign.members.member;
    expect(await world.refused('secretary', 'roster.issueCard', { memberId })).toBe('not_found');
  });

  it.each([
    ['before its receipt was written', (text: string) => text.includes('update receipt')],
    ['between its receipt and its commit', (text: string) => text === 'commit'],
    ['before the answer to its commit', null],
  ])('does once what was cut off %s and is asked again', async (_when, isCut) => {
    const handle = connect(world.database.appUrl, { poolSize: 2 });
    handle.pool.on('connect', (made) => {
      const client = made as unknown as {
        query: (config: { text: string }) => Promise<unknown>;
        connection: { stream: { destroy(): void } };
      };
      const query = client.query;
      client.query = (config) => {
        if (isCut?.(config.text)) {
          client.connection.stream.destroy();
          return Promise.reject(new Error('Connection terminated'));
        }
        const answer = query.call(client, config);
        // What was written is on its way; whether the server has it by now is what nobody knows.
        if (!isCut && config.text === 'commit') setImmediate(() => client.connection.stream.destroy());
        return answer;
      };
    });
    const cutOff = createDispatch({
      db: handle.db,
      ports: world.ports,
      useCases,
      demo: false,
      oldestBuild: 1,
    });
    const request = {
      operation: 'roster.issueCard',
      input: { memberId: world.members.frail },
      mutationId: randomUUID(),
      caller: world.callerOf('secretary'),
    };
    const traces = () =>
      world.asActor('secretary', ({ trx }) =>
        trx
          .selectFrom('audit_row')
          .select('id')
          .where('action', '=', 'roster.issueCard')
          .where('subject_id', '=', world.members.frail)
          .execute(),
      );
    const before = await traces();
    const { reply } = await cutOff(request);
    expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    if (isCut) expect(await traces()).toEqual(before);
    const again = await world.dispatch(request);
    expect(again.reply).toMatchObject({ ok: true });
    expect((await world.dispatch(request)).reply).toMatchObject({ ok: true });
    expect(await traces()).toHaveLength(before.length + 1);
    await handle.close();
  });
});

describe('the registry', () => {
  const build = (list: typeof useCases, demo = false) =>
    createDispatch({ db: world.database.db, ports: world.ports, useCases: list, demo, oldestBuild: 1 });

  it('serves every operation of the contract', () => {
    expect([...build(useCases, true).operationNames].sort()).toEqual(Object.keys(operations).sort());
  });

  it('does not start with an operation that lacks a policy', () => {
    const bare = memberUseCase('identity.me')({
      policy: undefined as never,
      run: async () => undefined as never,
    });
    expect(() => build([...useCases.filter((one) => one.operation !== 'identity.me'), bare])).toThrow(
      'has no policy',
    );
  });

  it('does not start with an operation that nobody serves, or that two serve', () => {
    expect(() => build(useCases.filter((one) => one.operation !== 'identity.me'))).toThrow('has no use case');
    expect(() => build([...useCases, ...useCases.slice(0, 1)])).toThrow('two use cases');
  });

  it('does not start with a subject that no policy judges', () => {
    const bare = memberUseCase('identity.me')({
      policy: () => true,
      subject: async () => ({}),
      run: async () => undefined as never,
    });
    expect(() => build([...useCases.filter((one) => one.operation !== 'identity.me'), bare])).toThrow(
      'no policy on it',
    );
  });

  it('does not know the demo operations without the demo mark', () => {
    expect(build(useCases).operationNames).not.toContain('identity.stepInto');
  });
});
