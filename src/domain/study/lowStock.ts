/** Below this many working days the desk says so, and its keepers are told once (product.md A0: notice below 5). */
const enoughWorkdays = 5;

/** Whether the stock of pieces, in working days, is running low. */
export function isLowStock(stockWorkdays: number): boolean {
  return stockWorkdays < enoughWorkdays;
}

/** An organisation that has published pieces, with the days from today on that it has laid one on. */
export interface Publisher {
  isBureau: boolean;
  days: readonly string[];
}

/**
 * Who is told when the stock is low, each with the days that are covered: the bureau where it publishes, for its pieces
 * are everybody's and a branch's beside them are no second duty (product.md A0); else each branch that publishes itself.
 */
export function stocksToWatch<P extends Publisher>(
  publishers: readonly P[],
): { publisher: P; covered: ReadonlySet<string> }[] {
  const bureau = publishers.filter(({ isBureau }) => isBureau);
  if (bureau.length === 0) {
    return publishers.map((publisher) => ({ publisher, covered: new Set(publisher.days) }));
  }
  const covered = new Set(bureau.flatMap(({ days }) => days));
  return bureau.map((publisher) => ({ publisher, covered }));
}
