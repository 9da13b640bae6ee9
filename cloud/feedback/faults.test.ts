import { randomUUID } from 'node:crypto';
import type { Input } from '../../src/contract/operations';
import { insertReviewedQuestion } from '../quiz/quizRepository';
import { createTestBureau, TEST_NOW, type TestBureau, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate fault, notice, receipt, question, quiz_run, piece cascade');
});

type Report = Input<'feedback.reportFault'>;
const text = '第二段条号写错了';
const report = (subject: Report['subject'], subjectId: string) => ({ subject, subjectId, text });
const keepersList = async (person: TestPersonName) => (await world.ok(person, 'feedback.faults', {})).faults;

/** A piece as the study capability leaves it behind: approved, and out since eight this morning. */
async function addPiece(
  at: TestOrganisation,
  changes: { state?: 'approved' | 'withdrawn'; publishAt?: string } = {},
) {
  return world.asActor('committeeOfficer', async ({ trx, newId, now }) => {
    const id = newId();
    await trx
      .insertInto('piece')
      .values({
        tenant_id: world.tenantId,
        id,
        organisation_id: world.organisations[at],
        author_id: world.members.committeeOfficer,
        reviewer_id: world.members.committeeSecretary,
        reviewed_at: now,
        state: changes.state ?? 'approved',
        kind: 'explanation',
        title: '药店换药',
        topic: '药品',
        blocks: '[]',
        length: 0,
        source: 'null',
        checks: '[]',
        note: null,
        publish_on: '2026-11-23',
        publish_at: new Date(changes.publishAt ?? '2026-11-23T00:00:00.000Z'),
        updated_at: now,
      })
      .execute();
    return id;
  });
}

async function addAskedQuestion(person: TestPersonName = 'member') {
  const id = await world.asActor('committeeOfficer', async ({ trx, newId }) => {
    const questionId = newId();
    await insertReviewedQuestion(trx, world.tenantId, {
      id: questionId,
      organisationId: world.organisations.committee,
      type: 'trueFalse',
      stem: '电梯运行中发出异响，使用单位应当全面检查，消除事故隐患，方可继续使用。',
      options: [],
      key: [1],
      explanation: '条文如此。',
      source: { title: '特种设备安全法', article: '第四十二条', url: null, versionOn: null, checkedOn: null },
      topic: '特种设备',
      demo: false,
      authorId: world.members.committeeOfficer,
      reviewerId: world.members.committeeSecretary,
    });
    return questionId;
  });
  await world.ok(person, 'quiz.today', {});
  return id;
}

/** A ledger line of that person from a meeting of that organisation. */
async function addScoreLine(bureau: TestBureau, person: TestPersonName, at: TestOrganisation) {
  return bureau.asActor('secretary', async ({ trx, newId, now }) => {
    const tenant = { tenant_id: bureau.tenantId };
    const [meetingId, schemeId, periodId, id] = [newId(), newId(), newId(), newId()];
    await trx
      .insertInto('meeting')
      .values({
        ...tenant,
        id: meetingId,
        organisation_id: bureau.organisations[at],
        type: 'themeDay',
        title: '5月主题党日',
        place: '二楼会议室',
        planned_at: now,
        agenda: '[]',
        called_by: bureau.members.secretary,
        opened_at: null,
        closed_at: null,
        cancel_reason: null,
        minutes: null,
        held_on: null,
        late_reason: null,
        signed_at: null,
        signed_by: null,
      })
      .execute();
    await trx
      .insertInto('scheme')
      .values({
        ...tenant,
        id: schemeId,
        code: schemeId,
        version: 1,
        effective_from: '2026-07-01',
        body: '{}',
      })
      .execute();
    // Each line gets a period of its own, so that lines do not meet.
    periods += 1;
    const year = 1900 + periods;
    await trx
      .insertInto('score_period')
      .values({
        ...tenant,
        id: periodId,
        scheme_id: schemeId,
        name: '下半年',
        starts_on: `${year}-07-01`,
        ends_on: `${year}-12-31`,
        opened_at: now,
      })
      .execute();
    await trx
      .insertInto('score_entry')
      .values({
        ...tenant,
        id,
        period_id: periodId,
        member_id: bureau.members[person],
        scheme_id: schemeId,
        item_code: 'attendance',
        dimension: 'discipline',
        points: -2,
        occurred_on: '2026-11-20',
        source_kind: 'meeting',
        source_id: meetingId,
        reverses_id: null,
        reason: null,
        proposed_by: bureau.members.secretary,
        approved_by: bureau.members.secretary,
        created_at: now,
      })
      .execute();
    return id;
  });
}
let periods = 0;

describe('feedback.reportFault', () => {
  it('goes to the keeper of a published piece with the reporter’s name, and stays in the reporter’s own list', async () => {
    const subjectId = await addPiece('branch');
    const { faultId } = await world.ok('member', 'feedback.reportFault', report('piece', subjectId));
    const own = {
      id: faultId,
      subject: 'piece',
      subjectId,
      subjectTitle: '药店换药',
      text,
      reportedAt: TEST_NOW,
      answer: null,
      version: 1,
    };
    expect((await world.ok('member', 'feedback.myFaults', {})).faults).toEqual([own]);
    expect((await world.ok('secondMember', 'feedback.myFaults', {})).faults).toEqual([]);
    expect(await keepersList('secretary')).toEqual([{ ...own, reporterName: '江晨' }]);
  });

  it('takes a piece from the moment it is out, not a moment before', async () => {
    const subjectId = await addPiece('branch', { publishAt: '2026-11-23T00:30:00.001Z' });
    expect(await world.refused('member', 'feedback.reportFault', report('piece', subjectId))).toBe(
      'not_found',
    );
    world.clock.set('2026-11-23T00:30:00.001Z');
    await world.ok('member', 'feedback.reportFault', report('piece', subjectId));
  });

  it('does not find what the reporter cannot see', async () => {
    const siblingPiece = await addPiece('sibling');
    const withdrawn = await addPiece('branch', { state: 'withdrawn' });
    const ownLineOfAnother = await addScoreLine(world, 'secondMember', 'branch');
    const foreignLine = await addScoreLine(world.foreign, 'member', 'branch');
    const notAsked = await addAskedQuestion('siblingMember');
    for (const [subject, subjectId] of [
      ['piece', siblingPiece],
      ['piece', withdrawn],
      ['piece', ownLineOfAnother],
      ['scoreEntry', ownLineOfAnother],
      ['scoreEntry', foreignLine],
      ['question', notAsked],
      ['question', randomUUID()],
    ] as const) {
      expect(await world.refused('member', 'feedback.reportFault', report(subject, subjectId))).toBe(
        'not_found',
      );
    }
    expect((await world.ok('member', 'feedback.myFaults', {})).faults).toEqual([]);
  });

  it('repeated with the same mutation, also at the same moment, is one', async () => {
    const subjectId = await addPiece('committee');
    const mutationId = randomUUID();
    const send = () => world.ok('member', 'feedback.reportFault', report('piece', subjectId), { mutationId });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one).toEqual(other);
    expect((await world.ok('member', 'feedback.myFaults', {})).faults).toHaveLength(1);
  });
});

describe('feedback.faults', () => {
  it('shows each keeper what is theirs and nothing else, and each look is audited', async () => {
    const branchPiece = await addPiece('branch');
    const bureauPiece = await addPiece('committee');
    const question = await addAskedQuestion();
    const line = await addScoreLine(world, 'member', 'branch');
    await world.ok('member', 'feedback.reportFault', report('piece', branchPiece));
    await world.ok('member', 'feedback.reportFault', report('piece', bureauPiece));
    await world.ok('member', 'feedback.reportFault', report('question', question));
    await world.ok('member', 'feedback.reportFault', report('scoreEntry', line));
    const subjectsOf = async (person: TestPersonName) =>
      (await keepersList(person)).map((one) => one.subjectId).sort();

    expect(await subjectsOf('secretary')).toEqual([branchPiece, line].sort());
    expect(await subjectsOf('publicityOfficer')).toEqual([branchPiece]);
    expect(await subjectsOf('committeeOfficer')).toEqual([bureauPiece, question, line].sort());
    // The publicity officer writes pieces and keeps questions.
    expect(await subjectsOf('committeePublicity')).toEqual([bureauPiece, question].sort());
    // 代录: types pieces for the branch it is named for.
    expect(await subjectsOf('clerk')).toEqual([branchPiece]);
    expect(await subjectsOf('siblingSecretary')).toEqual([]);
    for (const person of ['member', 'organisationOfficer', 'systemAdmin'] as const) {
      expect(await world.refused(person, 'feedback.faults', {})).toBe('not_allowed');
    }
    const looks = await world.asActor('member', ({ trx }) =>
      trx.selectFrom('audit_row').select('actor_id').where('action', '=', 'feedback.faults').execute(),
    );
    expect(looks.map((look) => look.actor_id)).toContain(world.members.secretary);
  });

  it('names a score line by its meeting and points', async () => {
    const line = await addScoreLine(world, 'member', 'branch');
    await world.ok('member', 'feedback.reportFault', report('scoreEntry', line));
    expect((await keepersList('secretary'))[0]?.subjectTitle).toBe('5月主题党日，-2 分');
  });
});

describe('feedback.answerFault', () => {
  async function reported() {
    const subjectId = await addPiece('branch');
    return (await world.ok('member', 'feedback.reportFault', report('piece', subjectId))).faultId;
  }

  it('answers, tells the reporter, and keeps the title when the piece is gone', async () => {
    const faultId = await reported();
    await world.database.owner.pool.query('truncate piece cascade');
    const done = await world.ok('secretary', 'feedback.answerFault', {
      faultId,
      version: 1,
      answer: '已改正，谢谢您',
    });
    expect(done).toEqual({ faultId, version: 2 });
    const { faults } = await world.ok('member', 'feedback.myFaults', {});
    expect(faults).toMatchObject([{ answer: '已改正，谢谢您', subjectTitle: '药店换药', version: 2 }]);
    const { notices } = await world.ok('member', 'reminder.inbox', {});
    expect(notices).toMatchObject([{ text: '您对《药店换药》的报错有了答复，可以在“我的”里看' }]);
  });

  it('of two keepers who answer at once keeps one answer and sends one notice', async () => {
    const faultId = await reported();
    const replies = await Promise.all([
      world.call('secretary', 'feedback.answerFault', { faultId, version: 1, answer: '甲' }),
      world.call('deputySecretary', 'feedback.answerFault', { faultId, version: 1, answer: '乙' }),
    ]);
    expect(replies.filter((reply) => !reply.ok)).toMatchObject([{ error: { code: 'conflict' } }]);
    expect((await world.ok('member', 'reminder.inbox', {})).notices).toHaveLength(1);
  });

  it('corrects an answer by its version', async () => {
    const faultId = await reported();
    await world.ok('secretary', 'feedback.answerFault', { faultId, version: 1, answer: '写错了' });
    const stale = { faultId, version: 1, answer: '又一份' };
    expect(await world.refused('secretary', 'feedback.answerFault', stale)).toBe('conflict');
    await world.ok('secretary', 'feedback.answerFault', { faultId, version: 2, answer: '改正' });
    expect((await keepersList('secretary'))[0]).toMatchObject({ answer: '改正', version: 3 });
  });

  it('is not found by keepers of other things, other branches and other bureaus, and refused to whoever keeps nothing', async () => {
    const faultId = await reported();
    const answer = { faultId, version: 1, answer: '我来答' };
    for (const person of ['siblingSecretary', 'committeePublicity', 'committeeOfficer'] as const) {
      expect(await world.refused(person, 'feedback.answerFault', answer)).toBe('not_found');
    }
    expect(await world.foreign.refused('secretary', 'feedback.answerFault', answer)).toBe('not_found');
    expect(await world.refused('member', 'feedback.answerFault', answer)).toBe('not_allowed');
    expect((await keepersList('secretary'))[0]).toMatchObject({ answer: null, version: 1 });
    expect((await world.ok('member', 'reminder.inbox', {})).notices).toEqual([]);
  });
});
