/** Below this many working days the desk says so (product.md A0: notice below 5). */
const enoughWorkdays = 5;

/** Whether the stock of pieces is running low. */
export function isLow(stockWorkdays: number): boolean {
  return stockWorkdays < enoughWorkdays;
}
