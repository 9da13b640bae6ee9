import type { GroupCard } from '../../platform/groupCard';
import type { Piece } from './piece';

/** What the card of a piece says: its title and nobody's name. Undefined without a piece, or without a link (older copies). */
export function groupCardOf(piece: Piece | undefined): GroupCard | undefined {
  return piece?.link ? { title: `晨学三分钟：${piece.title}`, link: piece.link } : undefined;
}
