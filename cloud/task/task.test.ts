import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Input } from '../../src/contract/operations';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { addPiece } from '../testing/pieces';
import { addQuestion } from '../testing/questions';
import { runTick } from '../tick';

let world: TestWorld;
let pieceId: string;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  pieceId = await addPiece(world, { publishOn: '2026-11-20', title: '一篇要学的' });
});
afterEach(async () => {
  const { pool } = world.database.owner;
  await pool.query(
    'truncate piece, series, study_mark, study_task, task_due, task_done, task_reminder, notice, reminder, outbox cascade',
  );
});

const DUE_ON = '2026-11-27';
const AFTER = '2026-11-28T00:00:00.000+08:00';

/** The secretary of the first branch asks the branch; the rest can be said differently. */
const publish = (
  input: Partial<Input<'task.publish'>> & { at?: TestOrganisation } = {},
  person: TestPersonName = 'secretary',
) => {
  const { at = 'branch', ...rest } = input;
  return world.ok(person, 'task.publish', {
    target: { kind: 'piece', id: pieceId },
    organisationId: world.organisations[at],
    dueOn: DUE_ON,
    selfCheck: false,
    ...rest,
  });
};
const published = async (...args: Parameters<typeof publish>) => (await publish(...args)).taskId;
const finish = (person: TestPersonName, taskId: string) => world.ok(person, 'task.finish', { taskId });
const todoOf = async (person: TestPersonName) => (await world.ok(person, 'task.todo', {})).tasks;
const names = (taskId: string, person: TestPersonName = 'secretary', at: TestOrganisation = 'branch') =>
  world.ok(person, 'task.names', { taskId, organisationId: world.organisations[at] });
const idsOf = (people: { memberId: string }[]) => people.map(({ memberId }) => memberId).sort();
const members = (...people: TestPersonName[]) => people.map((one) => world.members[one]).sort();

/** Everybody of the first branch who is asked: no frail, absent or suspended one. */
const asked: TestPersonName[] = [
  'member',
  'secondMember',
  'probationary',
  'retired',
  'secretary',
  'deputySecretary',
  'organisationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'groupLeader',
];
const onlyInvited: TestPersonName[] = ['suspended', 'frail', 'longLeave'];

describe('task.publish', () => {
  it('fixes who is asked and who is only invited (domain.md 4.6)', async () => {
    const taskId = await published();
    const { open, done, invited } = await names(taskId);
    expect(idsOf(open)).toEqual(members(...asked));
    expect(idsOf(invited)).toEqual(members(...onlyInvited));
    expect(done).toEqual([]);
    expect(await todoOf('member')).toEqual([
      {
        id: taskId,
        target: { kind: 'piece', id: pieceId },
        title: '一篇要学的',
        readingMinutes: 1,
        organisationName: '机关第一党支部',
        dueOn: DUE_ON,
        selfCheck: false,
        due: true,
      },
    ]);
    expect(await todoOf('frail')).toMatchObject([{ id: taskId, due: false }]);
    expect(await todoOf('siblingMember')).toEqual([]);
  });

  it('asks a group alone, and some persons alone', async () => {
    const group = await published({ at: 'group' });
    expect(idsOf((await names(group)).open)).toEqual(members('secondMember', 'groupLeader'));
    const memberIds = [world.members.member, world.members.frail, world.members.member];
    const some = await published({ memberIds });
    const { open, invited } = await names(some);
    expect([idsOf(open), idsOf(invited)]).toEqual([members('member'), members('frail')]);
    expect((await todoOf('secondMember')).map(({ id }) => id)).toEqual([group]);
  });

  it('of the committee reaches every branch, and each secretary sees the own names alone', async () => {
    const taskId = await published({ at: 'committee' }, 'committeeOfficer');
    expect(idsOf((await names(taskId)).open)).toEqual(members(...asked));
    const beside = await names(taskId, 'siblingSecretary', 'sibling');
    expect(idsOf(beside.open)).toContain(world.members.siblingMember);
    expect(idsOf(beside.open)).not.toContain(world.members.member);
    const other = { taskId, organisationId: world.organisations.sibling };
    expect(await world.refused('secretary', 'task.names', other)).toBe('not_found');
    expect(await world.refused('committeeOfficer', 'task.names', other)).toBe('not_allowed');
  });

  it.each<[string, () => Partial<Input<'task.publish'>>, string]>([
    ['a deadline that is over', () => ({ dueOn: '2026-11-22' }), 'deadline_in_past'],
    ['a deadline more than a year away', () => ({ dueOn: '2027-11-25' }), 'deadline_in_past'],
    ['a branch beside', () => ({ organisationId: world.organisations.sibling }), 'not_found'],
    ['the committee above', () => ({ organisationId: world.organisations.committee }), 'not_found'],
    ['a team across branches', () => ({ organisationId: world.organisations.team }), 'not_found'],
    ['another bureau', () => ({ organisationId: world.foreign.organisations.branch }), 'not_found'],
    ['a person of another branch', () => ({ memberIds: [world.members.siblingMember] }), 'not_found'],
    ['a person of another bureau', () => ({ memberIds: [world.foreign.members.member] }), 'not_found'],
    [
      'persons through a group',
      () => ({ organisationId: world.organisations.group, memberIds: [world.members.secondMember] }),
      'not_found',
    ],
    ['a piece that nobody knows', () => ({ target: { kind: 'piece', id: randomUUID() } }), 'not_found'],
    ['a series under the id of a piece', () => ({ target: { kind: 'series', id: pieceId } }), 'not_found'],
  ])('refuses %s and keeps nothing', async (_what, input, code) => {
    const refused = await world.refused('secretary', 'task.publish', {
      target: { kind: 'piece', id: pieceId },
      organisationId: world.organisations.branch,
      dueOn: DUE_ON,
      selfCheck: false,
      ...input(),
    });
    expect(refused).toBe(code);
    expect(await rowsOf('select id from study_task')).toEqual([]);
  });

  it('takes today as the last day', async () => {
    await expect(publish({ dueOn: '2026-11-23' })).resolves.toMatchObject({ version: 1 });
  });

  it('refuses what is not published yet, and what not everybody asked may read', async () => {
    const coming = await addPiece(world, { publishOn: '2026-11-24' });
    const beside = await addPiece(world, { publishOn: '2026-11-20', at: 'sibling' });
    for (const id of [coming, beside]) {
      const target = { kind: 'piece' as const, id };
      const input = { target, organisationId: world.organisations.branch, dueOn: DUE_ON, selfCheck: false };
      expect(await world.refused('secretary', 'task.publish', input)).toBe('not_found');
    }
  });

  it('makes one task of two taps at once, and two of two that are meant', async () => {
    const mutationId = randomUUID();
    const input = {
      target: { kind: 'piece' as const, id: pieceId },
      organisationId: world.organisations.branch,
      dueOn: DUE_ON,
      selfCheck: false,
    };
    const [first, second] = await Promise.all(
      [1, 2].map(() => world.ok('secretary', 'task.publish', input, { mutationId })),
    );
    expect(second).toEqual(first);
    expect(await todoOf('member')).toHaveLength(1);
    await world.ok('secretary', 'task.publish', input);
    expect(await todoOf('member')).toHaveLength(2);
  });
});

describe('the member', () => {
  it('finishes with the own tap, once or six times at once, and it leaves the list', async () => {
    const taskId = await published();
    const replies = await Promise.all([1, 2, 3, 4, 5, 6].map(() => finish('member', taskId)));
    expect([...replies, await finish('member', taskId)]).toEqual(Array(7).fill({ how: 'own' }));
    expect(await todoOf('member')).toEqual([]);
    const { task } = await world.ok('member', 'task.get', { taskId });
    expect(task).toMatchObject({ state: 'done', how: 'own' });
    const { open, done } = await names(taskId);
    expect(idsOf(open)).not.toContain(world.members.member);
    expect(done).toEqual([{ memberId: world.members.member, name: '江晨', how: 'own' }]);
  });

  it('completes nothing by stamping the piece, and nobody learns of the stamp', async () => {
    const taskId = await published();
    const before = JSON.stringify([await names(taskId), await world.ok('secretary', 'task.desk', {})]);
    await world.ok('member', 'study.mark', { pieceId });
    expect(await todoOf('member')).toHaveLength(1);
    expect(JSON.stringify([await names(taskId), await world.ok('secretary', 'task.desk', {})])).toBe(before);
    await finish('member', taskId);
    await world.ok('member', 'study.unmark', { pieceId });
    expect(await world.ok('member', 'task.get', { taskId })).toMatchObject({ task: { state: 'done' } });
  });

  it('has a stamp that no line of this capability reads', () => {
    const sources = readdirSync(__dirname).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
    );
    expect(sources.length).toBeGreaterThan(15);
    for (const name of [...sources, '../study/studyTarget.ts', '../study/targetRepository.ts']) {
      expect([name, /study_mark|stamp(ed)?\b(?!s)/.test(stripped(join(__dirname, name)))]).toEqual([
        name,
        false,
      ]);
    }
  });

  it('leaves no receipt, no audit row and no time of the tap', async () => {
    const taskId = await published();
    await finish('member', taskId);
    const traces = await rowsOf(
      `select action as name from audit_row where subject_id = '${taskId}' or action = 'task.finish'
       union all select operation from receipt where operation like 'task.%'`,
    );
    // The secretary's publishing left both.
    expect(traces).toContainEqual({ name: 'task.publish' });
    expect(traces).not.toContainEqual({ name: 'task.finish' });
    const times = await rowsOf(
      `select column_name from information_schema.columns where table_name in ('task_done', 'task_due')
         and data_type ~ 'time|date'`,
    );
    expect(times).toEqual([]);
  });

  it('is asked as before after the deadline, and given in late it is simply done', async () => {
    const taskId = await published();
    world.clock.set(AFTER);
    expect(await todoOf('member')).toMatchObject([{ id: taskId, due: true }]);
    // An invitation ends with the day.
    expect(await todoOf('frail')).toEqual([]);
    expect(await finish('member', taskId)).toEqual({ how: 'own' });
  });

  it('who moves to another branch leaves what the old one asked behind, and is only invited to what all are asked', async () => {
    const [ofBranch, ofAll] = [await published(), await published({ at: 'committee' }, 'committeeOfficer')];
    await moveTo('secondMember', 'sibling');
    expect(await todoOf('secondMember')).toMatchObject([{ id: ofAll, due: false }]);
    expect(await world.refused('secondMember', 'task.finish', { taskId: ofBranch })).toBe('not_found');
    for (const taskId of [ofBranch, ofAll]) {
      expect(idsOf((await names(taskId)).open)).not.toContain(world.members.secondMember);
    }
    const there = await names(ofAll, 'siblingSecretary', 'sibling');
    expect(idsOf(there.open)).not.toContain(world.members.secondMember);
    const settle = { taskId: ofAll, memberId: world.members.secondMember, as: 'madeUp' as const, reason: '' };
    for (const secretary of ['secretary', 'siblingSecretary'] as const) {
      expect(await world.refused(secretary, 'task.settle', settle)).toBe('not_found');
    }
    expect(await finish('secondMember', ofAll)).toEqual({ how: 'own' });
    expect(await todoOf('secondMember')).toEqual([]);
    await moveTo('secondMember', 'branch');
  });

  it('who falls ill later stays on the list that was fixed, and is excused by the secretary’s one tap', async () => {
    const taskId = await published();
    await rowsOf(
      `insert into member_mark (tenant_id, id, member_id, kind, from_day)
       values ('${world.tenantId}', '${randomUUID()}', '${world.members.secondMember}', 'frail', '2026-11-23') returning id`,
    );
    expect(await todoOf('secondMember')).toMatchObject([{ id: taskId, due: true }]);
    const excuse = { taskId, memberId: world.members.secondMember, as: 'excused', reason: '住院' } as const;
    expect(await world.ok('secretary', 'task.settle', excuse)).toEqual({ how: 'excused' });
    expect(await todoOf('secondMember')).toEqual([]);
    // A later task invites.
    const later = await published();
    expect(await todoOf('secondMember')).toMatchObject([{ id: later, due: false }]);
    await rowsOf(`delete from member_mark where member_id = '${world.members.secondMember}' returning id`);
  });

  it('who is only invited may finish, and that is shown to nobody', async () => {
    const taskId = await published();
    const before = await names(taskId);
    await finish('frail', taskId);
    expect(await todoOf('frail')).toEqual([]);
    expect(await names(taskId)).toEqual(before);
  });

  it('who joins later is invited and never owes', async () => {
    const newcomer = await published();
    await moveTo('siblingMember', 'branch');
    expect(await todoOf('siblingMember')).toMatchObject([{ id: newcomer, due: false }]);
    expect(idsOf((await names(newcomer)).open)).not.toContain(world.members.siblingMember);
    await finish('siblingMember', newcomer);
    expect(await todoOf('siblingMember')).toEqual([]);
    expect((await names(newcomer)).done).toEqual([]);
    await moveTo('siblingMember', 'sibling');
  });

  it('who leaves drops out: of the list, of the names, and of what the branch owes', async () => {
    const memberIds = [world.members.probationary];
    const taskId = await published({ memberIds });
    await moveTo('probationary', 'sibling');
    expect(await todoOf('probationary')).toEqual([]);
    expect(await world.refused('probationary', 'task.get', { taskId })).toBe('not_found');
    expect(await world.refused('probationary', 'task.finish', { taskId })).toBe('not_found');
    expect((await names(taskId)).open).toEqual([]);
    world.clock.set(AFTER);
    const { tasks } = await world.ok('secretary', 'task.desk', {});
    expect(tasks).toMatchObject([{ id: taskId, follows: [] }]);
    await moveTo('probationary', 'branch');
  });

  it.each(['siblingMember', 'siblingSecretary', 'systemAdmin'] as const)(
    'who is not asked (%s) finds no task and gives in none',
    async (person) => {
      const taskId = await published();
      expect(await world.refused(person, 'task.get', { taskId })).toBe('not_found');
      expect(await world.refused(person, 'task.finish', { taskId })).toBe('not_found');
    },
  );

  it('of another bureau finds nothing', async () => {
    const taskId = await published();
    expect(await world.foreign.refused('member', 'task.finish', { taskId })).toBe('not_found');
    expect(
      await world.foreign.refused('secretary', 'task.withdraw', { taskId, version: 1, reason: '试' }),
    ).toBe('not_found');
  });

  it('is not asked for a piece that was taken down', async () => {
    const taskId = await published();
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    expect(await todoOf('member')).toEqual([]);
    expect(await world.ok('secretary', 'task.onDesk', { taskId })).toMatchObject({
      task: { isTargetGone: true },
    });
  });
});

describe('a task of a whole series', () => {
  const seriesId = '01980000-0000-7000-8000-0000000000aa';
  const withSeries = async () => {
    const { committee } = world.organisations;
    const { committeePublicity, committeeOfficer } = world.members;
    await rowsOf(`insert into series (tenant_id, id, organisation_id, author_id, state, title, kind, topic, text, cuts,
      piece_count, reviewer_id, updated_at) values ('${world.tenantId}', '${seriesId}', '${committee}',
      '${committeePublicity}', 'approved', '一部条例', 'explanation', '条例', '全文', '[]', 2, '${committeeOfficer}', now())`);
    const second = await addPiece(world, { publishOn: '2026-11-24' });
    const lay = (id: string, position: number, length: number) =>
      rowsOf(
        `update piece set series_id = '${seriesId}', position = ${position}, length = ${length} where id = '${id}'`,
      );
    await lay(pieceId, 1, 700);
    await lay(second, 2, 700);
  };

  it('says its name and the minutes of all its pieces, and is done by one tap', async () => {
    await withSeries();
    const target = { kind: 'series' as const, id: seriesId };
    expect(await world.ok('secretary', 'task.form', { target })).toMatchObject({
      title: '一部条例',
      readingMinutes: 5,
      mayAskSelfCheck: false,
    });
    const taskId = await published({ target });
    expect(await todoOf('member')).toMatchObject([{ target, title: '一部条例', readingMinutes: 5 }]);
    expect(await finish('member', taskId)).toEqual({ how: 'own' });
    const input = { target, organisationId: world.organisations.branch, dueOn: DUE_ON, selfCheck: true };
    expect(await world.refused('secretary', 'task.publish', input)).toBe('self_check_missing');
  });

  it('is asked for only when something of it is out', async () => {
    await withSeries();
    world.clock.set('2026-11-19T09:00:00+08:00');
    const target = { kind: 'series' as const, id: seriesId };
    expect(await world.refused('secretary', 'task.form', { target })).toBe('not_found');
  });
});

describe('a task on a paper', () => {
  it('takes the paper’s minutes, is done by one tap, and leaves the list when the paper is taken back', async () => {
    const { organisations } = world;
    const kept = await addQuestion(world);
    const paper = await world.ok('secretary', 'quiz.savePaper', {
      paper: null,
      organisationId: organisations.branch,
      title: '主题党日小测',
      keep: [kept],
      draw: [],
    });
    const target = { kind: 'paper' as const, id: paper.paperId };
    expect(await world.refused('secretary', 'task.form', { target })).toBe('not_found');
    const out = await world.ok('secretary', 'quiz.publishPaper', {
      paperId: paper.paperId,
      version: 1,
      way: 'phones',
      minutes: 12,
      opensAt: TEST_NOW,
      closesAt: '2026-11-27T10:00:00.000Z',
    });
    expect(await world.ok('secretary', 'task.form', { target })).toMatchObject({
      title: '主题党日小测',
      readingMinutes: 12,
      mayAskSelfCheck: false,
    });
    const taskId = await published({ target });
    const sibling = { target, organisationId: organisations.sibling, dueOn: DUE_ON, selfCheck: false };
    expect(await world.refused('siblingSecretary', 'task.publish', sibling)).toBe('not_found');
    expect(await todoOf('member')).toMatchObject([{ target, title: '主题党日小测', readingMinutes: 12 }]);
    expect(await finish('member', taskId)).toEqual({ how: 'own' });
    const onDesk = () => world.ok('secretary', 'task.onDesk', { taskId });
    world.clock.set('2026-11-27T11:00:00.000Z');
    expect((await onDesk()).task.isTargetGone).toBe(false);
    const late = { target, organisationId: organisations.branch, dueOn: '2026-11-30', selfCheck: false };
    expect(await world.refused('secretary', 'task.publish', late)).toBe('not_found');
    world.clock.set(TEST_NOW);
    expect(await todoOf('secondMember')).toHaveLength(1);
    const back = { paperId: paper.paperId, version: out.version, reason: '有一题要改' };
    await world.ok('secretary', 'quiz.withdrawPaper', back);
    expect(await todoOf('secondMember')).toEqual([]);
    expect((await onDesk()).task.isTargetGone).toBe(true);
  });
});

describe('the self-check', () => {
  const right = [[0], [0], [0, 2]];

  it('is asked for with every answer right, in any number of tries, and no answer is kept', async () => {
    const taskId = await published({ selfCheck: true });
    for (const answers of [
      undefined,
      [],
      [[0], [0]],
      [[1], [0], [0, 2]],
      [[0], [0], [0]],
      [[0], [0], [0, 9]],
    ]) {
      const input = answers ? { taskId, answers } : { taskId };
      expect(await world.refused('member', 'task.finish', input)).toBe('self_check_open');
    }
    expect(await world.ok('member', 'task.finish', { taskId, answers: right })).toEqual({ how: 'own' });
    const columns = await rowsOf(
      `select column_name as name from information_schema.columns where table_name = 'task_done' order by 1`,
    );
    expect(columns.map(({ name }) => name)).toEqual([
      'how',
      'member_id',
      'reason',
      'recorded_by',
      'task_id',
      'tenant_id',
    ]);
  });

  it('cannot be asked of a text without questions', async () => {
    await rowsOf(`update piece set checks = '[]' where id = '${pieceId}' returning id`);
    const input = {
      target: { kind: 'piece' as const, id: pieceId },
      organisationId: world.organisations.branch,
      dueOn: DUE_ON,
      selfCheck: true,
    };
    expect(await world.refused('secretary', 'task.publish', input)).toBe('self_check_missing');
    const form = await world.ok('secretary', 'task.form', { target: input.target });
    expect(form.mayAskSelfCheck).toBe(false);
  });
});

describe('the secretary', () => {
  it('records make-up and excuses, tells the person, and can take it back; the own tap stays', async () => {
    const taskId = await published();
    const settle = (person: TestPersonName, as: 'madeUp' | 'excused' | 'open', reason = '') =>
      world.ok('secretary', 'task.settle', { taskId, memberId: world.members[person], as, reason });
    expect(await settle('member', 'madeUp')).toEqual({ how: 'madeUp' });
    expect(await settle('secondMember', 'excused', '出差两个月')).toEqual({ how: 'excused' });
    expect((await names(taskId)).done).toHaveLength(2);
    expect(await todoOf('member')).toEqual([]);
    expect(await world.ok('secondMember', 'task.get', { taskId })).toMatchObject({
      task: { state: 'done', how: 'excused' },
    });
    const { notices } = await world.ok('member', 'reminder.inbox', {});
    expect(notices.map(({ text }) => text)).toEqual(['学习任务《一篇要学的》，支部书记已记为已当面补学']);
    // Said twice it is told once.
    await settle('member', 'madeUp');
    expect((await world.ok('member', 'reminder.inbox', {})).notices).toHaveLength(1);
    expect(await settle('member', 'open')).toEqual({ how: null });
    expect(await todoOf('member')).toHaveLength(1);
    await finish('member', taskId);
    expect(await settle('member', 'excused', '试')).toEqual({ how: 'own' });
    expect(await settle('member', 'open')).toEqual({ how: 'own' });
  });

  it('excuses only with a reason, and only who is asked', async () => {
    const taskId = await published();
    const settle = (memberId: string, as: 'madeUp' | 'excused', person: TestPersonName = 'secretary') =>
      world.refused(person, 'task.settle', { taskId, memberId, as, reason: '' });
    expect(await settle(world.members.member, 'excused')).toBe('excuse_reason_needed');
    expect(await settle(world.members.frail, 'madeUp')).toBe('not_found');
    expect(await settle(world.members.siblingMember, 'madeUp')).toBe('not_found');
    expect(await settle(world.foreign.members.member, 'madeUp')).toBe('not_found');
    expect(await settle(world.members.member, 'madeUp', 'siblingSecretary')).toBe('not_found');
    expect(await settle(world.members.member, 'madeUp', 'organisationOfficer')).toBe('not_allowed');
  });

  it('and the member at once leave one record, whoever was first', async () => {
    const taskId = await published();
    const memberId = world.members.member;
    await Promise.all([
      finish('member', taskId),
      world.ok('secretary', 'task.settle', { taskId, memberId, as: 'madeUp', reason: '' }),
    ]);
    const { done } = await names(taskId);
    expect(done).toHaveLength(1);
  });

  it('reminds the open ones once a day', async () => {
    const taskId = await published({ memberIds: members('member', 'secondMember', 'frail') });
    await finish('secondMember', taskId);
    const input = { taskId, organisationId: world.organisations.branch };
    await Promise.all([
      world.call('secretary', 'task.remind', input),
      world.call('deputySecretary', 'task.remind', input),
    ]);
    const inboxOf = async (person: TestPersonName) =>
      (await world.ok(person, 'reminder.inbox', {})).notices.map(({ text }) => text);
    expect(await inboxOf('member')).toEqual(['学习任务《一篇要学的》，约 1 分钟，请在11月27日前看一看']);
    expect(await inboxOf('secondMember')).toEqual([]);
    expect(await inboxOf('frail')).toEqual([]);
    expect(await world.refused('secretary', 'task.remind', input)).toBe('reminded_today');
    expect((await names(taskId)).isReminded).toBe(true);
    world.clock.set('2026-11-24T09:00:00+08:00');
    await world.ok('secretary', 'task.remind', input);
    expect(await inboxOf('member')).toHaveLength(2);
  });

  it('looks at the names once for the audit however often the page asks, and not as a successor’s predecessor', async () => {
    const taskId = await published();
    for (let look = 0; look < 3; look += 1) await names(taskId);
    const looks = await rowsOf(
      `select post from audit_row where action = 'task.names' and subject_id = '${taskId}'`,
    );
    expect(looks).toEqual([{ post: 'secretary' }]);
    // The task follows the post: whoever holds it manages it.
    expect(await world.ok('deputySecretary', 'task.onDesk', { taskId })).toMatchObject({
      task: { mayManage: true },
    });
  });

  it('gives more time, never less, and not over a colleague’s change', async () => {
    const taskId = await published();
    const extend = (version: number, dueOn: string) => ({ taskId, version, dueOn });
    expect(await world.refused('secretary', 'task.extend', extend(1, DUE_ON))).toBe('deadline_not_later');
    expect(await world.refused('secretary', 'task.extend', extend(1, '2026-11-26'))).toBe(
      'deadline_not_later',
    );
    const both = await Promise.all([
      world.call('secretary', 'task.extend', extend(1, '2026-11-30')),
      world.call('deputySecretary', 'task.extend', extend(1, '2026-12-01')),
    ]);
    const codes = both.map((reply) => (reply.ok ? 'ok' : reply.error.code));
    expect(codes.sort()).toEqual(['conflict', 'ok']);
    expect(await world.refused('siblingSecretary', 'task.extend', extend(2, '2026-12-02'))).toBe('not_found');
  });

  it('and a colleague who give more time and take it back at once: one is done, the other is told', async () => {
    const taskId = await published();
    const replies = await Promise.all([
      world.call('secretary', 'task.extend', { taskId, version: 1, dueOn: '2026-12-04' }),
      world.call('deputySecretary', 'task.withdraw', { taskId, version: 1, reason: '试' }),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    const { task } = await world.ok('secretary', 'task.onDesk', { taskId });
    expect(task).toMatchObject(
      replies[0]?.ok ? { state: 'running', dueOn: '2026-12-04' } : { state: 'withdrawn', dueOn: DUE_ON },
    );
    expect(task.version).toBe(2);
  });

  it('who takes it back while it is given in: the tap counts, or is told that it need not be', async () => {
    const taskId = await published();
    const [tap] = await Promise.all([
      world.call('member', 'task.finish', { taskId }),
      world.ok('secretary', 'task.withdraw', { taskId, version: 1, reason: '试' }),
    ]);
    expect(tap.ok ? tap.data : tap.error.code).toEqual(tap.ok ? { how: 'own' } : 'task_withdrawn');
    expect(await rowsOf('select 1 from task_done')).toHaveLength(tap.ok ? 1 : 0);
    expect(await todoOf('member')).toEqual([]);
  });

  it('takes a task back with a reason: nobody owes it, and a late tap is told so', async () => {
    const taskId = await published();
    await finish('secondMember', taskId);
    const withdraw = { taskId, version: 1, reason: '改到主题党日一起学' };
    expect(await world.refused('member', 'task.withdraw', withdraw)).toBe('not_allowed');
    expect(await world.ok('secretary', 'task.withdraw', withdraw)).toEqual({ taskId, version: 2 });
    expect(await todoOf('member')).toEqual([]);
    expect(await world.refused('member', 'task.finish', { taskId })).toBe('task_withdrawn');
    expect(await finish('secondMember', taskId)).toEqual({ how: 'own' });
    expect(await world.ok('member', 'task.get', { taskId })).toMatchObject({
      task: { state: 'withdrawn', withdrawReason: '改到主题党日一起学' },
    });
    const input = { taskId, organisationId: world.organisations.branch };
    expect(await world.refused('secretary', 'task.remind', input)).toBe('task_withdrawn');
    expect(await world.refused('secretary', 'task.withdraw', { ...withdraw, version: 2 })).toBe(
      'wrong_state',
    );
  });
});

describe('the day before the deadline', () => {
  const inboxOf = async (person: TestPersonName) =>
    (await world.ok(person, 'reminder.inbox', {})).notices.map(({ text }) => text);
  const tick = async (at: string) => {
    world.clock.set(at);
    const ticked = await runTick(world.database.db, world.ports);
    expect([ticked.failed, ticked.retried, ticked.brokenSteps]).toEqual([0, 0, 0]);
  };

  it('reminds at 9:00 who is still open, once, whatever is delivered twice', async () => {
    const taskId = await published();
    await finish('secondMember', taskId);
    await tick('2026-11-26T08:59:59+08:00');
    expect(await inboxOf('member')).toEqual([]);
    await tick('2026-11-26T09:00:00+08:00');
    await tick('2026-11-26T09:01:00+08:00');
    await rowsOf(
      `update outbox set done_at = null, due_at = '2026-11-26' where topic = 'task.remind' returning id`,
    );
    await tick('2026-11-26T09:02:00+08:00');
    expect(await inboxOf('member')).toEqual(['学习任务《一篇要学的》，约 1 分钟，请在11月27日前看一看']);
    for (const person of ['secondMember', 'frail', 'siblingMember'] as const) {
      expect(await inboxOf(person)).toEqual([]);
    }
    await tick('2026-11-27T09:00:00+08:00');
    expect(await inboxOf('member')).toHaveLength(1);
  });

  it('waits for the new day when more time was given, and is silent about a task taken back', async () => {
    const taskId = await published();
    const other = await published();
    await world.ok('secretary', 'task.extend', { taskId, version: 1, dueOn: '2026-11-30' });
    await world.ok('secretary', 'task.withdraw', { taskId: other, version: 1, reason: '试' });
    await tick('2026-11-26T09:00:00+08:00');
    expect(await inboxOf('member')).toEqual([]);
    await tick('2026-11-29T09:00:00+08:00');
    expect(await inboxOf('member')).toEqual(['学习任务《一篇要学的》，约 1 分钟，请在11月30日前看一看']);
  });

  it('comes before the new day too when more time was given after it had come before the old one', async () => {
    const taskId = await published();
    await tick('2026-11-26T09:00:00+08:00');
    expect(await inboxOf('member')).toHaveLength(1);
    world.clock.set('2026-11-27T20:00:00+08:00');
    await world.ok('secretary', 'task.extend', { taskId, version: 1, dueOn: '2026-12-04' });
    await world.ok('secretary', 'task.extend', { taskId, version: 2, dueOn: '2026-12-07' });
    await finish('secondMember', taskId);
    await tick('2026-12-03T09:00:00+08:00');
    expect(await inboxOf('member')).toHaveLength(1);
    await tick('2026-12-06T09:00:00+08:00');
    await tick('2026-12-06T09:01:00+08:00');
    expect(await inboxOf('member')).toEqual([
      '学习任务《一篇要学的》，约 1 分钟，请在12月7日前看一看',
      '学习任务《一篇要学的》，约 1 分钟，请在11月27日前看一看',
    ]);
    expect(await inboxOf('secondMember')).toHaveLength(1);
  });

  it('is silent about a text that was taken down, and so is the secretary’s hand', async () => {
    const taskId = await published();
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    const remind = { taskId, organisationId: world.organisations.branch };
    expect(await world.refused('secretary', 'task.remind', remind)).toBe('task_text_gone');
    await tick('2026-11-26T09:00:00+08:00');
    expect(await inboxOf('member')).toEqual([]);
  });

  it('comes on top of nothing: who was reminded by hand that day is left alone', async () => {
    const taskId = await published();
    world.clock.set('2026-11-26T08:00:00+08:00');
    await world.ok('secretary', 'task.remind', { taskId, organisationId: world.organisations.branch });
    await tick('2026-11-26T09:00:00+08:00');
    expect(await inboxOf('member')).toHaveLength(1);
  });
});

describe('the committee', () => {
  const branchesOf = async (taskId: string, person: TestPersonName = 'committeeOfficer') =>
    (await world.ok(person, 'task.branches', { taskId })).branches;

  it('sees met and not met after the deadline, to the minute, and nothing else', async () => {
    const taskId = await published();
    const [running] = await branchesOf(taskId);
    expect(running).toEqual({
      id: world.organisations.branch,
      name: '机关第一党支部',
      standing: 'running',
    });
    world.clock.set('2026-11-27T23:59:59.999+08:00');
    expect(await branchesOf(taskId)).toMatchObject([{ standing: 'running' }]);
    world.clock.set(AFTER);
    expect(await branchesOf(taskId)).toMatchObject([{ standing: 'notMet' }]);
    const [last, excused, ...others] = asked;
    for (const person of others) await finish(person, taskId);
    if (last && excused) {
      const settle = { taskId, memberId: world.members[excused], as: 'excused' as const, reason: '住院' };
      await world.ok('secretary', 'task.settle', settle);
      expect(await branchesOf(taskId)).toMatchObject([{ standing: 'notMet' }]);
      await world.ok('secretary', 'task.settle', { ...settle, memberId: world.members[last], as: 'madeUp' });
    }
    expect(await branchesOf(taskId)).toMatchObject([{ standing: 'met' }]);
  });

  it('sees every branch of its own task, with nothing that could be a count', async () => {
    const taskId = await published({ at: 'committee' }, 'committeeSecretary');
    const branches = await branchesOf(taskId);
    expect(branches.map(({ name }) => name).sort()).toEqual(['机关第一党支部', '机关第二党支部']);
    expect(JSON.stringify(branches)).not.toMatch(/\d{1,3}[,}]/);
  });

  it('is not told how a branch stands where two are asked: not met would be a name', async () => {
    const taskId = await published({ at: 'committee' }, 'committeeSecretary');
    const told = async () =>
      (await branchesOf(taskId)).find(({ id }) => id === world.organisations.branch)?.standing;
    world.clock.set(AFTER);
    const left = asked.slice(2);
    for (const person of left.slice(1)) await moveTo(person, 'sibling');
    expect(await told()).toBe('notMet');
    for (const person of left.slice(0, 1)) await moveTo(person, 'sibling');
    expect(await told()).toBe('tooFew');
    for (const person of left) await moveTo(person, 'branch');
  });

  it('is not told of a task for a group or for some persons: there, not met would be a name', async () => {
    for (const taskId of [
      await published({ at: 'group' }),
      await published({ memberIds: [world.members.member] }),
    ]) {
      expect(await world.refused('committeeOfficer', 'task.branches', { taskId })).toBe('not_found');
      expect(await world.refused('committeeOfficer', 'task.onDesk', { taskId })).toBe('not_found');
    }
    expect((await world.ok('committeeOfficer', 'task.desk', {})).tasks).toEqual([]);
  });

  it('does not take back what a branch asked of itself', async () => {
    const taskId = await published();
    const withdraw = { taskId, version: 1, reason: '试' };
    expect(await world.refused('committeeOfficer', 'task.withdraw', withdraw)).toBe('not_found');
  });
});

describe('task.desk', () => {
  it('lists newest first, page by page, without a hole and without a repeat', async () => {
    const ids: string[] = [];
    for (let number = 0; number < 23; number += 1) {
      world.clock.set(new Date(Date.parse(TEST_NOW) + number * 1000).toISOString());
      ids.unshift(await published());
    }
    const first = await world.ok('secretary', 'task.desk', {});
    expect(first.tasks.map(({ id }) => id)).toEqual(ids.slice(0, 20));
    const second = await world.ok('secretary', 'task.desk', { before: first.nextBefore ?? '' });
    expect(second.tasks.map(({ id }) => id)).toEqual(ids.slice(20));
    expect(second.nextBefore).toBeNull();
  });
});

/** From today on the person belongs to another branch, as a transfer leaves it. */
async function moveTo(person: TestPersonName, branch: TestOrganisation): Promise<void> {
  const moved = await rowsOf(
    `update affiliation set organisation_id = '${world.organisations[branch]}'
     where member_id = '${world.members[person]}' and kind = 'formal' returning id`,
  );
  expect(moved).toHaveLength(1);
}

/** What a statement gives within the bureau. */
async function rowsOf(statement: string): Promise<Record<string, unknown>[]> {
  return world.asActor('secretary', async ({ trx }) => {
    const { rows } = await sql.raw<Record<string, unknown>>(statement).execute(trx);
    return rows;
  });
}

/** A source without its comments. */
function stripped(path: string): string {
  return readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
