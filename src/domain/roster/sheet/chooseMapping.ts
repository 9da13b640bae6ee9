import { headerAt, namesPersons } from './findHeader';
import { droppedOf } from './proposeMapping';
import { type ColumnMapping, type MappingChoice, rosterFields, type SheetMapping } from './rosterSheet';
import { columnOf, type TableSheet } from './sheetTable';

/**
 * A person's choice as a mapping; null when it names a column that no sheet can have, a field twice (marks and ticks for
 * the kind may stand in several columns), a column twice, or no 姓名. `headerRow` 0 means that there is no header at all. A row without
 * 姓名 in it may be a person: its columns are named by their letters, so that no cell is shown as a header.
 */
export function chooseMapping(sheet: TableSheet, choice: MappingChoice): SheetMapping | null {
  const fields = choice.columns
    .map(({ field }) => field)
    .filter((field) => field !== 'marks' && field !== 'kind');
  const places = choice.columns.map(({ column }) => columnOf(column));
  const isWrong =
    !Number.isInteger(choice.headerRow) ||
    choice.headerRow < 0 ||
    places.includes(-1) ||
    new Set(places).size < places.length ||
    new Set(fields).size < fields.length ||
    !fields.includes('name');
  if (isWrong) return null;
  const header = headerAt(sheet, choice.headerRow);
  const isHeader = namesPersons(header);
  const columns = choice.columns.map(({ field, column }): ColumnMapping => {
    const found = header.columns.find(({ letter }) => letter === column);
    const shown = (isHeader ? found?.shown : undefined) ?? `${column} 列`;
    return { field, column, header: shown, evidence: '您指定的列', confidence: 'sure' };
  });
  columns.sort((a, b) => rosterFields.indexOf(a.field) - rosterFields.indexOf(b.field));
  return {
    sheet: sheet.name,
    headerRow: choice.headerRow,
    columns,
    dropped: droppedOf(header, new Set(places)).map(({ column, header: shown }) => ({
      column,
      header: isHeader ? shown : `${column} 列`,
    })),
  };
}
