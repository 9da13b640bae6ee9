import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { pieceOf } from './pieceOf';
import { readerOf } from './reader';
import { findNewest } from './readingRepository';

/** What the phone keeps to read without a network: the last seven pieces (architecture.md "H5 routes"). */
const KEPT_OFFLINE = 7;

/** The newest published pieces with their text. */
export const readRecent = memberUseCase('study.recent')({
  policy: anyMember,
  run: async ({ trx, actor, now }) => {
    const pieces = await findNewest(trx, readerOf(actor, now), KEPT_OFFLINE);
    return { pieces: pieces.map(pieceOf) };
  },
});
