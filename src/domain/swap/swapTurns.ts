/** A turn on a rota, as far as swapping it is concerned. */
export interface SwapTurn {
  /** The last day on which it can still be swapped, `YYYY-MM-DD`. */
  day: string;
  /** Whose turn it is: a member, or an organisation. */
  holderId: string;
}

/** Whether two turns of a rota can be swapped at all: neither is over, they are of two days and two holders. */
export function isSwappable(own: SwapTurn, other: SwapTurn, today: string): boolean {
  return own.day >= today && other.day >= today && own.day !== other.day && own.holderId !== other.holderId;
}

/** Whether a question that waits still fits: it was between those whose turns these are, and they can be swapped. */
export function swapStands(
  turns: { asking: SwapTurn; asked: SwapTurn },
  between: { askingId: string; askedId: string },
  today: string,
): boolean {
  const { asking, asked } = turns;
  const isBetweenThem = asking.holderId === between.askingId && asked.holderId === between.askedId;
  return isBetweenThem && isSwappable(asking, asked, today);
}
