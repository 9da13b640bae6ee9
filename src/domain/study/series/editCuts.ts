import type { TextPart } from './bordersOf';
import type { Cut } from './seriesPieces';

/** One step of editing the borders; positions count from 1. */
export type CutChange =
  | { kind: 'join'; position: number }
  | { kind: 'split'; position: number; at: number }
  | { kind: 'move'; position: number; at: number }
  | { kind: 'rename'; position: number; title: string };

/** Three pieces' characters: what is longer is no piece of a morning, whoever joined it. */
const LONGEST_PIECE = 2700;

export type EditedCuts = { ok: true; cuts: Cut[] } | { ok: false; why: 'noSuchPlace' | 'tooLong' };

/**
 * The cuts after one change, or why it cannot be: no such piece or no border there (`noSuchPlace`: pieces begin where
 * a part begins, the first always at the beginning), or a piece of more than 2,700 characters (`tooLong`).
 */
export function editCuts(parts: readonly TextPart[], cuts: readonly Cut[], change: CutChange): EditedCuts {
  const index = change.position - 1;
  const cut = cuts[index];
  if (!cut) return { ok: false, why: 'noSuchPlace' };
  const changed = changedCuts(cuts, index, cut, change);
  if (!changed?.every(({ at }, place) => place === 0 || at > (changed[place - 1]?.at ?? -1))) {
    return { ok: false, why: 'noSuchPlace' };
  }
  const borders = new Set(parts.map((part) => part.start));
  if (changed[0]?.at !== 0 || !changed.every(({ at }) => at === 0 || borders.has(at))) {
    return { ok: false, why: 'noSuchPlace' };
  }
  return longest(parts, changed) > LONGEST_PIECE && change.kind !== 'rename'
    ? { ok: false, why: 'tooLong' }
    : { ok: true, cuts: changed };
}

function changedCuts(cuts: readonly Cut[], index: number, cut: Cut, change: CutChange): Cut[] | null {
  const before = cuts.slice(0, index);
  const after = cuts.slice(index + 1);
  switch (change.kind) {
    case 'join':
      return after.length > 0 ? [...before, cut, ...after.slice(1)] : null;
    case 'split':
      return [...before, cut, { at: change.at, title: null }, ...after];
    case 'move':
      return index > 0 ? [...before, { ...cut, at: change.at }, ...after] : null;
    case 'rename':
      return [...before, { ...cut, title: change.title || null }, ...after];
  }
}

function longest(parts: readonly TextPart[], cuts: readonly Cut[]): number {
  let [most, weight, next] = [0, 0, 1];
  for (const part of parts) {
    if (part.start >= (cuts[next]?.at ?? Number.POSITIVE_INFINITY)) {
      next += 1;
      weight = 0;
    }
    weight += part.weight;
    most = Math.max(most, weight);
  }
  return most;
}
