import { readingMinutes } from '../../src/domain/study/textLength';
import type { PublishedPiece, PublishedSummary } from './readingRepository';

/** A published piece as a list shows it. */
export function summaryOf({ id, title, topic, kind, length, publishOn, stamped }: PublishedSummary) {
  return { id, title, topic, kind, length, readingMinutes: readingMinutes(length), publishOn, stamped };
}

/** A published piece as its reader gets it: of the self-check neither key nor explanation leaves before the answer. */
export function pieceOf(piece: PublishedPiece) {
  const { blocks, source, demo, organisationName, checks } = piece;
  return {
    ...summaryOf(piece),
    blocks,
    source,
    demo,
    organisationName,
    checks: checks.map(({ type, stem, options }, position) => ({ position, type, stem, options })),
  };
}
