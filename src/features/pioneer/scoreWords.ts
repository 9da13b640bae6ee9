import type { Output } from '../../contract/operations';
import type { Dimension } from '../../ui/DimensionPicture';

export type Card = Output<'pioneer.card'>;
export type Line = Card['lines'][number];

/**
 * The card in a sentence and what stands behind it. Unknown is not zero (product.md D3; design.md
 * "Words"): without an approved entry there is no figure, only what is on its way.
 */
export function sayTotal({ total, pending, period }: Pick<Card, 'total' | 'pending' | 'period'>): {
  title: string;
  detail: string;
} {
  const isClosed = period?.state === 'closed';
  const waiting =
    pending.length === 0 ? undefined : `${pending.length} 项记录${isClosed ? '没有计入' : '等支部核对'}`;
  if (total === null) {
    return {
      title: '本期还没有核定的分',
      detail: waiting ?? '会议记录签定后会列在这里',
    };
  }
  return {
    title: `本期 ${total} 分`,
    detail: waiting ? `已核 ${total} 分，另有 ${waiting}` : `已核 ${total} 分，没有等着核对的`,
  };
}

/** The dimensions as the picture takes them: a share where something is known, words everywhere. */
export function dimensionsOf(card: Card): Dimension[] {
  return card.dimensions.map(({ name, max, points }) => ({
    name,
    share: points === null || max === 0 ? null : points / max,
    words: points === null ? '还不知道' : `${points} 分，满分 ${max}`,
  }));
}

/** Points of a line with their sign: +2 分, −1 分 (a true minus, read as such). */
export function sayPoints(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points)} 分`;
}
