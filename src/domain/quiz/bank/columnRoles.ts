import { lettersOf } from './answerValue';
import { blanksOf } from './blanks';
import { plainForm } from './plainForm';
import { saidTypeOf } from './saidType';
import { truthOf } from './truthWords';

/** What a column of a table, or a field of an object, holds. */
export type Role =
  | 'stem'
  | 'type'
  | 'options'
  | 'answer'
  | 'explanation'
  | 'source'
  | 'topic'
  | 'difficulty'
  | 'score'
  | 'number'
  /** `wrong`: one of the wrong options of a table that writes the right one out (`正确答案`, `错误答案1`). */
  | { option: number; wrong?: true };

/** Which column holds what; columns that are not named are left out of the question. */
export interface ColumnRoles {
  byColumn: ReadonlyMap<number, Role>;
  /** How one knows, for people. */
  evidence: string;
}

const sayings: readonly [RegExp, Role][] = [
  [
    /^(?:正确|标准|参考|试题|题目|本题)?(?:答案|正确选项)$|^(?:question|fld)?(?:answer|key|ans)s?$|^(?:right|correct|true|standard)_?(?:answer|option|key|choice|index)?s?$|^正确项$|^判断(?:结果|正误)?$|^对错$|^正误$|^(?:answer|key)(?:index|indexes|key|text|list)$|^(?:zheng?que)?daan$|^ask$/,
    'answer',
  ],
  [
    /^(?:答案|试题|题目)?(?:解析|详解|解释|说明|分析)$|^analysis$|^explanation$|^explain$|^comment$|^(?:question)?(?:analyze|analysis|resolution|remark)$|^jiexi$|^提示$/,
    'explanation',
  ],
  [
    /^(?:题型|题目类型|试题类型|类型|题类|题目类别|试题题型|题目题型)$|^(?:question)?(?:type|kind)(?:name|cn|text)?$|^(?:ti)?leixing$|^tixing$/,
    'type',
  ],
  [
    /^(?:题干|题目|试题|问题|题目内容|试题内容|题干内容|问题内容|试题题干|题目题干|题目名称|试题名称|题目描述|题面|考题|试题题目|题目正文|(?:题目|题干|试题|问题)(?:及|与|和)?(?:备选)?选项(?:内容)?)$|^(?:question|fld|topic|problem)?(?:content|stem|title|text|name|desc(?:ription)?)$|^(?:question|topic|problem|subject|q|fq|tigan|timu|wenti|body)$/,
    'stem',
  ],
  [
    /^(?:选项|备选项|备选答案|选项内容|答案选项|全部选项|候选项|选择项|可选项)$|^(?:question|fld)?(?:option|choice)s?(?:content|list|text)?$|^o(?:pts?)?$|^(?:answers|items|xuanxiang|selections?)$/,
    'options',
  ],
  [
    /^(?:来源|出处|依据|法条|法律依据|条文|文件依据|试题来源|题目来源|命题依据)$|^(?:source|reference|law)$/,
    'source',
  ],
  [
    /^(?:章节|知识点|考点|分类|专题|科目|模块|章|单元|所属章节|类别|一级分类|题库分类|所属题库|课程)$|^(?:chapter|category|section|knowledge|tags?)$/,
    'topic',
  ],
  [/^(?:难度|难易|难易度|难易程度|难度系数|难度等级|试题难度)$|^(?:difficulty|level)$/, 'difficulty'],
  [/^(?:分值|分数|题目分值|试题分值|默认分值)$|^scores?$|^points?$/, 'score'],
  [/^(?:题号|序号|编号|试题编号|题目编号|no|num|number|id)$/, 'number'],
];

const wrongOption =
  /^(?:(?:错误|干扰)(?:的)?(?:答案|选项|项)|(?:wrong|incorrect|false)(?:answer|option|choice)s?|distractors?)([1-9]|[一二三四五六七八九])?$/;

/** 0 for `1` or `一`. */
function placeOf(number: string): number {
  const chinese = '一二三四五六七八九十'.indexOf(number);
  return chinese >= 0 ? chinese : Number(number) - 1;
}

/** The role that a header or a key names, or null. Hints in brackets do not count. */
export function roleOf(header: string): Role | null {
  const words = plainForm(header)
    .replace(/\([^)]*\)|\[[^\]]*\]/g, '')
    .replace(/[\s*:_.\-#"'“”]/g, '')
    .toLowerCase();
  const letter =
    /^(?:选项|选择|答案|备选项|备选答案|answer|option|choice|opt|item)?([a-j])(?:选项|项|答案|内容)?$/.exec(
      words,
    );
  if (letter) return { option: (letter[1] ?? 'a').charCodeAt(0) - 97 };
  const numbered =
    /^(?:选项|选择|答案|备选项|备选答案|答案选项|option|choice|opt|item|answer)([1-9]|10|[一二三四五六七八九十])$/.exec(
      words,
    );
  if (numbered) {
    return { option: placeOf(numbered[1] ?? '1') };
  }
  const wrong = wrongOption.exec(words);
  if (wrong) return { option: placeOf(wrong[1] ?? '1') + 1, wrong: true };
  for (const [pattern, role] of sayings) if (pattern.test(words)) return role;
  return null;
}

/** The roles that a row of headers gives; null when it is no such row: it must name a stem and an answer or options. */
export function rolesOfHeader(cells: readonly { column: number; text: string }[]): ColumnRoles | null {
  const byColumn = new Map<number, Role>();
  const taken = new Set<string>();
  const names: string[] = [];
  for (const { column, text } of cells) {
    let role = roleOf(text);
    // 错误答案 over several columns.
    while (isWrong(role) && taken.has(JSON.stringify(role))) role = { option: role.option + 1, wrong: true };
    const name = JSON.stringify(role);
    // Of two columns with one name the first counts; 题目 beside 题干 is a title.
    if (role === null || taken.has(name)) continue;
    taken.add(name);
    byColumn.set(column, role);
    names.push(text.trim().replace(/\s+/g, ' ').slice(0, 12));
  }
  // Beside columns of all options the wrong answers are somebody's.
  if ([...byColumn.values()].some((role) => typeof role === 'object' && !role.wrong))
    for (const [column, role] of byColumn) if (isWrong(role)) byColumn.delete(column);
  const roles = [...byColumn.values()];
  const hasOptions = roles.some((role) => role === 'options' || typeof role === 'object');
  if (!roles.includes('stem') || !(roles.includes('answer') || hasOptions)) return null;
  // A question has its own row of words like these only by chance, and then not in all its cells.
  if (names.length < cells.filter(({ text }) => text.trim() !== '').length / 3) return null;
  return { byColumn, evidence: `表头：${names.join('、')}` };
}

/** Whether it is one of the wrong options beside a right one that is written out. */
export function isWrong(role: Role | null): role is { option: number; wrong: true } {
  return role !== null && typeof role === 'object' && role.wrong === true;
}

/** The share of a column's cells that must look alike to be taken for one thing when nothing names it. */
const MOSTLY = 0.7;

/**
 * Without headers: the longest texts are the stems, letters or truth words the answers, words like 单选 the kinds, and
 * what stands between stem and answer the options. Null when that fits less than most rows.
 */
export function rolesOfContent(
  rows: readonly (readonly { column: number; text: string }[])[],
): ColumnRoles | null {
  const columns = new Map<number, string[]>();
  for (const row of rows)
    for (const { column, text } of row) columns.set(column, [...(columns.get(column) ?? []), text]);
  const share = (texts: readonly string[], test: (text: string) => boolean) =>
    texts.filter(test).length / rows.length;
  const found = [...columns].map(([column, texts]) => ({
    column,
    length: texts.reduce((sum, text) => sum + text.length, 0) / rows.length,
    answers: share(texts, (text) => lettersOf(text) !== null || truthOf(text) !== null),
    types: share(texts, (text) => text.length <= 8 && saidTypeOf(text) !== null),
    full: texts.length / rows.length,
  }));
  const answer = found
    .filter(({ answers }) => answers >= MOSTLY)
    .sort((one, other) => other.answers - one.answers)[0];
  const stem = found
    .filter(({ full, column }) => full >= MOSTLY && column !== answer?.column)
    .sort((one, other) => other.length - one.length)[0];
  const paired = answer ? null : pairOf(rows, found);
  if (paired) return paired;
  if (!answer || !stem || stem.length < 6) return null;
  const type = found.find(
    ({ types, column }) => types >= MOSTLY && column !== stem.column && column !== answer.column,
  );
  const byColumn = new Map<number, Role>([
    [stem.column, 'stem'],
    [answer.column, 'answer'],
  ]);
  if (type) byColumn.set(type.column, 'type');
  const optionsFrom = (from: number, to: number) =>
    found
      .filter(({ column, full }) => column > from && column < to && !byColumn.has(column) && full > 0.02)
      .map(({ column }) => column)
      .sort((one, other) => one - other);
  const between = optionsFrom(stem.column, answer.column);
  const options = between.length > 0 ? between : optionsFrom(Math.max(stem.column, answer.column), Infinity);
  for (const [index, column] of options.entries()) byColumn.set(column, { option: index });
  return { byColumn, evidence: '没有表头，按内容认出题干、选项和答案' };
}

/** Two columns and nothing else: what asks, and the words that answer it. */
function pairOf(
  rows: readonly (readonly { column: number; text: string }[])[],
  columns: readonly { column: number; length: number; full: number }[],
): ColumnRoles | null {
  const full = columns.filter((one) => one.full >= MOSTLY).sort((one, other) => other.length - one.length);
  const [stem, answer] = full;
  if (!stem || !answer || full.length > 2) return null;
  const asking = rows.filter((row) => {
    const text = row.find(({ column }) => column === stem.column)?.text ?? '';
    return blanksOf(text) > 0 || /[?？]$/.test(text.trim());
  });
  if (asking.length < rows.length * MOSTLY) return null;
  const byColumn = new Map<number, Role>([
    [stem.column, 'stem'],
    [answer.column, 'answer'],
  ]);
  return { byColumn, evidence: '没有表头，一列题干、一列答案' };
}
