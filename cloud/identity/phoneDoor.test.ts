import type { ErrorCode } from '../../src/contract/errors';
import { createDispatch } from '../dispatch';
import type { Caller } from '../operation';
import type { LocalWeixin } from '../ports/weixinLocal';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { useCases } from '../useCases';

const APPID = 'wx000000000000000a';
const FOREIGN_APPID = 'wx000000000000000b';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.owner.pool.query('truncate gate.mobile, gate.binding, gate.tries');
});

const phone = (openid: string, appid = APPID): Caller => ({
  channel: 'weapp',
  platform: { appid, openid },
  sessionToken: null,
  address: '127.0.0.1',
});

/** WeChat's proof of a number; each is answered once. */
let proofs = 0;
function proofOf(number: string): string {
  proofs += 1;
  return `local:${number}:${proofs}`;
}

async function come(caller: Caller, phoneCode: string): Promise<string> {
  const { reply } = await world.dispatch({
    operation: 'identity.activateByPhone',
    input: { phoneCode },
    caller,
  });
  return reply.ok ? (reply.data as { me: { name: string } }).me.name : reply.error.code;
}

async function register(number: string, person: TestPersonName, bureau = world as TestWorld['foreign']) {
  await world.database.db
    .insertInto('gate.mobile')
    .values({
      blind_index: world.ports.keyring.mac('blindIndex', number).toString('base64url'),
      tenant_id: bureau.tenantId,
      member_id: bureau.members[person],
    })
    .execute();
}

const refused: ErrorCode = 'phone_not_matched';

it('lets in the one member who has the number, binds this WeChat, and tells them', async () => {
  await register('13800000001', 'member');
  expect(await come(phone('oNew'), proofOf('13800000001'))).toBe('江晨');
  const { reply } = await world.dispatch({ operation: 'identity.me', input: {}, caller: phone('oNew') });
  expect(reply).toMatchObject({ ok: true, data: { me: { name: '江晨', unreadNotices: 1 } } });
  expect(await come(phone('oNew'), proofOf('13800000001'))).toBe('江晨');
});

it('gives one answer for no match, several, a foreign country’s number and a lapsed proof', async () => {
  await register('13800000002', 'member');
  await register('13800000002', 'secondMember');
  await register('13800000003', 'frail');
  const used = proofOf('13800000009');
  expect([
    await come(phone('oA'), proofOf('13800000009')),
    await come(phone('oB'), proofOf('13800000002')),
    await come(phone('oC'), proofOf('+852-13800000003')),
    await come(phone('oD'), used),
    await come(phone('oD'), used),
    await come(phone('oE'), 'nonsense'),
  ]).toEqual([refused, refused, refused, refused, refused, refused]);
});

it('looks only among the bureaus of its mini-program', async () => {
  await register('13800000004', 'member', world.foreign);
  expect(await come(phone('oF'), proofOf('13800000004'))).toBe(refused);
  expect(await come(phone('oF', FOREIGN_APPID), proofOf('13800000004'))).toBe('江晨');
  // The same number in two bureaus is two matches only where one mini-program serves both.
  await register('13800000004', 'secondMember');
  expect(await come(phone('oG'), proofOf('13800000004'))).toBe('云帆');
});

it('does not open the door of whoever is in already: numbers are given to new people', async () => {
  await register('13800000005', 'member');
  expect(await come(phone('oFirst'), proofOf('13800000005'))).toBe('江晨');
  expect(await come(phone('oLater'), proofOf('13800000005'))).toBe(refused);
  await register('13800000006', 'secondMember');
  await world.database.db
    .updateTable('gate.login')
    .set({ passphrase_hash: 'scrypt$' })
    .where('member_id', '=', world.members.secondMember)
    .execute();
  expect(await come(phone('oOther'), proofOf('13800000006'))).toBe(refused);
});

it('lets one of two phones in that come at the same moment with the same number', async () => {
  await register('13800000007', 'retired');
  const codes = await Promise.all([
    come(phone('oLeft'), proofOf('13800000007')),
    come(phone('oRight'), proofOf('13800000007')),
  ]);
  expect(codes.sort()).toEqual([refused, '鹤年'].sort());
});

it('is closed to who has left, and to a browser', async () => {
  await register('13800000008', 'longLeave');
  await world.asActor('secretary', ({ trx }) =>
    trx
      .updateTable('member')
      .set({ status: 'left' })
      .where('id', '=', world.members.longLeave)
      .execute()
      .then(() => undefined),
  );
  expect(await come(phone('oGone'), proofOf('13800000008'))).toBe(refused);
  expect(await come({ ...phone('oX'), channel: 'h5', platform: null }, proofOf('13800000008'))).toBe(
    'not_allowed',
  );
});

it('counts tries before WeChat is asked, which charges for each: the sixth wrong one asks nobody', async () => {
  const asked = jest.spyOn(world.ports.weixin, 'readPhone');
  for (let tries = 1; tries <= 5; tries += 1) {
    expect(await come(phone('oGuess'), proofOf('13800000099'))).toBe(refused);
  }
  expect(await come(phone('oGuess'), proofOf('13800000099'))).toBe('too_many_tries');
  expect(asked).toHaveBeenCalledTimes(5);
  asked.mockRestore();
});

it('says so when WeChat does not answer', async () => {
  expect(await come(phone('oAway'), 'local:away')).toBe('unavailable');
});

it('is not offered unless it is configured', async () => {
  const weixin: LocalWeixin = {
    ...(world.ports.weixin as LocalWeixin),
    settings: { asksPhone: false, templateOf: () => null },
  };
  const dispatch = createDispatch({
    db: world.database.db,
    ports: { ...world.ports, weixin },
    useCases,
    demo: false,
    oldestBuild: 1,
  });
  await register('13800000010', 'probationary');
  const input = { phoneCode: proofOf('13800000010') };
  const { reply } = await dispatch({ operation: 'identity.activateByPhone', input, caller: phone('oN') });
  expect(reply).toMatchObject({ ok: false, error: { code: refused } });
  const welcomed = await dispatch({ operation: 'identity.welcome', input: {}, caller: phone('oN') });
  expect(welcomed.reply).toMatchObject({ ok: true, data: { phoneDoor: false } });
  const offered = await world.dispatch({ operation: 'identity.welcome', input: {}, caller: phone('oN') });
  expect(offered.reply).toMatchObject({ ok: true, data: { phoneDoor: true } });
});
