import { builtInFormat, type CellFormat } from '../cellFormat';
import { numberCell } from '../numberCell';
import type { TableLimits } from '../tableLimits';
import type { Cell, Merge, SheetRow } from '../workbook';
import type { XmlAttributes, XmlHandlers } from '../xml';
import { rangeOf, referenceOf, rowNumberOf } from './reference';
import { unescapeText } from './unescapeText';

/** What all sheets of a workbook share. */
export interface SheetSurroundings {
  strings: readonly string[];
  formats: readonly CellFormat[];
  is1904: boolean;
  limits: TableLimits;
}

const GENERAL = builtInFormat(0);

/** Collects the cells of one sheet that have something in them; empty ones that only carry a look cost nothing. */
export class SheetReader implements XmlHandlers {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  private row = 0;
  private cells: Cell[] = [];
  private isHidden = false;
  private column = -1;
  private type = 'n';
  private style = 0;
  private value = '';
  private formula = false;
  private isValue = false;
  private aids = 0;

  constructor(private readonly around: SheetSurroundings) {}

  open(name: string, attributes: XmlAttributes): void {
    switch (name) {
      case 'row':
        this.row = rowNumberOf(attributes.r) ?? this.row + 1;
        this.cells = [];
        this.column = -1;
        this.isHidden = attributes.hidden === '1' || attributes.hidden === 'true';
        break;
      case 'c':
        // Without a reference a cell follows the one before it.
        this.column = referenceOf(attributes.r ?? '')?.column ?? this.column + 1;
        this.type = attributes.t ?? 'n';
        this.style = Number(attributes.s ?? 0);
        this.value = '';
        this.formula = false;
        break;
      case 'f':
        this.formula = true;
        break;
      case 'rPh':
        this.aids += 1;
        break;
      case 'v':
        this.isValue = true;
        break;
      case 't':
        this.isValue = this.aids === 0;
        break;
      case 'mergeCell': {
        const range = rangeOf(attributes.ref ?? '');
        this.around.limits.merge();
        if (range) this.merges.push(range);
        break;
      }
    }
  }

  text(text: string): void {
    if (this.isValue) this.value += text;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.isValue = false;
    else if (name === 'rPh') this.aids -= 1;
    else if (name === 'c') this.finishCell();
    else if (name === 'row' && this.cells.length > 0) {
      this.around.limits.row(this.cells);
      const row: SheetRow = { row: this.row, cells: this.cells };
      if (this.isHidden) row.hidden = true;
      this.rows.push(row);
    }
  }

  private finishCell(): void {
    if (this.value === '' && !this.formula) return;
    // Field by field: spreading two objects for each of 300,000 cells costs more than reading them.
    const { text, number, day } = this.content();
    const { column, formula, type } = this;
    this.cells.push({ column, text, number, day, formula, error: type === 'e' });
  }

  private content(): Pick<Cell, 'text' | 'number' | 'day'> {
    const { strings, formats, is1904 } = this.around;
    const asText = (text: string) => ({ text, number: null, day: null });
    switch (this.type) {
      case 's':
        return asText(strings[Number(this.value)] ?? '');
      case 'str':
      case 'inlineStr':
        return asText(unescapeText(this.value));
      case 'd':
        return { text: this.value.slice(0, 10), number: null, day: this.value.slice(0, 10) };
      case 'b':
        return asText(this.value === '1' ? 'TRUE' : 'FALSE');
      case 'e':
        return asText(this.value);
    }
    const number = Number(this.value);
    if (this.value.trim() === '' || !Number.isFinite(number)) return asText(this.value);
    return numberCell(number, formats[this.style] ?? GENERAL, is1904);
  }
}
