import * as v from 'valibot';
import { paperWays } from '../domain/quiz/paper/paperStanding';
import { LONGEST_MINUTES, MOST_QUESTIONS } from '../domain/quiz/paper/publishing';
import { operation } from './operation';
import { Run } from './quiz';
import { Count, Id, Instant, Key, line, Nothing, QuestionType, Version } from './shapes';

/**
 * Papers: fixed questions for a meeting, a study task or an exam. While a paper is not closed its questions are asked
 * nowhere else, and their keys leave the server only for those who make it. Who has opened it or handed it in is told
 * to nobody.
 */

const Standing = v.picklist(['draft', 'waiting', 'open', 'closed', 'withdrawn']);
const Way = v.picklist(paperWays);
const Minutes = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_MINUTES)));

const about = {
  paperId: Id,
  title: v.string(),
  organisationName: v.string(),
  standing: Standing,
  /** How many questions it has. */
  size: Count,
  /** For each person from the start; null: until it closes. */
  minutes: v.nullable(Count),
  /** Null while it is a draft. */
  opensAt: v.nullable(Instant),
  closesAt: v.nullable(Instant),
};

const OwnPaper = v.object({
  ...about,
  /** The reader's own set once it was started. */
  runId: v.nullable(Id),
  handedIn: v.boolean(),
});

const DeskPaper = v.object({
  ...about,
  organisationId: Id,
  version: Version,
  /** Null while it is a draft. */
  way: v.nullable(Way),
  withdrawReason: v.nullable(v.string()),
});

const OnPaper = v.object({
  id: Id,
  type: QuestionType,
  topic: v.string(),
  stem: v.string(),
  options: v.array(v.string()),
  key: Key,
  explanation: v.string(),
  source: v.object({ title: v.string(), article: v.string() }),
  /** Another paper still asks it: key, explanation and source stay empty for whoever does not keep its bank. */
  hidden: v.boolean(),
  /** May not be asked any more: retired, expired, or being checked. A paper that is out keeps it. */
  outdated: v.boolean(),
  /**
   * Once nothing can move it any more (closed, and everybody handed in): right answers in per cent, in steps of twenty
   * from 20 to 80 below twenty people, else in steps of ten from 10 to 90; null for fewer than five people.
   */
  share: v.nullable(Count),
  /** Of a share at the end of its scale: that or more, that or less. */
  bound: v.nullable(v.picklist(['orMore', 'orLess'])),
});

const WholePaper = v.object({ ...DeskPaper.entries, questions: v.array(OnPaper) });

const paperId = '01980000-0000-7000-8000-000000000901';
const organisationId = '01980000-0000-7000-8000-00000000000b';
const runId = '01980000-0000-7000-8000-000000000201';
const exampleAbout = {
  paperId,
  title: '十一月主题党日小测',
  organisationName: '机关第二党支部',
  standing: 'open' as const,
  size: 1,
  minutes: 10,
  opensAt: '2026-11-23T00:00:00.000Z',
  closesAt: '2026-11-27T10:00:00.000Z',
};
const exampleDesk = {
  ...exampleAbout,
  organisationId,
  version: 2,
  way: 'both' as const,
  withdrawReason: null,
};
const exampleDraft = {
  ...exampleDesk,
  standing: 'draft' as const,
  version: 1,
  way: null,
  minutes: null,
  opensAt: null,
  closesAt: null,
};
const exampleQuestion = {
  id: '01980000-0000-7000-8000-000000000101',
  type: 'single' as const,
  topic: '消费者权益',
  stem: '网上买的下列商品，哪一种不适用七天无理由退货？',
  options: ['没拆封的电饭煲', '按尺寸定做的窗帘', '试穿过一次的运动鞋', '还没激活的手机'],
  key: [1],
  explanation: '定做的商品退回去没法再卖，所以列为例外。',
  source: { title: '中华人民共和国消费者权益保护法', article: '第二十五条' },
  hidden: false,
  outdated: false,
  share: null,
  bound: null,
};
const exampleWhole = { ...exampleDraft, questions: [exampleQuestion] };

/** Papers of the organisations that the reader makes papers for, newest first. */
export const quizReadPapers = operation({
  kind: 'read',
  input: v.object({
    /** The last paper of the page before. */
    before: v.optional(Id),
  }),
  output: v.object({
    papers: v.array(DeskPaper),
    nextBefore: v.nullable(Id),
    organisations: v.array(v.object({ id: Id, name: v.string() })),
  }),
  example: {
    input: {},
    output: {
      papers: [exampleDesk],
      nextBefore: null,
      organisations: [{ id: organisationId, name: '机关第二党支部' }],
    },
  },
});

/** What a paper of an organisation can be made of: how many questions each topic has by type. */
export const quizReadPaperStock = operation({
  kind: 'read',
  input: v.object({ organisationId: Id }),
  output: v.object({
    topics: v.array(
      v.object({
        topic: v.string(),
        counts: v.object({ single: Count, multiple: Count, trueFalse: Count, blank: Count }),
      }),
    ),
  }),
  example: {
    input: { organisationId },
    output: {
      topics: [{ topic: '消费者权益', counts: { single: 14, multiple: 6, trueFalse: 3, blank: 1 } }],
    },
  },
});

/** One paper with its keys, for those who make it. */
export const quizReadPaper = operation({
  kind: 'read',
  input: v.object({ paperId: Id }),
  output: WholePaper,
  example: { input: { paperId }, output: exampleWhole },
});

const Part = v.object({
  /** Null: of any topic. */
  topic: v.nullable(line(60)),
  /** Null: of any type. */
  type: v.nullable(QuestionType),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_QUESTIONS)),
});

/**
 * Saves a draft: `keep` in their order (of those on it, or of the bank), then what is drawn anew part by part. Without
 * `paper` it is a new one. `bank_too_small` when a part cannot be filled; then nothing changes.
 */
export const quizSavePaper = operation({
  kind: 'write',
  input: v.object({
    paper: v.nullable(v.object({ paperId: Id, version: Version })),
    organisationId: Id,
    title: line(60),
    keep: v.pipe(
      v.array(Id),
      v.maxLength(MOST_QUESTIONS),
      v.check((ids) => new Set(ids).size === ids.length),
    ),
    draw: v.pipe(v.array(Part), v.maxLength(20)),
  }),
  output: WholePaper,
  example: {
    input: {
      paper: null,
      organisationId,
      title: '十一月主题党日小测',
      keep: [],
      draw: [{ topic: '消费者权益', type: null, count: 1 }],
    },
    output: exampleWhole,
  },
});

/** Publishes a draft: from now on it stays as it is. */
export const quizPublishPaper = operation({
  kind: 'write',
  input: v.object({
    paperId: Id,
    version: Version,
    way: Way,
    minutes: Minutes,
    opensAt: Instant,
    closesAt: Instant,
  }),
  output: DeskPaper,
  example: {
    input: {
      paperId,
      version: 1,
      way: 'both',
      minutes: 10,
      opensAt: exampleAbout.opensAt,
      closesAt: exampleAbout.closesAt,
    },
    output: exampleDesk,
  },
});

/** Takes a published paper back with a reason; it leaves every list, and what was answered in it stays the members' own. */
export const quizWithdrawPaper = operation({
  kind: 'write',
  input: v.object({ paperId: Id, version: Version, reason: line(100) }),
  output: DeskPaper,
  example: {
    input: { paperId, version: 2, reason: '第 3 题要改' },
    output: { ...exampleDesk, version: 3, standing: 'withdrawn', withdrawReason: '第 3 题要改' },
  },
});

/** Removes a draft. */
export const quizDiscardPaper = operation({
  kind: 'write',
  input: v.object({ paperId: Id, version: Version }),
  output: Nothing,
  example: { input: { paperId, version: 1 }, output: {} },
});

const exampleOwn = { ...exampleAbout, runId: null, handedIn: false };

/** Papers on phones that wait, are open, or were closed in the last 30 days, nearest end first; none tells its questions. */
export const quizReadOwnPapers = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ papers: v.array(OwnPaper) }),
  example: { input: {}, output: { papers: [exampleOwn] } },
});

/** The cover of one paper; looking at it starts nothing. */
export const quizReadOwnPaper = operation({
  kind: 'read',
  input: v.object({ paperId: Id }),
  output: v.object({ paper: OwnPaper }),
  example: { input: { paperId }, output: { paper: exampleOwn } },
});

/**
 * Starts the reader's one attempt at an open paper, or gives it as it stands; its natural key is member and paper.
 * Answers go through `quiz.answer` and `quiz.handIn`; keys come once it was handed in and the paper is closed.
 */
export const quizStartPaper = operation({
  kind: 'mark',
  input: v.object({ paperId: Id }),
  output: v.object({ run: Run }),
  example: {
    input: { paperId },
    output: {
      run: {
        id: runId,
        mode: 'paper',
        topic: null,
        day: '2026-11-23',
        questions: [],
        ahead: [],
        ungraded: 0,
        over: false,
        deadline: { at: '2026-11-23T00:40:00.000Z', now: '2026-11-23T00:30:00.000Z' },
        toStudy: [],
      },
    },
  },
});
