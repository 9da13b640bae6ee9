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
    | 'wrong'
    | 'ignored';
  /** Where the rest begins. */
  restAt: number;
}

const labelWords: readonly [Labelled['label'], string][] = [
  [
    'answer',
    '(?:标准|正确|参考|本题|试题)?答案(?:为|是)?|正确(?:选项)?|答|正解|ans(?:wer)?|a\\d{1,4}|key|(?:right|correct) answer',
  ],
  [
    'explanation',
    '(?:答案|试题|本题|题目)?(?:改正|订正|更正|解析|解释|详解|分析|说明|讲解|点评|题解)|依据说明|理由|explanation',
  ],
  ['source', '(?:法条|条文|政策|题目|命题|答案|参考|文件|法规|出题)?(?:出处|来源|依据|法律依据)'],
  ['topic', '(?:所属)?(?:知识点|章节|考点|专题|模块|类别|分类)'],
  ['difficulty', '(?:难易|难)(?:度|程度)(?:系数|等级)?|难易|difficulty'],
  ['score', '(?:本题)?(?:分值|分数|满分)'],
  ['options', '选项|备选(?:答案|项)|options?|choices?'],
  ['stem', '(?:题目|问题|题干|试题|问|question)(?:内容)?'],
  ['wrong', '(?:错误|干扰)(?:答案|选项|项)\\s*[1-9一二三四五六七八九]'],
  [
    'ignored',
    '(?:我的|您的|你的|学生|考生|用户)(?:答案|作答)|错误答案|(?:本题)?得分|题号|编号|(?:全站)?正确率|(?:作答|答题)人数|易错项|状态|是否正确|题型',
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
  const cited = /^[([]?\s*(?:出自|摘自|选自|来源于|参见|见)\s*[:]?\s*(?=《)/.exec(rest);
  if (cited) return { label: 'source', restAt: begin + cited[0].length };
  const bare = bareAnswer.exec(rest);
  return bare ? { label: 'answer', restAt: begin + bare[0].length } : null;
}

/** `答案 B`, `正确答案AB`: without a colon only when nothing but letters or a word of truth follows. */
const bareAnswer =
  /^(?:\[?(?:标准|正确|参考|本题)?答案(?:为|是)?\]?|(?:=+|-+)>|[→⇒]|(?:故|应|正确)?选(?:择|项)?:?)\s*(?=[([]?(?:[A-J](?:[\s,、]*[A-J]){0,9}|√|×|对|错|正确|错误)[)\]]?[.。\s]*$)/;

/** Where one label's text ends because another label follows it in the same line. */
const labelWithin =
  /[\s;；。,，([]*(?:(?:我的|你的|您的|学生)(?:答案|作答)|(?:你|您)(?:错?选|选择)(?:为|了|的是)|(?:本题)?得分|(?:答案|试题)?(?:解析|解释|详解)|难易程度|难易度|难度|知识点|分值|出处|来源|依据|题型|改正)[\])]?\s*:|[\s;；。,，]*\[(?:(?:答案|试题)?(?:解析|解释|详解)|难易程度|难易度|难度|知识点|分值|出处|来源|依据|题型)\]|\s+(?:你|您)错?选(?:择?[为了]|的是)/;

/** The part of an answer's line that is the answer, and where the next label in it begins (its end without one). */
export function labelEndIn(plain: string): number {
  return labelWithin.exec(plain)?.index ?? plain.length;
}

/** Where a correction or explanation begins behind a statement: `…（×）改正：…`, `…【解析】…`; null without one. */
export function explanationWithin(plain: string): { stemEnd: number; restAt: number } | null {
  const found =
    /\s*[([]?(?:改正|订正|更正|(?:答案|试题)?解析|(?<=[)\]√×。]\s*)理由)[)\]]?\s*:\s*|\s*\[(?:改正|(?:答案|试题)?解析)\]\s*/.exec(
      plain,
    );
  return found && found.index > 0 ? { stemEnd: found.index, restAt: found.index + found[0].length } : null;
}

const answerWithin =
  /[\s([^*|#,，;；]*(我的|你的|您的|学生|考生|用户)?(?:(?:标准|正确|参考)?答案(?:为|是)?\s*[:]\s*|(?<=\[)(?:标准|正确|参考)?答案\]\s*:?\s*)/g;

/** Where an answer begins within a line that begins otherwise (`…。答案：B`), or null; somebody's own answer is none. */
export function answerWithinLine(plain: string): { stemEnd: number; restAt: number; isKey: boolean } | null {
  const all = [...plain.matchAll(answerWithin)];
  const [first] = all;
  if (!first?.index) return null;
  const key = all.find((one) => one[1] === undefined) ?? first;
  return { stemEnd: first.index, restAt: key.index + key[0].length, isKey: key[1] === undefined };
}
