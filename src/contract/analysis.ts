import * as v from 'valibot';
import { questionLimits } from '../domain/quiz/bank/questionDraft';
import { operation } from './operation';
import { Count, Day, Id, line, QuestionType, Version } from './shapes';

/**
 * What the answers of many people say of a question, never of a person: the branch's shares to choose a lecture by, and
 * the item analysis for the keeper of the bank (product.md B5). Both are computed once a night by the tick; a figure is
 * replaced only when the people in it have become five more or five fewer, so that two looks tell nothing of one person
 * (src/domain/quiz/analysis). Nothing here is a count of people.
 */

const PerCent = v.pipe(Count, v.maxValue(100));

/** Whether a share at the end of its scale says "that or more" or "that or less"; null: about that. */
const Bound = v.nullable(v.picklist(['orMore', 'orLess']));

const Organisations = v.array(v.object({ id: Id, name: v.string() }));

/** The last question of the page before, with what the list is ordered by. */
const FromShare = v.object({ share: PerCent, questionId: Id });

const organisationId = '01980000-0000-7000-8000-00000000000b';
const questionId = '01980000-0000-7000-8000-000000000101';

/**
 * The branch's shares of right answers, lowest first: of the people who belonged to it when they answered, each by the
 * first answer in practice; papers have shares of their own. Per cent: below twenty people in steps of twenty from 20
 * to 80, from twenty in steps of ten from 10 to 90, nothing below five. The share of a topic is the mean of the shares
 * that its questions show. Without `organisationId` the first of `organisations`.
 */
export const quizReadShares = operation({
  kind: 'read',
  input: v.object({
    organisationId: v.optional(Id),
    /** `next` of the page before. */
    from: v.optional(FromShare),
  }),
  output: v.object({
    organisationId: Id,
    /** Those that the reader may ask for. */
    organisations: Organisations,
    /** The day before which everything was counted that counts; null while nothing was computed. */
    computedOn: v.nullable(Day),
    /** Lowest first; only on the first page. */
    topics: v.array(v.object({ topic: v.string(), share: PerCent, bound: Bound })),
    questions: v.array(
      v.object({
        questionId: Id,
        stem: v.string(),
        type: QuestionType,
        topic: v.string(),
        share: PerCent,
        bound: Bound,
      }),
    ),
    next: v.nullable(FromShare),
  }),
  example: {
    input: { organisationId },
    output: {
      organisationId,
      organisations: [{ id: organisationId, name: '机关第二党支部' }],
      computedOn: '2026-11-23',
      topics: [{ topic: '消费者权益', share: 40, bound: null }],
      questions: [
        {
          questionId,
          stem: '网上买的下列商品，哪一种不适用七天无理由退货？',
          type: 'single',
          topic: '消费者权益',
          share: 40,
          bound: null,
        },
      ],
      next: null,
    },
  },
});

/** What the figures of a question come to, worst first (src/domain/quiz/analysis/judgeItem.ts). */
const Verdict = v.picklist(['likelyWrongKey', 'tooHard', 'weak', 'tooEasy', 'fine']);

/** From -1 to 1, two decimals. */
const Discrimination = v.nullable(v.pipe(v.number(), v.minValue(-1), v.maxValue(1)));

const figures = {
  questionId: Id,
  /** The place in the chosen list from 1 on, alike in the picture and in the rows. */
  number: Count,
  /** How many in a hundred were right at their first answer, in steps of five: small is hard. */
  difficulty: PerCent,
  /** Whether those who are right elsewhere are right here; null when too few have answered enough other questions. */
  discrimination: Discrimination,
  verdict: Verdict,
};

/** The last row of the page before, with what the list is ordered by. */
const FromRow = v.object({ verdict: Verdict, questionId: Id, number: Count });

/**
 * Item analysis of the questions in use of one organisation's bank, from twenty people up per question: those whose key
 * is probably wrong first, then too hard, weak, too easy, and fine. Without `organisationId` the first of
 * `organisations`.
 */
export const quizReadAnalysis = operation({
  kind: 'read',
  input: v.object({
    organisationId: v.optional(Id),
    /** `suspect`: only those whose key is probably wrong. */
    list: v.picklist(['suspect', 'all']),
    topic: v.optional(line(questionLimits.topic)),
    /** `next` of the page before. */
    from: v.optional(FromRow),
  }),
  output: v.object({
    organisationId: Id,
    /** Those that the reader keeps a bank for. */
    organisations: Organisations,
    /** The day before which everything was counted that counts; null while nothing was computed. */
    computedOn: v.nullable(Day),
    /** Questions in use of the bank, those of them with figures, and those whose key is probably wrong. */
    found: v.object({ questions: Count, analysed: Count, suspect: Count }),
    /** Topics that have figures; only on the first page. */
    topics: v.array(v.string()),
    /** For the picture: the first 300 of the list; only on the first page. */
    dots: v.array(v.object(figures)),
    rows: v.array(
      v.object({
        ...figures,
        version: Version,
        stem: v.string(),
        type: QuestionType,
        topic: v.string(),
        /** In the question's order, of true-false 对 and 错; empty for blanks. */
        options: v.array(
          v.object({
            text: v.string(),
            right: v.boolean(),
            /** How many in a hundred chose it, in steps of five; of several choices together they make more than 100. */
            share: PerCent,
            /** Of the answer that those who are right elsewhere give more often than the key. */
            instead: v.boolean(),
          }),
        ),
      }),
    ),
    next: v.nullable(FromRow),
  }),
  example: {
    input: { organisationId, list: 'all' },
    output: {
      organisationId,
      organisations: [{ id: organisationId, name: '机关第二党支部' }],
      computedOn: '2026-11-23',
      found: { questions: 120, analysed: 1, suspect: 1 },
      topics: ['消费者权益'],
      dots: [{ questionId, number: 1, difficulty: 25, discrimination: -0.41, verdict: 'likelyWrongKey' }],
      rows: [
        {
          questionId,
          number: 1,
          difficulty: 25,
          discrimination: -0.41,
          verdict: 'likelyWrongKey',
          version: 1,
          stem: '网上买的下列商品，哪一种不适用七天无理由退货？',
          type: 'single',
          topic: '消费者权益',
          options: [
            { text: '没拆封的电饭煲', right: true, share: 25, instead: false },
            { text: '按尺寸定做的窗帘', right: false, share: 60, instead: true },
            { text: '试穿过一次的运动鞋', right: false, share: 10, instead: false },
            { text: '还没激活的手机', right: false, share: 5, instead: false },
          ],
        },
      ],
      next: null,
    },
  },
});
