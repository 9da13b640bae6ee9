import type { ReadType } from './bankQuestion';
import { plainForm } from './plainForm';

/** What a heading or label says about the kind of a question; `essay` is counted and left out, `choice` leaves the number of right options open. */
export type SaidType = ReadType | 'choice' | 'essay';

/** The first that is found in the word decides: 不定项选择 before 选择, 多项 before 项. */
const sayings: readonly [RegExp, SaidType][] = [
  [/不定项|任选/, 'multiple'],
  [/多项?选|多重选择|multi/i, 'multiple'],
  [/单项?选|单择|single/i, 'single'],
  [/判断|是非|对错|正误|true.?false|judge/i, 'trueFalse'],
  [/填空|填充|补全|fill|blank/i, 'blank'],
  [/简答|论述|问答|名词解释|材料|案例|分析题|辨析|作文|计算题|综合题|主观|写作|演讲|short|essay/i, 'essay'],
  [/选择/, 'choice'],
];

/** The kind that a short label names (`单选题`, `【是非题】`, `multiple`), or null. */
export function saidTypeOf(label: string): SaidType | null {
  const plain = plainForm(label);
  for (const [words, type] of sayings) if (words.test(plain)) return type;
  return null;
}
