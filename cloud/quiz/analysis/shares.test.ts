import { addDays } from '../../../src/domain/calendar/shanghai';
import { addMembers, type GivenAnswer, giveAnswers } from '../../testing/answers';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import { addQuestion, changeQuestion } from '../../testing/questions';
import { runTick } from '../../tick';
import { computeFigures } from './computeFigures';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.owner.pool.query(
    'truncate question, quiz_run, paper, answer_share, question_figure, figure_night, notice cascade',
  );
  morningOf('2026-11-23');
});

/** Half past eight of a day in Shanghai. */
const morningOf = (day: string) => world.clock.set(`${day}T00:30:00.000Z`);
/** What the tick of a day's morning computes. */
async function compute(day = '2026-11-23'): Promise<void> {
  morningOf(day);
  await computeFigures(world.database.db, world.ports, world.tenantId);
}
const look = async (person: 'secretary' | 'siblingSecretary' = 'secretary') =>
  world.ok(person, 'quiz.readShares', {});
const shares = async (person?: 'secretary' | 'siblingSecretary') =>
  (await look(person)).questions.map(({ share, bound }) => [share, bound]);
const people = (number: number, at?: 'branch' | 'sibling') => addMembers(world, number, at);
const answers = (
  memberIds: readonly string[],
  right: number,
  more: Pick<GivenAnswer, 'questionId'> & Partial<GivenAnswer>,
) =>
  giveAnswers(
    world,
    memberIds.map((memberId, index) => ({ day: '2026-11-20', correct: index < right, ...more, memberId })),
  );

describe('the branch’s shares', () => {
  it('come from what people answered in practice, the day after and from four in the morning on', async () => {
    const questionId = await addQuestion(world);
    const five = ['member', 'secondMember', 'probationary', 'frail', 'retired'] as const;
    for (const [index, person] of five.entries()) {
      const { run } = await world.ok(person, 'quiz.startRun', { mode: 'topic', topic: '计量' });
      const answer = { runId: run?.id ?? '', questionId, answer: [index < 2 ? 1 : 0] };
      await world.ok(person, 'quiz.answer', answer);
    }
    await runTick(world.database.db, world.ports);
    expect(await look()).toMatchObject({ computedOn: '2026-11-23', questions: [], topics: [] });
    world.clock.set('2026-11-23T19:59:59.999Z');
    await runTick(world.database.db, world.ports);
    expect(await look()).toMatchObject({ computedOn: '2026-11-23', questions: [] });
    world.clock.set('2026-11-23T20:00:00.000Z');
    await runTick(world.database.db, world.ports);
    expect(await look()).toEqual({
      organisationId: world.organisations.branch,
      organisations: [{ id: world.organisations.branch, name: '机关第一党支部' }],
      computedOn: '2026-11-24',
      topics: [{ topic: '计量', share: 40, bound: null }],
      questions: [
        { questionId, stem: `题目 ${questionId}`, type: 'single', topic: '计量', share: 40, bound: null },
      ],
      next: null,
    });
  });

  it('take the first answer of each person, however often and however else they answered later', async () => {
    const questionId = await addQuestion(world);
    const five = await people(5);
    await answers(five, 3, { questionId, day: '2026-11-10' });
    await answers(five, 5, { questionId, day: '2026-11-12' });
    await answers(five, 5, { questionId, day: '2026-11-13', mode: 'wrongBook' });
    await compute();
    expect(await shares()).toEqual([[60, null]]);
  });

  it('are told from five people on', async () => {
    const [four, five] = [await addQuestion(world), await addQuestion(world)];
    const some = await people(5);
    await answers(some.slice(0, 4), 4, { questionId: four });
    await answers(some, 5, { questionId: five });
    await compute();
    expect((await look()).questions.map(({ questionId }) => questionId)).toEqual([five]);
  });

  it('go on page by page, lowest first, and topics are on the first only', async () => {
    const five = await people(5);
    for (let number = 0; number < 45; number += 1) {
      const questionId = await addQuestion(world, { topic: `专题${number % 3}` });
      await answers(five, number % 6, { questionId });
    }
    await compute();
    const first = await look();
    expect(first.questions).toHaveLength(40);
    expect(first.topics.map(({ topic }) => topic).sort()).toEqual(['专题0', '专题1', '专题2']);
    const rest = await world.ok('secretary', 'quiz.readShares', { from: first.next ?? undefined });
    expect(rest).toMatchObject({ next: null, topics: [] });
    const all = [...first.questions, ...rest.questions];
    expect(new Set(all.map(({ questionId }) => questionId)).size).toBe(45);
    const told = all.map(({ share }) => share);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(new Set(told)).toEqual(new Set([20, 40, 60, 80]));
  });

  it('leave out what is out of use, or on a paper that is still to be answered; a correction begins at nothing', async () => {
    const [gone, asked, replaced] = [
      await addQuestion(world, { at: 'branch' }),
      await addQuestion(world, { at: 'branch' }),
      await addQuestion(world, { at: 'branch' }),
    ];
    const five = await people(5);
    for (const questionId of [gone, asked, replaced]) await answers(five, 5, { questionId });
    await compute();
    expect(await shares()).toHaveLength(3);
    await changeQuestion(world, gone, { state: 'retired' });
    await world.ok('secretary', 'quiz.savePaper', {
      paper: null,
      organisationId: world.organisations.branch,
      title: '小测',
      keep: [asked],
      draw: [],
    });
    expect((await look()).questions.map(({ questionId }) => questionId)).toEqual([replaced]);
    expect((await look()).topics).toHaveLength(1);
    // What is retired leaves the table as well.
    await compute('2026-11-24');
    await changeQuestion(world, replaced, { state: 'retired' });
    expect((await look()).questions).toEqual([]);
  });

  it('are for the leadership of that branch: nobody above, beside, without a post or in another bureau', async () => {
    const questionId = await addQuestion(world);
    await answers(await people(5), 5, { questionId });
    await compute();
    for (const person of ['deputySecretary', 'organisationOfficer', 'publicityOfficer'] as const) {
      expect((await world.ok(person, 'quiz.readShares', {})).questions).toHaveLength(1);
    }
    const organisationId = world.organisations.branch;
    const refused = ['member', 'groupLeader', 'committeeSecretary', 'committeeOfficer', 'clerk'] as const;
    for (const person of refused) {
      expect(await world.refused(person, 'quiz.readShares', { organisationId })).toBe('not_allowed');
    }
    expect(await world.refused('siblingSecretary', 'quiz.readShares', { organisationId })).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'quiz.readShares', { organisationId })).toBe('not_found');
    expect((await world.foreign.ok('secretary', 'quiz.readShares', {})).computedOn).toBeNull();
    expect((await look('siblingSecretary')).questions).toEqual([]);
  });
});

describe('somebody who knows every answer but one', () => {
  it('learns nothing from the sixth person, nor the seventh, eighth and ninth', async () => {
    const questionId = await addQuestion(world);
    const [first, later] = [await people(5), await people(5)];
    await answers(first, 3, { questionId });
    await compute();
    const before = await shares();
    for (const [index, memberId] of later.entries()) {
      const day = addDays('2026-11-23', index);
      await answers([memberId], 0, { questionId, day });
      await compute(addDays(day, 1));
      // 3 of 10 are told as 40.
      expect(await shares()).toEqual(index < 4 ? before : [[40, null]]);
    }
  });

  it('learns nothing from somebody who leaves or moves, and not from the place of later answers', async () => {
    const [kept, moved] = [await addQuestion(world), await addQuestion(world)];
    const ten = await people(10);
    const mover = ten[0] ?? '';
    await answers(ten, 5, { questionId: kept });
    await compute();
    await world.asActor('secretary', async ({ trx, newId }) => {
      await trx
        .updateTable('affiliation')
        .set({ to_day: '2026-11-20' })
        .where('tenant_id', '=', world.tenantId)
        .where('member_id', '=', mover)
        .execute();
      await trx
        .insertInto('affiliation')
        .values({
          tenant_id: world.tenantId,
          id: newId(),
          member_id: mover,
          organisation_id: world.organisations.sibling,
          kind: 'formal',
          from_day: '2026-11-21',
          to_day: null,
          document_no: null,
        })
        .execute();
    });
    const four = await people(4, 'sibling');
    await answers([mover, ...four], 0, { questionId: moved, day: '2026-11-23' });
    await compute('2026-11-24');
    expect(await shares()).toEqual([[60, null]]);
    // With the mover they are five of the other branch.
    expect(await shares('siblingSecretary')).toEqual([[20, 'orLess']]);
    await answers(ten.slice(1, 6), 5, { questionId: moved, day: '2026-11-24' });
    await compute('2026-11-25');
    expect(await shares()).toEqual([
      [60, null],
      [80, 'orMore'],
    ]);
    expect(await shares('siblingSecretary')).toEqual([[20, 'orLess']]);
  });

  it('sees no difference when answers are forgotten one after the other', async () => {
    const questionId = await addQuestion(world);
    const seven = await people(7);
    await answers(seven, 4, { questionId });
    await compute();
    const before = await shares();
    for (const [index, memberId] of seven.slice(0, 6).entries()) {
      await world.asActor('secretary', ({ trx }) =>
        trx
          .deleteFrom('run_answer')
          .where('tenant_id', '=', world.tenantId)
          .where('member_id', '=', memberId)
          .execute(),
      );
      await compute(addDays('2026-11-24', index));
      // Five are forgotten: what is left is no share at all.
      expect(await shares()).toEqual(index < 4 ? before : []);
    }
  });

  it('finds nobody in two sums: who belongs to a team as well counts once, and a paper’s answers count on the paper', async () => {
    const questionId = await addQuestion(world);
    const five = await people(5);
    await world.asActor('secretary', async ({ trx, newId }) => {
      for (const memberId of five.slice(0, 4)) {
        await trx
          .insertInto('affiliation')
          .values({
            tenant_id: world.tenantId,
            id: newId(),
            member_id: memberId,
            organisation_id: world.organisations.sibling,
            kind: 'dual',
            from_day: '2021-01-01',
            to_day: null,
            document_no: null,
          })
          .execute();
      }
    });
    const one = await people(1, 'sibling');
    await answers([...five, ...one], 0, { questionId });
    const onPaper = await addQuestion(world);
    const paperId = await closedPaper(onPaper);
    const six = await people(6);
    await answers(six, 6, { questionId: onPaper, mode: 'paper', label: paperId, day: '2026-11-18' });
    await answers(six, 6, { questionId: onPaper, day: '2026-11-20' });
    await compute();
    expect(await shares()).toEqual([[20, 'orLess']]);
    expect(await shares('siblingSecretary')).toEqual([]);
  });
});

/** A paper of the branch that was open on 18 November. */
function closedPaper(questionId: string): Promise<string> {
  return world.asActor('secretary', async ({ trx, actor, newId }) => {
    const id = newId();
    await trx
      .insertInto('paper')
      .values({
        tenant_id: actor.tenantId,
        id,
        organisation_id: world.organisations.branch,
        title: '小测',
        state: 'published',
        way: 'phones',
        minutes: null,
        opens_at: new Date('2026-11-18T00:00:00Z'),
        closes_at: new Date('2026-11-18T10:00:00Z'),
        sealed_until: new Date('2026-11-18T10:00:30Z'),
        withdraw_reason: null,
        author_id: actor.memberId,
        published_by: actor.memberId,
      })
      .execute();
    await trx
      .insertInto('paper_question')
      .values({ tenant_id: actor.tenantId, paper_id: id, number: 1, question_id: questionId })
      .execute();
    return id;
  });
}

describe('the night’s work', () => {
  it('is done once a day, also by two at once', async () => {
    const questionId = await addQuestion(world);
    await answers(await people(5), 5, { questionId });
    await Promise.all([compute(), compute()]);
    expect(await shares()).toEqual([[80, 'orMore']]);
    await answers(await people(5), 0, { questionId });
    await compute();
    expect(await shares()).toEqual([[80, 'orMore']]);
    await compute('2026-11-24');
    expect(await shares()).toEqual([[60, null]]);
  });

  it('that is cut off leaves the figures before, and is tried again an hour later', async () => {
    const questionId = await addQuestion(world);
    await answers(await people(5), 5, { questionId });
    await compute();
    await answers(await people(5), 0, { questionId });
    // It breaks at its very last line.
    await world.database.owner.pool.query(`
      create function cut_off() returns trigger language plpgsql as $$ begin raise exception 'cut off'; end $$;
      create trigger cut_off before update of computed_on on figure_night for each row execute function cut_off()`);
    await expect(compute('2026-11-24')).rejects.toThrow('cut off');
    await world.database.owner.pool.query('drop trigger cut_off on figure_night; drop function cut_off');
    await compute('2026-11-24');
    expect(await look()).toMatchObject({ computedOn: '2026-11-23', questions: [{ share: 80 }] });
    world.clock.set('2026-11-24T01:30:00.000Z');
    await computeFigures(world.database.db, world.ports, world.tenantId);
    expect(await look()).toMatchObject({ computedOn: '2026-11-24', questions: [{ share: 60 }] });
  });
});
