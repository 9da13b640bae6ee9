import { sql } from 'kysely';
import type { Input } from '../../../src/contract/operations';
import { purgeTenant } from '../../purge';
import { createTestBureau, TEST_NOW, type TestWorld } from '../../testing/bureau';
import type { TestOrganisation, TestPersonName } from '../../testing/people';
import { upload } from '../../testing/upload';

let world: TestWorld;
beforeEach(async () => {
  world = await createTestBureau();
}, 30_000);
afterEach(() => world.close());

const choice = (number: number, stem: string, answer: string) =>
  `${number}. ${stem}\nA. 书面答复\nB. 口头答复\nC. 不予答复\n${answer === '' ? '' : `答案：${answer}\n`}`;
const fine = (number: number, word = '收到投诉') => choice(number, `${word}之后第${number}步怎么做？`, 'A');
const bank = [fine(1), fine(2, '受理申请'), choice(3, '窗口不在场时谁来接待群众？', '')].join('\n');

type List = Input<'quiz.readImportLines'>['list'];

const read = async (
  text: string | Record<string, string>,
  { person = 'secretary', at = 'branch' }: { person?: TestPersonName; at?: TestOrganisation } = {},
) => {
  const given = typeof text === 'string' ? { '题库.txt': text } : text;
  const files: { fileId: string; name: string }[] = [];
  for (const [name, content] of Object.entries(given)) {
    const file = { purpose: 'import' as const, name, content: Buffer.from(content) };
    files.push({ fileId: await upload(world, world, person, file), name });
  }
  return world.ok(person, 'quiz.importBank', {
    organisationId: world.organisations[at],
    files,
    topic: '窗口',
  });
};
const linesOf = async (importId: string, list: List, person: TestPersonName = 'secretary') =>
  (await world.ok(person, 'quiz.readImportLines', { importId, list })).lines;
const apply = (one: { importId: string; version: number }, person: TestPersonName = 'secretary') =>
  world.call(person, 'quiz.applyImport', { importId: one.importId, version: one.version });
const questionsOf = async (person: TestPersonName = 'secretary') =>
  (await world.ok(person, 'quiz.readQuestions', {})).questions;
const rowsIn = (table: string) =>
  world.asActor('secretary', async ({ trx }) => {
    const { rows } = await sql.raw<{ text: string }>(`select t::text as text from ${table} t`).execute(trx);
    return rows.map((row) => row.text);
  });

describe('reading a bank', () => {
  it('keeps a preview with what is not clear, and writes nothing into the bank; the file is gone', async () => {
    const preview = await read(bank);
    expect(preview).toMatchObject({
      state: 'preview',
      version: 1,
      organisationName: '机关第一党支部',
      topic: '窗口',
      found: { ready: 2, problems: 1, twins: 0, left: 0, essays: 0 },
      done: null,
      mayUndo: false,
    });
    expect(await linesOf(preview.importId, 'problems')).toMatchObject([
      {
        question: {
          type: null,
          stem: '窗口不在场时谁来接待群众？',
          options: ['书面答复', '口头答复', '不予答复'],
          key: [],
        },
        problems: [{ code: 'answer_missing', message: '没有找到答案' }],
        decision: 'take',
        flagged: true,
      },
    ]);
    expect((await linesOf(preview.importId, 'ready')).map(({ question }) => question.key)).toEqual([
      [0],
      [0],
    ]);
    expect(await questionsOf()).toEqual([]);
    expect(await rowsIn('file')).toEqual([]);
  });

  it('reads several files as one bank, questions and their key', async () => {
    const preview = await read({
      '题目.txt': [choice(1, '甲事怎么办理？', ''), choice(2, '乙事怎么办理？', '')].join('\n'),
      '答案.txt': '参考答案\n1. B\n2. AC\n',
    });
    expect(preview.found).toMatchObject({ ready: 2, problems: 0 });
    expect((await linesOf(preview.importId, 'ready')).map(({ question }) => question.key)).toEqual([
      [1],
      [0, 2],
    ]);
  });

  it('is found again by its reader on another day and by nobody else, until its time is over', async () => {
    const { importId } = await read(bank);
    world.clock.set('2026-12-20T01:00:00.000Z');
    const { imports } = await world.ok('secretary', 'quiz.readImports', {});
    expect(imports.map((one) => one.importId)).toEqual([importId]);
    for (const person of ['deputySecretary', 'siblingSecretary', 'committeeOfficer'] as const) {
      expect(await world.refused(person, 'quiz.readImport', { importId })).toBe('not_found');
      expect((await world.ok(person, 'quiz.readImports', {})).imports).toEqual([]);
    }
    expect(await world.foreign.refused('secretary', 'quiz.readImport', { importId })).toBe('not_found');
    world.clock.set('2026-12-24T01:00:00.000Z');
    await purgeTenant(world.database.db, world.ports, world.tenantId);
    expect(await rowsIn('bank_import_line')).toEqual([]);
    expect(await rowsIn('bank_import')).toEqual([]);
  });

  it.each([
    ['a file without questions', '天气.csv', '日期,天气\n周一,晴\n', 'bank_without_questions'],
    ['an empty file', '空.txt', '\n\n', 'document_empty'],
  ])('refuses %s, and keeps the file for another try', async (_what, name, content, code) => {
    const fileId = await upload(world, world, 'secretary', {
      purpose: 'import',
      name,
      content: Buffer.from(content),
    });
    const input = { organisationId: world.organisations.branch, files: [{ fileId, name }], topic: '窗口' };
    expect(await world.refused('secretary', 'quiz.importBank', input)).toBe(code);
    expect(await rowsIn('bank_import')).toEqual([]);
  });

  it('takes no file of another person, of another name or purpose, and no other organisation', async () => {
    const content = Buffer.from(bank);
    const fileId = await upload(world, world, 'secretary', { purpose: 'import', name: '题库.txt', content });
    const input = (changes: Partial<Input<'quiz.importBank'>>) => ({
      organisationId: world.organisations.branch,
      files: [{ fileId, name: '题库.txt' }],
      topic: '窗口',
      ...changes,
    });
    expect(await world.refused('deputySecretary', 'quiz.importBank', input({}))).toBe('not_found');
    expect(
      await world.refused('secretary', 'quiz.importBank', input({ files: [{ fileId, name: '题库.csv' }] })),
    ).toBe('not_found');
    for (const organisationId of [world.organisations.sibling, world.organisations.committee])
      expect(await world.refused('secretary', 'quiz.importBank', input({ organisationId }))).toBe(
        'not_found',
      );
    expect(await world.refused('member', 'quiz.importBank', input({}))).toBe('not_allowed');
    await world.ok('secretary', 'quiz.importBank', input({}));
    expect(await world.refused('secretary', 'quiz.importBank', input({}))).toBe('not_found');
  });
});

describe('what is there twice', () => {
  it('within the file stays out but for the first, and is shown beside it', async () => {
    const preview = await read([fine(1), choice(2, '收到投诉之后，第1步怎么做', 'A')].join('\n'));
    expect(preview.found).toMatchObject({ ready: 1, problems: 0, twins: 1, left: 1 });
    const [line] = await linesOf(preview.importId, 'twins');
    expect(line).toMatchObject({ place: 2, decision: 'leave', twins: [{ kind: 'same', place: 1 }] });
  });

  it('with two keys is a problem of both: a wrong key comes in from neither', async () => {
    const preview = await read(
      [choice(1, '同一道题怎么选？', 'A'), choice(2, '同一道题怎么选？', 'B')].join('\n'),
    );
    expect(preview.found).toMatchObject({ ready: 0, problems: 2 });
    const lines = await linesOf(preview.importId, 'problems');
    expect(lines.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['twin_other_key'],
      ['twin_other_key'],
    ]);
  });

  it('in the bank, equal or nearly so, is shown beside what the bank has', async () => {
    await apply(await read(fine(1)));
    const preview = await read([fine(1), choice(2, '请问收到投诉之后第1步怎么做？', 'A')].join('\n'));
    expect(preview.found).toMatchObject({ ready: 1, twins: 2, left: 1 });
    const lines = await linesOf(preview.importId, 'twins');
    expect(lines.map(({ twins }) => twins.map(({ kind }) => kind))).toEqual([['same'], ['near', 'near']]);
    expect(lines[0]?.twins[0]).toMatchObject({
      place: null,
      question: { stem: '收到投诉之后第1步怎么做？' },
    });
  });

  it('in the bank of a branch beside it is nobody’s business', async () => {
    await apply(await read(fine(1), { person: 'siblingSecretary', at: 'sibling' }), 'siblingSecretary');
    expect((await read(fine(1))).found).toMatchObject({ ready: 1, twins: 0 });
  });
});

describe('changing a line', () => {
  const resolved = async () => {
    const preview = await read(bank);
    const [line] = await linesOf(preview.importId, 'problems');
    if (!line) throw new Error('no problem');
    const { place, version, question } = line;
    return { preview, place, version, question: { ...question, type: 'single' as const, key: [2] } };
  };

  it('puts a question right; it comes in as one that a second person sees by itself', async () => {
    const { preview, place, version, question } = await resolved();
    const { importId } = preview;
    const step = { importId, place, version, question };
    const changed = await world.ok('secretary', 'quiz.changeImportLine', step);
    expect(changed.line).toMatchObject({ version: 2, problems: [], flagged: true, question: { key: [2] } });
    expect(changed.import).toMatchObject({ version: 2, found: { ready: 3, problems: 0 } });
    expect(await world.refused('secretary', 'quiz.changeImportLine', step)).toBe('conflict');
    await apply(changed.import);
    const texts = await rowsIn('(select stem, flagged from question)');
    expect(texts.filter((text) => text.endsWith(',t)'))).toEqual(['(窗口不在场时谁来接待群众？,t)']);
  });

  it('is judged as when it was read: what is still not sound keeps its problem', async () => {
    const { preview, place, version, question } = await resolved();
    const input = { importId: preview.importId, place, version, question: { ...question, key: [0, 1] } };
    const { line } = await world.ok('secretary', 'quiz.changeImportLine', input);
    expect(line.problems.map(({ code }) => code)).toEqual(['answer_count']);
    const outside = { ...input, version: 2, question: { ...question, key: [3] } };
    expect((await world.ok('secretary', 'quiz.changeImportLine', outside)).line.problems[0]?.code).toBe(
      'answer_outside_options',
    );
  });

  it('may be left out; a line that is not there is not found', async () => {
    const { preview, place, version } = await resolved();
    const { importId } = preview;
    const left = await world.ok('secretary', 'quiz.changeImportLine', {
      importId,
      place,
      version,
      decision: 'leave',
    });
    expect(left.import.found).toMatchObject({ ready: 2, problems: 0, left: 1 });
    expect(
      await world.refused('secretary', 'quiz.changeImportLine', {
        importId,
        place: 99,
        version: 1,
        decision: 'take',
      }),
    ).toBe('not_found');
  });
});

describe('applying', () => {
  it('brings in what is ready as drafts, leaves the rest behind, and the rest can follow', async () => {
    const preview = await read(bank);
    const reply = await world.ok('secretary', 'quiz.applyImport', { importId: preview.importId, version: 1 });
    expect(reply).toMatchObject({
      state: 'applied',
      version: 2,
      found: { ready: 0, problems: 1 },
      done: { added: 2, already: 0 },
      mayUndo: true,
    });
    expect((await questionsOf()).map(({ state }) => state)).toEqual(['draft', 'draft']);
    expect((await world.ok('member', 'quiz.today', {})).questions).toEqual([]);
    const [line] = await linesOf(preview.importId, 'problems');
    if (!line) throw new Error('no problem');
    const { place, version, question } = line;
    const { import: after } = await world.ok('secretary', 'quiz.changeImportLine', {
      importId: preview.importId,
      place,
      version,
      question: { ...question, type: 'single', key: [1] },
    });
    expect(
      (
        await world.ok('secretary', 'quiz.applyImport', {
          importId: preview.importId,
          version: after.version,
        })
      ).done,
    ).toEqual({ added: 3, already: 0 });
    expect(await questionsOf()).toHaveLength(3);
  });

  it('twice at once brings everything in once, whichever hand was faster', async () => {
    const preview = await read(bank);
    const replies = await Promise.all([apply(preview), apply(preview), apply(preview)]);
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort();
    expect(codes).toEqual(['conflict', 'conflict', 'ok']);
    expect(await questionsOf()).toHaveLength(2);
  });

  it('the same mutation sent again gets the same reply', async () => {
    const { importId } = await read(bank);
    const options = { mutationId: '01980000-0000-7000-8000-00000000ffff' };
    const once = await world.ok('secretary', 'quiz.applyImport', { importId, version: 1 }, options);
    expect(await world.ok('secretary', 'quiz.applyImport', { importId, version: 1 }, options)).toEqual(once);
    expect(await questionsOf()).toHaveLength(2);
  });

  it('of the same file by two people at once brings every question in once and says so', async () => {
    const [mine, theirs] = [await read(bank), await read(bank, { person: 'deputySecretary' })];
    const [one, other] = await Promise.all([apply(mine), apply(theirs, 'deputySecretary')]);
    const done = [one, other].map((reply) =>
      reply.ok ? (reply.data as { done: unknown }).done : reply.error.code,
    );
    expect(done).toEqual(
      expect.arrayContaining([
        { added: 2, already: 0 },
        { added: 0, already: 2 },
      ]),
    );
    expect(await questionsOf()).toHaveLength(2);
  });

  it('is refused when nothing is ready, and for a version that is not the present one', async () => {
    const preview = await read(choice(1, '谁来接待？', ''));
    expect(
      await world.refused('secretary', 'quiz.applyImport', { importId: preview.importId, version: 2 }),
    ).toBe('conflict');
    expect(
      await world.refused('secretary', 'quiz.applyImport', { importId: preview.importId, version: 1 }),
    ).toBe('import_nothing_ready');
  });
});

describe('taking an import back', () => {
  it('removes all of its questions and nothing else', async () => {
    const first = await world.ok('secretary', 'quiz.applyImport', {
      ...(await idOf(read(fine(1)))),
      version: 1,
    });
    await apply(await read(fine(2, '受理申请')));
    const undone = await world.ok('secretary', 'quiz.undoImport', {
      importId: first.importId,
      version: first.version,
    });
    expect(undone).toMatchObject({ state: 'undone', mayUndo: false, done: null });
    expect((await questionsOf()).map(({ stem }) => stem)).toEqual(['受理申请之后第2步怎么做？']);
    expect(
      await world.refused('secretary', 'quiz.undoImport', {
        importId: first.importId,
        version: undone.version,
      }),
    ).toBe('wrong_state');
  });

  it('is refused once somebody has answered one of them', async () => {
    const applied = await world.ok('secretary', 'quiz.applyImport', {
      ...(await idOf(read(fine(1)))),
      version: 1,
    });
    await passAll(applied.importId);
    const { runId, questions } = await world.ok('member', 'quiz.today', {});
    const questionId = questions[0]?.id ?? '';
    await world.ok('member', 'quiz.answer', { runId: runId ?? '', questionId, answer: [0] });
    expect((await world.ok('secretary', 'quiz.readImport', { importId: applied.importId })).mayUndo).toBe(
      false,
    );
    expect(
      await world.refused('secretary', 'quiz.undoImport', {
        importId: applied.importId,
        version: applied.version,
      }),
    ).toBe('import_in_use');
    expect(await questionsOf()).toHaveLength(1);
  });

  it('loses against an answer or wins, but never takes an answer along', async () => {
    const applied = await world.ok('secretary', 'quiz.applyImport', {
      ...(await idOf(read(fine(1)))),
      version: 1,
    });
    await passAll(applied.importId);
    const { runId, questions } = await world.ok('member', 'quiz.today', {});
    const [undo, answer] = await Promise.all([
      world.call('secretary', 'quiz.undoImport', { importId: applied.importId, version: applied.version }),
      world.call('member', 'quiz.answer', {
        runId: runId ?? '',
        questionId: questions[0]?.id ?? '',
        answer: [0],
      }),
    ]);
    expect([undo.ok, answer.ok].filter(Boolean)).toHaveLength(1);
    expect(await rowsIn('run_answer')).toHaveLength(answer.ok ? 1 : 0);
  });

  const idOf = async (preview: Promise<{ importId: string }>) => ({ importId: (await preview).importId });
});

describe('a preview that is not wanted', () => {
  it('goes with its lines; what was applied does not', async () => {
    const preview = await read(bank);
    await world.ok('secretary', 'quiz.discardImport', { importId: preview.importId });
    expect(await rowsIn('bank_import_line')).toEqual([]);
    const other = await read(bank);
    await apply(other);
    expect(await world.refused('secretary', 'quiz.discardImport', { importId: other.importId })).toBe(
      'wrong_state',
    );
    world.clock.set('2027-02-01T00:00:00.000Z');
    await purgeTenant(world.database.db, world.ports, world.tenantId);
    expect(await rowsIn('bank_import')).toHaveLength(1);
    expect(await rowsIn('bank_import_line')).toEqual([]);
    world.clock.set(TEST_NOW);
    expect(await questionsOf()).toHaveLength(2);
  });
});

/** A second person passes the whole batch. */
async function passAll(importId: string): Promise<void> {
  const person = 'deputySecretary';
  const { reviewId, version } = await world.ok(person, 'quiz.openReview', {
    organisationId: world.organisations.branch,
    importId,
  });
  for (const { id, version: seen } of (await world.ok(person, 'quiz.readReviewBatch', { reviewId }))
    .questions)
    await world.ok(person, 'quiz.judgeQuestion', {
      reviewId,
      questionId: id,
      version: seen,
      verdict: 'pass',
    });
  await world.ok(person, 'quiz.closeReview', { reviewId, version });
}
