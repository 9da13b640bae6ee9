import { sql } from 'kysely';
import { demoScheme } from '../../src/domain/pioneer/demoScheme';
import type { PioneerScheme } from '../../src/domain/pioneer/scheme';
import { connect } from '../database/connect';
import { inTenant } from '../database/tenantTransaction';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import type { TestPersonName } from '../testing/people';
import { adoptScheme } from './adoptScheme';
import { closePeriod, ensurePeriod } from './ensurePeriod';
import { selectLines } from './ledgerRepository';
import { recordMeeting } from './recordMeeting';
import { verifyScores } from './verifyScores';

let world: TestWorld;

/** Monday 23 November 2026, 15:30 in Shanghai. */
const NOW = '2026-11-23T07:30:00.000Z';

beforeAll(async () => {
  world = await createTestBureau({ now: NOW });
  await world.asActor('committeeSecretary', (context) => adoptScheme(context, demoScheme('2026-01-01')));
});

beforeEach(() => {
  world.clock.set(NOW);
});

afterEach(async () => {
  const superuser = connect(world.database.superuserUrl, { poolSize: 1 });
  try {
    await superuser.pool.query(`
      set session_replication_role = replica;
      truncate roll_change, roll_entry, meeting, score_entry, score_total, score_period, receipt, audit_row;
      delete from member_mark where from_day <> '2026-01-01';
      update bureau_setting set pioneer_index_enabled = true`);
  } finally {
    await superuser.close();
  }
});

afterAll(async () => {
  await world.close();
});

type States = Partial<Record<TestPersonName, 'present' | 'late' | 'leave' | 'exempt' | 'elsewhere'>>;

/** A meeting held and closed at `at`; everybody due and not named was absent. */
async function hold(at: string, states: States, title = '主题党日') {
  world.clock.set(at);
  const { meetingId } = await world.ok('secretary', 'meeting.plan', {
    organisationId: world.organisations.branch,
    type: 'themeDay',
    title,
    place: '会议室',
    plannedAt: at,
    agenda: [{ title: '学习', minutes: 40 }],
  });
  const opened = await world.ok('secretary', 'meeting.open', { meetingId, version: 1 });
  for (const [person, state] of Object.entries(states)) {
    const memberId = world.members[person as TestPersonName];
    await world.ok('secretary', 'meeting.tick', { meetingId, memberId, state, reason: '' });
  }
  for (const { memberId, due, state } of (await world.ok('secretary', 'meeting.roll', { meetingId }))
    .entries) {
    if (due && state === 'expected') {
      await world.ok('secretary', 'meeting.tick', { meetingId, memberId, state: 'absent', reason: '' });
    }
  }
  const { version } = await world.ok('secretary', 'meeting.close', { meetingId, version: opened.version });
  return { meetingId, version };
}

const signed = (meeting: { meetingId: string; version: number }, heldOn: string, lateReason = '') =>
  world.ok('secretary', 'meeting.signOff', { ...meeting, minutes: '学习了。', heldOn, lateReason });

async function holdAndSign(at: string, states: States, title?: string) {
  const meeting = await hold(at, states, title);
  await signed(meeting, at.slice(0, 10));
  return meeting.meetingId;
}

const cardOf = (person: TestPersonName, periodId?: string) =>
  world.ok(person, 'pioneer.card', periodId ? { periodId } : {});
const verify = () => inTenant(world.database.db, world.tenantId, (trx) => verifyScores(trx, world.tenantId));

describe('the own card', () => {
  it('shows every line with its source, and the unknown as unknown', async () => {
    const first = await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' }, '9月主题党日');
    const second = await holdAndSign('2026-10-16T07:00:00.000Z', { member: 'late' }, '10月主题党日');
    world.clock.set(NOW);
    const card = await cardOf('member');
    expect(card).toMatchObject({
      enabled: true,
      period: { name: '2026 下半年', startsOn: '2026-07-01', endsOn: '2026-12-31', state: 'open' },
      scheme: { name: '先锋指数方案（演示）', version: 1 },
      total: 4,
      pending: [],
    });
    expect(card.periods.map(({ name, total }) => [name, total])).toEqual([['2026 下半年', 4]]);
    expect(card.dimensions.map(({ code, points }) => [code, points])).toEqual([
      ['belief', null],
      ['values', null],
      ['discipline', 4],
      ['work', null],
      ['law', null],
      ['service', null],
    ]);
    expect(card.lines.map(({ id: _, ...line }) => line)).toEqual([
      {
        occurredOn: '2026-10-16',
        dimension: 'discipline',
        points: 2,
        explanation: '10月主题党日，到会（晚到）',
        clause: '方案第 1 版第 1 项',
        source: { kind: 'meeting', id: second, title: '10月主题党日' },
        reverses: null,
      },
      {
        occurredOn: '2026-09-18',
        dimension: 'discipline',
        points: 2,
        explanation: '9月主题党日，按时到会',
        clause: '方案第 1 版第 1 项',
        source: { kind: 'meeting', id: first, title: '9月主题党日' },
        reverses: null,
      },
    ]);
  });

  it('is empty, not zero, for whom nothing is recorded', async () => {
    await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' });
    world.clock.set(NOW);
    const card = await cardOf('secondMember');
    expect([card.total, card.lines, card.periods[0]?.total]).toEqual([null, [], null]);
    expect(card.dimensions.every(({ points }) => points === null)).toBe(true);
  });

  it('deducts nothing for leave, exemption, elsewhere and absence: they make no line', async () => {
    await holdAndSign('2026-09-18T07:00:00.000Z', {
      member: 'leave',
      secondMember: 'exempt',
      probationary: 'elsewhere',
      publicityOfficer: 'present',
    });
    for (const person of ['member', 'secondMember', 'probationary', 'disciplineOfficer'] as const) {
      expect((await cardOf(person)).total).toBeNull();
    }
    expect((await cardOf('publicityOfficer')).total).toBe(2);
  });

  it('counts probationary members and leaves out the retired, the frail and the suspended', async () => {
    await holdAndSign('2026-09-18T07:00:00.000Z', {
      probationary: 'present',
      retired: 'present',
      frail: 'present',
      suspended: 'present',
      longLeave: 'present',
    });
    const totals = await Promise.all(
      (['probationary', 'longLeave', 'retired', 'frail', 'suspended'] as const).map(
        async (person) => (await cardOf(person)).total,
      ),
    );
    expect(totals).toEqual([2, 2, null, null, null]);
    expect((await cardOf('retired')).dimensions[2]?.note).toMatch(/不测评/);
    expect((await cardOf('retired')).pending).toEqual([]);
  });

  it('names the meetings that wait for the signature', async () => {
    const meeting = await hold(
      '2026-11-20T07:00:00.000Z',
      { member: 'present', secondMember: 'leave' },
      '11月主题党日',
    );
    await world.asActor('secretary', (context) => ensurePeriod(context, '2026-11-20'));
    expect((await cardOf('member')).pending).toEqual([
      { title: '11月主题党日', note: '已到会，等支部签定记录后计入' },
    ]);
    expect((await cardOf('secondMember')).pending).toEqual([]);
    await signed(meeting, '2026-11-20');
    expect((await cardOf('member')).pending).toEqual([]);
  });

  it('is nobody else’s: no input names a person, and another bureau’s period does not exist', async () => {
    await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' });
    const period = (await cardOf('member')).period;
    const asked = { memberId: world.members.member, periodId: period?.id } as { periodId?: string };
    expect((await world.ok('secretary', 'pioneer.card', asked)).total).toBeNull();
    expect(await world.foreign.refused('member', 'pioneer.card', { periodId: period?.id })).toBe('not_found');
    expect(await world.refused('member', 'pioneer.card', { periodId: world.members.member })).toBe(
      'not_found',
    );
  });

  it('says so and holds nothing while the bureau has switched the index off', async () => {
    await inTenant(world.database.db, world.tenantId, (trx) =>
      trx
        .updateTable('bureau_setting')
        .set({ pioneer_index_enabled: false })
        .where('tenant_id', '=', world.tenantId)
        .execute(),
    );
    await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' });
    expect(await cardOf('member')).toEqual({
      enabled: false,
      period: null,
      periods: [],
      scheme: null,
      total: null,
      dimensions: [],
      lines: [],
      pending: [],
    });
    const ledger = await inTenant(world.database.db, world.tenantId, (trx) =>
      trx.selectFrom('score_entry').select('id').execute(),
    );
    expect(ledger).toEqual([]);
    expect((await verify()).differences).toEqual([]);
  });
});

describe('the half-years', () => {
  it('roll over by themselves with the first record, and keep their own totals', async () => {
    await holdAndSign('2026-06-30T07:00:00.000Z', { member: 'present' });
    await holdAndSign('2026-07-01T07:00:00.000Z', { member: 'present' });
    await holdAndSign('2026-07-02T07:00:00.000Z', { member: 'present' });
    world.clock.set(NOW);
    const card = await cardOf('member');
    expect(card.periods.map(({ name, total }) => [name, total])).toEqual([
      ['2026 下半年', 4],
      ['2026 上半年', 2],
    ]);
    expect((await cardOf('member', card.periods[1]?.id)).lines.map(({ occurredOn }) => occurredOn)).toEqual([
      '2026-06-30',
    ]);
  });

  it('are opened once, also when two ask at once, and only under a scheme in force', async () => {
    const [first, second] = await Promise.all([
      world.asActor('secretary', (context) => ensurePeriod(context, '2026-11-23')),
      world.asActor('siblingSecretary', (context) => ensurePeriod(context, '2026-08-01')),
    ]);
    expect(first?.id).toBe(second?.id);
    expect(await world.asActor('secretary', (context) => ensurePeriod(context, '2025-12-31'))).toBeNull();
    expect(
      await world.foreign.asActor('secretary', (context) => ensurePeriod(context, '2026-11-23')),
    ).toBeNull();
  });

  it('take nothing more once closed; the card says which meeting did not count', async () => {
    await holdAndSign('2026-06-12T07:00:00.000Z', { member: 'present' }, '6月主题党日');
    const forgotten = await hold('2026-06-26T07:00:00.000Z', { member: 'present' }, '6月党课');
    world.clock.set('2026-07-20T02:00:00.000Z');
    await world.asActor('committeeSecretary', (context) => closePeriod(context, '2026-06-30'));
    world.clock.set('2026-07-21T02:00:00.000Z');
    await signed(forgotten, '2026-06-26', '书记出差');
    const card = await cardOf('member');
    expect(card.period).toMatchObject({ name: '2026 上半年', state: 'closed' });
    expect([card.total, card.lines.length]).toEqual([2, 1]);
    expect(card.pending).toEqual([
      { title: '6月党课', note: '记录签定的时候不在本期计分时间里，没有计入。有不同意见可以提出' },
    ]);
    expect((await verify()).differences).toEqual([]);
  });
});

describe('the ledger', () => {
  it('stops at the cap and still shows every record', async () => {
    for (let day = 1; day <= 11; day += 1) {
      await holdAndSign(`2026-09-${String(day).padStart(2, '0')}T07:00:00.000Z`, { member: 'present' });
    }
    const card = await cardOf('member');
    expect([card.total, card.lines.length, card.lines[0]?.points]).toEqual([20, 11, 0]);
    expect(card.lines[0]?.explanation).toBe('主题党日，按时到会。这一项本期已满 20 分');
    expect((await verify()).differences).toEqual([]);
  });

  it('keeps the cap when two records are signed at once', async () => {
    for (let day = 1; day <= 9; day += 1) {
      await holdAndSign(`2026-09-${String(day).padStart(2, '0')}T07:00:00.000Z`, { member: 'present' });
    }
    const meetings = [
      await hold('2026-09-10T07:00:00.000Z', { member: 'present' }),
      await hold('2026-09-11T07:00:00.000Z', { member: 'present' }),
    ];
    await Promise.all(meetings.map((meeting) => signed(meeting, '2026-09-11')));
    expect((await cardOf('member')).total).toBe(20);
    expect((await verify()).differences).toEqual([]);
  });

  it('takes the same fact once', async () => {
    const meetingId = await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' });
    await world.asActor('secretary', (context) =>
      recordMeeting(context, { meetingId, heldOn: '2026-09-18' }),
    );
    const card = await cardOf('member');
    expect([card.total, card.lines.length]).toEqual([2, 1]);
  });

  it('is written in the transaction of the signature, or neither is', async () => {
    const meeting = await hold('2026-09-18T07:00:00.000Z', { member: 'present' });
    // The worst moment: the ledger cannot be written
    const superuser = connect(world.database.superuserUrl, { poolSize: 1 });
    await superuser.pool.query(
      'alter table score_entry add constraint closed_for_test check (points < 0) not valid',
    );
    const reply = await world.call('secretary', 'meeting.signOff', {
      ...meeting,
      minutes: '学习了。',
      heldOn: '2026-09-18',
      lateReason: '',
    });
    await superuser.pool.query('alter table score_entry drop constraint closed_for_test');
    await superuser.close();
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    const roll = await world.ok('secretary', 'meeting.roll', { meetingId: meeting.meetingId });
    expect(roll.meeting).toMatchObject({ state: 'closed', version: meeting.version });
    await signed(meeting, '2026-09-18');
    expect((await cardOf('member')).total).toBe(2);
  });

  it('changes neither for the program nor for the owner', async () => {
    await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' });
    for (const db of [world.database.db, world.database.owner.db]) {
      for (const attempt of [
        sql`update score_entry set points = 9`,
        sql`delete from score_entry`,
        sql`update scheme set version = 9`,
      ]) {
        await expect(inTenant(db, world.tenantId, (trx) => attempt.execute(trx))).rejects.toThrow(
          /append_only|permission denied/,
        );
      }
    }
  });

  it('is read for a card by index', async () => {
    const plan = await inTenant(world.database.db, world.tenantId, async (trx) => {
      await sql`set local enable_seqscan = off`.execute(trx);
      const lines = selectLines(trx, world.tenantId, world.members.member, world.members.member);
      return JSON.stringify(await lines.explain());
    });
    expect(plan).toContain('score_entry_by_member');
  });
});

describe('recomputing', () => {
  it('finds what somebody with the owner’s rights did to a row', async () => {
    await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present', secondMember: 'present' });
    expect(await verify()).toEqual({ periods: 1, entries: 2, differences: [] });
    const tamper = (change: ReturnType<typeof sql>) =>
      inTenant(world.database.owner.db, world.tenantId, async (trx) => {
        await sql`alter table score_entry disable trigger user`.execute(trx);
        await change.execute(trx);
        await sql`alter table score_entry enable trigger user`.execute(trx);
      });
    await tamper(sql`update score_entry set points = 12 where member_id = ${world.members.member}`);
    const raised = (await verify()).differences;
    expect(raised.map(({ kind }) => kind)).toEqual(['wrongPoints', 'wrongPoints', 'wrongTotal']);
    expect(raised[0]).toMatchObject({
      period: '2026 下半年',
      memberId: world.members.member,
      expected: '0..2',
      found: '12',
    });
    await tamper(sql`update score_total set points = 12 where member_id = ${world.members.member}`);
    expect((await verify()).differences.map(({ kind }) => kind)).toEqual(['wrongPoints', 'wrongPoints']);
    await tamper(sql`delete from score_entry where member_id = ${world.members.member}`);
    expect((await verify()).differences.map(({ kind }) => kind)).toEqual(['missingEntry', 'wrongTotal']);
  });

  it('finds a score for a meeting at which the person was not', async () => {
    const meetingId = await holdAndSign('2026-09-18T07:00:00.000Z', { member: 'present' });
    await inTenant(world.database.db, world.tenantId, (trx) =>
      sql`insert into score_entry (tenant_id, id, period_id, member_id, scheme_id, item_code, dimension, points,
          occurred_on, source_kind, source_id, proposed_by, approved_by, created_at)
        select tenant_id, gen_random_uuid(), period_id, ${world.members.secondMember}, scheme_id, item_code, dimension, points,
          occurred_on, source_kind, source_id, proposed_by, approved_by, created_at
        from score_entry where source_id = ${meetingId}`.execute(trx),
    );
    expect((await verify()).differences.map(({ kind, memberId }) => [kind, memberId])).toEqual([
      ['entryWithoutRecord', world.members.secondMember],
      ['wrongTotal', world.members.secondMember],
    ]);
  });
});

describe('adopting a scheme', () => {
  it('refuses one that counts the use of an app, and keeps nothing of it', async () => {
    const scheme = demoScheme('2027-01-01');
    const counting = {
      ...scheme,
      version: 2,
      items: scheme.items.map((item) => ({ ...item, source: 'login' })),
    } as unknown as PioneerScheme; // what a form could send, and the type forbids
    await expect(
      world.asActor('committeeSecretary', (context) => adoptScheme(context, counting)),
    ).rejects.toMatchObject({
      code: 'bad_input',
    });
    const versions = await inTenant(world.database.db, world.tenantId, (trx) =>
      trx.selectFrom('scheme').select('version').execute(),
    );
    expect(versions).toEqual([{ version: 1 }]);
  });
});
