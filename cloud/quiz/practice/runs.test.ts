import { setSizes } from '../../../src/domain/quiz/practice/pickSet';
import { inTenant } from '../../database/tenantTransaction';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import { addPiece } from '../../testing/pieces';
import { addQuestion, changeQuestion } from '../../testing/questions';

/** Noon in Shanghai of the Sunday after and of the Monday after that. */
const sunday = '2026-11-29T04:00:00.000Z';
const nextMonday = '2026-11-30T04:00:00.000Z';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate question, quiz_run cascade');
});

const fill = (count: number, fields: Parameters<typeof addQuestion>[1] = {}) =>
  Promise.all(Array.from({ length: count }, () => addQuestion(world, fields)));
type Person = Parameters<TestWorld['ok']>[0];

async function start(input: Parameters<typeof startOrNull>[0], person: Person = 'member') {
  const run = await startOrNull(input, person);
  if (!run) throw new Error('nothing to ask');
  return run;
}
async function startOrNull(
  input: { mode: 'weeklyTen' | 'topic' | 'challenge' | 'wrongBook' | 'review' | 'mockExam'; topic?: string },
  person: Person = 'member',
) {
  return (await world.ok(person, 'quiz.startRun', input)).run;
}
const idsOf = ({ questions }: { questions: { id: string }[] }) => questions.map((one) => one.id);
const give = (runId: string, questionId: string, answer: number[] | string[], person: Person = 'member') =>
  world.ok(person, 'quiz.answer', { runId, questionId, answer });
const rows = (table: 'quiz_run' | 'run_answer' | 'review_card') =>
  inTenant(world.database.db, world.tenantId, (trx) => trx.selectFrom(table).selectAll().execute());

describe('a set', () => {
  it('of the week is ten questions without keys, the same until Sunday, and a new one from Monday on', async () => {
    await fill(40);
    const run = await start({ mode: 'weeklyTen' });
    expect(run.questions).toHaveLength(10);
    expect(run.questions.every((one) => one.graded === null)).toBe(true);
    expect(JSON.stringify(run)).not.toMatch(/因为条文这样写|第二十一条/);
    world.clock.set(sunday);
    expect(await start({ mode: 'weeklyTen' })).toEqual(run);
    world.clock.set(nextMonday);
    expect((await start({ mode: 'weeklyTen' })).id).not.toBe(run.id);
  });

  it('of a topic asks that topic only, goes on where one stopped, and is a new attempt once it is done', async () => {
    await fill(12, { topic: '药品' });
    await fill(12, { topic: '计量' });
    const run = await start({ mode: 'topic', topic: '药品' });
    expect(run).toMatchObject({ topic: '药品', over: false });
    expect(run.questions.map((one) => one.topic)).toEqual(Array(10).fill('药品'));
    const [first = '', ...rest] = idsOf(run);
    const { graded } = await give(run.id, first, [1]);
    const resumed = await start({ mode: 'topic', topic: '药品' });
    expect(resumed.id).toBe(run.id);
    expect(resumed.questions[0]?.graded).toEqual(graded);
    for (const id of rest) await give(run.id, id, [0]);
    expect((await world.ok('member', 'quiz.readRun', { runId: run.id })).run.over).toBe(true);
    const again = await start({ mode: 'topic', topic: '药品' });
    expect(again.id).not.toBe(run.id);
    expect(again.questions.every((one) => one.graded === null)).toBe(true);
    expect((await rows('quiz_run')).map((one) => 'attempt' in one && one.attempt)).toEqual([1, 2]);
    // The first attempt stays as it was.
    expect((await rows('run_answer')).length).toBe(10);
  });

  it('is one and the same on phones that open it at the same moment', async () => {
    await fill(30);
    for (const mode of ['weeklyTen', 'challenge', 'review', 'mockExam'] as const) {
      const runs = await Promise.all([1, 2, 3, 4].map(() => start({ mode })));
      expect(new Set(runs.map((run) => run.id)).size).toBe(1);
      expect(new Set(runs.map((run) => idsOf(run).join())).size).toBe(1);
    }
  });

  it('is not there while there is nothing to ask, and of a topic nobody has', async () => {
    for (const mode of ['weeklyTen', 'challenge', 'wrongBook', 'review', 'mockExam'] as const) {
      expect(await startOrNull({ mode })).toBeNull();
    }
    await fill(3);
    expect(await startOrNull({ mode: 'topic', topic: '没有这个专题' })).toBeNull();
    expect(await rows('quiz_run')).toEqual([]);
  });

  it('takes a topic for a topic’s set and for no other', async () => {
    expect(await world.refused('member', 'quiz.startRun', { mode: 'topic' })).toBe('bad_input');
    expect(await world.refused('member', 'quiz.startRun', { mode: 'review', topic: '药品' })).toBe(
      'bad_input',
    );
    expect(await world.refused('member', 'quiz.startRun', { mode: 'paper' as 'topic', topic: '卷' })).toBe(
      'bad_input',
    );
  });

  it('never asks a sibling branch’s, another bureau’s, retired or expired questions', async () => {
    await addQuestion(world, { at: 'sibling' });
    await addQuestion(world.foreign);
    await changeQuestion(world, await addQuestion(world), { state: 'retired' });
    await changeQuestion(world, await addQuestion(world), { expires_on: '2026-11-23' });
    const asked = await addQuestion(world, { at: 'branch' });
    for (const mode of ['weeklyTen', 'challenge', 'review', 'mockExam'] as const) {
      expect(idsOf(await start({ mode }))).toEqual([asked]);
    }
  });

  it('is its member’s own: for anybody else it is not there, to look, to answer or to hand in', async () => {
    const [questionId = ''] = await fill(3);
    const { id: runId } = await start({ mode: 'mockExam' });
    for (const person of ['secondMember', 'secretary', 'committeeSecretary', 'systemAdmin'] as const) {
      expect(await world.refused(person, 'quiz.readRun', { runId })).toBe('not_found');
      expect(await world.refused(person, 'quiz.handIn', { runId })).toBe('not_found');
      expect(await world.refused(person, 'quiz.answer', { runId, questionId, answer: [1] })).toBe(
        'not_found',
      );
    }
    expect(await world.foreign.refused('member', 'quiz.readRun', { runId })).toBe('not_found');
    expect(await rows('run_answer')).toEqual([]);
  });

  it('takes no answer to a question outside it, and none eight days after it was opened', async () => {
    const [inside = ''] = await fill(1);
    const { id: runId } = await start({ mode: 'weeklyTen' });
    const outside = await addQuestion(world);
    const asked = { runId, questionId: outside, answer: [1] };
    expect(await world.refused('member', 'quiz.answer', asked)).toBe('question_not_offered');
    world.clock.set('2026-11-30T16:00:00.000Z');
    expect(await world.refused('member', 'quiz.answer', { ...asked, questionId: inside })).toBe(
      'question_not_offered',
    );
  });

  it('keeps one answer when both phones answer at once, and says the same to both', async () => {
    await fill(10);
    const run = await start({ mode: 'weeklyTen' });
    for (const questionId of idsOf(run)) {
      const [one, other] = await Promise.all([give(run.id, questionId, [0]), give(run.id, questionId, [1])]);
      expect(one).toEqual(other);
    }
    expect(await rows('run_answer')).toHaveLength(10);
  });
});

describe('a challenge', () => {
  it('shows one question at a time, the next only after a right answer, and ends at the first error', async () => {
    await fill(8);
    const run = await start({ mode: 'challenge' });
    expect(run.questions).toHaveLength(1);
    const [first] = run.questions;
    const right = await give(run.id, first?.id ?? '', [1]);
    expect(right.next).toMatchObject({ graded: null });
    const shown = (await world.ok('member', 'quiz.readRun', { runId: run.id })).run;
    expect(idsOf(shown)).toEqual([first?.id, right.next?.id]);
    const wrong = await give(run.id, right.next?.id ?? '', [0]);
    expect(wrong).toMatchObject({ next: null, graded: { correct: false } });
    const end = (await world.ok('member', 'quiz.readRun', { runId: run.id })).run;
    expect(end).toMatchObject({ over: true });
    expect(end.questions).toHaveLength(2);
    expect((await start({ mode: 'challenge' })).id).not.toBe(run.id);
  });

  it('takes no answer to a question that is not shown yet, nor to one after the error', async () => {
    const ids = await fill(8);
    const run = await start({ mode: 'challenge' });
    const [shown = ''] = idsOf(run);
    const hidden = ids.filter((id) => id !== shown);
    for (const questionId of hidden) {
      const input = { runId: run.id, questionId, answer: [1] };
      expect(await world.refused('member', 'quiz.answer', input)).toBe('question_not_offered');
    }
    await give(run.id, shown, [0]);
    for (const questionId of hidden) {
      const input = { runId: run.id, questionId, answer: [1] };
      expect(await world.refused('member', 'quiz.answer', input)).toBe('question_not_offered');
    }
    expect(await rows('run_answer')).toHaveLength(1);
  });

  it('of all right ends with its last question', async () => {
    await fill(3);
    const run = await start({ mode: 'challenge' });
    let open = run.questions[0]?.id;
    let steps = 0;
    while (open) {
      open = (await give(run.id, open, [1])).next?.id;
      steps += 1;
    }
    expect(steps).toBe(3);
    expect(steps).toBeLessThanOrEqual(setSizes.challenge.size);
    expect((await world.ok('member', 'quiz.readRun', { runId: run.id })).run.over).toBe(true);
  });
});

describe('the wrong book', () => {
  it('holds mistakes with key and reason, practises them, and lets go what is right on another day', async () => {
    await fill(3);
    const week = await start({ mode: 'weeklyTen' });
    const [first = '', second = '', third = ''] = idsOf(week);
    await give(week.id, first, [0]);
    await give(week.id, second, [0]);
    await give(week.id, third, [1]);
    const book = await world.ok('member', 'quiz.readWrongBook', {});
    expect(idsOf(book).sort()).toEqual([first, second].sort());
    expect(book.questions[0]).toMatchObject({ key: [1], explanation: '因为条文这样写。' });
    expect((await world.ok('secondMember', 'quiz.readWrongBook', {})).questions).toEqual([]);

    // On the same day it is practice; the memory of the day is the first answer's.
    const practice = await start({ mode: 'wrongBook' });
    expect(idsOf(practice).sort()).toEqual([first, second].sort());
    await give(practice.id, first, [1]);
    expect(idsOf(await world.ok('member', 'quiz.readWrongBook', {}))).toContain(first);
    await give(practice.id, second, [1]);
    world.clock.set('2026-11-24T04:00:00.000Z');
    const next = await start({ mode: 'wrongBook' });
    await give(next.id, first, [1]);
    expect(idsOf(await world.ok('member', 'quiz.readWrongBook', {}))).toEqual([second]);
  });

  it('lets a person take a question out, twice over, and nobody take out one never answered', async () => {
    const [id = ''] = await fill(1);
    const week = await start({ mode: 'weeklyTen' });
    expect(await world.refused('member', 'quiz.leaveWrongBook', { questionId: id })).toBe('not_found');
    await give(week.id, id, [0]);
    expect(await world.refused('secondMember', 'quiz.leaveWrongBook', { questionId: id })).toBe('not_found');
    await world.ok('member', 'quiz.leaveWrongBook', { questionId: id });
    await world.ok('member', 'quiz.leaveWrongBook', { questionId: id });
    expect((await world.ok('member', 'quiz.readWrongBook', {})).questions).toEqual([]);
  });

  it('comes in pages of twenty', async () => {
    await fill(25);
    for (const _ of [1, 2, 3]) {
      const run = await start({ mode: 'topic', topic: '计量' });
      for (const id of idsOf(run)) await give(run.id, id, [0]);
    }
    const first = await world.ok('member', 'quiz.readWrongBook', {});
    expect(first.questions).toHaveLength(20);
    const second = await world.ok('member', 'quiz.readWrongBook', { cursor: first.next ?? undefined });
    expect(second.next).toBeNull();
    const all = [...idsOf(first), ...idsOf(second)];
    expect(new Set(all).size).toBe(all.length);
    expect(all.length).toBe((await rows('review_card')).length);
  });
});

describe('blanks', () => {
  it('say how many there are, and are right in any width and spacing', async () => {
    const questionId = await addQuestion(world, { type: 'blank', options: [], key: [['北京'], ['3', '三']] });
    const run = await start({ mode: 'weeklyTen' });
    expect(run.questions[0]).toMatchObject({ type: 'blank', blanks: 2 });
    const asked = { runId: run.id, questionId };
    expect(await world.refused('member', 'quiz.answer', { ...asked, answer: ['北京'] })).toBe('bad_input');
    expect(await world.refused('member', 'quiz.answer', { ...asked, answer: [0, 1] })).toBe('bad_input');
    const { graded } = await give(run.id, questionId, [' 北 京。', '３']);
    expect(graded).toMatchObject({ correct: true, key: [['北京'], ['3', '三']] });
  });
});

describe('the end of a set', () => {
  it('names published pieces on what was not remembered, the very article first, and none while it goes on', async () => {
    const source = { url: null, versionOn: null, checkedOn: null };
    const law = { ...source, title: '中华人民共和国计量法' };
    const publishOn = '2026-11-20';
    const sameLaw = await addPiece(world, {
      at: 'committee',
      publishOn,
      source: { ...law, article: '第一条' },
    });
    const same = await addPiece(world, {
      at: 'branch',
      publishOn: '2026-11-19',
      source: { ...law, article: '第二十一条' },
    });
    await addPiece(world, { at: 'sibling', publishOn, source: { ...law, article: '第二十一条' } });
    await addPiece(world, {
      at: 'committee',
      publishOn: '2026-11-18',
      source: { ...law, title: '药品管理法', article: '第二十一条' },
    });
    await fill(2);
    const run = await start({ mode: 'weeklyTen' });
    const [first = '', second = ''] = idsOf(run);
    await give(run.id, first, [0]);
    const read = async () => (await world.ok('member', 'quiz.readRun', { runId: run.id })).run.toStudy;
    expect(await read()).toEqual([]);
    await give(run.id, second, [1]);
    expect((await read()).map((one) => one.pieceId)).toEqual([same, sameLaw]);
  });

  it('names none when everything was remembered', async () => {
    await addPiece(world, { at: 'committee', publishOn: '2026-11-17' });
    await fill(1);
    const run = await start({ mode: 'weeklyTen' });
    await give(run.id, idsOf(run)[0] ?? '', [1]);
    expect((await world.ok('member', 'quiz.readRun', { runId: run.id })).run.toStudy).toEqual([]);
  });
});

describe('topics', () => {
  it('are those that the member may be asked about, with how many questions', async () => {
    await fill(2, { topic: '药品' });
    await fill(1, { topic: '计量', at: 'branch' });
    await fill(1, { topic: '邻支部的', at: 'sibling' });
    expect((await world.ok('member', 'quiz.readTopics', {})).topics).toEqual([
      { topic: '药品', size: 2 },
      { topic: '计量', size: 1 },
    ]);
  });
});
