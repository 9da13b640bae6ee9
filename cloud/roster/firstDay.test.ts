import { sql } from 'kysely';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { plansOf } from '../testing/plansOf';
import { countCards, countSecretaries } from './firstDayRepository';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
});
afterEach(() => world.close());

const asked = (person: Parameters<TestWorld['ok']>[0]) => world.ok(person, 'roster.firstDay', {});

test('a branch secretary counts the own branch, the committee everybody, and cards given out count at once', async () => {
  const before = await asked('secretary');
  const all = await asked('committeeOfficer');
  expect(before.members).toBeGreaterThan(3);
  expect(before.withoutCard).toBe(before.members);
  expect(all.members).toBeGreaterThan(before.members);

  await world.ok('secretary', 'roster.issueCard', { memberId: world.members.member });
  expect(await asked('secretary')).toEqual({ ...before, withoutCard: before.withoutCard - 1 });
  expect((await asked('committeeOfficer')).withoutCard).toBe(all.withoutCard - 1);
});

test('a card that ran out is no card, exactly at its last instant', async () => {
  const before = await asked('secretary');
  await world.ok('secretary', 'roster.issueCard', { memberId: world.members.member });
  const { trx: expiresAt } = await world.asActor('secretary', async ({ trx }) => ({
    trx: (await trx.selectFrom('gate.activation_code').select('expires_at').executeTakeFirstOrThrow())
      .expires_at,
  }));
  const counted = (now: Date) =>
    world.asActor('secretary', ({ trx, actor }) =>
      countCards(trx, actor.tenantId, [world.organisations.branch], { today: actor.today, now }),
    );
  const justBefore = await counted(new Date(expiresAt.getTime() - 1));
  const atTheEnd = await counted(expiresAt);
  expect(justBefore.withoutCard).toBe(before.withoutCard - 1);
  expect(atTheEnd.withoutCard).toBe(before.withoutCard);
});

test('whoever has come in needs no card any more', async () => {
  const before = await asked('secretary');
  const card = await world.ok('secretary', 'roster.issueCard', { memberId: world.members.member });
  await world.dispatch({
    operation: 'identity.activate',
    input: { code: card.code },
    mutationId: '01980000-0000-4000-8000-00000000f001',
    caller: {
      channel: 'weapp',
      platform: { appid: 'wx000000000000000a', openid: 'openid-first-day' },
      sessionToken: null,
      address: '127.0.0.8',
    },
  });
  expect((await asked('secretary')).withoutCard).toBe(before.withoutCard - 1);
});

test('a plain member is not told, and nobody counts another bureau', async () => {
  expect(await world.refused('member', 'roster.firstDay', {})).toBe('not_allowed');
  const before = await asked('committeeOfficer');
  await world.foreign.ok('committeeOfficer', 'roster.issueCard', { memberId: world.foreign.members.member });
  expect(await asked('committeeOfficer')).toEqual(before);
});

test('in a large bureau the cards are found through their indexes', async () => {
  await world.asActor('secretary', async ({ trx }) => {
    await sql`
      insert into gate.activation_code (code_hash, tenant_id, member_id, issued_at, expires_at)
      select 'h' || n, ${world.tenantId}, gen_random_uuid(), now(), now() from generate_series(1, 20000) n`.execute(
      trx,
    );
  });
  await world.database.owner.pool.query('analyze gate.activation_code');
  await world.asActor('secretary', async ({ trx, actor, now }) => {
    const [plan] = await plansOf(trx, (one) =>
      countCards(one, actor.tenantId, [world.organisations.branch], { today: actor.today, now }),
    );
    expect(plan).toContain('activation_code_by_member');
  });
});

test('a branch is counted as without a secretary from the day after the last one’s term', async () => {
  expect(await asked('committeeOfficer')).toMatchObject({ branches: 2, withoutSecretary: 0 });
  expect(await asked('secretary')).toMatchObject({ branches: 1, withoutSecretary: 0 });
  const ids = [world.organisations.branch, world.organisations.sibling, world.organisations.group];
  const { posts } = await world.ok('committeeOfficer', 'roster.posts', {
    organisationId: world.organisations.branch,
  });
  const secretary = posts.find(({ post }) => post === 'secretary');
  if (!secretary) throw new Error('the branch has a secretary');
  const { postId, version } = secretary;
  await world.ok('committeeOfficer', 'roster.endPost', { postId, version, to: '2026-11-25' });
  const counted = (day: string) =>
    world.asActor('committeeOfficer', ({ trx, actor }) => countSecretaries(trx, actor.tenantId, ids, day));
  expect(await counted('2026-11-25')).toEqual({ branches: 2, withoutSecretary: 0 });
  expect(await counted('2026-11-26')).toEqual({ branches: 2, withoutSecretary: 1 });
});
