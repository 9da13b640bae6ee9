import { DocumentRefused } from './reading';

/** Five times the largest roster or bank that a bureau has. */
const MAX_ROWS = 50_000;
/** Twice the largest roster (10,000 people) with 30 columns; handing a million cells over held the server up for seconds. */
const MAX_CELLS = 600_000;
/** As many cells of 8 characters; cells may share one long text, so a small file can hold gigabytes. */
const MAX_CHARACTERS = 5_000_000;
const MAX_SHEETS = 200;
/** Two for each row. */
const MAX_MERGES = 100_000;

/** Counts what a table file brings and refuses with `document_too_large` beyond the bounds. */
export class TableLimits {
  private rows = 0;
  private cells = 0;
  private characters = 0;
  private sheets = 0;
  private merges = 0;

  sheet(): void {
    this.sheets += 1;
    if (this.sheets > MAX_SHEETS) throw new DocumentRefused('document_too_large');
  }

  /** A row that has something in it. */
  row(cells: readonly { text: string }[]): void {
    this.rows += 1;
    this.cells += cells.length;
    for (const { text } of cells) this.characters += text.length;
    if (this.rows > MAX_ROWS || this.cells > MAX_CELLS || this.characters > MAX_CHARACTERS)
      throw new DocumentRefused('document_too_large');
  }

  merge(): void {
    this.merges += 1;
    if (this.merges > MAX_MERGES) throw new DocumentRefused('document_too_large');
  }
}
