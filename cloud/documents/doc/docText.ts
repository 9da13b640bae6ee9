import { type DecodedRun, type StyledParagraph, writeParagraph } from '../styledParagraph';
import { withSymbols } from '../symbolFonts';
import type { Paragraph, TextCell } from '../textDocument';
import type { Lists } from './lists';
import type { CharacterLook, ParagraphLook, Spans } from './properties';

const CELL_END = '\u0007';
const FIELD = { begin: '\u0013', separator: '\u0014', end: '\u0015' };
/** Pictures, drawings, marks of footnotes and remarks. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NOT_TEXT = /[\u0001-\u0006\u0008\u000e-\u001d]/;

/** Puts characters together to paragraphs. Codes of fields and what was deleted with changes tracked stay out. */
export class DocText {
  private readonly paragraphs: Paragraph[] = [];
  private runs: DecodedRun[] = [];
  private look: CharacterLook | null = null;
  /** Of fields inside each other: whether the part being read is shown. */
  private readonly fields: boolean[] = [];
  private cell: TextCell | null = null;
  private tables = 0;

  constructor(
    private readonly characters: Spans<CharacterLook>,
    private readonly paragraphLooks: Spans<ParagraphLook>,
    private readonly lists: Lists,
  ) {}

  take(letter: string, offset: number): void {
    if (letter === '\r' || letter === CELL_END || letter === '\f') this.end(letter, offset);
    else if (letter === FIELD.begin) this.fields.push(false);
    else if (letter === FIELD.separator) this.fields[this.fields.length - 1] = true;
    else if (letter === FIELD.end) this.fields.pop();
    else if (!this.fields.includes(false)) this.add(letter, offset);
  }

  finish(): Paragraph[] {
    this.push(null, null);
    return this.paragraphs;
  }

  private add(letter: string, offset: number): void {
    if (NOT_TEXT.test(letter) || letter === '\u001f') return;
    const look = this.characters.at(offset);
    if (look?.deleted) return;
    const drawn = look?.symbol === undefined ? letter : String.fromCharCode(look.symbol);
    const text = drawn === '\u000b' ? '\n' : drawn === '\u001e' ? '-' : withSymbols(drawn, '');
    const last = this.runs[this.runs.length - 1];
    // Stretches of one look share their object.
    if (last && look === this.look) last.text += text;
    else {
      const { deleted: _, symbol: __, ...own } = look ?? {};
      this.runs.push({ text, ...own });
    }
    this.look = look;
  }

  private end(mark: string, offset: number): void {
    const look = this.paragraphLooks.at(offset);
    if (look?.inTable) {
      if (!this.cell) {
        this.cell = { table: this.tables, row: 0, column: 0 };
        this.tables += 1;
      }
      if (look.endsRow) {
        this.runs = [];
        this.cell.row += 1;
        this.cell.column = 0;
        return;
      }
    } else this.cell = null;
    this.push(look, this.cell);
    if (mark === CELL_END && this.cell) this.cell.column += 1;
  }

  private push(look: ParagraphLook | null, cell: TextCell | null): void {
    const styled: StyledParagraph = { runs: this.runs, heading: null, cell };
    this.runs = [];
    this.look = null;
    const paragraph = writeParagraph(styled, () =>
      look && look.list > 0 ? this.lists.next(look.list, look.level) : null,
    );
    if (paragraph) this.paragraphs.push(paragraph);
  }
}
