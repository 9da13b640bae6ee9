import { inTenant } from '../../database/tenantTransaction';
import { createTestBureau, type TestWorld } from '../../testing/bureau';
import type { TestPersonName } from '../../testing/people';
import { upload } from '../../testing/upload';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.database.owner.pool.query(
    'truncate bank_import, bank_import_line, question_review, question_verdict, question, law_change cascade',
  );
});

const stemOf = (number: number) =>
  `第${number}号窗口${'甲乙丙丁戊己庚辛壬癸'[number % 10]}${number * 7919}事项由谁答复？`;
const questionText = (number: number, answer = 'A') =>
  `${number}. ${stemOf(number)}\nA. 受理的窗口${number}\nB. 值班室\n${answer === '' ? '' : `答案：${answer}\n`}`;

/** Imports `count` clear questions and `unclear` ones that the secretary resolves; returns the import's id. */
async function imported(count: number, unclear = 0): Promise<string> {
  const content = Buffer.from(
    Array.from({ length: count + unclear }, (_, at) => questionText(at + 1, at < count ? 'A' : '')).join(
      '\n',
    ),
  );
  const file = { purpose: 'import' as const, name: '题库.txt', content };
  const fileId = await upload(world, world, 'secretary', file);
  const { importId } = await world.ok('secretary', 'quiz.importBank', {
    organisationId: world.organisations.branch,
    files: [{ fileId, name: '题库.txt' }],
    topic: '窗口',
  });
  const { lines } = await world.ok('secretary', 'quiz.readImportLines', { importId, list: 'problems' });
  for (const { place, version, question } of lines) {
    const resolved = { ...question, type: 'single' as const, key: [1] };
    await world.ok('secretary', 'quiz.changeImportLine', { importId, place, version, question: resolved });
  }
  const { version } = await world.ok('secretary', 'quiz.readImport', { importId });
  await world.ok('secretary', 'quiz.applyImport', { importId, version });
  return importId;
}

const queueOf = async (person: TestPersonName) =>
  (await world.ok(person, 'quiz.readReviewQueue', {})).batches;
const open = (importId: string | null, person: TestPersonName = 'deputySecretary') =>
  world.ok(person, 'quiz.openReview', { organisationId: world.organisations.branch, importId });
async function toSee(reviewId: string, person: TestPersonName = 'deputySecretary') {
  const first = await world.ok(person, 'quiz.readReviewBatch', { reviewId });
  const second =
    first.next === null
      ? null
      : await world.ok(person, 'quiz.readReviewBatch', { reviewId, from: first.next });
  return { review: first.review, questions: [...first.questions, ...(second?.questions ?? [])] };
}
/** Judges everything: those that `isWrong` says are given back. */
async function judgeAll(
  reviewId: string,
  isWrong: (question: { stem: string; flagged: boolean }, at: number) => boolean = () => false,
  person: TestPersonName = 'deputySecretary',
) {
  const { questions } = await toSee(reviewId, person);
  for (const [at, question] of questions.entries()) {
    const verdict = isWrong(question, at)
      ? { verdict: 'return' as const, reason: '答案和条文对不上' }
      : { verdict: 'pass' as const };
    const { id: questionId, version } = question;
    await world.ok(person, 'quiz.judgeQuestion', { reviewId, questionId, version, ...verdict });
  }
}
const close = (reviewId: string, person: TestPersonName = 'deputySecretary') =>
  world.ok(person, 'quiz.closeReview', { reviewId, version: 1 });
const rowsOf = () =>
  inTenant(world.database.db, world.tenantId, (trx) =>
    trx.selectFrom('question').select(['id', 'state', 'review_kind', 'reviewer_id', 'stem']).execute(),
  );
const countOf = async (state: string, kind: string | null) =>
  (await rowsOf()).filter((row) => row.state === state && row.review_kind === kind).length;

describe('a batch', () => {
  it('waits in the queue of those who review, with what is flagged', async () => {
    const importId = await imported(3, 2);
    expect(await queueOf('deputySecretary')).toEqual([
      {
        organisationId: world.organisations.branch,
        organisationName: '机关第一党支部',
        importId,
        title: '题库.txt',
        size: 5,
        flagged: 2,
        reviewId: null,
        lastReturned: false,
        mine: false,
      },
    ]);
    expect((await queueOf('secretary'))[0]?.mine).toBe(true);
    expect(await queueOf('committeeOfficer')).toHaveLength(1);
    expect(await queueOf('siblingSecretary')).toEqual([]);
    expect(await world.refused('member', 'quiz.readReviewQueue', {})).toBe('not_allowed');
  });

  it('tells the second person that it is there', async () => {
    await imported(2);
    const { notices } = await world.ok('deputySecretary', 'reminder.inbox', {});
    // The clock stands still: earlier batches of this file were told of at the same instant.
    expect(notices.filter(({ text }) => text.includes('2 道新题等您审核'))).toHaveLength(1);
  });

  it('has whatever our word list finds seen by itself, with what was found', async () => {
    const content = Buffer.from(
      `${questionText(1)}\n2. 群里有人让您加微信领补贴，应当怎么办？\nA. 先向单位核实\nB. 马上加\n答案：A\n`,
    );
    const fileId = await upload(world, world, 'secretary', { purpose: 'import', name: '题库.txt', content });
    const { importId } = await world.ok('secretary', 'quiz.importBank', {
      organisationId: world.organisations.branch,
      files: [{ fileId, name: '题库.txt' }],
      topic: '窗口',
    });
    const { version } = await world.ok('secretary', 'quiz.readImport', { importId });
    await world.ok('secretary', 'quiz.applyImport', { importId, version });
    expect((await queueOf('deputySecretary'))[0]).toMatchObject({ size: 2, flagged: 1 });
    const { reviewId } = await open(importId);
    const { questions } = await toSee(reviewId);
    expect(questions.map(({ flagged, note }) => [flagged, note])).toEqual([
      [true, '里面像有推广的话，请看是不是举例'],
      [false, ''],
    ]);
  });

  it('is seen as all that is flagged and twenty of the rest at random', async () => {
    const importId = await imported(25, 2);
    const { reviewId } = await open(importId);
    const { review, questions } = await toSee(reviewId);
    expect(review).toMatchObject({ toSee: 22, judged: 0, rest: 5, mayClose: false });
    expect(questions.map(({ flagged }) => flagged).slice(0, 3)).toEqual([true, true, false]);
    expect(questions.slice(2).map(({ stem }) => stem)).not.toEqual(
      Array.from({ length: 20 }, (_, at) => stemOf(at + 1)),
    );
  });

  it('is opened once, also by two at once, and another can go on with it', async () => {
    const importId = await imported(2);
    const [one, other] = await Promise.all([open(importId), open(importId, 'publicityOfficer')]);
    expect(one).toEqual(other);
    await judgeAll(one.reviewId, undefined, 'publicityOfficer');
    expect(await close(one.reviewId)).toMatchObject({ state: 'passed', passed: 2 });
    expect((await rowsOf()).map((row) => row.reviewer_id)).toEqual([
      world.members.publicityOfficer,
      world.members.publicityOfficer,
    ]);
  });

  it('is not reviewed by whoever wrote it, nor where somebody does not review', async () => {
    const importId = await imported(1);
    const input = { organisationId: world.organisations.branch, importId };
    expect(await world.refused('secretary', 'quiz.openReview', input)).toBe('second_person_needed');
    expect(await world.refused('siblingSecretary', 'quiz.openReview', input)).toBe('not_found');
    const { reviewId } = await open(importId);
    const [question] = (await toSee(reviewId)).questions;
    const verdict = { reviewId, questionId: question?.id ?? '', version: 1, verdict: 'pass' as const };
    expect(await world.refused('secretary', 'quiz.judgeQuestion', verdict)).toBe('second_person_needed');
    expect(await world.refused('siblingSecretary', 'quiz.judgeQuestion', verdict)).toBe('not_found');
    expect(await world.foreign.refused('deputySecretary', 'quiz.judgeQuestion', verdict)).toBe('not_found');
  });
});

describe('closing a review', () => {
  it('puts into use what was looked at, and the rest on the sample', async () => {
    const { reviewId } = await open(await imported(24, 1));
    await judgeAll(reviewId);
    expect(await close(reviewId)).toEqual({ state: 'passed', passed: 21, sampled: 4, returned: 0, left: 0 });
    expect([await countOf('reviewed', 'each'), await countOf('reviewed', 'sampled')]).toEqual([21, 4]);
    expect((await world.ok('member', 'quiz.today', {})).questions).toHaveLength(5);
    expect(await queueOf('deputySecretary')).toEqual([]);
  });

  it('with one of the sample given back leaves the rest, and the next sample is twice as large', async () => {
    const importId = await imported(65);
    const { reviewId } = await open(importId);
    await judgeAll(reviewId, (_question, at) => at === 3);
    expect(await close(reviewId)).toEqual({
      state: 'returned',
      passed: 19,
      sampled: 0,
      returned: 1,
      left: 45,
    });
    expect((await queueOf('deputySecretary'))[0]).toMatchObject({ size: 45, lastReturned: true });
    const next = await open(importId);
    expect((await toSee(next.reviewId)).review).toMatchObject({ toSee: 40, rest: 5 });
  });

  it('with a flagged one given back still passes the rest on the sample', async () => {
    const { reviewId } = await open(await imported(22, 1));
    await judgeAll(reviewId, ({ flagged }) => flagged);
    expect(await close(reviewId)).toEqual({ state: 'passed', passed: 20, sampled: 2, returned: 1, left: 0 });
  });

  it('needs a verdict on every one that is to be seen, as it is now', async () => {
    const { reviewId } = await open(await imported(2));
    expect(await world.refused('deputySecretary', 'quiz.closeReview', { reviewId, version: 1 })).toBe(
      'review_unfinished',
    );
    await judgeAll(reviewId);
    const [question] = (await toSee(reviewId)).questions;
    if (!question) throw new Error('nothing to see');
    const { id, version, type, stem, options, key, source, topic, difficulty } = question;
    const changed = { type, stem, options, key, explanation: '改过的解释', source, topic, difficulty };
    await world.ok('secretary', 'quiz.saveQuestion', {
      questionId: id,
      version,
      organisationId: world.organisations.branch,
      question: changed,
      expiresOn: null,
    });
    expect((await toSee(reviewId)).review).toMatchObject({ judged: 1, mayClose: false });
    expect(await world.refused('deputySecretary', 'quiz.closeReview', { reviewId, version: 1 })).toBe(
      'review_unfinished',
    );
    const stale = { reviewId, questionId: id, version, verdict: 'pass' as const };
    expect(await world.refused('deputySecretary', 'quiz.judgeQuestion', stale)).toBe('conflict');
  });

  it('by two at once happens once', async () => {
    const { reviewId } = await open(await imported(3));
    await judgeAll(reviewId);
    const input = { reviewId, version: 1 };
    const replies = await Promise.all(
      (['deputySecretary', 'publicityOfficer', 'deputySecretary'] as const).map((person) =>
        world.call(person, 'quiz.closeReview', input),
      ),
    );
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort();
    expect(codes).toEqual(['conflict', 'conflict', 'ok']);
  });

  it('never passes unseen what somebody has touched since', async () => {
    const { reviewId } = await open(await imported(23));
    const { questions } = await toSee(reviewId);
    const seen = new Set(questions.map(({ id }) => id));
    const other = (await rowsOf()).find((row) => !seen.has(row.id));
    const [like] = questions;
    if (!other || !like) throw new Error('no rest');
    const { type, options, key, explanation, source, topic, difficulty } = like;
    await world.ok('secretary', 'quiz.saveQuestion', {
      questionId: other.id,
      version: 1,
      organisationId: world.organisations.branch,
      question: { type, stem: '改成了另一道题？', options, key, explanation, source, topic, difficulty },
      expiresOn: null,
    });
    await judgeAll(reviewId);
    expect(await close(reviewId)).toMatchObject({ sampled: 2, left: 1 });
    expect((await rowsOf()).filter((row) => row.state === 'draft').map((row) => row.stem)).toEqual([
      '改成了另一道题？',
    ]);
  });
});

it('the table itself refuses an author as second person and any change of what was reviewed', async () => {
  const { reviewId } = await open(await imported(1));
  await judgeAll(reviewId);
  await close(reviewId);
  const change = (set: Record<string, unknown>) =>
    inTenant(world.database.db, world.tenantId, (trx) =>
      trx.updateTable('question').set(set).where('tenant_id', '=', world.tenantId).execute(),
    );
  await expect(change({ key: '[1]' })).rejects.toThrow('never changes');
  await expect(change({ stem: '另一题' })).rejects.toThrow('never changes');
  await expect(change({ state: 'draft' })).rejects.toThrow('cannot become');
  await expect(change({ reviewer_id: world.members.secretary })).rejects.toThrow();
  await change({ state: 'retired' });
  await expect(change({ state: 'reviewed' })).rejects.toThrow('cannot become');
});
