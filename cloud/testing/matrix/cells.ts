import { type Call, type CallName, type Cell, calls } from './calls';
import { type ColumnName, columnNames, columnOf, type Place } from './columns';
import { columnsIn, expected } from './expected';
import type { MatrixWorld } from './world';

/** The places at which a column asks: those that it has and that make a difference to the operation. */
export function placesOf(name: CallName, column: ColumnName): (Place | 'anywhere')[] {
  const call: Call = calls[name];
  if (call.where === 'anywhere') return ['anywhere'];
  return call.where.filter((place) => {
    if (place === 'tenant') return true;
    if (place === 'self') return column !== 'nobody' || name === 'identity.chooseBureau';
    return columnOf(column).places[place] !== undefined;
  });
}

/** What stands at a place, seen from a column. */
export function cellAt(world: MatrixWorld, column: ColumnName, place: Place | 'anywhere'): Cell {
  const bureau = place === 'tenant' ? world.foreignBureau : world.bureau;
  const { places } = columnOf(column);
  const atOwn = place === 'tenant' || place === 'self' || place === 'anywhere';
  const key = places[atOwn ? 'own' : place] ?? 'branch';
  const isSelf = place === 'self' && column !== 'nobody';
  const owner = isSelf ? world.people[column] : bureau.residents[key];
  return { world, column, bureau, records: bureau.places[key], owner };
}

/** A cell in which the operation is allowed by the table, or null for one that nobody may call. */
export function allowedCell(world: MatrixWorld, name: CallName): Cell | null {
  for (const [place, named] of Object.entries(expected[name]) as [Place | 'anywhere', string][]) {
    const [column] = columnsIn(named, columnNames);
    const found = columnNames.find((one) => one === column);
    if (found) return cellAt(world, found, place);
  }
  return null;
}
