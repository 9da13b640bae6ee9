import { memberUseCase } from '../operation';
import { anyMember } from '../policies/membership';
import { pieceOf } from './pieceOf';
import { readerOf } from './reader';
import { findNewest } from './readingRepository';

/** What the phone keeps to read without a network: seven days (issue 3), however many organisations publish on each. */
const KEPT_DAYS = 7;

/** A phone keeps up to 300,000 characters under one name (platform/storage.ts); 100 pieces of usual length. */
const KEPT_CHARACTERS = 250_000;

/** The pieces of the last days with their text, of the bureau and of the own organisations. */
export const readRecent = memberUseCase('study.recent')({
  policy: anyMember,
  run: async (context) => {
    const { trx, actor, now } = context;
    const pieces = await findNewest(trx, readerOf(actor, now), KEPT_DAYS);
    return { pieces: fitting(pieces.map((piece) => pieceOf(context, piece))) };
  },
});

/** The newest pieces that fit into what a phone keeps under one name. */
function fitting<T>(pieces: readonly T[]): T[] {
  let room = KEPT_CHARACTERS;
  return pieces.filter((piece) => {
    room -= JSON.stringify(piece).length;
    return room >= 0;
  });
}
