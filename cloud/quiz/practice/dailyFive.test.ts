import { sql } from 'kysely';
import { addDays } from '../../../src/domain/calendar/shanghai';
import { inTenant } from '../../database/tenantTransaction';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import { addQuestionDraft, addQuestion as addTo, changeQuestion } from '../../testing/questions';

const today = '2026-11-23';
/** 23:59:59.999 and 00:00 of the next day in Shanghai. */
const lastMoment = '2026-11-23T15:59:59.999Z';
const midnight = '2026-11-23T16:00:00.000Z';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  // Answers and comebacks go with their questions.
  await world.database.owner.pool.query('truncate question, quiz_run cascade');
});

const addQuestion = (changes?: Parameters<typeof addTo>[1]) => addTo(world, changes);
const retire = (id: string) => changeQuestion(world, id, { state: 'retired' });
const addQuestions = (count: number) => Promise.all(Array.from({ length: count }, () => addQuestion()));
const lookToday = (person: Parameters<TestWorld['ok']>[0] = 'member') => world.ok(person, 'quiz.today', {});
const idsOf = ({ questions }: { questions: { id: string }[] }) => questions.map((one) => one.id);
const firstOf = ({ questions }: { questions: { id: string }[] }) => {
  const [first] = questions;
  if (!first) throw new Error('the set is empty');
  return first.id;
};
/** What waits to come back. */
const comebacks = async () => (await rowsOf('review_card')).filter((card) => 'wrong' in card && card.wrong);
const rowsOf = (table: 'run_answer' | 'review_card') =>
  inTenant(world.database.db, world.tenantId, (trx) => trx.selectFrom(table).selectAll().execute());

describe('quiz.today', () => {
  it('gives five reviewed questions without key, explanation or source', async () => {
    await addQuestions(8);
    const reply = await lookToday();
    expect(reply.day).toBe(today);
    expect(reply.questions).toHaveLength(5);
    for (const question of reply.questions) {
      expect(question).toMatchObject({ again: false, graded: null, demo: true });
      expect(Object.keys(question).sort()).toEqual([
        'again',
        'blanks',
        'demo',
        'graded',
        'id',
        'late',
        'options',
        'saved',
        'stem',
        'topic',
        'type',
      ]);
    }
    expect(JSON.stringify(reply)).not.toMatch(/因为条文这样写|第二十一条|key/);
  });

  it('stays the same all day for one member, also when questions are added meanwhile', async () => {
    await addQuestions(6);
    const morning = idsOf(await lookToday());
    await addQuestions(20);
    world.clock.set(lastMoment);
    expect(idsOf(await lookToday())).toEqual(morning);
  });

  it('is a new set from midnight in Shanghai on', async () => {
    await addQuestions(40);
    const before = idsOf(await lookToday());
    world.clock.set(midnight);
    const after = await lookToday();
    expect(after.day).toBe('2026-11-24');
    expect(idsOf(after)).not.toEqual(before);
  });

  it('shows two phones that look first at the same moment the same five', async () => {
    await addQuestions(40);
    const looks = await Promise.all([lookToday(), lookToday(), lookToday(), lookToday()]);
    for (const look of looks) expect(idsOf(look)).toEqual(idsOf(looks[0] as typeof look));
  });

  it('gives an empty set from an empty bank, and fills it once there are questions', async () => {
    expect((await lookToday()).questions).toEqual([]);
    await addQuestions(2);
    expect((await lookToday()).questions).toHaveLength(2);
  });

  it('never asks drafts, retired ones, a sibling branch’s or another bureau’s questions', async () => {
    const mine = await addQuestion({ at: 'branch' });
    const all = await addQuestion();
    await addQuestion({ at: 'sibling' });
    await addTo(world.foreign);
    await addQuestionDraft(world);
    await retire(await addQuestion());
    expect(idsOf(await lookToday()).sort()).toEqual([mine, all].sort());
  });

  it('asks a question up to the day before it expires', async () => {
    const id = await addQuestion();
    await changeQuestion(world, id, { expires_on: '2026-11-24' });
    expect(idsOf(await lookToday())).toEqual([id]);
    world.clock.set(midnight);
    expect(idsOf(await lookToday())).toEqual([]);
  });

  it('no longer asks what was retired since the morning, and still shows it with its grading when it was answered', async () => {
    await addQuestions(5);
    const [answered, open] = idsOf(await lookToday());
    await world.ok('member', 'quiz.answer', { day: today, questionId: answered ?? '', answer: [1] });
    await retire(answered ?? '');
    await retire(open ?? '');
    const left = idsOf(await lookToday());
    expect(left).toHaveLength(4);
    expect(left).toContain(answered);
  });

  it('after a reload shows what was answered with its grading and keeps the rest closed', async () => {
    await addQuestions(5);
    const id = firstOf(await lookToday());
    const { graded } = await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [0] });
    const { questions } = await lookToday();
    expect(questions.find((one) => one.id === id)?.graded).toEqual(graded);
    expect(questions.filter((one) => one.graded === null)).toHaveLength(4);
  });

  it('is open to everybody in the bureau and to nobody without sign-in', async () => {
    await addQuestion();
    for (const person of ['probationary', 'suspended', 'retired', 'systemAdmin'] as const) {
      expect((await lookToday(person)).questions).toHaveLength(1);
    }
    expect(await world.refused(null, 'quiz.today', {})).toBe('not_signed_in');
  });
});

describe('quiz.answer', () => {
  it('grades, explains with the article, and keeps a right answer without a comeback', async () => {
    const id = await addQuestion();
    await lookToday();
    const { graded } = await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [1] });
    expect(graded).toEqual({
      answer: [1],
      correct: true,
      key: [1],
      explanation: '因为条文这样写。',
      source: { title: '计量法', article: '第二十一条', url: null, versionOn: '2018-10-26' },
      comesBackOn: null,
    });
    expect(await comebacks()).toEqual([]);
  });

  it('lets the first answer stand: a repeat with another answer gets the first grading and changes nothing', async () => {
    const id = await addQuestion();
    await lookToday();
    const first = await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [0] });
    const again = await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [1] });
    expect(first.graded).toMatchObject({ correct: false, answer: [0], comesBackOn: '2026-11-24' });
    expect(again).toEqual(first);
    expect(await rowsOf('run_answer')).toHaveLength(1);
    expect(await comebacks()).toMatchObject([{ question_id: id, due_on: '2026-11-24' }]);
  });

  it('of two different answers at the same moment keeps one and tells both phones the same', async () => {
    const ids = await addQuestions(5);
    await lookToday();
    for (const questionId of ids) {
      const [one, other] = await Promise.all([
        world.ok('member', 'quiz.answer', { day: today, questionId, answer: [0] }),
        world.ok('member', 'quiz.answer', { day: today, questionId, answer: [1] }),
      ]);
      expect(one).toEqual(other);
    }
    expect(await rowsOf('run_answer')).toHaveLength(5);
  });

  it('brings a wrong one back the next day as “again”, and lets it go once it is right', async () => {
    const id = await addQuestion();
    await addQuestions(12);
    const asked = idsOf(await lookToday());
    const wrong = asked[0] ?? id;
    await world.ok('member', 'quiz.answer', { day: today, questionId: wrong, answer: [3] });
    world.clock.set(midnight);
    const next = await lookToday();
    expect(next.questions[0]).toMatchObject({ id: wrong, again: true, graded: null });
    expect(next.questions.slice(1).every((one) => !one.again)).toBe(true);
    await world.ok('member', 'quiz.answer', { day: next.day, questionId: wrong, answer: [1] });
    expect(await comebacks()).toEqual([]);
    expect((await lookToday()).questions[0]).toMatchObject({ id: wrong, again: true });
  });

  it('wrong a second time it is due again the day after', async () => {
    const id = await addQuestion();
    await lookToday();
    await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [0] });
    world.clock.set(midnight);
    await lookToday();
    await world.ok('member', 'quiz.answer', { day: '2026-11-24', questionId: id, answer: [0] });
    expect(await comebacks()).toMatchObject([{ question_id: id, due_on: '2026-11-25' }]);
  });

  it.each([
    ['a part of a multiple answer is wrong', 'multiple', ['甲', '乙', '丙'], [0, 2], [0], false],
    ['all of it is right', 'multiple', ['甲', '乙', '丙'], [0, 2], [0, 2], true],
    ['true-false knows true', 'trueFalse', [], [1], [1], true],
    ['and false', 'trueFalse', [], [1], [0], false],
  ] as const)('%s', async (_what, type, options, key, answer, correct) => {
    const questionId = await addQuestion({ type, options, key });
    await lookToday();
    const { graded } = await world.ok('member', 'quiz.answer', {
      day: today,
      questionId,
      answer: [...answer],
    });
    expect(graded).toMatchObject({ correct, key });
  });

  it.each([
    ['an answer behind the options', 'single', ['甲', '乙'], [2], 'answer_not_in_options'],
    ['two answers to a single question', 'single', ['甲', '乙'], [0, 1], 'bad_input'],
    ['both answers to a true-false question', 'trueFalse', [], [0, 1], 'bad_input'],
    ['a third choice of a true-false question', 'trueFalse', [], [2], 'answer_not_in_options'],
    ['a repeated choice', 'multiple', ['甲', '乙'], [1, 1], 'bad_input'],
    ['no choice', 'single', ['甲', '乙'], [], 'bad_input'],
  ] as const)('refuses %s and keeps nothing', async (_what, type, options, answer, code) => {
    const questionId = await addQuestion({ type, options, key: [1] });
    await lookToday();
    const input = { day: today, questionId, answer: [...answer] };
    expect(await world.refused('member', 'quiz.answer', input)).toBe(code);
    expect(await rowsOf('run_answer')).toEqual([]);
    expect(await comebacks()).toEqual([]);
  });

  it('refuses, with one and the same code, what is not in the member’s own set of that day', async () => {
    const mine = await addQuestion({ at: 'branch' });
    const siblings = await addQuestion({ at: 'sibling' });
    const foreign = await addTo(world.foreign);
    await lookToday();
    await lookToday('siblingMember');
    const unknown = '01980000-0000-7000-8000-0000000000ff';
    for (const questionId of [siblings, foreign, unknown]) {
      const input = { day: today, questionId, answer: [1] };
      expect(await world.refused('member', 'quiz.answer', input)).toBe('question_not_offered');
    }
    const ofYesterday = { day: addDays(today, -1), questionId: mine, answer: [1] };
    expect(await world.refused('member', 'quiz.answer', ofYesterday)).toBe('question_not_offered');
    const ofTomorrow = { day: addDays(today, 1), questionId: mine, answer: [1] };
    expect(await world.refused('member', 'quiz.answer', ofTomorrow)).toBe('question_not_offered');
    // Asked of somebody else only: the question is for the second member too, and has not been offered yet.
    const notLooked = { day: today, questionId: mine, answer: [1] };
    expect(await world.refused('secondMember', 'quiz.answer', notLooked)).toBe('question_not_offered');
  });

  it('takes an answer of a set begun before midnight, and one that waited seven days without network, not eight', async () => {
    const ids = await addQuestions(3);
    await lookToday();
    const [late, queued, tooLate] = ids.map((questionId) => ({ day: today, questionId, answer: [0] }));
    if (!late || !queued || !tooLate) throw new Error('three questions');
    world.clock.set(midnight);
    const { graded } = await world.ok('member', 'quiz.answer', late);
    // It counts on the day of its receipt.
    expect(graded?.comesBackOn).toBe('2026-11-25');
    world.clock.set('2026-11-30T15:59:59.999Z');
    await world.ok('member', 'quiz.answer', queued);
    world.clock.set('2026-11-30T16:00:00.000Z');
    expect(await world.refused('member', 'quiz.answer', tooLate)).toBe('question_not_offered');
  });

  it('of two answers of one day the first moves the memory, and a mistake is noted whenever it arrives', async () => {
    const id = await addQuestion();
    await lookToday();
    world.clock.set(midnight);
    await lookToday();
    await world.ok('member', 'quiz.answer', { day: '2026-11-24', questionId: id, answer: [1] });
    const [before] = await rowsOf('review_card');
    // The wrong one of the day before was stuck in a phone without network.
    await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [0] });
    expect(await rowsOf('review_card')).toEqual([{ ...before, wrong: true, due_on: '2026-11-25' }]);
  });

  it('leaves no receipt, no audit row and no notice: answers are private', async () => {
    const id = await addQuestion();
    await lookToday();
    await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [1] });
    const { rows } = await inTenant(world.database.db, world.tenantId, (trx) =>
      sql<{ traces: number }>`select (select count(*) from receipt) + (select count(*) from audit_row)
        + (select count(*) from notice) + (select count(*) from outbox) as traces`.execute(trx),
    );
    expect(rows).toEqual([{ traces: 0 }]);
  });

  it('keeps two members’ answers to one question apart', async () => {
    const id = await addQuestion();
    await lookToday();
    await lookToday('secondMember');
    await world.ok('member', 'quiz.answer', { day: today, questionId: id, answer: [1] });
    expect((await lookToday('secondMember')).questions[0]?.graded).toBeNull();
    const { graded } = await world.ok('secondMember', 'quiz.answer', {
      day: today,
      questionId: id,
      answer: [0],
    });
    expect(graded?.correct).toBe(false);
    expect((await lookToday()).questions[0]?.graded?.correct).toBe(true);
  });
});

describe('the bank', () => {
  it('takes no reviewed question whose reviewer is its author', async () => {
    const sameHands = addQuestion({ reviewerId: world.members.committeeOfficer });
    await expect(sameHands).rejects.toThrow(/question_check/);
  });
});
