import type { Actor } from '../actor';
import type { DeskRow } from './deskRepository';

/** A piece as the desk shows it to the actor. */
export function deskPieceOf(actor: Actor, row: DeskRow) {
  const { id, title, state, version, organisationName, authorName, publishOn, length, note } = row;
  const mine = row.authorId === actor.memberId;
  return { id, title, state, version, organisationName, authorName, publishOn, length, note, mine };
}
