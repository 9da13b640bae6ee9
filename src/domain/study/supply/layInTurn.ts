import { addDays } from '../../calendar/shanghai';
import { type DayEdits, isWorkday } from '../../calendar/workdays';

/** Whose week it is; `week` is its Monday. */
export interface SupplyWeek {
  week: string;
  supplierId: string;
}

/** The first `count` weeks from the Monday `from` on in which people work at all: a holiday week is nobody's turn. */
export function workingWeeks(from: string, count: number, edits: DayEdits): string[] {
  const found: string[] = [];
  for (let week = from; found.length < count; week = addDays(week, 7)) {
    const hasWork = [0, 1, 2, 3, 4, 5, 6].some((day) => isWorkday(addDays(week, day), edits));
    if (hasWork) found.push(week);
  }
  return found;
}

/**
 * Gives each week of `weeks` (ascending) that nobody has yet to one of `suppliers`: to whoever has waited longest
 * since the last turn, never before anybody first, and among equals in the order given. `laid` are the turns there are,
 * earlier ones too; they stay as they are. Only the order of waiting counts, never how much somebody wrote.
 */
export function layInTurn(
  weeks: readonly string[],
  suppliers: readonly string[],
  laid: readonly SupplyWeek[],
): SupplyWeek[] {
  const all = [...laid];
  const given: SupplyWeek[] = [];
  for (const week of weeks) {
    if (all.some((one) => one.week === week)) continue;
    const lastOf = (supplierId: string) =>
      all.reduce(
        (last, one) =>
          one.supplierId === supplierId && one.week < week && one.week > last ? one.week : last,
        '',
      );
    const [next] = [...suppliers].sort((a, b) =>
      lastOf(a) < lastOf(b) ? -1 : lastOf(a) > lastOf(b) ? 1 : 0,
    );
    if (next === undefined) break;
    given.push({ week, supplierId: next });
    all.push({ week, supplierId: next });
  }
  return given;
}
