import type { Input } from '../../../src/contract/operations';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import { insertReviewedQuestion } from '../quizRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  await world.database.owner.pool.query(
    'truncate bank_import, question_review, question_verdict, question, law_change, quiz_run cascade',
  );
});

type Written = Input<'quiz.saveQuestion'>['question'];
const source = {
  title: '计量法',
  article: '第二十一条',
  url: null,
  versionOn: '2018-10-26',
  checkedOn: null,
};
const written = (changes: Partial<Written> = {}): Written => ({
  type: 'single',
  stem: '电子秤多久检定一次？',
  options: ['一年', '十年'],
  key: [0],
  explanation: '规程这样写。',
  source,
  topic: '计量',
  difficulty: 'easy',
  ...changes,
});
const save = (question: Written, more: Partial<Input<'quiz.saveQuestion'>> = {}) => ({
  organisationId: world.organisations.branch,
  question,
  expiresOn: null,
  ...more,
});
const addDraft = (question = written()) => world.ok('secretary', 'quiz.saveQuestion', save(question));
/** A reviewed question of the branch, written by the secretary. */
const addReviewed = (changes: Partial<Written> = {}, at: 'branch' | 'committee' = 'branch') =>
  world.asActor('secretary', async ({ trx, newId }) => {
    const id = newId();
    await insertReviewedQuestion(trx, world.tenantId, {
      ...written(changes),
      id,
      organisationId: world.organisations[at],
      demo: false,
      authorId: world.members.secretary,
      reviewerId: world.members.deputySecretary,
    });
    return id;
  });
const look = async (questionId: string, person: 'secretary' | 'deputySecretary' = 'secretary') =>
  (await world.ok(person, 'quiz.readQuestion', { questionId })).question;
const list = async (input: Input<'quiz.readQuestions'> = {}) =>
  (await world.ok('secretary', 'quiz.readQuestions', input)).questions.map(({ stem }) => stem);
const asked = async () => (await world.ok('member', 'quiz.today', {})).questions.map(({ stem }) => stem);
/** Everything that waits at the branch is passed by the deputy. */
async function passWaiting(): Promise<void> {
  const { reviewId, version } = await world.ok('deputySecretary', 'quiz.openReview', {
    organisationId: world.organisations.branch,
    importId: null,
  });
  const { questions } = await world.ok('deputySecretary', 'quiz.readReviewBatch', { reviewId });
  for (const { id, version: seen } of questions) {
    const verdict = { reviewId, questionId: id, version: seen, verdict: 'pass' as const };
    await world.ok('deputySecretary', 'quiz.judgeQuestion', verdict);
  }
  await world.ok('deputySecretary', 'quiz.closeReview', { reviewId, version });
}

describe('the list', () => {
  it('is narrowed by topic, type, state and words, whatever their width and signs', async () => {
    await addDraft(written({ stem: '草稿里的题？' }));
    await addReviewed({ stem: '《计量法》何时施行？', type: 'trueFalse', options: [], key: [1] });
    await addReviewed({ stem: '价格要不要标明？', topic: '价格' });
    expect((await list()).sort()).toEqual(['《计量法》何时施行？', '价格要不要标明？', '草稿里的题？']);
    expect(await list({ topic: '价格' })).toEqual(['价格要不要标明？']);
    expect(await list({ type: 'trueFalse' })).toEqual(['《计量法》何时施行？']);
    expect(await list({ state: 'draft' })).toEqual(['草稿里的题？']);
    expect(await list({ text: '计量法 何时' })).toEqual(['《计量法》何时施行？']);
    expect(await list({ text: '100%_' })).toEqual([]);
    const { overview } = await world.ok('secretary', 'quiz.readQuestions', {});
    expect(overview).toEqual({
      topics: [
        { topic: '计量', size: 2 },
        { topic: '价格', size: 1 },
      ],
      found: { draft: 1, returned: 0, reviewed: 2, checking: 0, expired: 0, retired: 0 },
    });
  });

  it('goes on page by page without leaving one out', async () => {
    for (let number = 0; number < 45; number += 1) await addReviewed({ stem: `第${number}题？` });
    const first = await world.ok('secretary', 'quiz.readQuestions', {});
    expect(first.questions).toHaveLength(40);
    const rest = await world.ok('secretary', 'quiz.readQuestions', { after: first.next ?? '' });
    expect(rest).toMatchObject({ next: null, overview: null });
    const ids = [...first.questions, ...rest.questions].map(({ id }) => id);
    expect(new Set(ids).size).toBe(45);
  });

  it('shows the banks of those organisations that one keeps or reviews for, and no other', async () => {
    const organisations = async (person: 'secretary' | 'committeeOfficer') =>
      (await world.ok(person, 'quiz.readQuestions', {})).organisations.map(({ id }) => id);
    expect(await organisations('secretary')).toEqual([world.organisations.branch]);
    expect(await organisations('committeeOfficer')).toEqual(
      expect.arrayContaining([world.organisations.committee, world.organisations.branch]),
    );
    const organisationId = world.organisations.sibling;
    expect(await world.refused('secretary', 'quiz.readQuestions', { organisationId })).toBe('not_found');
  });
});

describe('writing a question', () => {
  it('adds a draft that nobody is asked before a second person has passed it', async () => {
    const { questionId, twin } = await addDraft();
    expect(twin).toBeNull();
    expect(await asked()).toEqual([]);
    expect(await look(questionId)).toMatchObject({
      state: 'draft',
      mine: true,
      mayEdit: true,
      mayCorrect: false,
    });
    await passWaiting();
    expect(await asked()).toEqual(['电子秤多久检定一次？']);
    expect(await look(questionId)).toMatchObject({ state: 'reviewed', reviewKind: 'each', mayEdit: false });
  });

  it.each<[string, Partial<Written>]>([
    ['no key', { key: [] }],
    ['a key outside the options', { key: [2] }],
    ['two keys of a single question', { key: [0, 1] }],
    ['one option', { options: ['一年'] }],
    ['two options alike', { options: ['一年', '一年'] }],
    ['fewer texts than blanks', { type: 'blank', stem: '先（ ）后（ ）', options: [], key: [['甲']] }],
    ['options of a true-false question', { type: 'trueFalse', key: [1] }],
    ['texts as the key of a choice', { key: [['一年']] }],
  ])('refuses %s', async (_what, changes) => {
    expect(await world.refused('secretary', 'quiz.saveQuestion', save(written(changes)))).toBe(
      'question_unclear',
    );
  });

  it('takes blanks with alternatives, and a member is graded by them', async () => {
    await addDraft(
      written({ type: 'blank', stem: '先（ ）后（ ）', options: [], key: [['登记', '受理'], ['答复']] }),
    );
    await passWaiting();
    const { runId, questions } = await world.ok('member', 'quiz.today', {});
    const answer = { runId: runId ?? '', questionId: questions[0]?.id ?? '', answer: ['受 理。', '答复'] };
    expect((await world.ok('member', 'quiz.answer', answer)).graded).toMatchObject({ correct: true });
  });

  it('changes a draft in the version that was seen, and says what is the same already', async () => {
    const { questionId } = await addDraft();
    const step = save(written({ explanation: '改一改' }), { questionId, version: 1 });
    expect(await world.ok('deputySecretary', 'quiz.saveQuestion', step)).toMatchObject({ version: 2 });
    expect(await world.refused('secretary', 'quiz.saveQuestion', step)).toBe('conflict');
    const again = await addDraft(written({ options: ['十年', '一年'], stem: '电子秤 多久检定一次' }));
    expect(again.twin).toEqual({ questionId, state: 'draft' });
    // Whoever has written a word of it is no second person.
    expect(await look(questionId, 'deputySecretary')).toMatchObject({ mine: true });
  });

  it('is not for a plain member, a branch beside or another bureau', async () => {
    const { questionId } = await addDraft();
    const step = save(written(), { questionId, version: 1 });
    expect(await world.refused('member', 'quiz.saveQuestion', step)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'quiz.saveQuestion', step)).toBe('not_found');
    expect(await world.foreign.refused('secretary', 'quiz.saveQuestion', step)).toBe('not_found');
    expect(await world.refused('siblingSecretary', 'quiz.readQuestion', { questionId })).toBe('not_found');
  });
});

describe('correcting a reviewed question', () => {
  it('makes a new one that takes its place once it is reviewed', async () => {
    const old = await addReviewed();
    expect(
      await world.refused('secretary', 'quiz.saveQuestion', save(written(), { questionId: old, version: 1 })),
    ).toBe('wrong_state');
    const correction = save(written({ key: [1] }), { replaces: old, version: 1 });
    const { questionId, twin } = await world.ok('secretary', 'quiz.saveQuestion', correction);
    expect(twin).toBeNull();
    expect(await look(old)).toMatchObject({ state: 'reviewed', correctionId: questionId, mayCorrect: false });
    expect(await world.refused('deputySecretary', 'quiz.saveQuestion', correction)).toBe('conflict');
    expect(await asked()).toHaveLength(1);
    await passWaiting();
    expect(await look(old)).toMatchObject({
      state: 'retired',
      history: [{ id: questionId, state: 'reviewed', isNewer: true }],
    });
    expect(await look(questionId)).toMatchObject({
      history: [{ id: old, state: 'retired', isNewer: false }],
    });
  });

  it('by two at once begins one correction', async () => {
    const old = await addReviewed();
    const replies = await Promise.all(
      (['secretary', 'deputySecretary'] as const).map((person) =>
        world.call(person, 'quiz.saveQuestion', save(written({ key: [1] }), { replaces: old, version: 1 })),
      ),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('taking a question out of use', () => {
  it('at once, or from its day on', async () => {
    const [now, later] = [
      await addReviewed({ stem: '现在停用？' }),
      await addReviewed({ stem: '以后停用？' }),
    ];
    await world.ok('secretary', 'quiz.retireQuestion', { questionId: now, version: 1 });
    const on = '2026-11-24';
    expect(
      await world.ok('secretary', 'quiz.retireQuestion', { questionId: later, version: 1, on }),
    ).toMatchObject({
      state: 'reviewed',
      expiresOn: on,
    });
    expect(await asked()).toEqual(['以后停用？']);
    world.clock.set('2026-11-23T16:00:00.000Z');
    expect(await asked()).toEqual([]);
    expect(await list({ state: 'expired' })).toEqual(['以后停用？']);
  });

  it('refuses a day that has passed, another version, and what is out of use', async () => {
    const questionId = await addReviewed();
    const retire = (more: object) => ({ questionId, version: 1, ...more });
    expect(await world.refused('secretary', 'quiz.retireQuestion', retire({ on: '2026-11-22' }))).toBe(
      'bad_input',
    );
    expect(await world.refused('secretary', 'quiz.retireQuestion', retire({ version: 2 }))).toBe('conflict');
    await world.ok('committeeOfficer', 'quiz.retireQuestion', retire({}));
    expect(await world.refused('secretary', 'quiz.retireQuestion', retire({ version: 2 }))).toBe(
      'wrong_state',
    );
  });
});

describe('a law that changes', () => {
  const mark = (since = '2026-11-01') =>
    world.ok('committeeOfficer', 'study.markLaw', {
      title: '中华人民共和国计量法',
      kind: 'amended',
      since,
      note: '',
    });

  it('holds its questions back until a second person says that they still hold', async () => {
    const questionId = await addReviewed();
    await addReviewed({ stem: '别的法的题？', source: { ...source, title: '价格法' } });
    expect(await mark()).toMatchObject({ waiting: 1 });
    expect(await asked()).toEqual(['别的法的题？']);
    expect(await list({ state: 'checking' })).toEqual(['电子秤多久检定一次？']);
    const listedBy = async (who: 'secretary' | 'deputySecretary') =>
      (await world.ok(who, 'quiz.readQuestions', { state: 'checking' })).questions;
    expect(await listedBy('secretary')).toMatchObject([{ mine: true }]);
    expect(await listedBy('deputySecretary')).toMatchObject([
      {
        mine: false,
        changedLaw: {
          title: '中华人民共和国计量法',
          article: source.article,
          kind: 'amended',
          since: '2026-11-01',
        },
      },
    ]);
    expect(await look(questionId, 'deputySecretary')).toMatchObject({
      checking: { title: '中华人民共和国计量法', kind: 'amended', since: '2026-11-01' },
      maySettle: true,
      version: 2,
    });
    const settle = (versionOn: string) => ({ versionOn, questions: [{ id: questionId, version: 2 }] });
    expect(await world.refused('secretary', 'quiz.settleLawCheck', settle('2026-11-01'))).toBe(
      'second_person_needed',
    );
    expect(await world.refused('deputySecretary', 'quiz.settleLawCheck', settle('2018-10-26'))).toBe(
      'law_version_older',
    );
    await world.ok('deputySecretary', 'quiz.settleLawCheck', settle('2026-11-01'));
    expect(await look(questionId)).toMatchObject({
      checking: null,
      source: { versionOn: '2026-11-01', checkedOn: '2026-11-23' },
    });
    expect(await list({ state: 'checking' })).toEqual([]);
  });

  it('that was marked by mistake lets them go', async () => {
    await addReviewed();
    const { changeId } = await mark();
    await world.ok('committeeOfficer', 'study.takeBackLaw', { changeId, version: 1 });
    expect(await asked()).toEqual(['电子秤多久检定一次？']);
  });

  it('is also minded when a question on an older version is reviewed after it', async () => {
    await mark();
    const { questionId } = await addDraft();
    await passWaiting();
    expect(await look(questionId)).toMatchObject({ state: 'reviewed', checking: { since: '2026-11-01' } });
    expect(await asked()).toEqual([]);
  });
});

describe('what a member reports', () => {
  it('reaches whoever keeps that bank, and the answer reaches the member', async () => {
    await addReviewed();
    const { runId, questions } = await world.ok('member', 'quiz.today', {});
    const subjectId = questions[0]?.id ?? '';
    await world.ok('member', 'quiz.answer', { runId: runId ?? '', questionId: subjectId, answer: [0] });
    await world.ok('member', 'feedback.reportFault', { subject: 'question', subjectId, text: '选项写反了' });
    const { faults } = await world.ok('secretary', 'feedback.faults', {});
    const [fault] = faults;
    expect(fault).toMatchObject({ subject: 'question', subjectId, answer: null });
    const answer = { faultId: fault?.id ?? '', version: fault?.version ?? 0, answer: '已经更正' };
    await world.ok('secretary', 'feedback.answerFault', answer);
    expect((await world.ok('member', 'feedback.myFaults', {})).faults[0]?.answer).toBe('已经更正');
  });
});
