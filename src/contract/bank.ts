import * as v from 'valibot';
import { questionLimits } from '../domain/quiz/bank/questionDraft';
import { mostSettledAtOnce } from '../domain/study/law/lawChange';
import { Difficulty, EditableQuestion, exampleIds, exampleQuestion, questionContent } from './bankQuestion';
import { operation } from './operation';
import { Count, Day, Id, line, Nothing, QuestionType, Version } from './shapes';

const { organisationId, questionId } = exampleIds;

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
          stem: exampleQuestion.stem,
          topic: exampleQuestion.topic,
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
  ...questionContent,
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
  ...exampleQuestion,
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
    input: { organisationId, question: exampleQuestion, expiresOn: null },
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
