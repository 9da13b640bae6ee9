import * as v from 'valibot';
import { difficulties, questionLimits } from '../domain/quiz/bank/questionDraft';
import { mostSettledAtOnce } from '../domain/study/law/lawChange';
import { operation } from './operation';
import {
  Count,
  Day,
  Id,
  Instant,
  Key,
  line,
  Nothing,
  optionalText,
  QuestionType,
  text,
  Version,
} from './shapes';

/**
 * The bank of questions: from files to a preview on the server, to drafts, past a second person, to what members are
 * asked. The uploaded files (purpose `import`) are deleted by the step that reads them; a preview lives 30 days and is
 * found again by `quiz.readImports`.
 */

const Difficulty = v.nullable(v.picklist(difficulties));

const QuestionSource = v.object({
  /** Empty where nobody has said. */
  title: optionalText(questionLimits.sourceTitle),
  article: optionalText(questionLimits.article),
  url: v.nullable(v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u))),
  versionOn: v.nullable(Day),
  checkedOn: v.nullable(Day),
});

/** A question as somebody writes it. Whether it is sound is said by the domain (`questionProblems`). */
const EditableQuestion = v.object({
  type: QuestionType,
  stem: text(questionLimits.stem),
  options: v.pipe(v.array(text(questionLimits.option)), v.maxLength(questionLimits.options)),
  /** As `shapes.Key`; empty while it is not known. */
  key: v.union([
    v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(questionLimits.options - 1))),
      v.maxLength(questionLimits.options),
    ),
    v.pipe(
      v.array(
        v.pipe(
          v.array(line(questionLimits.blankText)),
          v.minLength(1),
          v.maxLength(questionLimits.alternatives),
        ),
      ),
      v.maxLength(questionLimits.blanks),
    ),
  ]),
  explanation: optionalText(questionLimits.explanation),
  source: QuestionSource,
  topic: line(questionLimits.topic),
  difficulty: Difficulty,
});

/** A question with its key, for those who keep or review the bank. */
const content = {
  type: QuestionType,
  stem: v.string(),
  options: v.array(v.string()),
  key: Key,
  explanation: v.string(),
  source: v.object({
    title: v.string(),
    article: v.string(),
    url: v.nullable(v.string()),
    versionOn: v.nullable(Day),
    checkedOn: v.nullable(Day),
  }),
  topic: v.string(),
  difficulty: Difficulty,
};

/** As read from a file: the type is null and the key empty where they are not clear. */
const ReadContent = v.object({ ...content, type: v.nullable(QuestionType) });

const exampleContent = {
  type: 'single' as const,
  stem: '网上买的下列商品，哪一种不适用七天无理由退货？',
  options: ['没拆封的电饭煲', '按尺寸定做的窗帘', '试穿过一次的运动鞋', '还没激活的手机'],
  key: [1],
  explanation: '定做的商品退回去没法再卖，所以列为例外。',
  source: {
    title: '中华人民共和国消费者权益保护法',
    article: '第二十五条',
    url: null,
    versionOn: '2013-10-25',
    checkedOn: '2026-11-02',
  },
  topic: '消费者权益',
  difficulty: 'medium' as const,
};

const organisationId = '01980000-0000-7000-8000-00000000000b';
const importId = '01980000-0000-7000-8000-000000000a01';
const questionId = '01980000-0000-7000-8000-000000000101';
const reviewId = '01980000-0000-7000-8000-000000000b01';

// Import

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
  question: ReadContent,
});

const ImportLine = v.object({
  /** Names the line within its import. */
  place: Count,
  version: Version,
  /** Where in which file: `题库.docx 第 12 段`. */
  at: v.string(),
  question: ReadContent,
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
  question: { ...exampleContent, key: [], difficulty: null },
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
    input: { importId, place: 12, version: 1, question: exampleContent },
    output: {
      line: { ...exampleLine, version: 2, question: exampleContent, problems: [] },
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

// Desk

const state = v.picklist(['draft', 'reviewed', 'retired']);

/**
 * Questions of one organisation that the reader keeps or reviews for, newest first. Without `organisationId` the first
 * of `organisations`. `overview` comes with the first page.
 */
export const quizReadQuestions = operation({
  kind: 'read',
  input: v.object({
    organisationId: v.optional(Id),
    topic: v.optional(line(questionLimits.topic)),
    type: v.optional(QuestionType),
    /** `checking`: its law has changed; `expired`: its day has come; `returned`: a draft that was given back. */
    state: v.optional(v.picklist(['draft', 'returned', 'reviewed', 'checking', 'expired', 'retired'])),
    /** Words of stem or options; width, spacing and punctuation do not matter. */
    text: v.optional(line(60)),
    importId: v.optional(Id),
    /** The last question of the page before. */
    after: v.optional(Id),
  }),
  output: v.object({
    organisationId: Id,
    organisations: v.array(
      v.object({ id: Id, name: v.string(), mayKeep: v.boolean(), mayReview: v.boolean() }),
    ),
    overview: v.nullable(
      v.object({
        topics: v.array(v.object({ topic: v.string(), size: Count })),
        found: v.object({
          draft: Count,
          returned: Count,
          reviewed: Count,
          checking: Count,
          expired: Count,
          retired: Count,
        }),
      }),
    ),
    questions: v.array(
      v.object({
        id: Id,
        version: Version,
        type: QuestionType,
        stem: v.string(),
        topic: v.string(),
        difficulty: Difficulty,
        state,
        returned: v.boolean(),
        checking: v.boolean(),
        /** While `checking`: the law that has changed, and what of it the question rests on. */
        changedLaw: v.nullable(
          v.object({
            title: v.string(),
            article: v.string(),
            kind: v.picklist(['amended', 'repealed']),
            since: Day,
          }),
        ),
        /** The reader has written on it: somebody else reviews it, or says that it still holds. */
        mine: v.boolean(),
        expiresOn: v.nullable(Day),
        demo: v.boolean(),
      }),
    ),
    next: v.nullable(Id),
  }),
  example: {
    input: { state: 'reviewed', topic: '消费者权益' },
    output: {
      organisationId,
      organisations: [{ id: organisationId, name: '机关党委', mayKeep: true, mayReview: true }],
      overview: {
        topics: [{ topic: '消费者权益', size: 24 }],
        found: { draft: 3, returned: 1, reviewed: 24, checking: 0, expired: 0, retired: 2 },
      },
      questions: [
        {
          id: questionId,
          version: 2,
          type: 'single',
          stem: exampleContent.stem,
          topic: exampleContent.topic,
          difficulty: 'medium',
          state: 'reviewed',
          returned: false,
          checking: false,
          changedLaw: null,
          mine: false,
          expiresOn: null,
          demo: true,
        },
      ],
      next: null,
    },
  },
});

const QuestionDetail = v.object({
  id: Id,
  version: Version,
  organisationId: Id,
  organisationName: v.string(),
  ...content,
  state,
  /** The first day on which it is no longer asked. */
  expiresOn: v.nullable(Day),
  demo: v.boolean(),
  /** From which import it is: names of its files. */
  importedFrom: v.nullable(v.string()),
  flagged: v.boolean(),
  /** Looked at by itself, or passed with its batch on a sample (抽审). */
  reviewKind: v.nullable(v.picklist(['each', 'sampled'])),
  /** Why the second person gave the draft back. */
  returnedReason: v.nullable(v.string()),
  /** Its law has changed, and nobody has compared it yet. */
  checking: v.nullable(
    v.object({ title: v.string(), kind: v.picklist(['amended', 'repealed']), since: Day }),
  ),
  /** The reader has written on it. */
  mine: v.boolean(),
  /** A draft that the reader may change. */
  mayEdit: v.boolean(),
  /** Reviewed: the reader may write a correction, which takes its place once it is reviewed. */
  mayCorrect: v.boolean(),
  mayRetire: v.boolean(),
  /** Its law has changed, and the reader may say that it still holds. */
  maySettle: v.boolean(),
  /** The correction that somebody is writing. */
  correctionId: v.nullable(Id),
  /** What it corrects, newest first, and what has taken its place. */
  history: v.array(v.object({ id: Id, state, stem: v.string(), isNewer: v.boolean() })),
});

const exampleDetail: v.InferInput<typeof QuestionDetail> = {
  id: questionId,
  version: 2,
  organisationId,
  organisationName: '机关党委',
  ...exampleContent,
  state: 'reviewed',
  expiresOn: null,
  demo: true,
  importedFrom: '题库.docx',
  flagged: false,
  reviewKind: 'sampled',
  returnedReason: null,
  checking: null,
  mine: false,
  mayEdit: false,
  mayCorrect: true,
  mayRetire: true,
  maySettle: false,
  correctionId: null,
  history: [],
};

export const quizReadQuestion = operation({
  kind: 'read',
  input: v.object({ questionId: Id }),
  output: v.object({ question: QuestionDetail }),
  example: { input: { questionId }, output: { question: exampleDetail } },
});

/**
 * Writes a new draft (neither `questionId` nor `replaces`), changes a draft (`questionId` with `version`), or begins the
 * correction of a reviewed question (`replaces` with `version`): a new draft that takes its place once it is reviewed.
 * `question_unclear` when it is not sound (`questionProblems` says why).
 */
export const quizSaveQuestion = operation({
  kind: 'write',
  input: v.pipe(
    v.object({
      questionId: v.optional(Id),
      replaces: v.optional(Id),
      version: v.optional(Version),
      organisationId: Id,
      question: EditableQuestion,
      expiresOn: v.nullable(Day),
    }),
    v.check(
      ({ questionId, replaces, version }) =>
        (questionId === undefined || replaces === undefined) &&
        (version !== undefined) === (questionId !== undefined || replaces !== undefined),
    ),
  ),
  output: v.object({
    questionId: Id,
    version: Version,
    /** Another question of the bank with the same stem and options. */
    twin: v.nullable(v.object({ questionId: Id, state })),
  }),
  example: {
    input: { organisationId, question: exampleContent, expiresOn: null },
    output: { questionId, version: 1, twin: null },
  },
});

/**
 * Takes a question out of use: at once without `on` or with today; with a later day it expires then. It stays where it
 * was answered or printed. A draft is put aside.
 */
export const quizRetireQuestion = operation({
  kind: 'write',
  input: v.object({ questionId: Id, version: Version, on: v.optional(Day) }),
  output: v.object({ questionId: Id, version: Version, state, expiresOn: v.nullable(Day) }),
  example: {
    input: { questionId, version: 2 },
    output: { questionId, version: 3, state: 'retired', expiresOn: null },
  },
});

/** Somebody has compared questions with the version of `versionOn` of their law, and they still hold. All or none. */
export const quizSettleLawCheck = operation({
  kind: 'write',
  input: v.object({
    versionOn: Day,
    questions: v.pipe(
      v.array(v.object({ id: Id, version: Version })),
      v.minLength(1),
      v.maxLength(mostSettledAtOnce),
      v.check((questions) => new Set(questions.map(({ id }) => id)).size === questions.length),
    ),
  }),
  output: v.object({ settled: Count }),
  example: {
    input: { versionOn: '2026-11-01', questions: [{ id: questionId, version: 3 }] },
    output: { settled: 1 },
  },
});

// Review

/** Batches of drafts that wait for a second person, where the reader may review. */
export const quizReadReviewQueue = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    batches: v.array(
      v.object({
        organisationId: Id,
        organisationName: v.string(),
        /** Null: written by hand. */
        importId: v.nullable(Id),
        /** Names of the files, or that they were written by hand. */
        title: v.string(),
        /** Drafts of the batch that were not given back. */
        size: Count,
        /** Of these each one is looked at; of the rest a sample. */
        flagged: Count,
        /** A review that is going on. */
        reviewId: v.nullable(Id),
        /** The last sample had something wrong: the next one is twice as large. */
        lastReturned: v.boolean(),
        /** The reader has written all of it: somebody else reviews. */
        mine: v.boolean(),
      }),
    ),
  }),
  example: {
    input: {},
    output: {
      batches: [
        {
          organisationId,
          organisationName: '机关党委',
          importId,
          title: '题库.docx',
          size: 486,
          flagged: 23,
          reviewId,
          lastReturned: false,
          mine: false,
        },
      ],
    },
  },
});

/** Begins the review of a batch, or finds the one that is going on: all that is flagged, and a random sample of the rest. */
export const quizOpenReview = operation({
  kind: 'write',
  input: v.object({ organisationId: Id, importId: v.nullable(Id) }),
  output: v.object({ reviewId: Id, version: Version }),
  example: { input: { organisationId, importId }, output: { reviewId, version: 1 } },
});

const ReviewSummary = v.object({
  reviewId: Id,
  version: Version,
  state: v.picklist(['open', 'passed', 'returned']),
  organisationName: v.string(),
  title: v.string(),
  /** To be looked at: flagged ones and the sample. */
  toSee: Count,
  /** Of these with a verdict on the question as it is now. */
  judged: Count,
  /** Goes with the sample. */
  rest: Count,
  /** One of the sample was given back: the rest stays for another review. */
  isSampleReturned: v.boolean(),
  mayClose: v.boolean(),
});

const exampleReview = {
  reviewId,
  version: 1,
  state: 'open' as const,
  organisationName: '机关党委',
  title: '题库.docx',
  toSee: 43,
  judged: 12,
  rest: 443,
  isSampleReturned: false,
  mayClose: false,
};

/** What is to be looked at in a review, flagged ones first, with the verdicts so far. */
export const quizReadReviewBatch = operation({
  kind: 'read',
  input: v.object({
    reviewId: Id,
    /** How many questions the pages before had. */
    from: v.optional(v.pipe(Count, v.maxValue(1_000_000))),
  }),
  output: v.object({
    review: ReviewSummary,
    questions: v.array(
      v.object({
        id: Id,
        version: Version,
        ...content,
        flagged: v.boolean(),
        /** What our own word list found in it, for the reviewer to look at; empty when nothing. */
        note: v.string(),
        /** The reader has written on it: somebody else judges it. */
        mine: v.boolean(),
        /** Null also when the question was changed since. */
        verdict: v.nullable(v.object({ verdict: v.picklist(['pass', 'return']), reason: v.string() })),
      }),
    ),
    next: v.nullable(Count),
  }),
  example: {
    input: { reviewId },
    output: {
      review: exampleReview,
      questions: [
        {
          id: questionId,
          version: 1,
          ...exampleContent,
          flagged: true,
          note: '',
          mine: false,
          verdict: null,
        },
      ],
      next: null,
    },
  },
});

/** What a second person says of one question of a review; it can be changed until the review is closed. */
export const quizJudgeQuestion = operation({
  kind: 'write',
  input: v.pipe(
    v.object({
      reviewId: Id,
      questionId: Id,
      version: Version,
      verdict: v.picklist(['pass', 'return']),
      /** Needed to give it back. */
      reason: v.optional(line(200)),
    }),
    v.check(({ verdict, reason }) => (verdict === 'return') === (reason !== undefined)),
  ),
  output: v.object({ review: ReviewSummary }),
  example: {
    input: { reviewId, questionId, version: 1, verdict: 'pass' },
    output: { review: { ...exampleReview, judged: 13 } },
  },
});

/**
 * Ends a review in which everything to be looked at has its verdict: what passed is in use, what was given back is a
 * draft again; the rest passes with the sample (抽审), or stays when one of the sample was given back.
 */
export const quizCloseReview = operation({
  kind: 'write',
  input: v.object({ reviewId: Id, version: Version }),
  output: v.object({
    state: v.picklist(['passed', 'returned']),
    /** Passed by themselves, passed with the sample, given back, left for another review. */
    passed: Count,
    sampled: Count,
    returned: Count,
    left: Count,
  }),
  example: {
    input: { reviewId, version: 1 },
    output: { state: 'passed', passed: 41, sampled: 443, returned: 2, left: 0 },
  },
});

// Files out

const FileReply = {
  name: v.string(),
  mediaType: v.string(),
  base64: v.string(),
};

/**
 * Reviewed questions of an organisation as a file that can be imported again. A large bank comes in several files:
 * `next` asks for the following one. What is on a paper that is not yet closed is not in it.
 */
export const quizExportBank = operation({
  kind: 'read',
  input: v.object({
    organisationId: Id,
    format: v.picklist(['xlsx', 'docx']),
    topic: v.optional(line(questionLimits.topic)),
    after: v.optional(Id),
  }),
  output: v.object({ ...FileReply, next: v.nullable(Id) }),
  example: {
    input: { organisationId, format: 'xlsx' },
    output: {
      name: '题库.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: 'UEsDBA==',
      next: null,
    },
  },
});

/** A table to fill in, as a file in base64. */
export const quizReadBankTemplate = operation({
  kind: 'read',
  input: Nothing,
  output: v.object(FileReply),
  example: {
    input: {},
    output: {
      name: '题库模板.xlsx',
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: 'UEsDBA==',
    },
  },
});
