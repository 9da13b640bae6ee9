import type { Context } from '../operation';
import { readerOf } from './reader';
import { findCiting } from './sourceRepository';

/** A published piece that rests on a text. */
export interface PieceOn {
  pieceId: string;
  title: string;
  article: string;
}

/** Enough to read again after a set; the library has the rest. */
const MOST = 5;

/**
 * Published pieces that the actor may read and that rest on one of `sources`, those on the very article first, then
 * those on the same text; at most five. For the capability `quiz`.
 */
export async function findPiecesOn(
  { trx, actor, now }: Pick<Context, 'trx' | 'actor' | 'now'>,
  sources: readonly { title: string; article: string }[],
): Promise<PieceOn[]> {
  const named = sources.filter(({ title }) => title !== '');
  return named.length === 0 ? [] : findCiting(trx, readerOf(actor, now), named, MOST);
}
