import { randomUUID } from 'node:crypto';
import type { Input, OperationName } from '../../src/contract/operations';
import type { Caller } from '../operation';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
});
afterEach(() => world.close());

const APP = 'wx000000000000000a';
const h5: Caller = { channel: 'h5', platform: null, sessionToken: null, address: '127.0.0.9' };
const weapp = (openid: string): Caller => ({
  channel: 'weapp',
  platform: { appid: APP, openid },
  sessionToken: null,
  address: '127.0.0.8',
});

async function asked<N extends OperationName>(caller: Caller, operation: N, input: Input<N>) {
  const { reply, session } = await world.dispatch({ operation, input, mutationId: randomUUID(), caller });
  return {
    code: reply.ok ? 'ok' : reply.error.code,
    data: reply.ok
      ? (reply.data as never as { me: { memberId: string } | null; token: string | null })
      : null,
    session,
  };
}

const cardFor = (person: TestPersonName) =>
  world.ok('secretary', 'roster.issueCard', { memberId: world.members[person] });

const PASSPHRASE = '三楼会议室的旧挂钟走得准';

describe('an activation card', () => {
  it('opens WeChat for the openid that used it, once', async () => {
    const card = await cardFor('member');
    const first = await asked(weapp('openid-one'), 'identity.activate', {
      code: card.code.toLowerCase().replace(/-/g, ' '),
    });
    expect(first.data?.me?.memberId).toBe(world.members.member);
    expect(first.data?.token).toBeNull();
    expect((await asked(weapp('openid-one'), 'identity.me', {})).data?.me?.memberId).toBe(
      world.members.member,
    );
    expect((await asked(weapp('openid-two'), 'identity.activate', { code: card.code })).code).toBe(
      'code_not_valid',
    );
    expect((await asked(weapp('openid-two'), 'identity.me', {})).code).toBe('not_activated');
  });

  it('opens for one of two who use it at the same moment', async () => {
    const card = await cardFor('member');
    const both = await Promise.all(
      ['openid-one', 'openid-two'].map((openid) =>
        asked(weapp(openid), 'identity.activate', { code: card.code }),
      ),
    );
    expect(both.map((one) => one.code).sort()).toEqual(['code_not_valid', 'ok']);
  });

  it('opens H5 with the login name from the same card and a passphrase, and hands out a session', async () => {
    const card = await cardFor('member');
    const done = await asked(h5, 'identity.activate', {
      code: card.code,
      loginName: card.loginName,
      passphrase: PASSPHRASE,
    });
    expect(done.data?.me?.memberId).toBe(world.members.member);
    expect(done.session?.token).toHaveLength(43);
    const again = await asked(h5, 'identity.signIn', {
      loginName: card.loginName.toUpperCase(),
      passphrase: PASSPHRASE,
    });
    expect(again.code).toBe('ok');
    const me = await asked({ ...h5, sessionToken: again.session?.token ?? '' }, 'identity.me', {});
    expect(me.data?.me?.memberId).toBe(world.members.member);
  });

  it('does not open with another person’s login name, and is not used up by that', async () => {
    const card = await cardFor('member');
    const wrong = { code: card.code, loginName: 'a0000002', passphrase: PASSPHRASE };
    expect((await asked(h5, 'identity.activate', wrong)).code).toBe('code_not_valid');
    expect((await asked(h5, 'identity.activate', { ...wrong, loginName: card.loginName })).code).toBe('ok');
  });

  it('refuses a weak passphrase before the code is used up', async () => {
    const card = await cardFor('member');
    const input = { code: card.code, loginName: card.loginName };
    expect((await asked(h5, 'identity.activate', { ...input, passphrase: '1234567890' })).code).toBe(
      'passphrase_too_weak',
    );
    expect((await asked(h5, 'identity.activate', { ...input, passphrase: PASSPHRASE })).code).toBe('ok');
  });

  it('opens until the last moment of 14 days and not after', async () => {
    const issued = world.clock.now().getTime();
    const days14 = 14 * 86_400_000;
    const card = await cardFor('member');
    world.clock.set(new Date(issued + days14));
    expect((await asked(weapp('late'), 'identity.activate', { code: card.code })).code).toBe(
      'code_not_valid',
    );
    world.clock.set(new Date(issued + days14 - 1));
    expect((await asked(weapp('last'), 'identity.activate', { code: card.code })).code).toBe('ok');
  });

  it('is refused to a mini-program that is not registered for the bureau', async () => {
    const card = await cardFor('member');
    const stranger: Caller = { ...weapp('x'), platform: { appid: 'wx00000000000000ff', openid: 'x' } };
    expect((await asked(stranger, 'identity.me', {})).code).toBe('app_not_configured');
    expect((await asked(stranger, 'identity.activate', { code: card.code })).code).toBe('app_not_configured');
    const other: Caller = { ...weapp('x'), platform: { appid: 'wx000000000000000b', openid: 'x' } };
    expect((await asked(other, 'identity.activate', { code: card.code })).code).toBe('app_not_configured');
  });

  it('is derived anew for each card, and a repeated call says the same one again', async () => {
    const mutationId = randomUUID();
    const memberId = world.members.member;
    const first = await world.ok('secretary', 'roster.issueCard', { memberId }, { mutationId });
    const twin = await world.ok('secretary', 'roster.issueCard', { memberId }, { mutationId });
    const next = await world.ok('secretary', 'roster.issueCard', { memberId });
    expect(twin.code).toBe(first.code);
    expect(next.code).not.toBe(first.code);
    expect((await asked(weapp('x'), 'identity.activate', { code: first.code })).code).toBe('code_not_valid');
    expect((await asked(weapp('x'), 'identity.activate', { code: next.code })).code).toBe('ok');
  });

  it('is not issued by a branch secretary for somebody who holds a post above the branch', async () => {
    const of = (memberId: string) => ({ memberId });
    const { members } = world;
    expect(await world.refused('siblingSecretary', 'roster.issueCard', of(members.committeeSecretary))).toBe(
      'not_found',
    );
    await world.ok('siblingSecretary', 'roster.issueCard', of(members.siblingMember));
    await world.ok('systemAdmin', 'roster.issueCard', of(members.committeeSecretary));
    const roster = await world.ok('siblingSecretary', 'roster.members', {
      organisationId: world.organisations.sibling,
    });
    const mayFor = (memberId: string) =>
      roster.members.find((one) => one.memberId === memberId)?.mayIssueCard;
    expect([mayFor(members.committeeSecretary), mayFor(members.siblingMember)]).toEqual([false, true]);
  });

  it('reissued for an active member closes every door and tells that member', async () => {
    const card = await cardFor('member');
    await asked(weapp('old-phone'), 'identity.activate', { code: card.code });
    const next = await cardFor('member');
    expect((await asked(weapp('old-phone'), 'identity.me', {})).code).toBe('not_activated');
    expect(await world.refused('member', 'identity.me', {})).toBe('not_signed_in');
    await asked(weapp('new-phone'), 'identity.activate', { code: next.code });
    const { reply } = await world.dispatch({
      operation: 'reminder.inbox',
      input: {},
      caller: weapp('new-phone'),
    });
    expect(JSON.stringify(reply)).toContain('激活卡重发');
  });

  it('is stored as a keyed hash only', async () => {
    const card = await cardFor('member');
    const { rows } = await world.database.owner.pool.query(
      `select (select string_agg(c::text, ' ') from gate.activation_code c) || (select string_agg(r::text, ' ') from receipt r) as everything`,
    );
    expect(String(rows[0]?.everything)).not.toContain(card.code.replace(/-/g, ''));
    expect(String(rows[0]?.everything)).not.toContain(card.code);
  });
});

describe('tries at the doors', () => {
  it('end after five wrong codes of one openid, for 15 minutes and not longer', async () => {
    const card = await cardFor('member');
    for (let count = 0; count < 5; count += 1) {
      expect((await asked(weapp('guesser'), 'identity.activate', { code: 'AAAA-AAAA-AAAA' })).code).toBe(
        'code_not_valid',
      );
    }
    expect((await asked(weapp('guesser'), 'identity.activate', { code: card.code })).code).toBe(
      'too_many_tries',
    );
    expect((await asked(weapp('somebody-else'), 'identity.me', {})).code).toBe('not_activated');
    world.clock.set(new Date(world.clock.now().getTime() + 16 * 60_000));
    expect((await asked(weapp('guesser'), 'identity.activate', { code: card.code })).code).toBe('ok');
  });

  it('count when they come at once: of twelve parallel guesses at most five are looked at', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, () => asked(weapp('fast'), 'identity.activate', { code: 'AAAA-AAAA-AAAA' })),
    );
    expect(all.filter((one) => one.code === 'code_not_valid').length).toBeLessThanOrEqual(5);
    expect(all.filter((one) => one.code === 'too_many_tries').length).toBeGreaterThanOrEqual(7);
  });

  it('end for a login name, and say the same for a name that does not exist', async () => {
    for (const loginName of ['a0000001', 'z9999999']) {
      for (let count = 0; count < 5; count += 1) {
        expect((await asked(h5, 'identity.signIn', { loginName, passphrase: 'wrong' })).code).toBe(
          'sign_in_failed',
        );
      }
      expect((await asked(h5, 'identity.signIn', { loginName, passphrase: 'wrong' })).code).toBe(
        'too_many_tries',
      );
    }
  });

  it('are not taken from others by whoever has used up their own address', async () => {
    const victim = 'a0000001';
    const from = (address: string, loginName: string) =>
      asked({ ...h5, address }, 'identity.activate', {
        // No code has a U: refused before a passphrase is hashed.
        ...{ loginName, code: 'UUUU-UUUU-UUUU' },
        passphrase: PASSPHRASE,
      });
    for (let count = 0; count < 100; count += 1) {
      // Every address of one network is the same machine.
      await from(`2001:db8::${count.toString(16)}`, `z${1_000_000 + count}`);
    }
    for (let count = 0; count < 6; count += 1) {
      expect((await from('2001:db8::1', victim)).code).toBe('too_many_tries');
    }
    expect((await from('2001:db8:0:1::1', victim)).code).toBe('code_not_valid');
  }, 60_000);

  it('keep no address and no name', async () => {
    await asked(h5, 'identity.signIn', { loginName: 'a0000001', passphrase: 'wrong' });
    const { rows } = await world.database.owner.pool.query(
      `select string_agg(t::text, ' ') as everything from gate.tries t`,
    );
    expect(String(rows[0]?.everything)).not.toMatch(/127\.0\.0\.9|a0000001/);
  });
});

describe('sessions', () => {
  it('are rotated at sign-in, listed to their owner and revocable', async () => {
    const card = await cardFor('member');
    const first = await asked(h5, 'identity.activate', {
      code: card.code,
      loginName: card.loginName,
      passphrase: PASSPHRASE,
    });
    const second = await asked({ ...h5, sessionToken: first.session?.token ?? '' }, 'identity.signIn', {
      loginName: card.loginName,
      passphrase: PASSPHRASE,
    });
    expect((await asked({ ...h5, sessionToken: first.session?.token ?? '' }, 'identity.me', {})).code).toBe(
      'not_signed_in',
    );
    const now: Caller = { ...h5, sessionToken: second.session?.token ?? '' };
    const { reply } = await world.dispatch({ operation: 'identity.sessions', input: {}, caller: now });
    const sessions = reply.ok
      ? (reply.data as { sessions: { id: string; current: boolean }[] }).sessions
      : [];
    expect(sessions.filter((one) => one.current)).toHaveLength(1);
    const own = sessions.find((one) => one.current)?.id ?? '';
    await world.ok('secondMember', 'identity.revokeSession', { sessionId: own });
    expect((await asked(now, 'identity.me', {})).code).toBe('ok');
    await asked(now, 'identity.revokeSession', { sessionId: own });
    expect((await asked(now, 'identity.me', {})).code).toBe('not_signed_in');
  });

  it('end after 30 days, and at sign-out', async () => {
    const start = world.clock.now().getTime();
    expect(await world.ok('member', 'identity.me', {})).toBeTruthy();
    world.clock.set(new Date(start + 30 * 86_400_000));
    expect(await world.refused('member', 'identity.me', {})).toBe('not_signed_in');
    world.clock.set(new Date(start));
    const { session } = await asked(world.callerOf('member'), 'identity.signOut', {});
    expect(session).toBeNull();
    expect(await world.refused('member', 'identity.me', {})).toBe('not_signed_in');
  });

  it('are stored as hashes only', async () => {
    const token = world.callerOf('member').sessionToken ?? '';
    const { rows } = await world.database.owner.pool.query(
      `select string_agg(s::text, ' ') as everything from gate.session s`,
    );
    expect(String(rows[0]?.everything)).not.toContain(token);
  });
});

describe('a self-hosted mini-program', () => {
  it('signs in by WeChat’s login code, activates with a card, and is known from then on', async () => {
    const nobody: Caller = { channel: 'weapp', platform: null, sessionToken: null, address: null };
    const stranger = await asked(nobody, 'identity.weixinSignIn', { appid: APP, loginCode: 'local:o-77' });
    expect(stranger.data?.me).toBeNull();
    const unbound: Caller = { ...nobody, sessionToken: stranger.data?.token ?? '' };
    expect((await asked(unbound, 'identity.me', {})).code).toBe('not_activated');
    const card = await cardFor('member');
    const done = await asked(unbound, 'identity.activate', { code: card.code });
    expect(
      (await asked({ ...nobody, sessionToken: done.data?.token ?? '' }, 'identity.me', {})).data?.me
        ?.memberId,
    ).toBe(world.members.member);
    const next = await asked(nobody, 'identity.weixinSignIn', { appid: APP, loginCode: 'local:o-77:2' });
    expect(next.data?.me?.memberId).toBe(world.members.member);
  });

  it('is told to ask WeChat again, also on the entry page and with a card, when it has no token that counts', async () => {
    const { code } = await cardFor('member');
    for (const sessionToken of [null, 'lapsed']) {
      const caller: Caller = { channel: 'weapp', platform: null, sessionToken, address: null };
      expect((await asked(caller, 'identity.welcome', {})).code).toBe('not_signed_in');
      expect((await asked(caller, 'identity.activate', { code })).code).toBe('not_signed_in');
    }
    expect((await asked({ ...h5, sessionToken: 'lapsed' }, 'identity.welcome', {})).data?.me).toBeNull();
    expect((await asked(weapp('new'), 'identity.activate', { code })).code).toBe('ok');
  });

  it('gets nowhere with a code WeChat does not know, from an unknown app, or from a browser', async () => {
    const nobody: Caller = { channel: 'weapp', platform: null, sessionToken: null, address: null };
    expect((await asked(nobody, 'identity.weixinSignIn', { appid: APP, loginCode: 'forged' })).code).toBe(
      'sign_in_failed',
    );
    expect(
      (await asked(nobody, 'identity.weixinSignIn', { appid: 'wx00000000000000ff', loginCode: 'local:o' }))
        .code,
    ).toBe('app_not_configured');
    expect((await asked(h5, 'identity.weixinSignIn', { appid: APP, loginCode: 'local:o' })).code).toBe(
      'not_allowed',
    );
  });

  it('lets somebody who is known in two bureaus choose one, and remembers it', async () => {
    await world.database.owner.pool.query('insert into gate.app (appid, tenant_id) values ($1, $2)', [
      APP,
      world.foreign.tenantId,
    ]);
    const own = await cardFor('member');
    const other = await world.foreign.ok('secretary', 'roster.issueCard', {
      memberId: world.foreign.members.member,
    });
    await asked(weapp('two-hats'), 'identity.activate', { code: own.code });
    await asked(weapp('two-hats'), 'identity.activate', { code: other.code });
    expect((await asked(weapp('two-hats'), 'identity.me', {})).code).toBe('bureau_not_chosen');
    const { reply } = await world.dispatch({
      operation: 'identity.welcome',
      input: {},
      caller: weapp('two-hats'),
    });
    expect(JSON.stringify(reply)).toContain(world.foreign.tenantId);
    await asked(weapp('two-hats'), 'identity.chooseBureau', { tenantId: world.foreign.tenantId });
    expect((await asked(weapp('two-hats'), 'identity.me', {})).data?.me?.memberId).toBe(
      world.foreign.members.member,
    );
    expect((await asked(weapp('one-hat'), 'identity.chooseBureau', { tenantId: world.tenantId })).code).toBe(
      'not_found',
    );
  });
});

describe('posts with terms', () => {
  it('open and end by date: a secretary of yesterday has no acts today, from the very next request', async () => {
    expect((await world.ok('secretary', 'identity.me', {})).me.acts).toContain('meeting.signOff');
    const client = await world.database.owner.pool.connect();
    await client.query(`select set_config('app.tenant', $1, false)`, [world.tenantId]);
    await client.query('update post set to_day = $1 where member_id = $2', [
      '2026-11-22',
      world.members.secretary,
    ]);
    client.release();
    expect((await world.ok('secretary', 'identity.me', {})).me.acts).toEqual([]);
  });

  it('let nobody in who left: a transferred member is not signed in any more', async () => {
    const client = await world.database.owner.pool.connect();
    await client.query(`select set_config('app.tenant', $1, false)`, [world.tenantId]);
    await client.query(`update member set status = 'left' where id = $1`, [world.members.member]);
    client.release();
    expect(await world.refused('member', 'identity.me', {})).toBe('not_signed_in');
  });
});

it('setting a passphrase opens the H5 door and ends the other H5 sessions', async () => {
  const before = world.callerOf('member');
  const { loginName } = await world.ok('member', 'identity.setPassphrase', { passphrase: PASSPHRASE });
  expect(loginName).toMatch(/^[a-z]\d{7}$/);
  expect((await asked(before, 'identity.me', {})).code).toBe('ok');
  expect(await world.refused('member', 'identity.setPassphrase', { passphrase: '短' })).toBe(
    'passphrase_too_weak',
  );
  expect((await asked(h5, 'identity.signIn', { loginName, passphrase: PASSPHRASE })).code).toBe('ok');
});

it('not consenting is recorded and closes nothing', async () => {
  await world.ok('member', 'identity.consent', { agreed: false });
  expect((await world.ok('member', 'identity.me', {})).me.consent).toBe(false);
  await world.ok('member', 'identity.consent', { agreed: true });
  expect((await world.ok('member', 'identity.me', {})).me.consent).toBe(true);
});
