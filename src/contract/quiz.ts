import * as v from 'valibot';
import { operation } from './operation';
import { Answer, Day, Id, Nothing, QuestionType } from './shapes';

const Graded = v.object({
  /** What the member chose; first answer of the day stands. */
  answer: v.array(v.number()),
  correct: v.boolean(),
  key: v.array(v.number()),
  explanation: v.string(),
  source: v.object({ title: v.string(), article: v.string(), versionOn: v.nullable(Day) }),
  /** A wrong one comes back on this day; null when it is remembered. */
  comesBackOn: v.nullable(Day),
});

/** A question as a member meets it: key and explanation only inside `graded`, once answered (B4). */
export const OfferedQuestion = v.object({
  id: Id,
  type: QuestionType,
  stem: v.string(),
  options: v.array(v.string()),
  topic: v.string(),
  demo: v.boolean(),
  /** It was wrong before and is here again. */
  again: v.boolean(),
  graded: v.nullable(Graded),
});

const exampleGraded = {
  answer: [1],
  correct: true,
  key: [1],
  explanation: '定做的商品是专门为您做的，退回去没法再卖，所以法律把它列为例外。',
  source: { title: '中华人民共和国消费者权益保护法', article: '第二十五条', versionOn: '2013-10-25' },
  comesBackOn: null,
};

export const quizToday = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ day: Day, questions: v.array(OfferedQuestion) }),
  example: {
    input: {},
    output: {
      day: '2026-11-23',
      questions: [
        {
          id: '01980000-0000-7000-8000-000000000101',
          type: 'single',
          stem: '网上买的下列商品，哪一种不适用七天无理由退货？',
          options: ['没拆封的电饭煲', '按尺寸定做的窗帘', '试穿过一次的运动鞋', '还没激活的手机'],
          topic: '消费者权益',
          demo: true,
          again: false,
          graded: null,
        },
      ],
    },
  },
});

export const quizAnswer = operation({
  kind: 'mark',
  input: v.object({
    /** The day whose five questions this one belongs to, as `quiz.today` gave it. */
    day: Day,
    questionId: Id,
    answer: Answer,
  }),
  output: v.object({ graded: Graded }),
  example: {
    input: { day: '2026-11-23', questionId: '01980000-0000-7000-8000-000000000101', answer: [1] },
    output: { graded: exampleGraded },
  },
});
