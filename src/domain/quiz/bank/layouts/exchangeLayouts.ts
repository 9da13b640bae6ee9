import { type MadeLayout, O1, O2, Q1, Q2, Q3, text } from './made';

/** Questions as other systems hand them out. */
export const exchangeLayouts: readonly MadeLayout[] = [
  {
    name: 'GIFT: choices with signs or weights, true-false, words, essays left out',
    sources: [
      text(
        `// 食品\n::一:: ${Q1} {\n=${O1[0]}#对了\n~${O1[1]}\n~${O1[2]}\n}\n${Q2} {~%50%${O2[0]} ~%50%${O2[1]} ~%-100%${O2[2]}}\n${Q3} {F}\n实行{=预防 =防范}为主。\n谈谈看法。{}`,
      ),
    ],
    expected: ['single A 3', 'multiple AB 3', 'trueFalse false 0', 'blank 预防|防范 0'],
  },
  {
    name: 'GIFT: pairs to be matched and several answers of which one is enough have no key',
    sources: [
      text(
        `${Q3} {F}\n食品应当安全。{T}\n配一配 {=甲 -> 乙 =丙 -> 丁}\n${Q1} {=${O1[0]} =${O1[1]} ~${O1[2]}}`,
      ),
    ],
    expected: ['trueFalse false 0', 'trueFalse true 0', 'options_missing', 'answer_missing'],
  },
  {
    name: 'Blackboard: a line each, parted by tabs; a tab too many puts nothing out of step',
    sources: [
      text(
        [
          ['MC', Q1, O1[0], 'correct', O1[1], 'incorrect', O1[2], 'incorrect'],
          ['MA', Q2, O2[0], 'correct', O2[1], 'correct', O2[2], 'incorrect'],
          ['TF', Q3, 'false'],
          ['MC', '谁？', '顾', '客', 'incorrect', '经营者', 'correct'],
        ]
          .map((cells) => cells.join('\t'))
          .join('\n'),
      ),
    ],
    expected: ['single A 3', 'multiple AB 3', 'trueFalse false 0', 'options_missing'],
  },
];
