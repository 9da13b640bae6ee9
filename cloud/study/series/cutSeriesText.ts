import { bordersOf } from '../../../src/domain/study/series/bordersOf';
import { cutText } from '../../../src/domain/study/series/cutText';
import { AppError } from '../../appError';
import type { StoredCut } from '../../database/tables';

/** More than a working year of mornings; a longer text is several series. */
const MOST_PIECES = 300;
/** As many of the longest pieces (domain/study/series/editCuts): what is longer cannot fit, and is not even looked at. */
const MOST_CHARACTERS = MOST_PIECES * 2_700;

/** The proposed cuts of a text; refused: `text_too_long` (more than 300 pieces), `text_empty`. */
export function cutSeriesText(text: string): StoredCut[] {
  if (text.length > MOST_CHARACTERS) throw new AppError('text_too_long');
  const parts = bordersOf(text);
  if (!parts.some((part) => part.weight > 0)) throw new AppError('text_empty');
  const cuts = cutText(text, parts).map((at) => ({ at, title: null }));
  if (cuts.length > MOST_PIECES) throw new AppError('text_too_long');
  return cuts;
}

/** A text as the database can keep it: without NUL, other control characters and halves of characters. */
export function keepable(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '');
}
