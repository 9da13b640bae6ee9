import { type SaidType, saidTypeOf } from './saidType';

/** A label at the start of a line with what follows it. */
export interface Labelled {
  label:
    | 'answer'
    | 'explanation'
    | 'source'
    | 'topic'
    | 'difficulty'
    | 'score'
    | 'options'
    | 'stem'
    | 'ignored';
  /** Where the rest begins. */
  restAt: number;
}

const labelWords: readonly [Labelled['label'], string][] = [
  [
    'answer',
    '(?:标准|正确|参考|本题|试题)?答案(?:为|是)?|正确(?:选项)?|答|正解|ans(?:wer)?|key|(?:right|correct) answer',
  ],
  [
    'explanation',
    '(?:答案|试题|本题|题目)?(?:解析|解释|详解|分析|说明|讲解|点评|题解)|依据说明|理由|explanation',
  ],
  ['source', '(?:法条|条文|政策|题目|命题|答案|参考|文件|法规|出题)?(?:出处|来源|依据|法律依据)'],
  ['topic', '(?:所属)?(?:知识点|章节|考点|专题|模块|类别|分类)'],
  ['difficulty', '(?:难易|难)(?:度|程度)(?:系数|等级)?|难易|difficulty'],
  ['score', '(?:本题)?(?:分值|分数|满分)'],
  ['options', '选项|备选(?:答案|项)|options?|choices?'],
  ['stem', '(?:题目|问题|题干|试题|问|question)(?:内容)?'],
  [
    'ignored',
    '(?:我的|您的|你的|学生|考生|用户)(?:答案|作答)|(?:本题)?得分|题号|编号|正确率|状态|是否正确|题型',
  ],
];

const labels = labelWords.map(
  ([label, words]) =>
    [label, new RegExp(`^[[(]?(?:${words})[\\])]?\\s*[:]\\s*|^\\[(?:${words})\\]\\s*`, 'i')] as const,
);

/** The label at the start of a line (`正确答案：`, `[解析]`), or null. `plain` as plainForm gives it. */
export function labelAt(plain: string): Labelled | null {
  const begin = plain.length - plain.trimStart().length;
  const rest = plain.slice(begin);
  // The ignored ones first: 我的答案 ends with 答案.
  for (const [label, words] of [...labels.slice(-1), ...labels.slice(0, -1)]) {
    const found = words.exec(rest);
    if (found) return { label, restAt: begin + found[0].length };
  }
  const bare = bareAnswer.exec(rest);
  return bare ? { label: 'answer', restAt: begin + bare[0].length } : null;
}

/** `答案 B`, `正确答案AB`: without a colon only when nothing but letters or a word of truth follows. */
const bareAnswer =
  /^\[?(?:标准|正确|参考|本题)?答案(?:为|是)?\]?\s*(?=[([]?(?:[A-J](?:[\s,、]*[A-J]){0,9}|√|×|对|错|正确|错误)[)\]]?[.。\s]*$)/;

/** Where one label's text ends because another label follows it in the same line. */
const labelWithin =
  /[\s;；。,，([]*(?:(?:我的|你的|您的|学生)(?:答案|作答)|(?:本题)?得分|(?:答案|试题)?(?:解析|解释|详解)|难易程度|难易度|难度|知识点|分值|出处|来源|题型)[\])]?\s*:/;

/** The part of an answer's line that is the answer, and where the next label in it begins (its end without one). */
export function labelEndIn(plain: string): number {
  return labelWithin.exec(plain)?.index ?? plain.length;
}

const answerWithin =
  /[\s([^*|#,，;；]*(我的|你的|您的|学生|考生|用户)?(?:标准|正确|参考)?答案(?:为|是)?\s*[:]\s*/g;

/** Where an answer begins within a line that begins otherwise (`…。答案：B`), or null; somebody's own answer is none. */
export function answerWithinLine(plain: string): { stemEnd: number; restAt: number; isKey: boolean } | null {
  const all = [...plain.matchAll(answerWithin)];
  const [first] = all;
  if (!first?.index) return null;
  const key = all.find((one) => one[1] === undefined) ?? first;
  return { stemEnd: first.index, restAt: key.index + key[0].length, isKey: key[1] === undefined };
}

/** A question's number at the start of a line. */
export interface QuestionNumber {
  number: number;
  /** Where the text behind it begins. */
  restAt: number;
  /** `第12题` says that a question begins; `12.` only suggests it; `12` without a separator hardly. */
  strength: 'certain' | 'plain' | 'bracketed' | 'bare';
}

/** The number that a line begins with, or null. */
export function numberAt(plain: string): QuestionNumber | null {
  const certain = /^\s*(?:第\s*(\d{1,4})\s*[题道](?:\s*题)?|题目?\s*(\d{1,4})|Q(\d{1,4}))\s*[.、:]?\s*/.exec(
    plain,
  );
  if (certain)
    return {
      number: Number(certain[1] ?? certain[2] ?? certain[3]),
      restAt: certain[0].length,
      strength: 'certain',
    };
  const ordinary =
    /^\s*(\d{1,4})\s*(?:[、:。]|,(?!\d)|\.(?!\d)|\s*(?=[[(](?:[单多判填简不]|\d{1,2}\s*分|[^)\]]{0,6}题)))\s*/.exec(
      plain,
    );
  if (ordinary) return { number: Number(ordinary[1]), restAt: ordinary[0].length, strength: 'plain' };
  const closing = /^\s*(\d{1,4})\)\s*/.exec(plain);
  if (closing) return { number: Number(closing[1]), restAt: closing[0].length, strength: 'plain' };
  const bracketed = /^\s*[([](\d{1,4})[)\]]\s*[.、:]?\s*/.exec(plain);
  if (bracketed) return { number: Number(bracketed[1]), restAt: bracketed[0].length, strength: 'bracketed' };
  const dotted = /^\s*(\d{1,4})\.(?=\d)/.exec(plain);
  if (dotted) return { number: Number(dotted[1]), restAt: dotted[0].length, strength: 'bare' };
  const bare = /^\s*(\d{1,4})\s*(?=[^\d\s.、:年月日号%‰世个名人岁条届次位项种类级大第\-~])/.exec(plain);
  return bare ? { number: Number(bare[1]), restAt: bare[0].length, strength: 'bare' } : null;
}

/** A kind of question named at the start of a stem: `(单选题)`, `[判断]`, `单选题：`; with the score beside it. */
export function typeLabelAt(plain: string): { type: SaidType; restAt: number } | null {
  let at = plain.length - plain.trimStart().length;
  let type: SaidType | null = null;
  for (;;) {
    const rest = plain.slice(at);
    const bracketed = /^[([]([^)\]]{1,16})[)\]]\s*[.、:]?\s*/.exec(rest);
    const label = bracketed?.[1] ?? '';
    const parts = label.split(/[\s,，;；、/|·-]+/).filter((part) => part !== '' && !/^\d{1,4}$/.test(part));
    const said = parts.map(labelOnly).find((one) => one !== null) ?? null;
    if (
      bracketed &&
      parts.length > 0 &&
      parts.every((part) => labelOnly(part) !== null || isScoreOrGrade(part))
    ) {
      type = type ?? said;
      at += bracketed[0].length;
      continue;
    }
    const spoken =
      /^((?:单项|多项|不定项|单|多)?选(?:择)?题?|判断题?|是非题|填空题?|简答题|论述题|问答题)\s*[:]\s*/.exec(
        rest,
      );
    if (spoken) {
      type = type ?? saidTypeOf(spoken[1] ?? '');
      at += spoken[0].length;
      continue;
    }
    return type ? { type, restAt: at } : null;
  }
}

function isScoreOrGrade(part: string): boolean {
  return /^(?:共|每题|本题|分值:?)?\s*\d{1,3}(?:\.\d+)?\s*分$|^(?:难度:?)?(?:容?易|简单|较易|中等?|一般|较难|困?难)$/.test(
    part.trim(),
  );
}

/** A kind of question named in brackets at the end of a stem: `…的是（多选）`; where the stem ends without it. */
export function typeLabelAtEnd(plain: string): { type: SaidType; stemEnd: number } | null {
  const found = /\s*[([]([^)\][(]{2,8})[)\]]\s*[.。:]?\s*$/.exec(plain);
  const type = found ? labelOnly(found[1] ?? '') : null;
  return found && type ? { type, stemEnd: found.index } : null;
}

/** A score or grade of difficulty at the start of a stem: `[2分]`; where the text behind it begins. */
export function scoreAt(plain: string): number {
  return (
    /^\s*(?:[([]\s*(?:共|每题|本题)?\s*\d{1,3}(?:\.\d+)?\s*分\s*[)\]]\s*[.、:]?\s*)*/.exec(plain)?.[0]
      .length ?? 0
  );
}

/** Only words of kinds of questions: `单选`, `多选题`, not `单选框` or a clause with 判断 in it. */
function labelOnly(label: string): SaidType | null {
  const words = label.trim();
  return /^(?:单项|多项|不定项|单|多|任)?选(?:择)?题?$|^(?:判断|是非|填空|简答|论述|问答|名词解释|案例分析|材料分析)题?$/.test(
    words,
  )
    ? saidTypeOf(words)
    : null;
}

const headingNumber = String.raw`(?:第?[一二三四五六七八九十百]{1,3}\s*(?:部分|大题)?|[IVX]{1,4}|\d{1,2})`;
const headingKind = String.raw`[\u4e00-\u9fff]{0,6}(?:选择|单选|多选|判断|是非|对错|填空|简答|论述|问答|名词解释|材料分析|案例分析|辨析|综合|不定项)(?:正误|对错)?(?:题目?|部分)?`;
const typeHeading = new RegExp(
  `^\\s*(?:[([]?${headingNumber}[)\\]]?\\s*[.、:，]?\\s*)?(?:[《“][^》”]{1,20}[》”])?(${headingKind})\\s*(?:$|[(:：,，。]|[一-龥]{0,4}\\d|[(])`,
);

/** A heading that names the kind of all that follows: `一、单项选择题（共20题）`; null for anything else. */
export function typeHeadingOf(plain: string): { type: SaidType; note: string } | null {
  if (plain.length > 90 || /^\s*\d{1,4}\s*[.、:]\s*[([]/.test(plain)) return null;
  const found = typeHeading.exec(plain);
  const type = found ? saidTypeOf(found[1] ?? '') : null;
  return type ? { type, note: plain } : null;
}

/** A chapter's heading: `第三章 …`, `专题二`, `单元5`; the words, or null. */
export function chapterOf(plain: string): string | null {
  if (plain.length > 60 || /[。？?；]$/.test(plain.trim())) return null;
  return /^\s*(?:第\s*[一二三四五六七八九十百\d]{1,4}\s*(?:章|编|节|单元|部分|篇|讲|专题)|(?:专题|单元|模块|附件?)\s*[一二三四五六七八九十\d]{1,3}|导论|绪论|前言|导言)(?![^\s]{40})/.test(
    plain,
  )
    ? plain.trim()
    : null;
}

const keyHeading =
  /^(?:第?[一二三四五六七八九十百\d]{1,4}\s*[、.]?\s*(?:章|节|单元|部分|卷|套|篇)?|附\s*[:]?\s*\d?|[[(]|[一-龥]{0,10}[、.:]?)?(?:参考|标准|正确|试题|习题|练习题?|[一-龥]{2,4}题)?答案(?:及评分标准|及解析|与解析|和解析|部分|页|汇总|速查)?[\])]?\s*[:]?$/;

/** A heading over a list of answers: `参考答案`, `第1章参考答案`, `答案与解析`. */
export function isKeyHeading(plain: string): boolean {
  const words = plain.trim();
  return words.length <= 24 && keyHeading.test(words) && !/^(?:标准|正确|参考)?答案\s*:$/.test(words);
}
