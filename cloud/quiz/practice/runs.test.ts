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
    expect(wrong).toMatchObject({ next: null, ahead: [], graded: { correct: false } });
    const end = (await world.ok('member', 'quiz.readRun', { runId: run.id })).run;
    expect(end).toMatchObject({ over: true });
    expect(end.questions).toHaveLength(2);
    expect((await start({ mode: 'challenge' })).id).not.toBe(run.id);
  });

  it('holds nine more for a phone without network, without their keys, and never more', async () => {
    await fill(14);
    const run = await start({ mode: 'challenge' });
    expect(run.ahead).toHaveLength(9);
    const [first, ...ahead] = [...idsOf(run), ...run.ahead.map((one) => one.id)];
    expect(new Set([first, ...ahead]).size).toBe(10);
    expect(JSON.stringify(run)).not.toMatch(/因为条文这样写|第二十一条|"key"/);
    const said = await give(run.id, first ?? '', [1]);
    expect(said.next?.id).toBe(ahead[0]);
    expect(said.ahead.slice(0, 8).map((one) => one.id)).toEqual(ahead.slice(1));
    expect(said.ahead).toHaveLength(9);
    expect(JSON.stringify([said.next, said.ahead])).not.toMatch(/因为条文这样写|第二十一条|"key"/);
  });

  it('takes no answer before its turn, so that nothing is learned by skipping', async () => {
    const ids = await fill(8);
    const run = await start({ mode: 'challenge' });
    for (const questionId of ids.filter((id) => id !== idsOf(run)[0])) {
      const input = { runId: run.id, questionId, answer: [1] };
      expect(await world.refused('member', 'quiz.answer', input)).toBe('question_not_offered');
    }
    expect(await rows('run_answer')).toEqual([]);
  });

  it('answered ahead without network ends at the first error of its order; what follows is kept and never graded', async () => {
    await fill(8);
    const run = await start({ mode: 'challenge' });
    const line = [...idsOf(run), ...run.ahead.map((one) => one.id)];
    const [first = '', second = '', third = '', fourth = '', fifth = ''] = line;
    const said = [];
    for (const [id, answer] of [
      [first, [1]],
      [second, [0]],
      [third, [1]],
      [fourth, [0]],
    ] as const)
      said.push(await give(run.id, id, [...answer]));
    expect(said.map((one) => one.graded?.correct ?? null)).toEqual([true, false, null, null]);
    expect(said.slice(1).every((one) => one.next === null && one.ahead.length === 0)).toBe(true);
    // Twice, changed, at once, or shaped to probe: nothing more is said.
    const again = await Promise.all([[0], [1], [2], [3]].map((answer) => give(run.id, third, answer)));
    expect(again).toEqual(again.map(() => ({ graded: null, late: false, next: null, ahead: [] })));
    const wild = { runId: run.id, questionId: fifth, answer: [7] };
    expect(await world.refused('member', 'quiz.answer', wild)).toBe('answer_not_in_options');
    const end = (await world.ok('member', 'quiz.readRun', { runId: run.id })).run;
    expect(end).toMatchObject({ over: true, ungraded: 2, ahead: [] });
    expect(idsOf(end)).toEqual([first, second]);
    expect(await rows('review_card')).toHaveLength(2);
    expect((await world.ok('member', 'quiz.readWrongBook', {})).questions.map((one) => one.id)).toEqual([
      second,
    ]);
    // Nothing of it stands in the way of another attempt.
    const next = await start({ mode: 'challenge' });
    expect(next.id).not.toBe(run.id);
    expect([...next.questions, ...next.ahead].every((one) => one.graded === null && !one.saved)).toBe(true);
  });

  it('answered on two phones goes by what arrived first, question by question', async () => {
    await fill(4);
    const run = await start({ mode: 'challenge' });
    const [first = '', second = '', third = ''] = [...idsOf(run), ...run.ahead.map((one) => one.id)];
    // One phone was in a tunnel and right; the other was wrong and has ended it.
    await give(run.id, first, [0]);
    const late = [
      await give(run.id, first, [1]),
      await give(run.id, second, [1]),
      await give(run.id, third, [1]),
    ];
    expect(late.map((one) => one.graded?.correct ?? null)).toEqual([false, null, null]);
    expect((await world.ok('member', 'quiz.readRun', { runId: run.id })).run).toMatchObject({
      over: true,
      ungraded: 2,
    });
  });

  it('grades what was answered without network and taken out of use since, and goes on behind it', async () => {
    await fill(3);
    const run = await start({ mode: 'challenge' });
    const [first = '', second = '', third = ''] = [...idsOf(run), ...run.ahead.map((one) => one.id)];
    await changeQuestion(world, second, { state: 'retired' });
    await give(run.id, first, [1]);
    expect((await give(run.id, second, [1])).graded).toMatchObject({ correct: true });
    expect((await give(run.id, third, [1])).graded).toMatchObject({ correct: true });
    expect((await world.ok('member', 'quiz.readRun', { runId: run.id })).run).toMatchObject({ over: true });
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

describe('an answer', () => {
  it('of a hostile shape is refused without a word on the key, and nothing is kept', async () => {
    const [questionId = ''] = await fill(1);
    const blank = await addQuestion(world, { type: 'blank', options: [], key: [['北京']] });
    const run = await start({ mode: 'weeklyTen' });
    const send = async (id: string, answer: unknown) => {
      const reply = await world.call('member', 'quiz.answer', {
        runId: run.id,
        questionId: id,
        answer: answer as number[],
      });
      return reply.ok ? { code: 'taken', reply } : reply.error;
    };
    const shapes = [
      [],
      [-1],
      [0.5],
      [4],
      [1, 1],
      [1, 0],
      [0, 1, 2, 3],
      ['乙'],
      [[1]],
      [null],
      [{ $ne: 0 }],
      { 0: 1, length: 1 },
      '1',
      1,
      true,
      null,
      Array.from({ length: 11 }, (_, index) => index),
    ];
    for (const shape of shapes) {
      const said = await send(questionId, shape);
      expect(['bad_input', 'answer_not_in_options']).toContain(said.code);
      expect(JSON.stringify(said)).not.toMatch(/因为条文这样写|第二十一条|"key"|"correct"/);
    }
    for (const shape of [[0], ['北'.repeat(201)], ['北京', '上海'], [['北京']], ['北京', null], '北京'])
      expect(await send(blank, shape)).toMatchObject({ code: 'bad_input' });
    expect(await rows('run_answer')).toEqual([]);
  });

  it('that is killed half-way leaves neither itself nor a card', async () => {
    const [questionId = ''] = await fill(1);
    const run = await start({ mode: 'weeklyTen' });
    const { pool } = world.database.owner;
    await pool.query(`create function killed() returns trigger language plpgsql as
      $$ begin raise exception 'killed between answer and card'; end $$`);
    await pool.query(
      'create trigger killed before insert on review_card for each row execute function killed()',
    );
    const sent = { runId: run.id, questionId, answer: [1] };
    expect(await world.refused('member', 'quiz.answer', sent)).toBe('internal');
    await pool.query('drop function killed cascade');
    expect(await rows('run_answer')).toEqual([]);
    // The phone still has it.
    expect((await world.ok('member', 'quiz.answer', sent)).graded).toMatchObject({ correct: true });
    expect(await rows('review_card')).toHaveLength(1);
  });

  it('to an attempt before the last one counts there, and a repeat of it changes nothing in the new one', async () => {
    await fill(2);
    const first = await start({ mode: 'topic', topic: '计量' });
    const [one = '', other = ''] = idsOf(first);
    await give(first.id, one, [1]);
    await give(first.id, other, [0]);
    const second = await start({ mode: 'topic', topic: '计量' });
    await give(second.id, one, [0]);
    expect((await give(first.id, one, [2])).graded).toMatchObject({ correct: true, answer: [1] });
    const seen = (await world.ok('member', 'quiz.readRun', { runId: second.id })).run;
    expect(seen.questions.map((q) => q.graded?.correct ?? null).filter((c) => c !== null)).toEqual([false]);
  });
});
