import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../testing/people';
import { addQuestion, changeQuestion } from '../testing/questions';
import { upload } from '../testing/upload';

/** Doors through which a key of a paper that is not closed could leave; each is tried by somebody who answers that paper. */
let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query(
    'truncate paper, question, quiz_run, review_card, bank_import, fault cascade',
  );
});

const OPENS = '2026-11-23T00:30:01.000Z';
const CLOSES = '2026-11-23T02:30:00.000Z';
const AFTER = '2026-11-23T02:31:00.000Z';

const saving = (
  keep: string[],
  at: TestOrganisation = 'committee',
  paper: { paperId: string; version: number } | null = null,
) => ({ paper, organisationId: world.organisations[at], title: '十一月小测', keep, draw: [] });

/** A paper of the committee that is open, with these questions. */
async function openPaper(keep: string[]): Promise<{ paperId: string; version: number }> {
  const draft = await world.ok('committeeOfficer', 'quiz.savePaper', saving(keep));
  const { paperId, version } = await world.ok('committeeOfficer', 'quiz.publishPaper', {
    paperId: draft.paperId,
    version: draft.version,
    way: 'phones',
    minutes: null,
    opensAt: OPENS,
    closesAt: CLOSES,
  });
  world.clock.set(OPENS);
  return { paperId, version };
}

const asked = async (person: TestPersonName = 'member') => {
  const { run } = await world.ok(person, 'quiz.startRun', { mode: 'mockExam' });
  return run?.questions.map((one) => one.id) ?? [];
};
/** A question corrected as two people do it; gives the correction. */
async function correct(questionId: string, stem: string): Promise<string> {
  const { question } = await world.ok('committeeOfficer', 'quiz.readQuestion', { questionId });
  const { type, options, key, explanation, source, topic, difficulty, version } = question;
  const saved = await world.ok('committeeOfficer', 'quiz.saveQuestion', {
    organisationId: world.organisations.committee,
    replaces: questionId,
    version,
    question: { type, stem, options, key, explanation, source, topic, difficulty },
    expiresOn: null,
  });
  const review = await world.ok('committeeSecretary', 'quiz.openReview', {
    organisationId: world.organisations.committee,
    importId: null,
  });
  const verdict = { questionId: saved.questionId, version: saved.version, verdict: 'pass' as const };
  await world.ok('committeeSecretary', 'quiz.judgeQuestion', { reviewId: review.reviewId, ...verdict });
  const { version: now } = (
    await world.ok('committeeSecretary', 'quiz.readReviewBatch', { reviewId: review.reviewId })
  ).review;
  await world.ok('committeeSecretary', 'quiz.closeReview', { reviewId: review.reviewId, version: now });
  return saved.questionId;
}
const bankText = (stem: string, answer: string) =>
  `1. ${stem}\nA. 甲\nB. 乙\nC. 丙\nD. 丁\n答案：${answer}\n`;
async function importAs(person: TestPersonName, at: TestOrganisation, text: string) {
  const name = '题库.txt';
  const fileId = await upload(world, world, person, { purpose: 'import', name, content: Buffer.from(text) });
  return world.ok(person, 'quiz.importBank', {
    organisationId: world.organisations[at],
    files: [{ fileId, name }],
    topic: '计量',
  });
}
const linesOf = async (person: TestPersonName, importId: string) =>
  (
    await Promise.all(
      (['ready', 'problems', 'twins', 'left'] as const).map((list) =>
        world.ok(person, 'quiz.readImportLines', { importId, list }),
      ),
    )
  ).flatMap(({ lines }) => lines);

describe('the correction of a question that an open paper asks', () => {
  it('is not asked before the paper is closed, nor is its own correction; the paper keeps what it asked', async () => {
    const id = await addQuestion(world);
    const { paperId } = await openPaper([id]);
    const first = await correct(id, '改过一次的题');
    expect(await asked()).toEqual([]);
    const second = await correct(first, '改过两次的题');
    expect(await asked()).toEqual([]);
    const { run } = await world.ok('member', 'quiz.startPaper', { paperId });
    expect(run.questions.map((one) => one.id)).toEqual([id]);
    await world.ok('member', 'quiz.answer', { runId: run.id, questionId: id, answer: [1] });
    expect(
      await world.refused('committeeOfficer', 'quiz.exportBank', {
        organisationId: world.organisations.committee,
        format: 'xlsx',
      }),
    ).toBe('bank_empty');
    expect(await world.refused('committeeOfficer', 'quiz.savePaper', saving([second]))).toBe('not_found');
    world.clock.set(AFTER);
    expect(await asked()).toEqual([second]);
    const closed = (await world.ok('member', 'quiz.startPaper', { paperId })).run;
    expect(closed.questions[0]?.graded).toMatchObject({ correct: true, key: [1] });
  });

  it('lets nobody learn by what it has taken the place of, in a set that was opened before', async () => {
    const id = await addQuestion(world);
    const { run } = await world.ok('member', 'quiz.startRun', { mode: 'weeklyTen' });
    const fixed = await correct(id, '改过的题');
    await openPaper([fixed]);
    const sent = { runId: run?.id ?? '', questionId: id, answer: [0] };
    expect(await world.ok('member', 'quiz.answer', sent)).toMatchObject({ graded: null });
  });

  it('takes the question’s place on a draft of the same paper', async () => {
    const id = await addQuestion(world);
    const draft = await world.ok('committeeOfficer', 'quiz.savePaper', saving([id]));
    const fixed = await correct(id, '改过的题');
    const { paperId, version } = draft;
    const changed = saving([fixed], 'committee', { paperId, version });
    expect(await world.ok('committeeOfficer', 'quiz.savePaper', changed)).toMatchObject({ size: 1 });
  });
});

describe('a question retired or checked while an open paper asks it', () => {
  it('stays on the paper, is graded there, and tells its key nowhere before the end', async () => {
    const [retired, expired] = [await addQuestion(world), await addQuestion(world)];
    const { paperId } = await openPaper([retired, expired]);
    await changeQuestion(world, retired, { state: 'retired' });
    await changeQuestion(world, expired, { expires_on: '2026-11-23' });
    const { run } = await world.ok('member', 'quiz.startPaper', { paperId });
    expect(run.questions.map((one) => one.id)).toEqual([retired, expired]);
    for (const questionId of [retired, expired])
      await world.ok('member', 'quiz.answer', { runId: run.id, questionId, answer: [1] });
    const handed = await world.ok('member', 'quiz.handIn', { runId: run.id });
    expect(JSON.stringify(handed)).not.toMatch(/因为条文这样写|第二十一条/);
    world.clock.set(AFTER);
    const told = (await world.ok('member', 'quiz.readRun', { runId: run.id })).run;
    expect(told.questions.map((one) => one.graded?.correct)).toEqual([true, true]);
  });
});

describe('the same question in another bank', () => {
  it('is not asked while the paper is open, in whatever width and signs it is written', async () => {
    const stem = '超市里的秤多久检定一次？';
    const id = await addQuestion(world, { stem });
    const copy = await addQuestion(world, { stem: '超市里的秤，多久检定一次', at: 'branch' });
    const other = await addQuestion(world, { at: 'branch' });
    await openPaper([id]);
    expect(await asked()).toEqual([other]);
    expect(await world.refused('secretary', 'quiz.savePaper', saving([copy], 'branch'))).toBe('not_found');
    world.clock.set(AFTER);
    expect((await asked('secondMember')).sort()).toEqual([id, copy, other].sort());
  });
});

describe('a file brought in by somebody who answers the paper', () => {
  const stem = '超市里的秤多久检定一次？';

  it('is shown no key of the paper beside it, and no disagreement with it, whatever key it says', async () => {
    const id = await addQuestion(world, { stem, options: ['甲', '乙', '丙', '丁'] });
    const before = await importAs('secretary', 'branch', bankText(stem, 'A'));
    expect((await linesOf('secretary', before.importId))[0]?.twins).toHaveLength(1);
    await openPaper([id]);
    expect((await linesOf('secretary', before.importId)).flatMap((line) => line.twins)).toEqual([]);
    const seen = [];
    for (const letter of ['A', 'B', 'C', 'D']) {
      const { importId } = await importAs('secretary', 'branch', bankText(stem, letter));
      const lines = await linesOf('secretary', importId);
      seen.push(lines.map(({ problems, twins, decision }) => ({ problems, twins, decision })));
    }
    expect(seen).toEqual(seen.map(() => [{ problems: [], twins: [], decision: 'take' }]));
  });

  it('of the bank’s own keeper is shown beside its twin, as on the desk', async () => {
    const id = await addQuestion(world, { stem });
    await openPaper([id]);
    const { importId } = await importAs('committeeOfficer', 'committee', bankText(stem, 'A'));
    const [line] = await linesOf('committeeOfficer', importId);
    expect(line).toMatchObject({ problems: [{ code: 'twin_other_key' }], twins: [{ questionId: id }] });
  });
});

describe('an older paper', () => {
  it('tells its maker no key of a question that another paper asks now, and does again when that is closed', async () => {
    const id = await addQuestion(world);
    world.clock.set('2026-10-20T00:30:00.000Z');
    const old = await world.ok('secretary', 'quiz.savePaper', saving([id], 'branch'));
    expect(old.questions[0]).toMatchObject({ hidden: false, key: [1] });
    world.clock.set(TEST_NOW);
    await openPaper([id]);
    const { paperId } = old;
    const read = async () => (await world.ok('secretary', 'quiz.readPaper', { paperId })).questions[0];
    expect(await read()).toMatchObject({ hidden: true, key: [], explanation: '', source: { title: '' } });
    world.clock.set(AFTER);
    expect(await read()).toMatchObject({ hidden: false, key: [1] });
  });
});

describe('taking an import back', () => {
  it.each(['a draft', 'a published paper'])(
    'is refused while %s holds one of its questions, and says so before',
    async (which) => {
      const made = await importAs('secretary', 'branch', bankText('甲乙丙丁哪个对？', 'B'));
      const { importId, version } = await world.ok('secretary', 'quiz.applyImport', {
        importId: made.importId,
        version: made.version,
      });
      const { questions } = await world.ok('secretary', 'quiz.readQuestions', { importId });
      const ids = questions.map((one) => one.id);
      const batch = { organisationId: world.organisations.branch, importId };
      const { reviewId } = await world.ok('deputySecretary', 'quiz.openReview', batch);
      const [question] = (await world.ok('deputySecretary', 'quiz.readReviewBatch', { reviewId })).questions;
      const { review } = await world.ok('deputySecretary', 'quiz.judgeQuestion', {
        reviewId,
        questionId: question?.id ?? '',
        version: question?.version ?? 0,
        verdict: 'pass',
      });
      await world.ok('deputySecretary', 'quiz.closeReview', { reviewId, version: review.version });
      expect((await world.ok('secretary', 'quiz.readImport', { importId })).mayUndo).toBe(true);
      const draft = await world.ok('secretary', 'quiz.savePaper', saving(ids, 'branch'));
      if (which !== 'a draft')
        await world.ok('secretary', 'quiz.publishPaper', {
          paperId: draft.paperId,
          version: draft.version,
          way: 'phones',
          minutes: null,
          opensAt: OPENS,
          closesAt: CLOSES,
        });
      expect((await world.ok('secretary', 'quiz.readImport', { importId })).mayUndo).toBe(false);
      expect(await world.refused('secretary', 'quiz.undoImport', { importId, version })).toBe(
        'import_in_use',
      );
      expect(await world.ok('secretary', 'quiz.readQuestions', { importId })).toMatchObject({
        questions: [{ id: ids[0] }],
      });
    },
  );
});

describe('a reported fault', () => {
  it('is taken for a question of the own paper only, and says back no more than its words', async () => {
    const [id, other] = [await addQuestion(world), await addQuestion(world)];
    const { paperId } = await openPaper([id]);
    const fault = (subjectId: string) => ({
      subject: 'question' as const,
      subjectId,
      text: '答案是不是乙？',
    });
    // Not begun: of its questions nothing is there.
    expect(await world.refused('member', 'feedback.reportFault', fault(id))).toBe('not_found');
    await world.ok('member', 'quiz.startPaper', { paperId });
    expect(await world.refused('member', 'feedback.reportFault', fault(other))).toBe('not_found');
    const said = [];
    for (let times = 0; times < 3; times += 1)
      said.push(await world.ok('member', 'feedback.reportFault', fault(id)));
    said.push(await world.ok('member', 'feedback.myFaults', {}));
    expect(JSON.stringify(said)).not.toMatch(/因为条文这样写|第二十一条|"key"/);
  });
});
