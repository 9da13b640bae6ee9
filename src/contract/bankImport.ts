import * as v from 'valibot';
import { questionLimits } from '../domain/quiz/bank/questionDraft';
import { EditableQuestion, exampleIds, exampleQuestion, ReadQuestion } from './bankQuestion';
import { operation } from './operation';
import { Count, Id, Instant, line, Nothing, Version } from './shapes';

/**
 * The bank of questions: from files to a preview on the server, to drafts, past a second person, to what members are
 * asked. The uploaded files (purpose `import`) are deleted by the step that reads them; a preview lives 30 days and is
 * found again by `quiz.readImports`.
 */

const { organisationId, importId } = exampleIds;

/** The place of a line within its import, from 1 on. */
const Place = v.pipe(Count, v.maxValue(1_000_000));

const ImportSummary = v.object({
  importId: Id,
  version: Version,
  state: v.picklist(['preview', 'applied', 'undone']),
  organisationId: Id,
  organisationName: v.string(),
  /** Of questions whose file names no chapter. */
  topic: v.string(),
  /** When the files were read. */
  at: Instant,
  /** The lines are gone after this, and the whole unless it was applied. */
  until: Instant,
  files: v.array(
    v.object({
      name: v.string(),
      /** How it was understood, a Chinese sentence. */
      evidence: v.string(),
    }),
  ),
  /** How many lines each list of `quiz.readImportLines` has; essays are counted and left out. */
  found: v.object({ ready: Count, problems: Count, twins: Count, left: Count, essays: Count }),
  /** Once applied: what has come into the bank, and what was there by then and stayed out. */
  done: v.nullable(v.object({ added: Count, already: Count })),
  /** Applied, and nobody has answered one of its questions. */
  mayUndo: v.boolean(),
});

const summary = {
  importId,
  version: 1,
  state: 'preview' as const,
  organisationId,
  organisationName: '机关党委',
  topic: '党纪知识',
  at: '2026-11-23T00:30:00.000Z',
  until: '2026-12-23T00:30:00.000Z',
  files: [{ name: '题库.docx', evidence: '题号分题，选项带字母，答案在每题后面' }],
  found: { ready: 486, problems: 23, twins: 4, left: 3, essays: 2 },
  done: null,
  mayUndo: false,
};

/**
 * Reads uploaded files (purpose `import`) as one bank and keeps a preview. `name` is the file's own, as it was announced
 * in `file.begin`: its extension says how it is read.
 */
export const quizImportBank = operation({
  kind: 'write',
  input: v.object({
    organisationId: Id,
    files: v.pipe(
      v.array(v.object({ fileId: Id, name: line(120) })),
      v.minLength(1),
      v.maxLength(10),
      v.check((files) => new Set(files.map(({ fileId }) => fileId)).size === files.length),
    ),
    topic: line(questionLimits.topic),
  }),
  output: ImportSummary,
  example: {
    input: {
      organisationId,
      files: [{ fileId: '01980000-0000-7000-8000-000000000801', name: '题库.docx' }],
      topic: '党纪知识',
    },
    output: summary,
  },
});

/** The reader's own previews and what was applied in the last 30 days, newest first. */
export const quizReadImports = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ imports: v.array(ImportSummary) }),
  example: { input: {}, output: { imports: [summary] } },
});

export const quizReadImport = operation({
  kind: 'read',
  input: v.object({ importId: Id }),
  output: ImportSummary,
  example: { input: { importId }, output: summary },
});

const Twin = v.object({
  /** The same stem and options, or nearly so. */
  kind: v.picklist(['same', 'near']),
  /** The other line of this import; null when it is in the bank. */
  place: v.nullable(Count),
  /** Where that line stands; null when it is in the bank. */
  at: v.nullable(v.string()),
  /** The question of the bank; null when it is in this import. */
  questionId: v.nullable(Id),
  question: ReadQuestion,
});

const ImportLine = v.object({
  /** Names the line within its import. */
  place: Count,
  version: Version,
  /** Where in which file: `题库.docx 第 12 段`. */
  at: v.string(),
  question: ReadQuestion,
  /** While there is one, the line is not imported. */
  problems: v.array(v.object({ code: v.string(), message: v.string() })),
  twins: v.array(Twin),
  decision: v.picklist(['take', 'leave']),
  /** It had a problem or was changed here: a second person sees it by itself. */
  flagged: v.boolean(),
});

const exampleLine = {
  place: 12,
  version: 1,
  at: '题库.docx 第 48 段',
  question: { ...exampleQuestion, key: [], difficulty: null },
  problems: [{ code: 'answer_missing', message: '没有找到答案' }],
  twins: [],
  decision: 'take' as const,
  flagged: true,
};

/**
 * A page of one list of an own import, in the order of the files: `problems` and not left out; `twins`: the same or
 * nearly the same elsewhere, whatever was decided; `ready` to be imported; `left` out by decision.
 */
export const quizReadImportLines = operation({
  kind: 'read',
  input: v.object({
    importId: Id,
    list: v.picklist(['problems', 'twins', 'ready', 'left']),
    /** The last place of the page before. */
    after: v.optional(Place),
  }),
  output: v.object({ lines: v.array(ImportLine), next: v.nullable(Count) }),
  example: { input: { importId, list: 'problems' }, output: { lines: [exampleLine], next: null } },
});

/**
 * Changes one line of an own preview: its question as a whole, or only whether it is taken. The question is checked
 * again as when it was read; what is still not clear keeps its problem.
 */
export const quizChangeImportLine = operation({
  kind: 'write',
  input: v.object({
    importId: Id,
    place: Place,
    version: Version,
    question: v.optional(EditableQuestion),
    decision: v.optional(v.picklist(['take', 'leave'])),
  }),
  output: v.object({ line: ImportLine, import: ImportSummary }),
  example: {
    input: { importId, place: 12, version: 1, question: exampleQuestion },
    output: {
      line: { ...exampleLine, version: 2, question: exampleQuestion, problems: [] },
      import: { ...summary, version: 2, found: { ...summary.found, ready: 487, problems: 22 } },
    },
  },
});

/**
 * Brings what is ready into the bank as drafts, all or nothing. What has a problem or was left out stays behind, and can
 * still be resolved and applied later. What somebody else has brought in meanwhile is not brought in twice.
 */
export const quizApplyImport = operation({
  kind: 'write',
  input: v.object({ importId: Id, version: Version }),
  output: ImportSummary,
  example: {
    input: { importId, version: 1 },
    output: {
      ...summary,
      version: 2,
      state: 'applied',
      found: { ...summary.found, ready: 0 },
      done: { added: 486, already: 0 },
      mayUndo: true,
    },
  },
});

/** Takes an applied import back, all or nothing; `import_in_use` once somebody has answered one of its questions. */
export const quizUndoImport = operation({
  kind: 'write',
  input: v.object({ importId: Id, version: Version }),
  output: ImportSummary,
  example: {
    input: { importId, version: 2 },
    output: { ...summary, version: 3, state: 'undone' },
  },
});

/** Removes an own preview before its time. */
export const quizDiscardImport = operation({
  kind: 'write',
  input: v.object({ importId: Id }),
  output: Nothing,
  example: { input: { importId }, output: {} },
});
