import { inTenant } from '../../database/tenantTransaction';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import { addQuestion } from '../../testing/questions';
import { runTick } from '../../tick';

/** 30 minutes after TEST_NOW, and the grace of 30 s besides. */
const DEADLINE = '2026-11-23T01:00:00.000Z';
const lastInTime = '2026-11-23T01:00:30.000Z';
const firstTooLate = '2026-11-23T01:00:30.001Z';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate question, quiz_run cascade');
});

async function begin() {
  await Promise.all(Array.from({ length: 6 }, () => addQuestion(world)));
  const { run } = await world.ok('member', 'quiz.startRun', { mode: 'mockExam' });
  if (!run) throw new Error('no exam');
  const [first = '', second = '', third = ''] = run.questions.map((one) => one.id);
  const give = (questionId: string, answer: number[]) =>
    world.ok('member', 'quiz.answer', { runId: run.id, questionId, answer });
  return { run, runId: run.id, first, second, third, give };
}
const read = async (runId: string) => (await world.ok('member', 'quiz.readRun', { runId })).run;
const rows = (table: 'quiz_run' | 'run_answer' | 'review_card') =>
  inTenant(world.database.db, world.tenantId, (trx) => trx.selectFrom(table).selectAll().execute());

describe('a mock exam', () => {
  it('has the server’s deadline, and says nothing of right or wrong before it is handed in', async () => {
    const { run, runId, first, give } = await begin();
    expect(run.deadline).toEqual({ at: DEADLINE, now: TEST_NOW });
    const said = await give(first, [0]);
    expect(said).toEqual({ graded: null, late: false, next: null, ahead: [] });
    const resumed = await read(runId);
    expect(resumed.questions.find((one) => one.id === first)).toMatchObject({ saved: [0], graded: null });
    expect(JSON.stringify([said, resumed])).not.toMatch(/因为条文这样写|第二十一条/);
    expect(await rows('review_card')).toEqual([]);
  });

  it('lets an answer be changed until it is handed in, then grades it and explains what was answered only', async () => {
    const { runId, first, second, third, give } = await begin();
    await give(first, [0]);
    await give(first, [1]);
    await give(second, [0]);
    const { run } = await world.ok('member', 'quiz.handIn', { runId });
    const of = (id: string) => run.questions.find((one) => one.id === id);
    expect(run).toMatchObject({ over: true, deadline: null });
    expect(of(first)?.graded).toMatchObject({ answer: [1], correct: true, key: [1] });
    expect(of(second)?.graded).toMatchObject({ correct: false, comesBackOn: '2026-11-24' });
    expect(of(third)).toMatchObject({ graded: null, saved: null });
    expect(await rows('review_card')).toHaveLength(2);
    // Handed in, nothing says when it was written any more.
    expect(await rows('quiz_run')).toMatchObject([{ handed_in: true, deadline_at: null }]);
  });

  it('takes no answer after it was handed in, and handing in again gives the same', async () => {
    const { runId, first, give } = await begin();
    await give(first, [0]);
    const handed = await world.ok('member', 'quiz.handIn', { runId });
    const changed = { runId, questionId: first, answer: [1] };
    expect(await world.refused('member', 'quiz.answer', changed)).toBe('run_handed_in');
    expect(await world.ok('member', 'quiz.handIn', { runId })).toEqual(handed);
    expect(await read(runId)).toEqual(handed.run);
  });

  it('counts an answer up to 30 s after the deadline, and keeps a later one as late beside it, not graded', async () => {
    const { runId, first, second, third, give } = await begin();
    await give(first, [0]);
    world.clock.set(lastInTime);
    expect(await give(second, [1])).toMatchObject({ late: false });
    world.clock.set(firstTooLate);
    expect(await give(first, [1])).toEqual({ graded: null, late: true, next: null, ahead: [] });
    expect(await give(third, [1])).toMatchObject({ late: true });
    const run = await read(runId);
    const of = (id: string) => run.questions.find((one) => one.id === id);
    expect(run.over).toBe(true);
    expect(of(first)).toMatchObject({ graded: { correct: false, answer: [0] }, late: false });
    expect(of(second)?.graded?.correct).toBe(true);
    expect(of(third)).toMatchObject({ graded: null, saved: [1], late: true });
    expect(await rows('run_answer')).toHaveLength(4);
    // A late answer tells nothing, so it teaches nothing.
    expect(await rows('review_card')).toHaveLength(2);
  });

  it('is handed in by the clock when the phone is gone, at the next tick or look, and a look before changes nothing', async () => {
    const { runId, first, give } = await begin();
    await give(first, [1]);
    world.clock.set(lastInTime);
    await runTick(world.database.db, world.ports);
    expect(await read(runId)).toMatchObject({ over: false });
    world.clock.set(firstTooLate);
    await Promise.all([runTick(world.database.db, world.ports), runTick(world.database.db, world.ports)]);
    expect(await rows('quiz_run')).toMatchObject([{ handed_in: true }]);
    expect(await rows('run_answer')).toMatchObject([{ correct: true }]);
    expect((await read(runId)).questions.find((one) => one.id === first)?.graded?.correct).toBe(true);
  });

  it('handed in by the clock takes late answers for a week, and forgets its deadline after that', async () => {
    const { runId, first } = await begin();
    world.clock.set('2026-11-30T01:00:00.000Z');
    await runTick(world.database.db, world.ports);
    const late = { runId, questionId: first, answer: [1] };
    expect(await world.ok('member', 'quiz.answer', late)).toMatchObject({ late: true, graded: null });
    world.clock.set('2026-11-30T01:00:00.001Z');
    await runTick(world.database.db, world.ports);
    expect(await rows('quiz_run')).toMatchObject([{ deadline_at: null }]);
    expect(await world.refused('member', 'quiz.answer', late)).toBe('run_handed_in');
  });

  it('of an answer and the handing in at the same moment loses neither', async () => {
    const { runId, first, give } = await begin();
    const [said] = await Promise.allSettled([
      give(first, [1]),
      world.ok('member', 'quiz.handIn', { runId }),
      world.ok('member', 'quiz.handIn', { runId }),
    ]);
    const kept = (await rows('run_answer')) as { correct: boolean | null }[];
    if (said.status === 'fulfilled') expect(kept).toMatchObject([{ correct: true }]);
    else expect(kept).toEqual([]);
    expect((await read(runId)).over).toBe(true);
  });

  it('answered on two phones at once keeps one answer for each question, the one that came last', async () => {
    const { runId, first, second, third, give } = await begin();
    const phones = [0, 1, 2, 3].flatMap((choice) => [first, second, third].map((id) => give(id, [choice])));
    await Promise.all(phones);
    expect(await rows('run_answer')).toHaveLength(3);
    await give(first, [1]);
    const { run } = await world.ok('member', 'quiz.handIn', { runId });
    expect(run.questions.find((one) => one.id === first)?.graded).toMatchObject({
      answer: [1],
      correct: true,
    });
    expect(run.questions.filter((one) => one.graded)).toHaveLength(3);
  });

  it('handed in by the clock at the very moment of a late answer keeps the late one aside and grades the first', async () => {
    const { runId, first, second, give } = await begin();
    await give(first, [1]);
    world.clock.set(firstTooLate);
    const [, ...said] = await Promise.all([
      runTick(world.database.db, world.ports),
      give(first, [0]),
      give(second, [1]),
      world.ok('member', 'quiz.handIn', { runId }),
      read(runId),
    ]);
    expect(said.slice(0, 2)).toMatchObject([
      { late: true, graded: null },
      { late: true, graded: null },
    ]);
    const kept = (await rows('run_answer')) as { late: boolean; correct: boolean | null }[];
    expect(kept.filter((one) => !one.late)).toMatchObject([{ correct: true }]);
    expect(kept.filter((one) => one.late).map((one) => one.correct)).toEqual([null, null]);
    expect(await rows('review_card')).toHaveLength(1);
  });

  it('is a new attempt once it is handed in, and the same one before', async () => {
    const { runId } = await begin();
    const again = async () => (await world.ok('member', 'quiz.startRun', { mode: 'mockExam' })).run?.id;
    expect(await again()).toBe(runId);
    await world.ok('member', 'quiz.handIn', { runId });
    expect(await again()).not.toBe(runId);
  });

  it('practice has nothing to hand in', async () => {
    await addQuestion(world);
    const { run } = await world.ok('member', 'quiz.startRun', { mode: 'weeklyTen' });
    expect(await world.refused('member', 'quiz.handIn', { runId: run?.id ?? '' })).toBe('nothing_to_hand_in');
  });

  it('refuses an answer that does not fit, and says no more than in practice', async () => {
    const { runId, first } = await begin();
    const wild = { runId, questionId: first, answer: [7] };
    expect(await world.refused('member', 'quiz.answer', wild)).toBe('answer_not_in_options');
    expect(await world.refused('member', 'quiz.answer', { ...wild, answer: [0, 1] })).toBe('bad_input');
  });
});
