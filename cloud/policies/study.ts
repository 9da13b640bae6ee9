import { type Hat, maySomewhere, type Place } from '../../src/domain/roster/acts';
import type { OrganisationLevel } from '../../src/domain/roster/posts';
import type { Actor } from '../actor';
import type { Verdict } from '../operation';
import { hatFor } from './membership';

/** What a verdict on a piece depends on. */
export interface JudgedPiece extends Place {
  state: 'draft' | 'submitted' | 'returned' | 'approved' | 'withdrawn';
  authorId: string;
  /** Who wrote on it besides the author. */
  editorIds: readonly string[];
}

/** Whoever writes, reviews or schedules pieces somewhere, or writes for an organisation that supplies some. */
export function mayOpenDesk({ held }: Actor): boolean {
  return (
    maySomewhere(held, 'study.write') ||
    maySomewhere(held, 'study.review') ||
    maySomewhere(held, 'study.schedule') ||
    maySomewhere(held, 'study.supply')
  );
}

/** A piece is written on by those who write for its organisation, and by its author. */
export function mayWrite(actor: Actor, piece: JudgedPiece): Verdict {
  return hatFor(actor, 'study.write', piece) ?? piece.authorId === actor.memberId;
}

/** Those who review for the piece's organisation; who wrote on it is asked by `isSecondPerson`. */
export function reviewHat(actor: Actor, piece: Place): Hat | null {
  return hatFor(actor, 'study.review', piece);
}

/** Those who review at the bureau's level: a law changes for everybody. */
export function bureauReviewHat(
  actor: Actor,
  places: readonly (Place & { level: OrganisationLevel })[],
): Hat | null {
  for (const place of places) {
    const isBureau = place.level === 'organCommittee' || place.level === 'leadingGroup';
    const hat = isBureau ? reviewHat(actor, place) : null;
    if (hat) return hat;
  }
  return null;
}

/** Those who lay pieces on days for the piece's organisation. */
export function scheduleHat(actor: Actor, piece: Place): Hat | null {
  return hatFor(actor, 'study.schedule', piece);
}

/** A wrong text is taken down by whoever may lay it on a day or review it, also from above. */
export function withdrawHat(actor: Actor, piece: Place): Hat | null {
  return scheduleHat(actor, piece) ?? reviewHat(actor, piece);
}

/** What is still being written is seen by those who write it; from handing in on also by those who review or schedule. */
export function maySeeOnDesk(actor: Actor, piece: JudgedPiece): Verdict {
  const isBeingWritten = piece.state === 'draft' || piece.state === 'returned';
  return mayWrite(actor, piece) || (isBeingWritten ? null : withdrawHat(actor, piece));
}

/** True for somebody who has not written a word of the piece (product.md A1: reviewed by a second person). */
export function isSecondPerson(actor: Actor, piece: JudgedPiece): boolean {
  return !hasWrittenOn(actor, piece);
}

/** True for whoever wrote a word of it. */
export function hasWrittenOn(
  { memberId }: Actor,
  { authorId, editorIds }: Pick<JudgedPiece, 'authorId' | 'editorIds'>,
): boolean {
  return authorId === memberId || editorIds.includes(memberId);
}
