import type { BankLine } from '../bankLine';
import { withCircledOptions } from './circledOptions';
import { withKeyGrids } from './keyGrids';
import { withSpokenMarks } from './spokenMarks';
import { withTruthPairs } from './truthPairs';

/**
 * The lines of a text with what the whole text shows to be another way of writing put into the usual one: marks in
 * words, options with circled numbers, grids of numbers and answers, 对 and 错 as options without letters.
 */
export function preparedLines(lines: readonly BankLine[]): BankLine[] {
  return withTruthPairs(withCircledOptions(withKeyGrids(withSpokenMarks(lines))));
}
