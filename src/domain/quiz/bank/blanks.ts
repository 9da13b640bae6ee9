import { plainForm } from './plainForm';

/** Blanks in a stem: `____`, `（ ）`, `【】`; letters, ticks and words within are none. */
const blankPattern = /_{2,}|\(\s*\)|\[\s*\]/g;

/** How many blanks a stem has. */
export function blanksOf(stem: string): number {
  return plainForm(stem).match(blankPattern)?.length ?? 0;
}

/** `反腐倡廉的核心是（1）和（2）。`: blanks that carry the numbers of their answers, from 1 on. */
export function numberedBlanksOf(stem: string): number {
  const numbers = [...plainForm(stem).matchAll(/\((\d)\)/g)].map((found) => Number(found[1]));
  return numbers.every((number, index) => number === index + 1) ? numbers.length : 0;
}
