import * as v from 'valibot';
import { practiceModes } from '../domain/quiz/practice/modes';
import { MOST_DUE_PER_DAY, MOST_NEW_PER_DAY } from '../domain/quiz/practice/pickReview';
import { operation } from './operation';
import { Answer, Count, Day, Id, Instant, Key, line, Nothing, QuestionType } from './shapes';

/** What somebody chose or wrote, as it is kept. */
const GivenAnswer = v.union([v.array(v.number()), v.array(v.string())]);

const Graded = v.object({
  /** What the member chose or wrote; in practice the first answer stands. */
  answer: GivenAnswer,
  correct: v.boolean(),
  key: Key,
  explanation: v.string(),
  source: v.object({
    title: v.string(),
    article: v.string(),
    url: v.nullable(v.string()),
    versionOn: v.nullable(Day),
  }),
  /** A wrong one comes back on this day; null when it is remembered. */
  comesBackOn: v.nullable(Day),
});

/** A question as a member meets it: key and explanation only inside `graded`, once answered (B4). */
const OfferedQuestion = v.object({
  id: Id,
  type: QuestionType,
  stem: v.string(),
  options: v.array(v.string()),
  /** How many blanks are to be filled; 0 where one chooses. */
  blanks: Count,
  topic: v.string(),
  demo: v.boolean(),
  /** It was wrong before and is here again. */
  again: v.boolean(),
  /** Exams: the answer that the cloud keeps and that may still be changed, or was never graded. */
  saved: v.nullable(GivenAnswer),
  /** Exams: `saved` came after the time was over, and is not graded. */
  late: v.boolean(),
  graded: v.nullable(Graded),
});

/** One set of questions of the member, fixed when it was opened. */
export const Run = v.object({
  id: Id,
  mode: v.picklist([...practiceModes, 'paper']),
  /** Of a topic's set. */
  topic: v.nullable(v.string()),
  /** The day on which it was opened. */
  day: Day,
  /** In their order; of a challenge those up to the next open one. */
  questions: v.array(OfferedQuestion),
  /** Of a challenge: what follows the open one, so that it goes on without network. */
  ahead: v.array(OfferedQuestion),
  /** Of a challenge: answers to what came after the error. They are kept, and never graded. */
  ungraded: Count,
  /** Nothing more can be answered. */
  over: v.boolean(),
  /** Exams that run: when they are handed in by the clock, and the cloud's time now. */
  deadline: v.nullable(v.object({ at: Instant, now: Instant })),
  /** Once it is over: pieces of the library on what was not remembered. */
  toStudy: v.array(v.object({ pieceId: Id, title: v.string(), article: v.string() })),
});

const exampleSource = {
  title: '中华人民共和国消费者权益保护法',
  article: '第二十五条',
  url: null,
  versionOn: '2013-10-25',
};

const exampleGraded = {
  answer: [1],
  correct: true,
  key: [1],
  explanation: '定做的商品是专门为您做的，退回去没法再卖，所以法律把它列为例外。',
  source: exampleSource,
  comesBackOn: null,
};

const exampleQuestion: v.InferInput<typeof OfferedQuestion> = {
  id: '01980000-0000-7000-8000-000000000101',
  type: 'single',
  stem: '网上买的下列商品，哪一种不适用七天无理由退货？',
  options: ['没拆封的电饭煲', '按尺寸定做的窗帘', '试穿过一次的运动鞋', '还没激活的手机'],
  blanks: 0,
  topic: '消费者权益',
  demo: true,
  again: false,
  saved: null,
  late: false,
  graded: null,
};

const exampleRunId = '01980000-0000-7000-8000-000000000201';

const exampleRun: v.InferInput<typeof Run> = {
  id: exampleRunId,
  mode: 'topic',
  topic: '消费者权益',
  day: '2026-11-23',
  questions: [exampleQuestion],
  ahead: [],
  ungraded: 0,
  over: false,
  deadline: null,
  toStudy: [],
};

export const quizToday = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({
    day: Day,
    /** Null while the bank is empty. */
    runId: v.nullable(Id),
    questions: v.array(OfferedQuestion),
  }),
  example: {
    input: {},
    output: { day: '2026-11-23', runId: exampleRunId, questions: [exampleQuestion] },
  },
});

/**
 * Opens a set, or gives the one that is going on. Its natural key is the member with the set's own number, so a repeat
 * gives the same set.
 */
export const quizStartRun = operation({
  kind: 'mark',
  input: v.pipe(
    v.object({
      mode: v.picklist(practiceModes),
      /** Of a topic's set only. */
      topic: v.optional(line(60)),
    }),
    v.check(({ mode, topic }) => (mode === 'topic') === (topic !== undefined)),
  ),
  /** Null when there is nothing to ask. */
  output: v.object({ run: v.nullable(Run) }),
  example: { input: { mode: 'topic', topic: '消费者权益' }, output: { run: exampleRun } },
});

export const quizReadRun = operation({
  kind: 'read',
  input: v.object({ runId: Id }),
  output: v.object({ run: Run }),
  example: { input: { runId: exampleRunId }, output: { run: exampleRun } },
});

export const quizAnswer = operation({
  kind: 'mark',
  input: v.pipe(
    v.object({
      /** The set that the question belongs to. */
      runId: v.optional(Id),
      /** Builds before sets had ids name the day of the five instead; their answers may wait in phones. */
      day: v.optional(Day),
      questionId: Id,
      answer: Answer,
    }),
    v.check(({ runId, day }) => (runId === undefined) !== (day === undefined)),
  ),
  output: v.object({
    /**
     * Null in an exam, where the answer is only kept; while a paper that is not closed asks the question; and for what
     * was answered after the error of a challenge.
     */
    graded: v.nullable(Graded),
    /** Exams: it came after the time was over; kept, not graded. */
    late: v.boolean(),
    /** The open question of a challenge; null at its end. */
    next: v.nullable(OfferedQuestion),
    /** Of a challenge: what follows `next`, as `ahead` of the set. */
    ahead: v.array(OfferedQuestion),
  }),
  example: {
    input: { runId: exampleRunId, questionId: '01980000-0000-7000-8000-000000000101', answer: [1] },
    output: { graded: exampleGraded, late: false, next: null, ahead: [] },
  },
});

export const quizHandIn = operation({
  kind: 'mark',
  input: v.object({ runId: Id }),
  output: v.object({ run: Run }),
  example: {
    input: { runId: exampleRunId },
    output: { run: { ...exampleRun, mode: 'mockExam', topic: null, over: true } },
  },
});

export const quizReadTopics = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ topics: v.array(v.object({ topic: v.string(), size: Count })) }),
  example: { input: {}, output: { topics: [{ topic: '消费者权益', size: 24 }] } },
});

export const quizReadWrongBook = operation({
  kind: 'read',
  input: v.object({
    /** `next` of the page before. */
    cursor: v.optional(Id),
  }),
  output: v.object({
    questions: v.array(
      v.object({
        id: Id,
        type: QuestionType,
        stem: v.string(),
        options: v.array(v.string()),
        topic: v.string(),
        demo: v.boolean(),
        key: Key,
        explanation: v.string(),
        source: Graded.entries.source,
      }),
    ),
    /** Where the next page begins; null on the last one. */
    next: v.nullable(Id),
  }),
  example: {
    input: {},
    output: {
      questions: [
        {
          id: exampleQuestion.id,
          type: 'single',
          stem: exampleQuestion.stem,
          options: exampleQuestion.options,
          topic: '消费者权益',
          demo: true,
          key: [1],
          explanation: exampleGraded.explanation,
          source: exampleSource,
        },
      ],
      next: null,
    },
  },
});

export const quizLeaveWrongBook = operation({
  kind: 'mark',
  input: v.object({ questionId: Id }),
  output: v.object({}),
  example: { input: { questionId: exampleQuestion.id }, output: {} },
});

const ReviewSetting = v.object({
  newPerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_NEW_PER_DAY)),
  duePerDay: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_DUE_PER_DAY)),
});

export const quizReadReview = operation({
  kind: 'read',
  input: Nothing,
  output: ReviewSetting,
  example: { input: {}, output: { newPerDay: 5, duePerDay: 10 } },
});

export const quizSetReview = operation({
  kind: 'mark',
  input: ReviewSetting,
  output: v.object({}),
  example: { input: { newPerDay: 3, duePerDay: 8 }, output: {} },
});

export const quizResetReview = operation({
  kind: 'mark',
  input: Nothing,
  output: v.object({}),
  example: { input: {}, output: {} },
});
