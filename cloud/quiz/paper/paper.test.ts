import type { Input } from '../../../src/contract/operations';
import { inTenant } from '../../database/tenantTransaction';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import type { TestPersonName } from '../../testing/people';
import { addQuestion } from '../../testing/questions';
import { handInByClock } from '../practice/handInByClock';

/** The paper of the tests opens an hour after TEST_NOW and closes an hour later. */
const OPENS = '2026-11-23T01:30:00.000Z';
const DURING = '2026-11-23T01:40:00.000Z';
const CLOSES = '2026-11-23T02:30:00.000Z';
const IN_GRACE = '2026-11-23T02:30:29.000Z';
const AFTER = '2026-11-23T02:31:00.000Z';
const KEYS = /因为条文这样写|第二十一条|"key"|explanation/;

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query('truncate paper, question, quiz_run, review_card cascade');
});

const maker: TestPersonName = 'committeeOfficer';

async function draft(count = 3): Promise<{ paperId: string; version: number; ids: string[] }> {
  const ids: string[] = [];
  for (let added = 0; added < count; added += 1) ids.push(await addQuestion(world));
  const paper = await world.ok(maker, 'quiz.savePaper', {
    paper: null,
    organisationId: world.organisations.committee,
    title: '十一月小测',
    keep: ids,
    draw: [],
  });
  return { paperId: paper.paperId, version: paper.version, ids };
}

async function published(over: Partial<Input<'quiz.publishPaper'>> = {}, count = 3) {
  const made = await draft(count);
  const paper = await world.ok(maker, 'quiz.publishPaper', {
    paperId: made.paperId,
    version: made.version,
    way: 'both',
    minutes: 30,
    opensAt: OPENS,
    closesAt: CLOSES,
    ...over,
  });
  return { ...made, version: paper.version };
}

const start = async (paperId: string, person: TestPersonName = 'member') =>
  (await world.ok(person, 'quiz.startPaper', { paperId })).run;

describe('making a paper', () => {
  it('draws from the bank by topic and type, keeps the order of what is kept, and tells the stock', async () => {
    const kept = await addQuestion(world);
    for (let added = 0; added < 3; added += 1) await addQuestion(world, { topic: '特种设备' });
    const { organisations } = world;
    const stock = await world.ok(maker, 'quiz.readPaperStock', { organisationId: organisations.committee });
    expect(stock.topics).toEqual([
      { topic: '计量', counts: { single: 1, multiple: 0, trueFalse: 0, blank: 0 } },
      { topic: '特种设备', counts: { single: 3, multiple: 0, trueFalse: 0, blank: 0 } },
    ]);
    const made = await world.ok(maker, 'quiz.savePaper', {
      paper: null,
      organisationId: organisations.committee,
      title: '小测',
      keep: [kept],
      draw: [{ topic: '特种设备', type: 'single', count: 2 }],
    });
    expect(made.questions.map((one) => one.topic)).toEqual(['计量', '特种设备', '特种设备']);
    expect(made).toMatchObject({ standing: 'draft', version: 1, size: 3, way: null });
    expect(await world.ok(maker, 'quiz.readPaper', { paperId: made.paperId })).toEqual(made);
  });

  it('refuses more than the bank has, another bureau’s or branch’s questions, and a stale version', async () => {
    const { paperId, ids } = await draft();
    const edit = (change: object) => ({
      paper: { paperId, version: 1 },
      organisationId: world.organisations.committee,
      title: '改',
      keep: ids,
      draw: [],
      ...change,
    });
    const save = (change: object) => world.refused(maker, 'quiz.savePaper', edit(change));
    expect(await save({ draw: [{ topic: null, type: null, count: 1 }] })).toBe('bank_too_small');
    expect(await save({ draw: [{ topic: null, type: null, count: 98 }] })).toBe('paper_too_long');
    const ofBranch = await addQuestion(world, { at: 'branch' });
    expect(await save({ keep: [ofBranch] })).toBe('not_found');
    expect(await save({ paper: { paperId, version: 2 } })).toBe('conflict');
    await world.ok(maker, 'quiz.savePaper', edit({ keep: ids.slice(1) }));
    expect(await save({})).toBe('conflict');
  });

  it('gives a question to one paper at a time, also when two are saved at once', async () => {
    const id = await addQuestion(world);
    const save = () =>
      world.call(maker, 'quiz.savePaper', {
        paper: null,
        organisationId: world.organisations.committee,
        title: '小测',
        keep: [id],
        draw: [],
      });
    const replies = await Promise.all([save(), save(), save()]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
  });

  it('is published once, with questions that may be asked, within its window', async () => {
    const { paperId, version, ids } = await draft();
    const publish = (change: object = {}) => ({
      paperId,
      version,
      way: 'phones' as const,
      minutes: null,
      opensAt: OPENS,
      closesAt: CLOSES,
      ...change,
    });
    expect(await world.refused(maker, 'quiz.publishPaper', publish({ closesAt: OPENS }))).toBe(
      'paper_window',
    );
    await inTenant(world.database.db, world.tenantId, (trx) =>
      trx
        .updateTable('question')
        .set({ state: 'retired' })
        .where('id', '=', ids[0] ?? '')
        .execute(),
    );
    expect(await world.refused(maker, 'quiz.publishPaper', publish())).toBe('paper_outdated');
    const trimmed = await world.ok(maker, 'quiz.savePaper', {
      paper: { paperId, version },
      organisationId: world.organisations.committee,
      title: '小测',
      keep: ids.slice(1),
      draw: [],
    });
    const twice = await Promise.all([
      world.call(maker, 'quiz.publishPaper', publish({ version: trimmed.version })),
      world.call(maker, 'quiz.publishPaper', publish({ version: trimmed.version })),
    ]);
    expect(twice.filter((reply) => reply.ok)).toHaveLength(1);
    const late = { paperId, version: trimmed.version + 1 };
    expect(await world.refused(maker, 'quiz.discardPaper', late)).toBe('wrong_state');
  });

  it('is seen with its keys by those who make it only', async () => {
    const { paperId } = await published();
    for (const person of ['member', 'secretary'] as const) {
      const code = await world.refused(person, 'quiz.readPaper', { paperId });
      expect(['not_found', 'not_allowed']).toContain(code);
    }
  });
});

describe('a paper that is not closed', () => {
  it('takes its questions out of practice while it is made, until it is closed or taken back', async () => {
    const { paperId, version } = await published();
    const ask = async () => (await world.ok('member', 'quiz.startRun', { mode: 'topic', topic: '计量' })).run;
    expect(await ask()).toBeNull();
    world.clock.set(AFTER);
    expect(await ask()).not.toBeNull();
    await world.database.owner.pool.query('truncate quiz_run cascade');
    world.clock.set(DURING);
    expect(await ask()).toBeNull();
    await world.ok(maker, 'quiz.withdrawPaper', { paperId, version, reason: '第 2 题要改' });
    expect(await ask()).not.toBeNull();
    expect((await world.ok('member', 'quiz.readOwnPapers', {})).papers).toEqual([]);
  });

  it('gives an abandoned draft’s questions back after thirty days', async () => {
    // Sessions do not last thirty days, so the draft is older than they are.
    world.clock.set('2026-10-30T00:30:00.000Z');
    await draft();
    world.clock.set('2026-11-29T00:29:59.000Z');
    expect((await world.ok('member', 'quiz.startRun', { mode: 'topic', topic: '计量' })).run).toBeNull();
    world.clock.set('2026-11-29T00:30:00.000Z');
    expect((await world.ok('member', 'quiz.startRun', { mode: 'topic', topic: '计量' })).run).not.toBeNull();
  });

  it('cannot be learned from an older set: no answer is graded, no earlier key is shown', async () => {
    const [answered = '', held = ''] = [await addQuestion(world), await addQuestion(world)];
    const { run } = await world.ok('member', 'quiz.startRun', { mode: 'topic', topic: '计量' });
    const runId = run?.id ?? '';
    await world.ok('member', 'quiz.answer', { runId, questionId: answered, answer: [0] });
    const { paperId } = await world.ok(maker, 'quiz.savePaper', {
      paper: null,
      organisationId: world.organisations.committee,
      title: '小测',
      keep: [answered, held],
      draw: [],
    });
    // An answer that waited in a phone is kept, and nobody learns from it before the paper is closed.
    const nothing = { graded: null, late: false, next: null, ahead: [] };
    for (const answer of [[0], [1], [2], [3]]) {
      for (const questionId of [held, answered])
        expect(await world.ok('member', 'quiz.answer', { runId, questionId, answer })).toEqual(nothing);
    }
    const seen = await world.ok('member', 'quiz.readRun', { runId });
    expect(seen.run.questions.map((one) => [one.graded, one.saved, one.again])).toEqual([
      [null, [0], false],
      [null, [0], false],
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/因为条文这样写|第二十一条/);
    expect((await world.ok('member', 'quiz.readWrongBook', {})).questions).toEqual([]);
    await world.ok(maker, 'quiz.discardPaper', { paperId, version: 1 });
    const told = await world.ok('member', 'quiz.readRun', { runId });
    expect(told.run.questions.map((one) => one.graded?.correct)).toEqual([false, false]);
  });

  it('shows nothing of its questions before it opens', async () => {
    const { paperId } = await published();
    const cover = await world.ok('member', 'quiz.readOwnPaper', { paperId });
    expect(cover.paper).toMatchObject({ standing: 'waiting', size: 3, runId: null });
    expect(JSON.stringify(cover)).not.toMatch(/题目 /);
    expect(await world.refused('member', 'quiz.startPaper', { paperId })).toBe('paper_not_open');
    expect(JSON.stringify(await world.call('member', 'quiz.startPaper', { paperId }))).not.toMatch(/题目 /);
  });
});

describe('answering a paper', () => {
  it('keeps answers until it is handed in, tells no key before it is closed, and then tells them', async () => {
    const { paperId, ids } = await published();
    world.clock.set(DURING);
    const run = await start(paperId);
    expect(run).toMatchObject({ mode: 'paper', over: false });
    expect(run.questions.map((one) => one.id)).toEqual(ids);
    expect(run.deadline).toEqual({ at: '2026-11-23T02:10:00.000Z', now: DURING });
    const said = [];
    for (const [index, questionId] of ids.entries()) {
      said.push(await world.ok('member', 'quiz.answer', { runId: run.id, questionId, answer: [index] }));
    }
    const handed = await world.ok('member', 'quiz.handIn', { runId: run.id });
    said.push(handed, await world.ok('member', 'quiz.readRun', { runId: run.id }), await start(paperId));
    expect(handed.run.over).toBe(true);
    expect(JSON.stringify(said)).not.toMatch(/因为条文这样写|第二十一条/);
    expect(handed.run.questions.every((one) => one.graded === null)).toBe(true);
    expect((await world.ok('member', 'quiz.readWrongBook', {})).questions).toEqual([]);
    const changed = { runId: run.id, questionId: ids[0] ?? '', answer: [1] };
    expect(await world.refused('member', 'quiz.answer', changed)).toBe('run_handed_in');

    world.clock.set(IN_GRACE);
    expect(JSON.stringify(await start(paperId))).not.toMatch(KEYS);
    world.clock.set(AFTER);
    const result = await start(paperId);
    expect(result.questions.map((one) => one.graded?.correct)).toEqual([false, true, false]);
    expect((await world.ok('member', 'quiz.readWrongBook', {})).questions).toHaveLength(2);
  });

  it('ends for everybody when it closes, whenever it was begun', async () => {
    const { paperId } = await published({ minutes: 60 });
    world.clock.set('2026-11-23T02:20:00.000Z');
    const run = await start(paperId);
    expect(run.deadline?.at).toBe(CLOSES);
    world.clock.set(AFTER);
    expect(await world.refused('secondMember', 'quiz.startPaper', { paperId })).toBe('paper_closed');
    expect((await start(paperId)).over).toBe(true);
  });

  it('begun at the very moment it is taken back is begun or not there, and never half', async () => {
    for (let round = 0; round < 4; round += 1) {
      world.clock.set(TEST_NOW);
      const { paperId, version } = await published({}, 1);
      world.clock.set(DURING);
      const back = { paperId, version, reason: '题目要改' };
      const [withdrawn, ...begun] = await Promise.all([
        world.call(maker, 'quiz.withdrawPaper', back),
        world.call('member', 'quiz.startPaper', { paperId }),
        world.call('secondMember', 'quiz.startPaper', { paperId }),
      ]);
      expect(withdrawn.ok).toBe(true);
      for (const reply of begun) if (!reply.ok) expect(reply.error.code).toBe('not_found');
      expect(await world.refused('member', 'quiz.startPaper', { paperId })).toBe('not_found');
    }
  });

  it('is one attempt, the same on two phones at once', async () => {
    const { paperId } = await published();
    world.clock.set(DURING);
    const runs = await Promise.all([start(paperId), start(paperId), start(paperId)]);
    expect(new Set(runs.map((run) => run.id)).size).toBe(1);
    expect((await start(paperId)).id).toBe(runs[0]?.id);
  });

  it('belongs to the member alone', async () => {
    const { paperId, ids } = await published();
    world.clock.set(DURING);
    const run = await start(paperId);
    for (const person of ['secondMember', 'committeeOfficer', 'secretary'] as const) {
      expect(await world.refused(person, 'quiz.readRun', { runId: run.id })).toBe('not_found');
      const foreign = { runId: run.id, questionId: ids[0] ?? '', answer: [1] };
      expect(await world.refused(person, 'quiz.answer', foreign)).toBe('not_found');
    }
  });

  it('is not for a sibling branch, another bureau, or a paper on a wall', async () => {
    await addQuestion(world);
    const made = await world.ok('secretary', 'quiz.savePaper', {
      paper: null,
      organisationId: world.organisations.branch,
      title: '支部小测',
      keep: [],
      draw: [{ topic: null, type: null, count: 1 }],
    });
    const publish = (way: 'projected' | 'phones') => ({
      paperId: made.paperId,
      version: 1,
      way,
      minutes: null,
      opensAt: OPENS,
      closesAt: CLOSES,
    });
    await world.ok('secretary', 'quiz.publishPaper', publish('phones'));
    world.clock.set(DURING);
    expect((await world.ok('member', 'quiz.readOwnPapers', {})).papers).toHaveLength(1);
    const { paperId } = made;
    expect(await world.refused('siblingMember', 'quiz.readOwnPaper', { paperId })).toBe('not_found');
    expect(await world.refused('siblingMember', 'quiz.startPaper', { paperId })).toBe('not_found');
    expect(await world.foreign.refused('member', 'quiz.startPaper', { paperId })).toBe('not_found');
    expect((await world.ok('siblingMember', 'quiz.readOwnPapers', {})).papers).toEqual([]);
  });

  it('on a wall is on nobody’s phone', async () => {
    const { paperId } = await published({ way: 'projected' });
    world.clock.set(DURING);
    expect(await world.refused('member', 'quiz.startPaper', { paperId })).toBe('not_found');
    expect((await world.ok('member', 'quiz.readOwnPapers', {})).papers).toEqual([]);
  });
});

describe('shares of right answers', () => {
  const people: TestPersonName[] = [
    'member',
    'secondMember',
    'secretary',
    'siblingMember',
    'siblingSecretary',
  ];

  /** Everybody of `people` answers both questions, the first three of them rightly; who is in `stays` does not hand in. */
  async function answered(stays: readonly TestPersonName[] = []): Promise<string> {
    const { paperId, ids } = await published({}, 2);
    const [first = '', second = ''] = ids;
    world.clock.set(DURING);
    for (const [index, person] of people.entries()) {
      const run = await start(paperId, person);
      const give = (questionId: string, answer: number[]) =>
        world.ok(person, 'quiz.answer', { runId: run.id, questionId, answer });
      await give(first, [index < 3 ? 1 : 0]);
      if (index > 0) await give(second, [1]);
      if (!stays.includes(person)) await world.ok(person, 'quiz.handIn', { runId: run.id });
    }
    return paperId;
  }
  const shares = async (paperId: string) =>
    (await world.ok(maker, 'quiz.readPaper', { paperId })).questions.map((one) => one.share);

  it('are told once the paper is closed and answers on their way have arrived, from five people up', async () => {
    const paperId = await answered();
    expect(await shares(paperId)).toEqual([null, null]);
    world.clock.set(IN_GRACE);
    expect(await shares(paperId)).toEqual([null, null]);
    world.clock.set(AFTER);
    expect(await shares(paperId)).toEqual([60, null]);
  });

  it('wait until the clock has handed in the last one, so that no two looks differ by that person', async () => {
    const paperId = await answered(['siblingSecretary', 'member']);
    world.clock.set(AFTER);
    expect(await shares(paperId)).toEqual([null, null]);
    // Whoever looks at the own set is handed in by it, and the share still waits for the other.
    await world.ok('member', 'quiz.startPaper', { paperId });
    expect(await shares(paperId)).toEqual([null, null]);
    await handInByClock(world.database.db, world.ports, world.tenantId);
    expect(await shares(paperId)).toEqual([60, null]);
  });

  it('are told no more when the first of their answers are forgotten', async () => {
    const paperId = await answered();
    world.clock.set(AFTER);
    const openedDaysAgo = (days: number) =>
      inTenant(world.database.db, world.tenantId, (trx) =>
        trx
          .updateTable('paper')
          .set({ opens_at: new Date(Date.parse(OPENS) - days * 86_400_000) })
          .where('tenant_id', '=', world.tenantId)
          .where('id', '=', paperId)
          .execute(),
      );
    await openedDaysAgo(366);
    expect(await shares(paperId)).toEqual([60, null]);
    await openedDaysAgo(367);
    expect(await shares(paperId)).toEqual([null, null]);
  });
});
