import { readingMinutes } from '../../src/domain/study/textLength';
import { writeLink } from '../identity/entryLink';
import type { Context } from '../operation';
import type { PublishedPiece, PublishedSummary } from './readingRepository';

/** A published piece as a list shows it. */
export function summaryOf(piece: PublishedSummary) {
  const { id, title, topic, kind, length, publishOn, stamped, beingChecked } = piece;
  const minutes = readingMinutes(length);
  return { id, title, topic, kind, length, readingMinutes: minutes, publishOn, stamped, beingChecked };
}

/**
 * A published piece as its reader gets it, with the reader's own bookmark and note, and the link for a card in the
 * group. Of the self-check neither key nor explanation leaves before the answer.
 */
export function pieceOf({ actor, ports }: Pick<Context, 'actor' | 'ports'>, piece: PublishedPiece) {
  const { blocks, source, demo, organisationName, checks } = piece;
  return {
    ...summaryOf(piece),
    blocks,
    source,
    demo,
    organisationName,
    bookmarked: piece.bookmarked,
    note: piece.note ?? '',
    series: piece.series,
    link: writeLink(ports.keyring, { tenantId: actor.tenantId, kind: 'piece', id: piece.id }),
    checks: checks.map(({ type, stem, options }, position) => ({ position, type, stem, options })),
  };
}
