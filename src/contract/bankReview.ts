import * as v from 'valibot';
import { exampleIds, exampleQuestion, questionContent } from './bankQuestion';
import { operation } from './operation';
import { Count, Id, line, Nothing, Version } from './shapes';

const { organisationId, importId, questionId, reviewId } = exampleIds;

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
        ...questionContent,
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
          ...exampleQuestion,
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
