import { sql } from 'kysely';
import type { Input } from '../../../src/contract/operations';
import { addDays } from '../../../src/domain/calendar/shanghai';
import { addMembers, type GivenAnswer, giveAnswers } from '../../testing/answers';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { addQuestion } from '../../testing/questions';
import { computeFigures } from './computeFigures';
import { addSums, dropSums, findMemberBehind } from './stepRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.owner.pool.query(
    'truncate question, quiz_run, answer_share, question_figure, figure_night, notice cascade',
  );
});

const organisationId = () => world.organisations.branch;
async function compute(day = '2026-11-23'): Promise<void> {
  world.clock.set(`${day}T00:30:00.000Z`);
  await computeFigures(world.database.db, world.ports, world.tenantId);
}
const look = (more: Partial<Input<'quiz.readAnalysis'>> = {}) =>
  world.ok('secretary', 'quiz.readAnalysis', { list: 'all', ...more });

/** Eight questions of the branch that each person of `memberIds` answers the better, the further back in the list. */
async function abilities(memberIds: readonly string[]): Promise<void> {
  const answers: GivenAnswer[] = [];
  for (let number = 0; number < 8; number += 1) {
    const questionId = await addQuestion(world, { at: 'branch', topic: '底子' });
    memberIds.forEach((memberId, index) => {
      // Of 24 people the last third know all, the first third a quarter, spread over the questions.
      const known = 2 + Math.floor((index * 7) / memberIds.length);
      answers.push({ memberId, questionId, day: '2026-11-02', correct: (number + index) % 8 < known });
    });
  }
  await giveAnswers(world, answers);
}

/** The raw first answers of a question beside the share right elsewhere, as a person with a pencil would list them. */
async function listOf(questionId: string): Promise<{ right: number; rest: number }[]> {
  return world.asActor('secretary', async ({ trx }) => {
    const { rows } = await sql<{ right: number; rest: number }>`
      select here.correct::int as "right", (select avg(a.correct::int)::float8 from run_answer a
        where a.tenant_id = here.tenant_id and a.member_id = here.member_id and a.question_id <> here.question_id) as rest
      from run_answer here where here.tenant_id = ${world.tenantId} and here.question_id = ${questionId}`.execute(
      trx,
    );
    return rows;
  });
}

/** Pearson's correlation, straight from its definition. */
function correlation(pairs: readonly { right: number; rest: number }[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const [a, b] = [mean(pairs.map(({ right }) => right)), mean(pairs.map(({ rest }) => rest))];
  const sum = (of: (pair: { right: number; rest: number }) => number) =>
    pairs.reduce((all, pair) => all + of(pair), 0);
  return (
    sum(({ right, rest }) => (right - a) * (rest - b)) /
    Math.sqrt(sum(({ right }) => (right - a) ** 2) * sum(({ rest }) => (rest - b) ** 2))
  );
}

describe('the figures of a question', () => {
  it('find the key that is probably wrong, and say what the best choose instead', async () => {
    const people = await addMembers(world, 24);
    await abilities(people);
    const wrong = await addQuestion(world, { at: 'branch', key: [1], stem: '答案抄错的题' });
    const sound = await addQuestion(world, { at: 'branch', key: [1], stem: '没有问题的题' });
    await giveAnswers(
      world,
      people.flatMap((memberId, index) => {
        const isGood = index >= 10;
        const here = { memberId, day: '2026-11-03' };
        return [
          // Who knows ticks the third; who does not, anything.
          {
            ...here,
            questionId: wrong,
            correct: !isGood && index % 2 === 0,
            answer: [isGood ? 2 : index % 2 ? 3 : 1],
          },
          { ...here, questionId: sound, correct: isGood, answer: [isGood ? 1 : index % 4] },
        ];
      }),
    );
    await compute();
    const suspects = await look({ list: 'suspect' });
    expect(suspects).toMatchObject({
      organisationId: organisationId(),
      computedOn: '2026-11-23',
      found: { questions: 10, analysed: 10, suspect: 1 },
      topics: ['底子', '计量'],
      next: null,
    });
    const [pearson, soundPearson] = [correlation(await listOf(wrong)), correlation(await listOf(sound))];
    expect(pearson).toBeLessThan(-0.5);
    expect(suspects.rows).toEqual([
      {
        questionId: wrong,
        number: 1,
        // 5 of 24
        difficulty: 20,
        discrimination: Math.round(pearson * 100) / 100,
        verdict: 'likelyWrongKey',
        version: 1,
        stem: '答案抄错的题',
        type: 'single',
        topic: '计量',
        options: [
          { text: '甲', right: false, share: 0, instead: false },
          { text: '乙', right: true, share: 20, instead: false },
          { text: '丙', right: false, share: 60, instead: true },
          { text: '丁', right: false, share: 20, instead: false },
        ],
      },
    ]);
    const all = await look();
    expect(all.dots[0]).toEqual({
      questionId: wrong,
      number: 1,
      difficulty: 20,
      discrimination: Math.round(pearson * 100) / 100,
      verdict: 'likelyWrongKey',
    });
    expect(all.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(all.rows.find(({ questionId }) => questionId === sound)).toMatchObject({
      difficulty: 60,
      discrimination: Math.round(soundPearson * 100) / 100,
      verdict: 'fine',
    });
    expect((await look({ topic: '底子' })).rows).toHaveLength(8);
  });

  it('are told from twenty people on, and stand until five more have answered', async () => {
    const people = await addMembers(world, 30);
    const questionId = await addQuestion(world, { at: 'branch' });
    const answer = (from: number, to: number, correct: boolean, day = '2026-11-10') =>
      giveAnswers(
        world,
        people.slice(from, to).map((memberId) => ({ memberId, questionId, correct, day })),
      );
    await answer(0, 19, true);
    await compute();
    expect((await look()).rows).toEqual([]);
    await answer(19, 20, true);
    await compute('2026-11-24');
    expect((await look()).rows).toMatchObject([
      { difficulty: 100, discrimination: null, verdict: 'tooEasy' },
    ]);
    for (let number = 20; number < 24; number += 1) {
      const day = addDays('2026-11-24', number - 20);
      await answer(number, number + 1, false, day);
      await compute(addDays(day, 1));
      expect((await look()).rows).toMatchObject([{ difficulty: 100 }]);
    }
    await answer(24, 25, false, '2026-11-28');
    await compute('2026-11-29');
    expect((await look()).rows).toMatchObject([{ difficulty: 80, verdict: 'fine' }]);
  });

  it('stand when answers are forgotten until five are, and go with those of twenty people', async () => {
    const people = await addMembers(world, 21);
    const questionId = await addQuestion(world, { at: 'branch' });
    await giveAnswers(
      world,
      people.map((memberId) => ({ memberId, questionId, day: '2026-11-03', correct: true })),
    );
    await compute();
    for (const [index, memberId] of people.slice(0, 5).entries()) {
      await world.asActor('secretary', ({ trx }) =>
        trx
          .deleteFrom('run_answer')
          .where('tenant_id', '=', world.tenantId)
          .where('member_id', '=', memberId)
          .execute(),
      );
      await compute(addDays('2026-11-24', index));
      expect((await look()).found.analysed).toBe(index < 4 ? 1 : 0);
    }
  });

  it('leave out of the discrimination who has answered fewer than five other questions', async () => {
    const people = await addMembers(world, 24);
    await abilities(people.slice(0, 20));
    const questionId = await addQuestion(world, { at: 'branch' });
    await giveAnswers(
      world,
      people.map((memberId, index) => ({ memberId, questionId, day: '2026-11-03', correct: index > 12 })),
    );
    await compute();
    const rest = (await listOf(questionId)).filter(({ rest }) => rest !== null);
    expect(rest).toHaveLength(20);
    const row = (await look()).rows.find((one) => one.questionId === questionId);
    expect(row).toMatchObject({ difficulty: 45, discrimination: Math.round(correlation(rest) * 100) / 100 });
  });

  it('tell of true-false what is right first, and nothing of what people wrote into blanks', async () => {
    const people = await addMembers(world, 20);
    const trueFalse = await addQuestion(world, { at: 'branch', type: 'trueFalse', options: [], key: [1] });
    const blank = await addQuestion(world, { at: 'branch', type: 'blank', options: [], key: [['一年']] });
    await giveAnswers(
      world,
      people.flatMap((memberId, index) => [
        { memberId, questionId: trueFalse, day: '2026-11-03', correct: index < 15 },
        { memberId, questionId: blank, day: '2026-11-03', correct: index < 10, answer: [`我写的${index}`] },
      ]),
    );
    await compute();
    const { rows } = await look();
    expect(rows.find(({ questionId }) => questionId === trueFalse)?.options).toEqual([
      { text: '对', right: true, share: 75, instead: false },
      { text: '错', right: false, share: 25, instead: false },
    ]);
    expect(rows.find(({ questionId }) => questionId === blank)).toMatchObject({
      difficulty: 50,
      options: [],
    });
    expect(JSON.stringify(rows)).not.toContain('我写的');
  });

  it('go when a question is out of use, and its correction has none', async () => {
    const people = await addMembers(world, 20);
    const questionId = await addQuestion(world, { at: 'branch' });
    await giveAnswers(
      world,
      people.map((memberId) => ({ memberId, questionId, day: '2026-11-03', correct: true })),
    );
    await compute();
    expect((await look()).found).toEqual({ questions: 1, analysed: 1, suspect: 0 });
    await world.ok('secretary', 'quiz.retireQuestion', { questionId, version: 1 });
    expect(await look()).toMatchObject({
      found: { questions: 0, analysed: 0, suspect: 0 },
      rows: [],
      dots: [],
      topics: [],
    });
    await compute('2026-11-24');
    const kept = await world.asActor('secretary', ({ trx }) =>
      trx
        .selectFrom('question_figure')
        .select('question_id')
        .where('tenant_id', '=', world.tenantId)
        .execute(),
    );
    expect(kept).toEqual([]);
  });

  it('go on page by page in the order of what should be looked at', async () => {
    const people = await addMembers(world, 20);
    const answers: GivenAnswer[] = [];
    for (let number = 0; number < 45; number += 1) {
      const questionId = await addQuestion(world, { at: 'branch' });
      people.forEach((memberId, index) => {
        answers.push({ memberId, questionId, day: '2026-11-03', correct: index < number / 2.2 });
      });
    }
    await giveAnswers(world, answers);
    await compute();
    const pages = [await look()];
    for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await look({ from: next }));
    expect(pages.map(({ rows, dots }) => [rows.length, dots.length])).toEqual([
      [20, 45],
      [20, 0],
      [5, 0],
    ]);
    const rows = pages.flatMap((page) => page.rows);
    expect(rows.map(({ questionId, number }) => [questionId, number])).toEqual(
      pages[0]?.dots.map(({ questionId, number }) => [questionId, number]),
    );
    const order = ['likelyWrongKey', 'tooHard', 'weak', 'tooEasy', 'fine'];
    const places = rows.map(({ verdict }) => order.indexOf(verdict));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBeGreaterThan(2);
  });
});

describe('sums of one person', () => {
  it('are the same in steps as at once', async () => {
    const people = await addMembers(world, 7);
    await abilities(people);
    const counting = { tenantId: world.tenantId, today: '2026-11-23', now: world.ports.clock.now() };
    await world.asActor('secretary', async ({ trx }) => {
      const sums = async () => {
        const rows = await trx
          .selectFrom('answer_sum')
          .select(['member_id', 'given', 'right_ones'])
          .where('tenant_id', '=', world.tenantId)
          .orderBy('member_id')
          .execute();
        await dropSums(trx, world.tenantId);
        return rows;
      };
      await addSums(trx, counting, { after: null, upTo: null });
      const atOnce = await sums();
      expect(atOnce).toHaveLength(7);
      expect(atOnce.every(({ given }) => given === 8)).toBe(true);
      for (let after: string | null = null; ; ) {
        const upTo: string | null = await findMemberBehind(trx, world.tenantId, after, 3);
        await addSums(trx, counting, { after, upTo });
        if (upTo === null) break;
        after = upTo;
      }
      expect(await sums()).toEqual(atOnce);
    });
  });

  it('are never kept: the database refuses the commit', async () => {
    await abilities(await addMembers(world, 1));
    const counting = { tenantId: world.tenantId, today: '2026-11-23', now: world.ports.clock.now() };
    const keep = world.asActor('secretary', ({ trx }) => addSums(trx, counting, { after: null, upTo: null }));
    await expect(keep).rejects.toThrow('sums of one person are not kept');
  });
});

describe('a night that is longer than one run', () => {
  const all = async () => ({
    shares: (await world.ok('secretary', 'quiz.readShares', {})).questions,
    figures: await look(),
  });
  /** A tick that has time for one question, at so many minutes past half past eight. */
  const tick = (minute: number, ports = world.ports) => {
    world.clock.set(new Date(Date.parse('2026-11-23T00:30:00.000Z') + minute * 60_000).toISOString());
    return computeFigures(world.database.db, ports, world.tenantId, { ms: 0, answersAStep: 1 });
  };
  /** What the night has come to. */
  const countedUpTo = () =>
    world.asActor('secretary', async ({ trx }) => {
      const night = await trx
        .selectFrom('figure_night')
        .select(['counted_up_to', 'computed_on'])
        .where('tenant_id', '=', world.tenantId)
        .executeTakeFirst();
      return night;
    });

  it('goes on at the next tick, also where one was cut off, and comes to the same', async () => {
    const people = await addMembers(world, 24);
    await abilities(people);
    await compute();
    const atOnce = await all();
    expect(atOnce.figures.rows).toHaveLength(8);
    await world.database.owner.pool.query('truncate answer_share, question_figure, figure_night');

    for (const minute of [0, 1, 2]) await tick(minute);
    const before = await countedUpTo();
    expect(before?.computed_on).toBeNull();
    const part = await all();
    expect(part.figures).toMatchObject({ computedOn: null });
    // What is said of a question is said as a whole: its share and its figures, the same as at last.
    expect(part.figures.rows).toHaveLength(3);
    for (const { number: _place, ...figures } of part.figures.rows)
      expect(atOnce.figures.rows).toContainEqual(expect.objectContaining(figures));
    expect(part.shares).toHaveLength(3);

    // Cut off when its question is counted and nothing is committed.
    let asked = 0;
    const now = () => {
      asked += 1;
      if (asked > 1) throw new Error('killed');
      return world.clock.now();
    };
    await expect(tick(3, { ...world.ports, clock: { now } })).rejects.toThrow('killed');
    expect(await countedUpTo()).toEqual(before);
    expect(await all()).toEqual(part);
    await tick(7);
    expect(await countedUpTo()).toEqual(before);
    for (const minute of [8, 9, 10, 11]) await tick(minute);
    expect((await all()).figures.computedOn).toBeNull();
    await Promise.all([tick(12), tick(12)]);
    expect(await all()).toEqual(atOnce);
    await tick(13);
    expect(await all()).toEqual(atOnce);
  });

  it('begins at the first question again when the day has changed meanwhile', async () => {
    const people = await addMembers(world, 24);
    await abilities(people);
    for (const minute of [0, 1, 2]) await tick(minute);
    await compute('2026-11-24');
    const { computedOn, rows } = await look();
    expect([computedOn, rows.length]).toEqual(['2026-11-24', 8]);
  });
});

describe('who may see them', () => {
  it('are those who keep the bank, also for others; nobody above, beside, without a post or in another bureau', async () => {
    const people = await addMembers(world, 20);
    const questionId = await addQuestion(world, { at: 'branch' });
    await giveAnswers(
      world,
      people.map((memberId) => ({ memberId, questionId, day: '2026-11-03', correct: true })),
    );
    await compute();
    const input = { list: 'all' as const, organisationId: organisationId() };
    for (const person of ['secretary', 'deputySecretary', 'publicityOfficer', 'clerk'] as const) {
      expect((await world.ok(person, 'quiz.readAnalysis', input)).rows).toHaveLength(1);
    }
    for (const person of ['member', 'organisationOfficer', 'groupLeader', 'systemAdmin'] as const) {
      expect(await world.refused(person, 'quiz.readAnalysis', input)).toBe('not_allowed');
    }
    for (const person of ['siblingSecretary', 'committeeOfficer', 'committeeSecretary'] as const) {
      expect(await world.refused(person, 'quiz.readAnalysis', input)).toBe('not_found');
    }
    expect(await world.foreign.refused('secretary', 'quiz.readAnalysis', input)).toBe('not_found');
  });
});

describe('keepers of a bank', () => {
  const inbox = async (person: 'secretary' | 'committeeOfficer' | 'clerk') =>
    (await world.ok(person, 'reminder.inbox', {})).notices.map(({ text, target }) => ({ text, target }));

  /** Questions whose key is one that only those choose who know nothing. */
  async function addWrongKeys(people: readonly string[], stems: readonly string[], day: string) {
    for (const stem of stems) {
      const questionId = await addQuestion(world, { at: 'branch', stem });
      await giveAnswers(
        world,
        people.map((memberId, index) => ({
          memberId,
          questionId,
          day,
          correct: index < 8,
          answer: [index < 8 ? 1 : 0],
        })),
      );
    }
  }

  it('hear once of each question whose key is probably wrong', async () => {
    const people = await addMembers(world, 24);
    await abilities(people);
    await addWrongKeys(people, ['一个题干特别特别长、怎么也写不进一条通知里的题？'], '2026-11-03');
    await compute();
    const target = { screen: 'deskAnalysis', query: { organisationId: organisationId() } };
    const first = { text: '题目“一个题干特别特别长、怎么也写不进一条通知…”的答案可能不对，请核对', target };
    expect(await inbox('secretary')).toEqual([first]);
    expect(await inbox('clerk')).toEqual([]);
    expect(await inbox('committeeOfficer')).toEqual([]);
    await compute('2026-11-24');
    expect(await inbox('secretary')).toEqual([first]);
    await addWrongKeys(people, ['又一题', '再一题'], '2026-11-24');
    await compute('2026-11-25');
    const texts = (await inbox('secretary')).map(({ text }) => text);
    expect(texts.sort()).toEqual([first.text, '有 2 道题的答案可能不对，请核对'].sort());
  });
});
