import { sql } from 'kysely';
import type { Output } from '../../src/contract/operations';
import { connect } from '../database/connect';
import { inTenant } from '../database/tenantTransaction';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { selectList } from './meetingRepository';

let world: TestWorld;

/** 15:00 in Shanghai on Monday 23 November 2026. */
const PLANNED_AT = '2026-11-23T07:00:00.000Z';
const agenda = [{ title: '集中学习', minutes: 40 }];

const NOW = '2026-11-23T06:00:00.000Z';

beforeAll(async () => {
  world = await createTestBureau({ now: NOW });
});

beforeEach(() => {
  world.clock.set(NOW);
});

/** A new bureau for every test takes a minute and a half together; this takes milliseconds. */
afterEach(async () => {
  const superuser = connect(world.database.superuserUrl, { poolSize: 1 });
  try {
    await superuser.pool.query(`
      set session_replication_role = replica;
      truncate roll_change, roll_entry, meeting, score_entry, score_total, score_period, receipt, audit_row, gate.tries;
      delete from affiliation where kind in ('dual', 'temporary');
      delete from member_mark where kind = 'floating';
      update member set status = 'active' where status = 'transferredOut'`);
  } finally {
    await superuser.close();
  }
});

afterAll(async () => {
  await world.close();
});

async function plan(
  at: keyof TestWorld['organisations'] = 'branch',
  by: TestPersonName = 'secretary',
  plannedAt = PLANNED_AT,
) {
  return world.ok(by, 'meeting.plan', {
    organisationId: world.organisations[at],
    type: 'themeDay',
    title: '11月主题党日',
    place: '三楼会议室',
    plannedAt,
    agenda,
  });
}

async function planAndOpen(
  at: keyof TestWorld['organisations'] = 'branch',
  by: TestPersonName = 'secretary',
) {
  const { meetingId } = await plan(at, by);
  const { version } = await world.ok(by, 'meeting.open', { meetingId, version: 1 });
  return { meetingId, version };
}

const codeOf = async (meetingId: string) =>
  (await world.ok('secretary', 'meeting.signInCode', { meetingId })).code;
const rollOf = (meetingId: string, by: TestPersonName = 'secretary') =>
  world.ok(by, 'meeting.roll', { meetingId });
const lineOf = (roll: Output<'meeting.roll'>, person: TestPersonName) =>
  roll.entries.find(({ memberId }) => memberId === world.members[person]);

async function tickAll(meetingId: string, state: 'present' | 'absent' = 'present') {
  for (const { memberId, due, state: now } of (await rollOf(meetingId)).entries) {
    if (due && now === 'expected')
      await world.ok('secretary', 'meeting.tick', { meetingId, memberId, state, reason: '' });
  }
}

async function closed() {
  const { meetingId, version } = await planAndOpen();
  await tickAll(meetingId);
  const after = await world.ok('secretary', 'meeting.close', { meetingId, version });
  return { meetingId, version: after.version };
}

const signing = { minutes: '学习了，商定了社区服务日的安排。', heldOn: '2026-11-23', lateReason: '' };

async function rows<T>(query: (db: TestWorld['database']['db']) => ReturnType<typeof sql<T>>): Promise<T[]> {
  return inTenant(
    world.database.owner.db,
    world.tenantId,
    async (trx) => (await query(trx).execute(trx)).rows,
  );
}
const changesOf = (meetingId: string) =>
  rows<{ from_state: string; to_state: string; method: string; reason: string | null; changed_by: string }>(
    () => sql`select from_state, to_state, method, reason, changed_by from roll_change
      where meeting_id = ${meetingId} order by changed_at`,
  );

describe('calling a meeting', () => {
  it('is for those who may plan there, and for nobody else', async () => {
    const input = {
      organisationId: world.organisations.branch,
      type: 'themeDay' as const,
      title: '主题党日',
      place: '会议室',
      plannedAt: PLANNED_AT,
      agenda,
    };
    expect(await world.refused('member', 'meeting.plan', input)).toBe('not_allowed');
    expect(await world.refused('disciplineOfficer', 'meeting.plan', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.plan', input)).toBe('not_found');
    expect(await world.refused('groupLeader', 'meeting.plan', input)).toBe('not_found');
    expect(await world.refused('committeeSecretary', 'meeting.plan', input)).toBe('not_found');
    expect(
      await world.refused('secretary', 'meeting.plan', {
        ...input,
        organisationId: world.foreign.organisations.branch,
      }),
    ).toBe('not_found');
    expect((await world.ok('clerk', 'meeting.plan', input)).state).toBe('planned');
    expect((await world.ok('organisationOfficer', 'meeting.plan', input)).version).toBe(1);
  });

  it('records the clerk as acting for the branch', async () => {
    const { meetingId } = await plan('branch', 'clerk');
    expect(
      await rows(() => sql`select post, acting_for from audit_row where subject_id = ${meetingId}`),
    ).toEqual([{ post: 'clerk', acting_for: world.organisations.branch }]);
  });

  it('refuses a start more than a year away', async () => {
    const input = {
      organisationId: world.organisations.branch,
      type: 'other' as const,
      title: '会',
      place: '室',
      agenda,
    };
    expect(
      await world.refused('secretary', 'meeting.plan', { ...input, plannedAt: '2027-11-24T06:00:00.001Z' }),
    ).toBe('bad_input');
    expect(
      (await world.ok('secretary', 'meeting.plan', { ...input, plannedAt: '2027-11-24T06:00:00.000Z' }))
        .state,
    ).toBe('planned');
  });

  it('is cancelled with a reason, once, by the version seen', async () => {
    const { meetingId } = await plan();
    expect(
      await world.refused('siblingSecretary', 'meeting.cancel', { meetingId, version: 1, reason: '改期' }),
    ).toBe('not_found');
    expect(
      await world.refused('secretary', 'meeting.cancel', { meetingId, version: 2, reason: '改期' }),
    ).toBe('conflict');
    expect(await world.ok('secretary', 'meeting.cancel', { meetingId, version: 1, reason: '改期' })).toEqual({
      meetingId,
      state: 'cancelled',
      version: 2,
    });
    expect(
      await world.refused('secretary', 'meeting.cancel', { meetingId, version: 2, reason: '改期' }),
    ).toBe('wrong_state');
    expect(await world.refused('secretary', 'meeting.open', { meetingId, version: 2 })).toBe('wrong_state');
  });
});

describe('opening sign-in', () => {
  it('freezes the roll with the due list and the voting base, two different numbers', async () => {
    const { meetingId } = await planAndOpen();
    const roll = await rollOf(meetingId);
    expect(roll.entries).toHaveLength(13);
    expect(lineOf(roll, 'member')).toEqual({
      memberId: world.members.member,
      name: '江晨',
      due: true,
      reason: null,
      state: 'expected',
      method: null,
      at: null,
    });
    expect(lineOf(roll, 'frail')).toMatchObject({ due: false, reason: 'frail' });
    expect(lineOf(roll, 'longLeave')).toMatchObject({ due: false, reason: 'longLeave' });
    expect(lineOf(roll, 'suspended')).toMatchObject({ due: false, reason: 'suspended' });
    expect(lineOf(roll, 'retired')).toMatchObject({ due: true, reason: null });
    expect(lineOf(roll, 'siblingMember')).toBeUndefined();
    // 13 without the frail one, the one away and the suspended one
    expect(roll.dueCount).toBe(10);
    // 13 without the probationary and the suspended one: frailty takes no vote away
    expect(roll.votingDueCount).toBe(11);
    expect([roll.presentCount, roll.presentBesidesCount, roll.votingPresentCount]).toEqual([0, 0, 0]);
  });

  it('takes a mark that ends that day and one that begins, and leaves out those of the day before and after', async () => {
    const spans = [
      ['member', '2026-01-01', '2026-11-23', 'floating'],
      ['secondMember', '2026-11-23', null, 'floating'],
      ['publicityOfficer', '2026-01-01', '2026-11-22', null],
      ['disciplineOfficer', '2026-11-24', null, null],
    ] as const;
    for (const [person, from, to] of spans) {
      await world.asActor('secretary', ({ trx, actor, newId }) =>
        trx
          .insertInto('member_mark')
          .values({
            tenant_id: actor.tenantId,
            id: newId(),
            member_id: world.members[person],
            kind: 'floating',
            from_day: from,
            to_day: to,
          })
          .execute(),
      );
    }
    const { meetingId } = await planAndOpen();
    const roll = await rollOf(meetingId);
    for (const [person, , , reason] of spans) expect(lineOf(roll, person)?.reason).toBe(reason);
  });

  it('stays as it was when the roster changes afterwards', async () => {
    const { meetingId } = await planAndOpen();
    await world.asActor('secretary', ({ trx, actor }) =>
      trx
        .updateTable('member')
        .set({ status: 'transferredOut' })
        .where('tenant_id', '=', actor.tenantId)
        .where('id', '=', world.members.secondMember)
        .execute(),
    );
    expect(lineOf(await rollOf(meetingId), 'secondMember')).toMatchObject({ name: '云帆', due: true });
  });

  it('takes the members of a group for the group, and the committee alone for a committee meeting', async () => {
    const group = await planAndOpen('group', 'groupLeader');
    const groupRoll = await rollOf(group.meetingId, 'groupLeader');
    expect(groupRoll.entries.map(({ memberId }) => memberId).sort()).toEqual(
      [world.members.groupLeader, world.members.secondMember].sort(),
    );
    const committee = await world.ok('secretary', 'meeting.plan', {
      organisationId: world.organisations.branch,
      type: 'committeeMeeting',
      title: '支委会',
      place: '会议室',
      plannedAt: PLANNED_AT,
      agenda,
    });
    await world.ok('secretary', 'meeting.open', { meetingId: committee.meetingId, version: 1 });
    const roll = await rollOf(committee.meetingId);
    expect(roll.dueCount).toBe(5);
    expect(lineOf(roll, 'member')).toBeUndefined();
    // It is not the business of a plain member of the branch either
    expect(await world.refused('member', 'meeting.get', { meetingId: committee.meetingId })).toBe(
      'not_found',
    );
    expect(
      (await world.ok('disciplineOfficer', 'meeting.get', { meetingId: committee.meetingId })).meeting.title,
    ).toBe('支委会');
  });

  it('puts who takes part in the branch from elsewhere on the roll as a guest without a vote there', async () => {
    await world.asActor('secretary', ({ trx, actor, newId }) =>
      trx
        .insertInto('affiliation')
        .values({
          tenant_id: actor.tenantId,
          id: newId(),
          member_id: world.members.siblingMember,
          organisation_id: world.organisations.branch,
          kind: 'temporary',
          from_day: '2026-06-01',
          to_day: null,
          document_no: null,
        })
        .execute(),
    );
    const { meetingId } = await planAndOpen();
    await world.ok('siblingMember', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) });
    const roll = await rollOf(meetingId);
    expect(lineOf(roll, 'siblingMember')).toMatchObject({ due: false, reason: 'invited', state: 'present' });
    expect([roll.presentCount, roll.presentBesidesCount, roll.votingDueCount]).toEqual([0, 1, 11]);
  });

  it('begins two hours before the start at the earliest, and never ends', async () => {
    const { meetingId } = await plan();
    world.clock.set('2026-11-23T04:59:59.999Z');
    expect(await world.refused('secretary', 'meeting.open', { meetingId, version: 1 })).toBe('wrong_state');
    world.clock.set('2026-11-23T05:00:00.000Z');
    expect((await world.ok('secretary', 'meeting.open', { meetingId, version: 1 })).state).toBe('open');
    const late = await plan('sibling', 'siblingSecretary');
    world.clock.set('2026-11-25T05:00:00.000Z');
    expect(
      (await world.ok('siblingSecretary', 'meeting.open', { meetingId: late.meetingId, version: 1 })).state,
    ).toBe('open');
  });

  it('happens once when two hosts open at once, with one roll', async () => {
    const { meetingId } = await plan();
    const replies = await Promise.all([
      world.call('secretary', 'meeting.open', { meetingId, version: 1 }),
      world.call('deputySecretary', 'meeting.open', { meetingId, version: 1 }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    expect((await rollOf(meetingId)).entries).toHaveLength(13);
  });

  it('is refused while another meeting of the organisation is open, and leaves no roll behind', async () => {
    const first = await plan();
    const second = await plan();
    const replies = await Promise.all([
      world.call('secretary', 'meeting.open', { meetingId: first.meetingId, version: 1 }),
      world.call('deputySecretary', 'meeting.open', { meetingId: second.meetingId, version: 1 }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual([
      'meeting_already_open',
      'ok',
    ]);
    const refused = replies[0]?.ok ? second.meetingId : first.meetingId;
    expect((await rollOf(refused)).entries).toEqual([]);
    expect((await rollOf(refused)).meeting).toMatchObject({ state: 'planned', version: 1 });
  });

  it('is for hosts only', async () => {
    const { meetingId } = await plan();
    expect(await world.refused('member', 'meeting.open', { meetingId, version: 1 })).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.open', { meetingId, version: 1 })).toBe(
      'not_found',
    );
    expect(await world.foreign.refused('secretary', 'meeting.open', { meetingId, version: 1 })).toBe(
      'not_found',
    );
  });
});

describe('a demo meeting', () => {
  it('opens at any hour', async () => {
    const demo = await createTestBureau({ now: NOW, demo: true });
    try {
      const { meetingId } = await demo.ok('secretary', 'meeting.plan', {
        organisationId: demo.organisations.branch,
        type: 'themeDay',
        title: '演示主题党日',
        place: '会议室',
        plannedAt: '2026-11-25T07:00:00.000Z',
        agenda,
      });
      expect((await demo.ok('secretary', 'meeting.open', { meetingId, version: 1 })).state).toBe('open');
    } finally {
      await demo.close();
    }
  });
});

describe('the sign-in code', () => {
  it('changes each minute, says how long it lasts, and is the host’s alone', async () => {
    world.clock.set('2026-11-23T06:30:10.000Z');
    const { meetingId } = await planAndOpen();
    const first = await world.ok('secretary', 'meeting.signInCode', { meetingId });
    expect(first).toEqual({ code: first.code, changesAt: '2026-11-23T06:31:00.000Z', secondsLeft: 50 });
    world.clock.set('2026-11-23T06:31:00.000Z');
    const second = await world.ok('deputySecretary', 'meeting.signInCode', { meetingId });
    expect(second.code).not.toBe(first.code);
    expect(second.secondsLeft).toBe(60);
    expect(await world.refused('member', 'meeting.signInCode', { meetingId })).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.signInCode', { meetingId })).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'meeting.signInCode', { meetingId })).toBe('not_found');
  });

  it('exists only while sign-in is open', async () => {
    const { meetingId } = await plan();
    expect(await world.refused('secretary', 'meeting.signInCode', { meetingId })).toBe('meeting_not_open');
  });
});

describe('signing in', () => {
  it('makes one present, shows on the roll, and says when', async () => {
    const { meetingId } = await planAndOpen();
    const code = await codeOf(meetingId);
    expect(await world.ok('member', 'meeting.signIn', { meetingId, code })).toEqual({
      mine: { state: 'present', method: 'code', at: '2026-11-23T06:00:00.000Z' },
    });
    const roll = await rollOf(meetingId);
    expect(lineOf(roll, 'member')).toMatchObject({
      state: 'present',
      method: 'code',
      at: '2026-11-23T06:00:00.000Z',
    });
    expect([roll.presentCount, roll.votingPresentCount]).toEqual([1, 1]);
    expect(await changesOf(meetingId)).toEqual([
      {
        from_state: 'expected',
        to_state: 'present',
        method: 'code',
        reason: null,
        changed_by: world.members.member,
      },
    ]);
  });

  it('happens once, however often and however parallel, also with digits that have changed', async () => {
    const { meetingId } = await planAndOpen();
    const code = await codeOf(meetingId);
    const replies = await Promise.all([
      world.ok('member', 'meeting.signIn', { meetingId, code }),
      world.ok('member', 'meeting.signIn', { meetingId, code }),
      world.ok('member', 'meeting.signIn', { meetingId, code }),
    ]);
    world.clock.set('2026-11-23T06:45:00.000Z');
    replies.push(await world.ok('member', 'meeting.signIn', { meetingId, code }));
    for (const reply of replies) expect(reply).toEqual(replies[0]);
    expect(await changesOf(meetingId)).toHaveLength(1);
  });

  it('accepts the digits of the minute before, and not those of two minutes ago', async () => {
    world.clock.set('2026-11-23T06:30:59.000Z');
    const { meetingId } = await planAndOpen();
    const code = await codeOf(meetingId);
    world.clock.set('2026-11-23T06:31:59.999Z');
    expect((await world.ok('member', 'meeting.signIn', { meetingId, code })).mine.state).toBe('present');
    world.clock.set('2026-11-23T06:32:00.000Z');
    expect(await world.refused('secondMember', 'meeting.signIn', { meetingId, code })).toBe(
      'sign_in_code_wrong',
    );
  });

  it.each([
    ['2026-11-23T07:10:00.000Z', 'present'],
    ['2026-11-23T07:10:00.001Z', 'late'],
  ])('at %s is %s: ten minutes of grace after the start', async (at, state) => {
    const { meetingId } = await planAndOpen();
    world.clock.set(at);
    expect(
      (await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine.state,
    ).toBe(state);
  });

  it('counts the grace from the opening when the host opened late: nobody could come earlier', async () => {
    const { meetingId } = await plan();
    world.clock.set('2026-11-23T08:00:00.000Z');
    await world.ok('secretary', 'meeting.open', { meetingId, version: 1 });
    world.clock.set('2026-11-23T08:10:00.000Z');
    expect(
      (await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine.state,
    ).toBe('present');
    world.clock.set('2026-11-23T08:10:00.001Z');
    expect(
      (await world.ok('secondMember', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine
        .state,
    ).toBe('late');
  });

  it.each(['leave', 'absent', 'exempt', 'elsewhere'] as const)(
    'takes the place of %s, with a trace',
    async (state) => {
      const { meetingId } = await planAndOpen();
      await world.ok('secretary', 'meeting.tick', {
        meetingId,
        memberId: world.members.member,
        state,
        reason: '来电话',
      });
      world.clock.set('2026-11-23T06:00:01.000Z');
      expect(
        (await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine.state,
      ).toBe('present');
      expect(
        (await changesOf(meetingId)).map(({ from_state, to_state, method }) => [
          from_state,
          to_state,
          method,
        ]),
      ).toEqual([
        ['expected', state, 'byHand'],
        [state, 'present', 'code'],
      ]);
    },
  );

  it('leaves alone who was ticked present by hand', async () => {
    const { meetingId } = await planAndOpen();
    await world.ok('secretary', 'meeting.tick', {
      meetingId,
      memberId: world.members.member,
      state: 'late',
      reason: '',
    });
    expect(
      (await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine,
    ).toMatchObject({
      state: 'late',
      method: 'byHand',
    });
  });

  it('is refused off the roll, before the opening, after closing, and unseen from elsewhere', async () => {
    const { meetingId } = await plan();
    expect(await world.refused('member', 'meeting.signIn', { meetingId, code: '000000' })).toBe(
      'meeting_not_open',
    );
    const { version } = await world.ok('secretary', 'meeting.open', { meetingId, version: 1 });
    const code = await codeOf(meetingId);
    expect(await world.refused('siblingMember', 'meeting.signIn', { meetingId, code })).toBe('not_found');
    expect(await world.refused('committeeSecretary', 'meeting.signIn', { meetingId, code })).toBe(
      'not_found',
    );
    expect(await world.foreign.refused('member', 'meeting.signIn', { meetingId, code })).toBe('not_found');
    expect(await world.refused('member', 'meeting.signIn', { meetingId: world.members.member, code })).toBe(
      'not_found',
    );
    await world.ok('secretary', 'meeting.close', { meetingId, version });
    expect(await world.refused('member', 'meeting.signIn', { meetingId, code })).toBe('meeting_not_open');
    expect(await changesOf(meetingId)).toEqual([]);
  });

  it('tells a member who joined after the opening to ask the secretary', async () => {
    const { meetingId } = await planAndOpen();
    await world.asActor('secretary', ({ trx, actor, newId }) =>
      trx
        .insertInto('affiliation')
        .values({
          tenant_id: actor.tenantId,
          id: newId(),
          member_id: world.members.siblingMember,
          organisation_id: world.organisations.branch,
          kind: 'dual',
          from_day: '2026-11-23',
          to_day: null,
          document_no: null,
        })
        .execute(),
    );
    expect(
      await world.refused('siblingMember', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) }),
    ).toBe('not_on_roll');
  });

  it.each(['12345', '1234567', '12345a', '１２３４５６', ''])(
    'refuses "%s" as no code, without counting it',
    async (code) => {
      const { meetingId } = await planAndOpen();
      expect(await world.refused('member', 'meeting.signIn', { meetingId, code })).toBe('bad_input');
      expect(await rows(() => sql`select * from gate.tries`)).toEqual([]);
    },
  );
});

describe('guessing the code', () => {
  /** Digits that are wrong now and a minute ago. */
  async function wrongCode(meetingId: string) {
    const right = await codeOf(meetingId);
    return ['000000', '111111', '222222'].find((code) => code !== right) ?? '';
  }

  it('ends after five wrong tries, also for the right code, and comes back after 15 minutes', async () => {
    const { meetingId } = await planAndOpen();
    const wrong = await wrongCode(meetingId);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect(await world.refused('member', 'meeting.signIn', { meetingId, code: wrong })).toBe(
        'sign_in_code_wrong',
      );
    }
    expect(await world.refused('member', 'meeting.signIn', { meetingId, code: wrong })).toBe(
      'too_many_tries',
    );
    expect(
      await world.refused('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) }),
    ).toBe('too_many_tries');
    expect(lineOf(await rollOf(meetingId), 'member')?.state).toBe('expected');
    // Somebody else's tries, and the roll-call by hand, are not touched
    expect(
      (await world.ok('secondMember', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine
        .state,
    ).toBe('present');
    world.clock.set('2026-11-23T06:14:59.000Z');
    expect(
      await world.refused('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) }),
    ).toBe('too_many_tries');
    world.clock.set('2026-11-23T06:15:00.000Z');
    expect(
      (await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine.state,
    ).toBe('present');
  });

  it('still lets the right code in after four wrong ones', async () => {
    const { meetingId } = await planAndOpen();
    const wrong = await wrongCode(meetingId);
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      await world.refused('member', 'meeting.signIn', { meetingId, code: wrong });
    }
    expect(
      (await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) })).mine.state,
    ).toBe('present');
  });

  it('counts every one of many tries made at once', async () => {
    const { meetingId } = await planAndOpen();
    const wrong = await wrongCode(meetingId);
    const codes = await Promise.all(
      Array.from({ length: 12 }, () => world.refused('member', 'meeting.signIn', { meetingId, code: wrong })),
    );
    expect(codes.filter((code) => code === 'sign_in_code_wrong')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too_many_tries')).toHaveLength(7);
    expect(
      await world.refused('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) }),
    ).toBe('too_many_tries');
  });

  it('keeps no receipt of a wrong try, so that the same tap may be judged again', async () => {
    const { meetingId } = await planAndOpen();
    const mutationId = '01980000-0000-7000-8000-0000000000ff';
    const wrong = await wrongCode(meetingId);
    expect(await world.refused('member', 'meeting.signIn', { meetingId, code: wrong }, { mutationId })).toBe(
      'sign_in_code_wrong',
    );
    expect(await world.refused('member', 'meeting.signIn', { meetingId, code: wrong }, { mutationId })).toBe(
      'sign_in_code_wrong',
    );
    expect(await rows(() => sql`select * from receipt where operation = 'meeting.signIn'`)).toEqual([]);
    expect(await rows<{ count: number }>(() => sql`select count from gate.tries`)).toEqual([{ count: 2 }]);
  });

  it('is counted under a keyed name that shows nobody', async () => {
    const { meetingId } = await planAndOpen();
    await world.refused('member', 'meeting.signIn', { meetingId, code: await wrongCode(meetingId) });
    const [bucket] = await rows<{ bucket: string }>(() => sql`select bucket from gate.tries`);
    expect(bucket?.bucket).not.toContain(world.members.member);
    expect(bucket?.bucket).not.toContain(meetingId);
  });
});

describe('the roll', () => {
  it('is seen by hosts and by those who see the roster, each time audited', async () => {
    const { meetingId } = await planAndOpen();
    for (const person of ['secretary', 'organisationOfficer', 'clerk', 'committeeOfficer'] as const) {
      expect((await rollOf(meetingId, person)).entries).toHaveLength(13);
    }
    expect(
      await rows<{ views: number }>(
        () =>
          sql`select count(*)::int as views from audit_row where action = 'meeting.roll' and subject_id = ${meetingId}`,
      ),
    ).toEqual([{ views: 4 }]);
  });

  it('is closed to members, to the branch beside it and to another bureau', async () => {
    const { meetingId } = await planAndOpen();
    expect(await world.refused('member', 'meeting.roll', { meetingId })).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.roll', { meetingId })).toBe('not_found');
    expect(await world.refused('groupLeader', 'meeting.roll', { meetingId })).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'meeting.roll', { meetingId })).toBe('not_found');
  });
});

describe('ticking by hand', () => {
  it('has the same standing as a code, takes any state, and leaves a trace each time', async () => {
    const { meetingId } = await planAndOpen();
    const memberId = world.members.member;
    for (const state of ['present', 'late', 'leave', 'absent', 'exempt', 'elsewhere', 'expected'] as const) {
      world.clock.set(new Date(world.clock.now().getTime() + 1000));
      await world.ok('organisationOfficer', 'meeting.tick', {
        meetingId,
        memberId,
        state,
        reason: state === 'leave' ? '出差' : '',
      });
      expect(lineOf(await rollOf(meetingId), 'member')).toMatchObject({
        state,
        method: state === 'expected' ? null : 'byHand',
      });
    }
    const trace = await changesOf(meetingId);
    expect(trace.map(({ to_state }) => to_state)).toEqual([
      'present',
      'late',
      'leave',
      'absent',
      'exempt',
      'elsewhere',
      'expected',
    ]);
    expect(trace[2]).toMatchObject({
      from_state: 'late',
      reason: '出差',
      changed_by: world.members.organisationOfficer,
    });
  });

  it('counts a frail member who came beside 实到, not in it', async () => {
    const { meetingId } = await planAndOpen();
    await world.ok('secretary', 'meeting.tick', {
      meetingId,
      memberId: world.members.frail,
      state: 'present',
      reason: '',
    });
    expect(await rollOf(meetingId)).toMatchObject({
      dueCount: 10,
      presentCount: 0,
      presentBesidesCount: 1,
      votingPresentCount: 1,
    });
  });

  it('is refused for members, for strangers to the roll, and before the opening', async () => {
    const { meetingId } = await plan();
    const input = { meetingId, memberId: world.members.member, state: 'present' as const, reason: '' };
    expect(await world.refused('secretary', 'meeting.tick', input)).toBe('wrong_state');
    await world.ok('secretary', 'meeting.open', { meetingId, version: 1 });
    expect(await world.refused('member', 'meeting.tick', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.tick', input)).toBe('not_found');
    expect(
      await world.refused('secretary', 'meeting.tick', { ...input, memberId: world.members.siblingMember }),
    ).toBe('not_found');
    expect(
      await world.refused('secretary', 'meeting.tick', { ...input, memberId: world.foreign.members.member }),
    ).toBe('not_found');
    expect(await changesOf(meetingId)).toEqual([]);
  });

  it('at the same moment as the member’s own code leaves both in the trace', async () => {
    const { meetingId } = await planAndOpen();
    const code = await codeOf(meetingId);
    await Promise.all([
      world.ok('member', 'meeting.signIn', { meetingId, code }),
      world.ok('secretary', 'meeting.tick', {
        meetingId,
        memberId: world.members.member,
        state: 'leave',
        reason: '',
      }),
    ]);
    const trace = await changesOf(meetingId);
    const line = lineOf(await rollOf(meetingId), 'member');
    const states = ['expected', ...trace.map(({ to_state }) => to_state)];
    // Whoever came second saw what the first had written
    expect(new Set(trace.map(({ from_state, to_state }) => `${from_state}-${to_state}`))).toEqual(
      new Set(
        line?.state === 'leave' ? ['expected-present', 'present-leave'] : ['expected-leave', 'leave-present'],
      ),
    );
    expect(states).toContain(line?.state);
  });
});

describe('signing the record', () => {
  it('needs a closed meeting, a complete roll and the secretary', async () => {
    const { meetingId, version } = await planAndOpen();
    expect(await world.refused('secretary', 'meeting.signOff', { meetingId, version, ...signing })).toBe(
      'wrong_state',
    );
    const after = await world.ok('organisationOfficer', 'meeting.close', { meetingId, version });
    const input = { meetingId, version: after.version, ...signing };
    expect((await rollOf(meetingId)).maySignOff).toBe(true);
    expect((await rollOf(meetingId, 'organisationOfficer')).maySignOff).toBe(false);
    expect(await world.refused('organisationOfficer', 'meeting.signOff', input)).toBe('not_allowed');
    expect(await world.refused('clerk', 'meeting.signOff', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.signOff', input)).toBe('not_found');
    expect(await world.refused('committeeSecretary', 'meeting.signOff', input)).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'meeting.signOff', input)).toBe('not_found');
    expect(await world.refused('secretary', 'meeting.signOff', input)).toBe('roll_incomplete');
    await tickAll(meetingId, 'absent');
    expect(await world.refused('secretary', 'meeting.signOff', { ...input, version })).toBe('conflict');
    expect(await world.ok('secretary', 'meeting.signOff', input)).toEqual({
      meetingId,
      state: 'signed',
      version: after.version + 1,
    });
    expect(await rollOf(meetingId)).toMatchObject({
      minutes: signing.minutes,
      signedByName: '禾书远',
      maySignOff: false,
    });
  });

  it('happens once when two sign at once', async () => {
    const { meetingId, version } = await closed();
    const replies = await Promise.all([
      world.call('secretary', 'meeting.signOff', { meetingId, version, ...signing }),
      world.call('deputySecretary', 'meeting.signOff', { meetingId, version, ...signing }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual([
      'meeting_signed',
      'ok',
    ]);
  });

  it('does not let a tick slip in behind the signature', async () => {
    const { meetingId, version } = await closed();
    const [signed, ticked] = await Promise.all([
      world.call('secretary', 'meeting.signOff', { meetingId, version, ...signing }),
      world.call('organisationOfficer', 'meeting.tick', {
        meetingId,
        memberId: world.members.member,
        state: 'expected',
        reason: '',
      }),
    ]);
    // One of the two came first and the other saw it
    if (ticked.ok) expect(signed).toMatchObject({ ok: false, error: { code: 'roll_incomplete' } });
    else expect([ticked.error.code, signed.ok]).toEqual(['meeting_signed', true]);
  });

  it.each([
    ['2026-11-26T15:59:59.000Z', '', null],
    ['2026-11-26T16:00:00.000Z', '', 'late_reason_needed'],
    ['2026-11-26T16:00:00.000Z', '书记出差', null],
  ])('at %s with the reason "%s": %s', async (at, lateReason, refusal) => {
    const { meetingId, version } = await closed();
    world.clock.set(at);
    const reply = await world.call('secretary', 'meeting.signOff', {
      meetingId,
      version,
      ...signing,
      lateReason,
    });
    expect(reply.ok ? null : reply.error.code).toBe(refusal);
    if (reply.ok) {
      expect(
        await rows(() => sql`select held_on, late_reason, signed_at from meeting where id = ${meetingId}`),
      ).toEqual([{ held_on: '2026-11-23', late_reason: lateReason || null, signed_at: new Date(at) }]);
    }
  });

  it('refuses a day to come', async () => {
    const { meetingId, version } = await closed();
    expect(
      await world.refused('secretary', 'meeting.signOff', {
        meetingId,
        version,
        ...signing,
        heldOn: '2026-11-24',
      }),
    ).toBe('bad_input');
  });

  it('lets the branch’s secretary sign for a group, whose leader cannot', async () => {
    const { meetingId, version } = await planAndOpen('group', 'groupLeader');
    for (const person of ['groupLeader', 'secondMember'] as const) {
      await world.ok('groupLeader', 'meeting.tick', {
        meetingId,
        memberId: world.members[person],
        state: 'present',
        reason: '',
      });
    }
    const after = await world.ok('groupLeader', 'meeting.close', { meetingId, version });
    const input = { meetingId, version: after.version, ...signing };
    expect(await world.refused('groupLeader', 'meeting.signOff', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'meeting.signOff', input)).toBe('not_found');
    expect((await world.ok('secretary', 'meeting.mine', {})).past.map(({ id }) => id)).toEqual([meetingId]);
    expect((await world.ok('secretary', 'meeting.signOff', input)).state).toBe('signed');
  });

  it('is for ever: neither the program nor the owner of the database changes record, roll or trace', async () => {
    const { meetingId, version } = await closed();
    const signed = await world.ok('secretary', 'meeting.signOff', { meetingId, version, ...signing });
    const again = { meetingId, version: signed.version };
    expect(await world.refused('secretary', 'meeting.signOff', { ...again, ...signing })).toBe(
      'meeting_signed',
    );
    expect(await world.refused('secretary', 'meeting.close', again)).toBe('meeting_signed');
    expect(
      await world.refused('secretary', 'meeting.tick', {
        meetingId,
        memberId: world.members.member,
        state: 'absent',
        reason: '',
      }),
    ).toBe('meeting_signed');
    const attempts = [
      sql`update meeting set minutes = 'x' where id = ${meetingId}`,
      sql`update meeting set state = 'closed' where id = ${meetingId}`,
      sql`delete from meeting where id = ${meetingId}`,
      sql`update roll_entry set state = 'absent' where meeting_id = ${meetingId}`,
      sql`delete from roll_entry where meeting_id = ${meetingId}`,
      sql`update roll_change set reason = 'x' where meeting_id = ${meetingId}`,
      sql`delete from roll_change where meeting_id = ${meetingId}`,
    ];
    for (const db of [world.database.db, world.database.owner.db]) {
      for (const attempt of attempts) {
        await expect(inTenant(db, world.tenantId, (trx) => attempt.execute(trx))).rejects.toThrow(
          /append_only|permission denied/,
        );
      }
    }
    expect(await rollOf(meetingId)).toMatchObject({ minutes: signing.minutes, presentCount: 10 });
  });
});

describe('my meetings', () => {
  it('put what begins within two hours first, then the open one until it closes', async () => {
    world.clock.set('2026-11-23T04:59:59.000Z');
    const { meetingId } = await plan();
    const mine = () => world.ok('member', 'meeting.mine', {});
    expect((await mine()).signInNow).toBeNull();
    expect((await mine()).upcoming.map(({ id }) => id)).toEqual([meetingId]);
    world.clock.set('2026-11-23T05:00:00.000Z');
    expect((await mine()).signInNow).toMatchObject({
      id: meetingId,
      state: 'planned',
      mine: null,
      mayHost: false,
    });
    const { version } = await world.ok('secretary', 'meeting.open', { meetingId, version: 1 });
    expect((await mine()).signInNow).toMatchObject({
      state: 'open',
      mine: { state: 'expected', method: null, at: null },
    });
    await world.ok('member', 'meeting.signIn', { meetingId, code: await codeOf(meetingId) });
    expect((await mine()).signInNow).toMatchObject({ mine: { state: 'present', method: 'code' } });
    await world.ok('secretary', 'meeting.close', { meetingId, version });
    const after = await mine();
    expect([after.signInNow, after.upcoming]).toEqual([null, []]);
    expect(after.past.map(({ id }) => id)).toEqual([meetingId]);
  });

  it('put a meeting not yet signed in to before one already done', async () => {
    const group = await planAndOpen('group', 'groupLeader');
    const branch = await planAndOpen();
    await world.ok('secondMember', 'meeting.signIn', {
      meetingId: group.meetingId,
      code: (await world.ok('groupLeader', 'meeting.signInCode', { meetingId: group.meetingId })).code,
    });
    expect((await world.ok('secondMember', 'meeting.mine', {})).signInNow?.id).toBe(branch.meetingId);
  });

  it('are those of the own branch, group and team, never of the branch beside or the committee above', async () => {
    const own = await plan();
    const group = await plan('group', 'groupLeader');
    await plan('sibling', 'siblingSecretary');
    const committee = await plan('committee', 'committeeSecretary');
    const ids = async (person: TestPersonName) =>
      (await world.ok(person, 'meeting.mine', {})).upcoming.map(({ id }) => id).sort();
    expect(await ids('member')).toEqual([own.meetingId]);
    expect(await ids('secondMember')).toEqual([own.meetingId, group.meetingId].sort());
    expect(await ids('clerk')).toContain(own.meetingId);
    expect(await ids('systemAdmin')).toEqual([]);
    expect(await world.refused('member', 'meeting.get', { meetingId: group.meetingId })).toBe('not_found');
    expect(await world.refused('member', 'meeting.get', { meetingId: committee.meetingId })).toBe(
      'not_found',
    );
    expect(await world.refused('siblingMember', 'meeting.get', { meetingId: own.meetingId })).toBe(
      'not_found',
    );
    expect(await world.foreign.refused('member', 'meeting.get', { meetingId: own.meetingId })).toBe(
      'not_found',
    );
    expect(
      (await world.ok('secondMember', 'meeting.get', { meetingId: group.meetingId })).meeting
        .organisationName,
    ).toBe('第一党小组');
  });

  it('name where one may call a meeting', async () => {
    const names = async (person: TestPersonName) =>
      (await world.ok(person, 'meeting.mine', {})).mayPlanFor.map(({ name }) => name);
    expect(await names('secretary')).toEqual(['机关第一党支部']);
    expect(await names('clerk')).toEqual(['机关第一党支部']);
    expect(await names('groupLeader')).toEqual(['第一党小组']);
    expect(await names('member')).toEqual([]);
    expect(await names('contactLeader')).toEqual([]);
  });

  it('keep a cancelled one among those to come until its day is over, and a forgotten one for its keepers only', async () => {
    const cancelled = await plan();
    const forgotten = await plan();
    await world.ok('secretary', 'meeting.cancel', {
      meetingId: cancelled.meetingId,
      version: 1,
      reason: '改期',
    });
    world.clock.set('2026-11-23T15:59:59.000Z');
    expect((await world.ok('member', 'meeting.mine', {})).upcoming).toHaveLength(2);
    world.clock.set('2026-11-23T16:00:00.000Z');
    const after = await world.ok('member', 'meeting.mine', {});
    expect([after.upcoming, after.signInNow]).toEqual([[], null]);
    expect(after.past.map(({ id, state }) => [id, state])).toEqual([[cancelled.meetingId, 'cancelled']]);
    expect((await world.ok('secretary', 'meeting.mine', {})).upcoming.map(({ id }) => id)).toEqual([
      forgotten.meetingId,
    ]);
  });

  it('are found by index', async () => {
    const plans = await inTenant(world.database.db, world.tenantId, async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx);
      const list = {
        organisationIds: [world.organisations.branch],
        which: 'past',
        since: new Date(0),
        limit: 60,
      } as const;
      const reader = { tenantId: world.tenantId, memberId: world.members.member };
      return selectList(trx, reader, list).explain();
    });
    const plan = JSON.stringify(plans);
    expect(plan).toContain('meeting_by_time');
    expect(plan).toContain('roll_entry_by_member');
    expect(plan).toContain('meeting_pkey');
  });
});
