import type { OperationName, Output } from '../../src/contract/operations';
import { PAIRING_MS, readPairingText } from '../../src/domain/identity/pairing';
import type { Caller } from '../operation';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';

const APPID = 'wx000000000000000a';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
  for (const person of ['member', 'secondMember'] as const) {
    await world.database.db
      .insertInto('gate.binding')
      .values({
        appid: APPID,
        openid: `o-${person}`,
        tenant_id: world.tenantId,
        member_id: world.members[person],
      })
      .execute();
  }
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate gate.pairing, gate.tries');
});

const computer: Caller = { channel: 'h5', platform: null, sessionToken: null, address: '192.0.2.1' };
const phoneOf = (person: TestPersonName): Caller => ({
  channel: 'weapp',
  platform: { appid: APPID, openid: `o-${person}` },
  sessionToken: null,
  address: '192.0.2.2',
});

async function send<N extends OperationName>(operation: N, input: unknown, caller: Caller) {
  const { reply, session } = await world.dispatch({ operation, input, caller });
  return reply.ok
    ? { data: reply.data as Output<N>, code: null, session }
    : { data: null, code: reply.error.code, session };
}

async function begin(caller = computer) {
  const { data } = await send('identity.beginPairing', { browser: 'chrome', system: 'windows' }, caller);
  if (!data) throw new Error('no pairing');
  const code = readPairingText(data.text);
  if (!code) throw new Error('the picture holds no code');
  return { ...data, code };
}
const scan = (code: string, caller = phoneOf('member')) => send('identity.scanPairing', { code }, caller);
const confirm = async (code: string, digits: string | null, caller = phoneOf('member')) =>
  (await send('identity.confirmPairing', { code, digits }, caller)).code;
const collect = (secret: string) => send('identity.collectPairing', { secret }, computer);
const stateOf = async (secret: string) => (await collect(secret)).data?.state;

it('a phone lets a computer in after its owner has chosen the digits that the computer shows', async () => {
  const pairing = await begin();
  expect(await stateOf(pairing.secret)).toBe('waiting');
  const { data: seen } = await scan(pairing.code);
  expect(seen).toMatchObject({ computer: 'Windows 电脑上的 Chrome 浏览器', askedAt: TEST_NOW });
  expect(seen?.choices).toHaveLength(3);
  expect(seen?.choices).toContain(pairing.digits);
  expect(await stateOf(pairing.secret)).toBe('scanned');
  expect(await confirm(pairing.code, pairing.digits)).toBeNull();

  const { data, session } = await collect(pairing.secret);
  expect(data).toMatchObject({ state: 'signedIn', me: { name: '江晨' } });
  const signedIn: Caller = { ...computer, sessionToken: session?.token ?? '' };
  const me = await send('identity.me', {}, signedIn);
  expect(me.data?.me.memberId).toBe(world.members.member);
});

it('tells its owner, stands under the places signed in, in the sign-in log, and can be ended from there', async () => {
  const pairing = await begin();
  await scan(pairing.code, phoneOf('secondMember'));
  await confirm(pairing.code, pairing.digits, phoneOf('secondMember'));
  const { session } = await collect(pairing.secret);
  const [notice] = (await world.ok('secondMember', 'reminder.inbox', {})).notices;
  expect(notice).toMatchObject({
    text: '08:30 扫码登录了 Windows 电脑上的 Chrome 浏览器。不是您本人，请在“登录着的地方”退出那一台',
    target: { screen: 'computer', query: {} },
  });
  const log = await world.asActor('secondMember', ({ trx }) =>
    trx
      .selectFrom('sign_in_row')
      .select(['channel', 'event', 'address'])
      .where('member_id', '=', world.members.secondMember)
      .execute(),
  );
  expect(log).toContainEqual({ channel: 'h5', event: 'signedIn', address: '192.0.2.1' });
  const { sessions } = await world.ok('secondMember', 'identity.sessions', {});
  const fresh = sessions.find((one) => !one.current);
  await world.ok('secondMember', 'identity.revokeSession', { sessionId: fresh?.id ?? '' });
  const ended = await send('identity.me', {}, { ...computer, sessionToken: session?.token ?? '' });
  expect(ended.code).toBe('not_signed_in');
});

it('opens one session for one confirmation, however often and however fast its secret is shown', async () => {
  const pairing = await begin();
  await scan(pairing.code);
  await confirm(pairing.code, pairing.digits);
  const answers = await Promise.all([1, 2, 3, 4].map(() => collect(pairing.secret)));
  expect(answers.map(({ data }) => data?.state).sort()).toEqual(['ended', 'ended', 'ended', 'signedIn']);
  expect(answers.filter(({ session }) => session)).toHaveLength(1);
  expect(await stateOf(pairing.secret)).toBe('ended');
  expect(await confirm(pairing.code, pairing.digits)).toBe('pairing_ended');
});

it('ends with wrong digits: there is no second guess', async () => {
  const pairing = await begin();
  const { data } = await scan(pairing.code);
  const wrong = data?.choices.find((choice) => choice !== pairing.digits) ?? '';
  expect(await confirm(pairing.code, wrong)).toBe('pairing_ended');
  expect(await confirm(pairing.code, pairing.digits)).toBe('pairing_ended');
  expect((await scan(pairing.code)).code).toBe('pairing_ended');
  expect(await stateOf(pairing.secret)).toBe('ended');
});

it('of all three digits tried at once at most one counts', async () => {
  for (let round = 0; round < 3; round += 1) {
    const pairing = await begin();
    const { data } = await scan(pairing.code);
    const codes = await Promise.all((data?.choices ?? []).map((digits) => confirm(pairing.code, digits)));
    expect(codes.filter((code) => code === null).length).toBeLessThanOrEqual(1);
    expect(['confirmed', 'ended']).toContain((await storedState())?.state);
    await world.database.owner.pool.query('truncate gate.pairing');
  }
});

it('belongs to the phone that scanned first; another can neither look at it nor answer it', async () => {
  const pairing = await begin();
  const [first, second] = await Promise.all([
    scan(pairing.code),
    scan(pairing.code, phoneOf('secondMember')),
  ]);
  expect([first.code, second.code].sort()).toEqual([null, 'pairing_ended'].sort());
  const [owner, other] =
    first.code === null ? (['member', 'secondMember'] as const) : (['secondMember', 'member'] as const);
  expect(await confirm(pairing.code, pairing.digits, phoneOf(other))).toBe('pairing_ended');
  expect((await scan(pairing.code, phoneOf(owner))).code).toBeNull();
  expect(await confirm(pairing.code, pairing.digits, phoneOf(owner))).toBeNull();
  expect((await collect(pairing.secret)).data?.me?.memberId).toBe(world.members[owner]);
});

it('can be turned down on the phone', async () => {
  const pairing = await begin();
  await scan(pairing.code);
  expect(await confirm(pairing.code, null)).toBeNull();
  expect(await stateOf(pairing.secret)).toBe('ended');
});

it.each([['scanned'], ['confirmed'], ['collected']])(
  'is over at two minutes: not %s any more',
  async (step) => {
    const pairing = await begin();
    const over = new Date(new Date(TEST_NOW).getTime() + PAIRING_MS);
    const justBefore = new Date(over.getTime() - 1);
    if (step !== 'scanned') {
      world.clock.set(justBefore);
      expect((await scan(pairing.code)).code).toBeNull();
    }
    if (step === 'collected') expect(await confirm(pairing.code, pairing.digits)).toBeNull();
    world.clock.set(over);
    if (step === 'scanned') expect((await scan(pairing.code)).code).toBe('pairing_ended');
    if (step === 'confirmed') expect(await confirm(pairing.code, pairing.digits)).toBe('pairing_ended');
    expect(await stateOf(pairing.secret)).toBe('ended');
  },
);

it('has nothing in the picture that opens a session', async () => {
  const pairing = await begin();
  await scan(pairing.code);
  await confirm(pairing.code, pairing.digits);
  expect(pairing.text).not.toContain(pairing.secret);
  expect((await send('identity.collectPairing', { secret: pairing.code }, computer)).code).toBe('bad_input');
  const padded = pairing.code.padEnd(43, 'A');
  expect((await collect(padded)).data?.state).toBe('ended');
  expect(JSON.stringify(await storedState())).not.toContain(pairing.secret);
  expect(JSON.stringify(await storedState())).not.toContain(pairing.code);
});

it('is for phones that are signed in, and for browsers to begin', async () => {
  const pairing = await begin();
  const stranger: Caller = { ...phoneOf('member'), platform: { appid: APPID, openid: 'oStranger' } };
  expect((await scan(pairing.code, stranger)).code).toBe('not_activated');
  expect((await scan(pairing.code, { ...computer, sessionToken: 'x' })).code).toBe('not_allowed');
  expect((await scan(pairing.code, world.callerOf('member'))).code).toBe('not_allowed');
  expect(await confirm(pairing.code, pairing.digits)).toBe('pairing_ended');
  expect(
    (await send('identity.beginPairing', { browser: 'chrome', system: 'mac' }, phoneOf('member'))).code,
  ).toBe('not_allowed');
  expect((await send('identity.collectPairing', { secret: pairing.secret }, phoneOf('member'))).code).toBe(
    'not_allowed',
  );
});

it('signs nobody in who has left between confirming and collecting', async () => {
  const pairing = await begin();
  await scan(pairing.code, phoneOf('secondMember'));
  await confirm(pairing.code, pairing.digits, phoneOf('secondMember'));
  const setStatus = (status: 'active' | 'left') =>
    world.asActor('secretary', async ({ trx }) => {
      await trx.updateTable('member').set({ status }).where('id', '=', world.members.secondMember).execute();
    });
  await setStatus('left');
  expect((await collect(pairing.secret)).data?.state).toBe('ended');
  await setStatus('active');
});

it('is asked for at most sixty times in a quarter of an hour from one address', async () => {
  for (let count = 1; count <= 60; count += 1) await begin();
  const refused = await send('identity.beginPairing', { browser: 'other', system: 'other' }, computer);
  expect(refused.code).toBe('too_many_tries');
  await begin({ ...computer, address: '192.0.2.9' });
});

const storedState = () => world.database.db.selectFrom('gate.pairing').selectAll().executeTakeFirst();

it('a browser’s session, stolen and shown as a phone’s, lets no other computer in', async () => {
  const pairing = await begin();
  const { sessionToken } = world.callerOf('member');
  const thief: Caller = { channel: 'weapp', platform: null, sessionToken, address: null };
  expect((await scan(pairing.code, thief)).code).toBe('not_signed_in');
  expect(await confirm(pairing.code, pairing.digits, thief)).toBe('not_signed_in');
  expect(await stateOf(pairing.secret)).toBe('waiting');
});

it.each(['scanned', 'confirmed'] as const)(
  'ends with the phone’s doors: a lost phone’s pairing, %s before the branch closed them, lets no computer in after',
  async (state) => {
    const pairing = await begin();
    await scan(pairing.code, phoneOf('secondMember'));
    if (state === 'confirmed') await confirm(pairing.code, pairing.digits, phoneOf('secondMember'));
    expect((await storedState())?.state).toBe(state);
    const memberId = world.members.secondMember;
    await world.ok('secretary', 'roster.unbind', { memberId });
    expect(await stateOf(pairing.secret)).toBe('ended');
    expect(await confirm(pairing.code, pairing.digits, phoneOf('secondMember'))).toBe('not_activated');
    await world.database.db
      .insertInto('gate.binding')
      .values({ appid: APPID, openid: 'o-secondMember', tenant_id: world.tenantId, member_id: memberId })
      .execute();
  },
);
