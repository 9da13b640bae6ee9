import { plainForm } from './plainForm';
import { truthOf } from './truthWords';

/** What signs of a true-false answer stand for, as a text says it: `A` -> true. */
export type TruthLegend = ReadonlyMap<string, boolean>;

const said =
  /(正确|错误|对|错)(?:的)?(?:\s*(?:请|则|就|的题)?\s*(?:选择?|填写?|涂|为|用|写|打|=|:))\s*["“'(]?([A-D12]|√|×)(?![A-Za-z0-9])/g;
const turned =
  /["“'(]?(?<![A-Za-z0-9])([A-D012])["”')]?\s*(?:表示|代表|为|是|=|:|-+)\s*["“'(]?(正确|错误|对|错)/g;

/** The meaning of letters or digits that an instruction gives (`正确选A，错误选B`, `A=对 B=错`); null without one. */
export function legendIn(text: string): TruthLegend | null {
  if (!/[对错]|正确/.test(text)) return null;
  // `判断题（A.正确 B.错误）`; elsewhere such a row is the options of one question.
  const plain = /判断/.test(text)
    ? plainForm(text).replace(/([AB])\s*[.、]?\s*(?=正确|错误|对|错|√|×)/g, '$1=')
    : plainForm(text);
  const legend = new Map<string, boolean>();
  const pairs = [
    ...[...plain.matchAll(said)].map((found) => [found[2], found[1]] as const),
    ...[...plain.matchAll(turned)].map((found) => [found[1], found[2]] as const),
  ];
  for (const [sign, word] of pairs) {
    const truth = truthOf(word ?? '');
    if (sign === undefined || truth === null || legend.get(sign) === !truth) return null;
    legend.set(sign, truth);
  }
  return new Set(legend.values()).size === 2 ? legend : null;
}
