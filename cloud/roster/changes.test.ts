import { randomUUID } from 'node:crypto';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { runTick } from '../tick';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(TEST_NOW));

const detail = (who: TestPersonName, as: TestPersonName = 'committeeOfficer') =>
  world.ok(as, 'roster.member', { memberId: world.members[who] });
const noticesOf = async (who: TestPersonName) =>
  (await world.ok(who, 'reminder.inbox', {})).notices.map((one) => one.text);
const mobilesOf = async (memberId: string) =>
  (
    await world.database.owner.pool.query('select blind_index from gate.mobile where member_id = $1', [
      memberId,
    ])
  ).rows.map((row: { blind_index: string }) => row.blind_index);
const indexOf = (mobile: string) => world.ports.keyring.mac('blindIndex', mobile).toString('base64url');
const correction = {
  name: '江晨',
  kind: 'full',
  status: 'active',
  leadingCadre: false,
  joinedOn: '2001-07-01',
  fullSince: null,
} as const;
const newcomer = {
  from: '2026-11-23',
  kind: 'probationary',
  mobile: '13900000011',
  joinedOn: '2026-07-01',
  fullSince: null,
  letterNo: '介字 7 号',
} as const;

describe('roster.member', () => {
  it('masks the number, opens dates for whoever may correct them, and leaves one audit row', async () => {
    const memberId = world.members.member;
    const edited = await world.ok('secretary', 'roster.editMember', {
      memberId,
      version: (await detail('member')).version,
      ...correction,
      mobile: '13812345678',
    });
    const seen = await detail('member', 'secretary');
    expect(seen).toMatchObject({
      version: edited.version,
      mobileMasked: '138****5678',
      joinedOn: '2001-07-01',
    });
    const byClerk = await detail('member', 'clerk');
    expect(byClerk).toMatchObject({ mobileMasked: null, joinedOn: null, mayEdit: false });
    for (const person of ['siblingSecretary', 'member', 'contactLeader'] as const) {
      expect(await world.refused(person, 'roster.member', { memberId })).toMatch(/^not_/);
    }
    expect(await world.foreign.refused('committeeOfficer', 'roster.member', { memberId })).toBe('not_found');
  });
});

describe('roster.editMember', () => {
  it('keeps the door by phone number in step and tells its owner', async () => {
    const memberId = world.members.secondMember;
    const edit = async (mobile: string | null | undefined) =>
      world.ok('secretary', 'roster.editMember', {
        memberId,
        version: (await detail('secondMember')).version,
        ...correction,
        name: '云帆',
        ...(mobile === undefined ? {} : { mobile }),
      });
    await edit('13900000001');
    expect(await mobilesOf(memberId)).toEqual([indexOf('13900000001')]);
    await edit(undefined);
    expect(await mobilesOf(memberId)).toEqual([indexOf('13900000001')]);
    expect(await noticesOf('secondMember')).toHaveLength(1);
    await edit('13900000002');
    expect(await mobilesOf(memberId)).toEqual([indexOf('13900000002')]);
    await edit(null);
    expect(await mobilesOf(memberId)).toEqual([]);
    expect(await noticesOf('secondMember')).toHaveLength(3);
  });

  it('lets one of two at once through and tells the other', async () => {
    const { version } = await detail('probationary');
    const input = { memberId: world.members.probationary, version, ...correction, name: '新苗' };
    const replies = await Promise.all([
      world.call('secretary', 'roster.editMember', { ...input, kind: 'full' }),
      world.call('deputySecretary', 'roster.editMember', { ...input, kind: 'probationary' }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
  });

  it('does not give a branch the number of somebody who holds a post above it', async () => {
    for (const person of ['siblingSecretary'] as const) {
      const { version } = await detail('committeeSecretary');
      const input = {
        memberId: world.members.committeeSecretary,
        version,
        ...correction,
        mobile: '13900000099',
      };
      expect(await world.refused(person, 'roster.editMember', input)).toBe('not_found');
    }
  });
});

describe('roster.join', () => {
  it('takes somebody in once: not twice by hand, and not twice at once', async () => {
    const organisationId = world.organisations.branch;
    const input = { ...newcomer, organisationId, name: '初来' };
    const replies = await Promise.all([
      world.call('secretary', 'roster.join', input),
      world.call('deputySecretary', 'roster.join', input),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual([
      'member_exists',
      'ok',
    ]);
    const other = { ...input, mobile: '13900000012', joinedOn: '2025-01' };
    expect(await world.ok('secretary', 'roster.join', other)).toHaveProperty('loginName');
    const group = { ...input, name: '再来', organisationId: world.organisations.group };
    expect(await world.refused('committeeOfficer', 'roster.join', group)).toBe('not_a_branch');
  });
});

describe('roster.transfer', () => {
  it('moves the place of right by its day and keeps the old one on record; a past meeting keeps its branch', async () => {
    const memberId = world.members.member;
    const past = await world.ok('secretary', 'meeting.plan', {
      organisationId: world.organisations.branch,
      type: 'themeDay',
      title: '十一月主题党日',
      place: '会议室',
      plannedAt: '2026-11-23T01:00:00.000Z',
      agenda: [{ title: '学习', minutes: 40 }],
    });
    await world.ok('secretary', 'meeting.open', { meetingId: past.meetingId, version: 1 });
    const { version } = await detail('member');
    const moved = await world.ok('committeeOfficer', 'roster.transfer', {
      memberId,
      version,
      toOrganisationId: world.organisations.sibling,
      on: '2026-12-01',
      letterNo: '2026-17',
    });
    expect(moved.version).toBe(version + 1);
    const { belongings } = await detail('member');
    expect(belongings.map((one) => [one.organisationName, one.from, one.to, one.letterNo])).toEqual([
      ['机关第二党支部', '2026-12-01', null, '2026-17'],
      ['机关第一党支部', '2020-01-01', '2026-11-30', null],
    ]);
    const namesAt = async (organisationId: string) =>
      (await world.ok('committeeOfficer', 'roster.members', { organisationId })).members.map(
        (one) => one.name,
      );
    expect(await namesAt(world.organisations.branch)).toContain('江晨');
    expect(await namesAt(world.organisations.sibling)).not.toContain('江晨');
    world.clock.set('2026-11-30T16:00:00.000Z');
    expect(await namesAt(world.organisations.branch)).not.toContain('江晨');
    expect(await namesAt(world.organisations.sibling)).toContain('江晨');
    const roll = await world.ok('secretary', 'meeting.roll', { meetingId: past.meetingId });
    expect(JSON.stringify(roll)).toContain('江晨');
    expect(await world.refused('secretary', 'roster.member', { memberId })).toBe('not_found');
  });

  it('puts a slip right on the very first day instead of keeping a place of no days', async () => {
    const { memberId } = await world.ok('committeeOfficer', 'roster.join', {
      ...newcomer,
      organisationId: world.organisations.branch,
      name: '放错',
      mobile: null,
    });
    const move = { memberId, toOrganisationId: world.organisations.sibling, letterNo: null };
    expect(
      await world.refused('committeeOfficer', 'roster.transfer', { ...move, version: 1, on: '2026-11-22' }),
    ).toBe('day_too_early');
    await world.ok('committeeOfficer', 'roster.transfer', { ...move, version: 1, on: '2026-11-23' });
    const { belongings } = await world.ok('committeeOfficer', 'roster.member', { memberId });
    expect(belongings.map((one) => [one.organisationName, one.from])).toEqual([
      ['机关第二党支部', '2026-11-23'],
    ]);
  });

  it('needs reach over both branches', async () => {
    const { version } = await detail('retired');
    const input = {
      memberId: world.members.retired,
      version,
      toOrganisationId: world.organisations.sibling,
      on: '2026-12-01',
      letterNo: null,
    };
    expect(await world.refused('secretary', 'roster.transfer', input)).toBe('not_found');
    expect(await world.refused('siblingSecretary', 'roster.transfer', input)).toBe('not_found');
  });
});

describe('roster.leave', () => {
  const leave = async (who: TestPersonName, on: string) =>
    world.ok('secretary', 'roster.leave', {
      memberId: world.members[who],
      version: (await detail(who)).version,
      becomes: 'transferredOut',
      on,
      letterNo: '2026-18',
    });

  it('ends every access, post and the mobile door at once when the day has come; the past stays', async () => {
    const memberId = world.members.publicityOfficer;
    const { version } = await detail('publicityOfficer');
    await world.ok('secretary', 'roster.editMember', {
      memberId,
      version,
      ...correction,
      name: '宣传员',
      mobile: '13900000021',
    });
    await leave('publicityOfficer', '2026-11-23');
    expect(await world.refused('publicityOfficer', 'study.today', {})).toBe('not_signed_in');
    expect(await mobilesOf(memberId)).toEqual([]);
    const gone = await detail('publicityOfficer');
    expect(gone).toMatchObject({ status: 'transferredOut', leavesOn: '2026-11-23', mayEdit: false });
    expect(gone.belongings[0]).toMatchObject({ to: '2026-11-22', letterNo: '2026-18' });
    expect(gone.posts[0]).toMatchObject({ to: '2026-11-22', mayEnd: false });
  });

  it('lets somebody in until the day before, and nobody from the day itself, before the tick as after it', async () => {
    await leave('disciplineOfficer', '2026-12-01');
    world.clock.set('2026-11-30T15:59:59.000Z');
    await world.ok('disciplineOfficer', 'study.today', {});
    world.clock.set('2026-11-30T16:00:00.000Z');
    expect(await world.refused('disciplineOfficer', 'study.today', {})).toBe('not_signed_in');
    expect((await detail('disciplineOfficer')).status).toBe('active');
    await runTick(world.database.db, world.ports);
    expect((await detail('disciplineOfficer')).status).toBe('transferredOut');
    expect(await world.refused('disciplineOfficer', 'study.today', {})).toBe('not_signed_in');
  });

  it('is nobody’s own act, and not before the place began', async () => {
    const own = { memberId: world.members.secretary, becomes: 'left' as const, letterNo: null };
    const { version } = await detail('secretary');
    expect(await world.refused('secretary', 'roster.leave', { ...own, version, on: '2026-11-23' })).toBe(
      'own_appointment',
    );
    const input = { ...own, version, on: '2020-01-01' };
    expect(await world.refused('committeeOfficer', 'roster.leave', input)).toBe('day_too_early');
  });
});

describe('marks and second places', () => {
  it('hold from a day to a day and can be ended or opened again', async () => {
    const memberId = world.members.groupLeader;
    const { version } = await detail('groupLeader');
    const marked = await world.ok('secretary', 'roster.mark', {
      memberId,
      version,
      mark: 'longLeave',
      from: '2026-11-01',
      to: null,
    });
    const bad = { memberId, version: marked.version, markId: marked.markId, to: '2026-10-31' };
    expect(await world.refused('secretary', 'roster.endMark', bad)).toBe('day_too_early');
    await world.ok('secretary', 'roster.endMark', { ...bad, to: '2026-11-01' });
    expect((await detail('groupLeader')).marks).toMatchObject([{ from: '2026-11-01', to: '2026-11-01' }]);
  });

  it('join a group of the branch, never one of another', async () => {
    const memberId = world.members.frail;
    const { version } = await detail('frail');
    const input = { memberId, version, kind: 'group' as const, from: '2026-11-23', to: null };
    const inGroup = { ...input, organisationId: world.organisations.group };
    const joined = await world.ok('secretary', 'roster.belong', inGroup);
    expect(
      await world.refused('secretary', 'roster.belong', {
        ...inGroup,
        kind: 'dual',
        version: joined.version,
      }),
    ).toBe('bad_input');
    const inTeam = { ...input, kind: 'team' as const, version: joined.version };
    expect(
      await world.refused('secretary', 'roster.belong', {
        ...inTeam,
        organisationId: world.organisations.team,
      }),
    ).toBe('not_found');
    await world.ok('secretary', 'roster.endBelonging', {
      memberId,
      version: joined.version,
      belongingId: joined.belongingId,
      to: '2026-11-30',
    });
    const formal = (await detail('frail')).belongings.find((one) => one.kind === 'formal');
    const wrong = { memberId, version: joined.version + 1, belongingId: formal?.id ?? '', to: '2026-11-30' };
    expect(await world.refused('secretary', 'roster.endBelonging', wrong)).toBe('not_found');
  });
});

describe('cards and doors', () => {
  it('come in a batch, again for the same mutation, and spare who is activated', async () => {
    const { people } = await world.ok('siblingSecretary', 'roster.people', {
      organisationId: world.organisations.sibling,
      below: false,
      withoutDoor: true,
    });
    const mine = people.filter((one) => one.mayIssueCard).map((one) => one.memberId);
    const mutationId = randomUUID();
    const first = await world.ok(
      'siblingSecretary',
      'roster.issueCards',
      { memberIds: mine },
      { mutationId },
    );
    expect(first.cards.map((card) => card.memberId).sort()).toEqual([...mine].sort());
    const [card] = first.cards;
    const passphrase = '二楼走廊尽头的那盆绿萝';
    await world.ok(null, 'identity.activate', {
      code: card?.code ?? '',
      loginName: card?.loginName ?? '',
      passphrase,
    });
    const again = await world.ok(
      'siblingSecretary',
      'roster.issueCards',
      { memberIds: mine },
      { mutationId },
    );
    expect(again).toEqual(first);
    const later = await world.ok('siblingSecretary', 'roster.issueCards', { memberIds: mine });
    expect(later.skipped.map((one) => one.memberId)).toEqual([card?.memberId]);
    expect(later.cards).toHaveLength(mine.length - 1);
    const receipts = await world.asActor('siblingSecretary', ({ trx }) =>
      trx.selectFrom('receipt').select('reply').where('operation', '=', 'roster.issueCards').execute(),
    );
    expect(receipts.length).toBeGreaterThan(0);
    expect(JSON.stringify(receipts)).not.toContain(card?.code);
  });

  it('are all or nothing: one out of reach and nobody gets any', async () => {
    const memberIds = [world.members.siblingMember, world.members.retired];
    expect(await world.refused('siblingSecretary', 'roster.issueCards', { memberIds })).toBe('not_found');
  });

  it('close at once when a phone is lost', async () => {
    await world.ok('longLeave', 'study.today', {});
    await world.ok('secretary', 'roster.unbind', { memberId: world.members.longLeave });
    expect(await world.refused('longLeave', 'study.today', {})).toBe('not_signed_in');
  });
});

describe('roster.people', () => {
  it('pages through a whole bureau without naming anybody twice', async () => {
    await world.asActor('committeeOfficer', async ({ trx }) => {
      await trx.selectFrom('member').select('id').limit(1).execute();
    });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await world.ok('committeeOfficer', 'roster.people', {
        organisationId: world.organisations.committee,
        below: true,
        ...(cursor === undefined ? {} : { cursor }),
      });
      seen.push(...page.people.map((one) => one.memberId));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toContain(world.members.siblingMember);
    expect(seen).not.toContain(world.members.systemAdmin);
    const nonsense = { organisationId: world.organisations.committee, below: true, cursor: '不是游标' };
    expect(await world.refused('committeeOfficer', 'roster.people', nonsense)).toBe('bad_input');
  });
});
