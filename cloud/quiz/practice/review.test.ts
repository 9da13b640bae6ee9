import { addDays } from '../../../src/domain/calendar/shanghai';
import { inTenant } from '../../database/tenantTransaction';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import { addQuestion } from '../../testing/questions';

const today = '2026-11-23';
let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate question, quiz_run, review_setting cascade');
});

/** Noon in Shanghai, `days` days on. */
const goTo = (days: number) => world.clock.set(`${addDays(today, days)}T04:00:00.000Z`);
const fill = (count: number) => Promise.all(Array.from({ length: count }, () => addQuestion(world)));
const review = async () => (await world.ok('member', 'quiz.startRun', { mode: 'review' })).run;
const cards = () =>
  inTenant(world.database.db, world.tenantId, (trx) => trx.selectFrom('review_card').selectAll().execute());

/** Puts `count` questions on the member's cards, due so many days ago. */
async function due(count: number, daysAgo: number): Promise<string[]> {
  const ids = await fill(count);
  await world.asActor('member', ({ trx, actor }) =>
    trx
      .insertInto('review_card')
      .values(
        ids.map((question_id) => ({
          tenant_id: actor.tenantId,
          member_id: actor.memberId,
          question_id,
          stability: 3,
          difficulty: 5,
          last_on: addDays(today, -daysAgo - 3),
          due_on: addDays(today, -daysAgo),
          wrong: false,
        })),
      )
      .execute(),
  );
  return ids;
}

async function answerAll(answer: number[]): Promise<number> {
  const run = await review();
  for (const { id } of run?.questions ?? []) {
    await world.ok('member', 'quiz.answer', { runId: run?.id ?? '', questionId: id, answer });
  }
  return run?.questions.length ?? 0;
}

describe('review', () => {
  it('brings up to ten due and five new ones', async () => {
    await fill(20);
    const old = await due(4, 0);
    const run = await review();
    expect(run?.questions).toHaveLength(9);
    expect(
      run?.questions
        .slice(0, 4)
        .map((one) => one.id)
        .sort(),
    ).toEqual([...old].sort());
  });

  it('spreads what was left over a holiday: never more than ten, nothing new meanwhile, and all of it in the end', async () => {
    await fill(30);
    await due(35, 14);
    const sizes: number[] = [];
    for (let day = 0; day < 4; day += 1) {
      goTo(day);
      sizes.push(await answerAll([1]));
    }
    // 35 due: three days of ten; on the fourth the last five, and five new ones again.
    expect(sizes).toEqual([10, 10, 10, 10]);
    expect(
      (await cards()).filter((card) => card.due_on <= addDays(today, 3) && card.last_on < today),
    ).toEqual([]);
  });

  it('asks on the day a question is due and not on the day before', async () => {
    await due(1, -1);
    expect(await review()).toBeNull();
    goTo(1);
    expect((await review())?.questions).toHaveLength(1);
  });

  it('waits longer after each right answer and comes back the next day after a wrong one', async () => {
    await fill(1);
    const dues: string[] = [];
    for (const [day, answer] of [
      [0, [1]],
      [2, [1]],
      [13, [0]],
      [14, [1]],
    ] as const) {
      goTo(day);
      await answerAll([...answer]);
      dues.push((await cards())[0]?.due_on ?? '');
    }
    const waits = dues.map(
      (on, index) => (Date.parse(on) - Date.parse(addDays(today, [0, 2, 13, 14][index] ?? 0))) / 86_400_000,
    );
    expect(waits[0]).toBe(2);
    expect(waits[1]).toBeGreaterThan(4);
    expect(waits[2]).toBe(1);
    expect(waits[3]).toBeLessThan(waits[1] ?? 0);
    expect((await cards())[0]?.wrong).toBe(false);
  });

  it('moves with the first answer of a day only, in whatever set', async () => {
    await fill(1);
    const { day, questions } = await world.ok('member', 'quiz.today', {});
    const questionId = questions[0]?.id ?? '';
    await world.ok('member', 'quiz.answer', { day, questionId, answer: [1] });
    const [first] = await cards();
    const { run } = await world.ok('member', 'quiz.startRun', { mode: 'weeklyTen' });
    await world.ok('member', 'quiz.answer', { runId: run?.id ?? '', questionId, answer: [1] });
    expect(await cards()).toEqual([first]);
  });

  it('is as large as a person wants, from the next set on, and today’s if it is not begun', async () => {
    await fill(30);
    await due(30, 5);
    expect(await world.ok('member', 'quiz.readReview', {})).toEqual({ newPerDay: 5, duePerDay: 10 });
    expect((await review())?.questions).toHaveLength(10);
    await world.ok('member', 'quiz.setReview', { newPerDay: 2, duePerDay: 30 });
    const run = await review();
    expect(run?.questions).toHaveLength(32);
    await world.ok('member', 'quiz.answer', {
      runId: run?.id ?? '',
      questionId: run?.questions[0]?.id ?? '',
      answer: [1],
    });
    await world.ok('member', 'quiz.setReview', { newPerDay: 0, duePerDay: 3 });
    expect((await review())?.questions).toHaveLength(32);
    goTo(1);
    expect((await review())?.questions).toHaveLength(3);
    expect(await world.ok('secondMember', 'quiz.readReview', {})).toEqual({ newPerDay: 5, duePerDay: 10 });
  });

  it.each([
    [{ newPerDay: 0, duePerDay: 0 }, 'ok'],
    [{ newPerDay: 20, duePerDay: 50 }, 'ok'],
    [{ newPerDay: 21, duePerDay: 10 }, 'bad_input'],
    [{ newPerDay: 5, duePerDay: 51 }, 'bad_input'],
    [{ newPerDay: -1, duePerDay: 10 }, 'bad_input'],
  ])('takes %o: %s', async (setting, outcome) => {
    if (outcome === 'ok') await world.ok('member', 'quiz.setReview', setting);
    else expect(await world.refused('member', 'quiz.setReview', setting)).toBe(outcome);
  });

  it('begun from the start knows nothing of what was, for that member only', async () => {
    await fill(3);
    for (const person of ['member', 'secondMember'] as const) {
      const { day, questions } = await world.ok(person, 'quiz.today', {});
      for (const { id } of questions)
        await world.ok(person, 'quiz.answer', { day, questionId: id, answer: [0] });
    }
    await world.ok('member', 'quiz.resetReview', {});
    await world.ok('member', 'quiz.resetReview', {});
    expect((await world.ok('member', 'quiz.readWrongBook', {})).questions).toEqual([]);
    expect((await world.ok('secondMember', 'quiz.readWrongBook', {})).questions).toHaveLength(3);
    expect((await review())?.questions).toHaveLength(3);
  });
});
