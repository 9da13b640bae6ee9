import { bordersOf } from '../src/domain/study/series/bordersOf';
import { cutText } from '../src/domain/study/series/cutText';
import { piecesOf } from '../src/domain/study/series/seriesPieces';
import { weightOf } from '../src/domain/study/series/textLines';
import { type Benchmark, inPairs } from './benchmark';

const PAIRS = 9;
const STATUTE = 20_000;
const LONGEST = 2_000_000;

/** A statute of 20,000 characters cut into pieces with titles, beside merely splitting it at its line breaks. */
export const seriesCut: Benchmark = {
  title: '两万字切成三分钟一篇',
  run: async () => {
    const figuresOf = async (text: string, pairs: number) => {
      await cutInto(text);
      await splitOnly(text);
      return inPairs(
        pairs,
        () => cutInto(text),
        () => splitOnly(text),
      );
    };
    const figures = await figuresOf(madeStatute(STATUTE), PAIRS);
    const long = await figuresOf(madeStatute(LONGEST), 3);
    return {
      unit: 'ms',
      better: 'lower',
      ...figures,
      baselineIs: 'splitting the same text at its line breaks and counting the characters of each line',
      more: {
        characters: STATUTE,
        longCharacters: LONGEST,
        longOurs: long.ours,
        longBaseline: long.baseline,
      },
    };
  },
};

async function cutInto(text: string): Promise<number> {
  const started = performance.now();
  const parts = bordersOf(text);
  const cuts = cutText(text, parts).map((at) => ({ at, title: null }));
  const pieces = piecesOf(text, parts, cuts, '工作手册');
  if (pieces.length * 1100 < text.length / 2) throw new Error('The text was not cut');
  return performance.now() - started;
}

async function splitOnly(text: string): Promise<number> {
  const started = performance.now();
  const weight = text.split('\n').reduce((sum, line) => sum + weightOf(line), 0);
  if (weight === 0) throw new Error('The text was not read');
  return performance.now() - started;
}

/** Articles of 40 to 400 characters, a chapter each twelve. */
function madeStatute(characters: number): string {
  const lines: string[] = [];
  for (let [length, number] = [0, 1]; length < characters; number += 1) {
    if (number % 12 === 1) lines.push(`第${Math.ceil(number / 12)}章 总则`);
    const article = `第${number}条 ${'应当依照规定办理，'.repeat(4 + ((number * 7) % 40))}并及时告知。`;
    lines.push(article);
    length += article.length;
  }
  return lines.join('\n\n');
}
