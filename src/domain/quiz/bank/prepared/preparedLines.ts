import type { BankLine } from '../bankLine';
import { withBracketedOptions } from './bracketedOptions';
import { withCircledOptions } from './circledOptions';
import { withColumnOptions } from './columnOptions';
import { withGluedQuestions } from './gluedQuestions';
import { withKeyGrids } from './keyGrids';
import { withLoneLetters } from './loneLetters';
import { withNumberedOptions } from './numberedOptions';
import { withSpokenMarks } from './spokenMarks';
import { withTruthPairs } from './truthPairs';

/**
 * The lines of a text with what the whole text shows to be another way of writing put into the usual one: marks in
 * words, grids of numbers and answers, letters on lines of their own, options with numbers in brackets or circles, 对 and 错 as
 * options without letters, questions that run on.
 */
export function preparedLines(lines: readonly BankLine[]): readonly BankLine[] {
  return [
    withSpokenMarks,
    withKeyGrids,
    withLoneLetters,
    withNumberedOptions,
    withBracketedOptions,
    withCircledOptions,
    withColumnOptions,
    withTruthPairs,
    withGluedQuestions,
  ].reduce<readonly BankLine[]>((told, prepare) => prepare(told), lines);
}
