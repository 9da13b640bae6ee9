import * as v from 'valibot';
import { difficulties, questionLimits } from '../domain/quiz/bank/questionDraft';
import { Day, Key, line, optionalText, QuestionType, text } from './shapes';

export const Difficulty = v.nullable(v.picklist(difficulties));

const QuestionSource = v.object({
  /** Empty where nobody has said. */
  title: optionalText(questionLimits.sourceTitle),
  article: optionalText(questionLimits.article),
  url: v.nullable(v.pipe(v.string(), v.maxLength(500), v.regex(/^https:\/\/[^\s\p{Cc}\p{Cs}]+$/u))),
  versionOn: v.nullable(Day),
  checkedOn: v.nullable(Day),
});

/** A question as somebody writes it. Whether it is sound is said by the domain (`questionProblems`). */
export const EditableQuestion = v.object({
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
export const questionContent = {
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
export const ReadQuestion = v.object({ ...questionContent, type: v.nullable(QuestionType) });

export const exampleQuestion = {
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

/** Ids of the examples of the bank's operations. */
export const exampleIds = {
  organisationId: '01980000-0000-7000-8000-00000000000b',
  importId: '01980000-0000-7000-8000-000000000a01',
  questionId: '01980000-0000-7000-8000-000000000101',
  reviewId: '01980000-0000-7000-8000-000000000b01',
};
