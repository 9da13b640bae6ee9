import { type DecodedRun, isSameLook, writeParagraph } from '../styledParagraph';
import { symbolOf, withSymbols } from '../symbolFonts';
import type { Paragraph, TextCell } from '../textDocument';
import { attributeOf, type XmlAttributes, type XmlHandlers } from '../xml';
import { asHeading, type HeadingLevels } from './headingLevels';
import type { ListStyle } from './listStyles';
import type { Numbering } from './numbering';

const isSkipped = (name: string) => name === 'Fallback' || name === 'moveFrom';

type Look = Omit<DecodedRun, 'text'>;

interface OpenParagraph {
  runs: DecodedRun[];
  heading: number | null;
  numId: string | null;
  level: number;
}

/** Collects the paragraphs of word/document.xml. What was deleted with changes tracked is not text and stays out. */
export class ParagraphReader implements XmlHandlers {
  readonly paragraphs: Paragraph[] = [];
  /** A text box is a paragraph inside a paragraph. */
  private readonly open_: OpenParagraph[] = [];
  private look: Look = {};
  private font = '';
  private isText = false;
  private isParagraphProperties = false;
  private isRunProperties = false;
  private tables = 0;
  /** The cell being read, of the innermost table. */
  private readonly cells: TextCell[] = [];
  private span = 1;
  /** Inside of what is not read: a text box written a second time for old programs, text that was moved elsewhere. */
  private skipped = 0;

  constructor(
    private readonly levels: HeadingLevels,
    private readonly lists: ReadonlyMap<string, ListStyle>,
    private readonly numbering: Numbering | null,
  ) {}

  open(name: string, attributes: XmlAttributes): void {
    if (isSkipped(name)) this.skipped += 1;
    if (this.skipped > 0) return;
    const value = () => attributeOf(attributes, 'val');
    const paragraph = this.open_.at(-1);
    if (this.readTable(name, attributes)) return;
    if (name === 'p') this.open_.push({ runs: [], heading: null, numId: null, level: 0 });
    else if (name === 'r') {
      this.look = {};
      this.font = '';
    } else if (name === 'sym')
      this.add(
        symbolOf(
          attributeOf(attributes, 'font') ?? '',
          Number.parseInt(attributeOf(attributes, 'char') ?? '', 16),
        ),
      );
    else if (name === 't') this.isText = true;
    else if (name === 'pPr') this.isParagraphProperties = true;
    else if (name === 'rPr') this.isRunProperties = true;
    else if (this.isRunProperties) this.readLook(name, attributes);
    else if (this.isParagraphProperties && paragraph) this.readProperty(paragraph, name, value);
    else if (name === 'tab' || name === 'ptab') this.add('\t');
    else if (name === 'br' || name === 'cr') this.add('\n');
    else if (name === 'noBreakHyphen') this.add('-');
  }

  text(text: string): void {
    if (this.isText && this.skipped === 0) this.add(withSymbols(text, this.font));
  }

  close(name: string): void {
    if (isSkipped(name)) this.skipped -= 1;
    if (this.skipped > 0) return;
    if (name === 'tbl') this.cells.pop();
    else if (name === 'tc') this.endCell();
    else if (name === 't') this.isText = false;
    else if (name === 'pPr') this.isParagraphProperties = false;
    else if (name === 'rPr') this.isRunProperties = false;
    else if (name === 'p') this.finish(this.open_.pop());
  }

  private readTable(name: string, attributes: XmlAttributes): boolean {
    const cell = this.cells.at(-1);
    if (name === 'tbl') {
      this.cells.push({ table: this.tables, row: -1, column: -1 });
      this.tables += 1;
    } else if (cell && name === 'tr') {
      cell.row += 1;
      cell.column = -1;
    } else if (cell && name === 'tc') {
      cell.column += 1;
      this.span = 1;
    } else if (cell && name === 'gridSpan') this.span = Number(attributeOf(attributes, 'val')) || 1;
    else return false;
    return true;
  }

  /** A cell as wide as several counts as so many, so that columns stay below each other. */
  private endCell(): void {
    const cell = this.cells.at(-1);
    if (cell) cell.column += this.span - 1;
    this.span = 1;
  }

  private readProperty(paragraph: OpenParagraph, name: string, value: () => string | null): void {
    if (name === 'pStyle') this.readStyle(paragraph, value() ?? '');
    else if (name === 'outlineLvl') paragraph.heading = asHeading(Number(value()));
    else if (name === 'numId') paragraph.numId = value();
    else if (name === 'ilvl') paragraph.level = Number(value());
  }

  /** What the style says; the paragraph's own properties follow and count more. */
  private readStyle(paragraph: OpenParagraph, style: string): void {
    paragraph.heading = this.levels.get(style) ?? paragraph.heading;
    const list = this.lists.get(style);
    if (list) Object.assign(paragraph, { numId: list.numId, level: list.level });
  }

  private readLook(name: string, attributes: XmlAttributes): void {
    // The look of a paragraph's own mark says nothing about its text.
    if (this.isParagraphProperties) return;
    const value = attributeOf(attributes, 'val');
    const isOn = value !== '0' && value !== 'false' && value !== 'none';
    if (name === 'b' && isOn) this.look.bold = true;
    else if ((name === 'strike' || name === 'dstrike') && isOn) this.look.struck = true;
    else if (name === 'u' && isOn) this.look.underline = true;
    else if (name === 'color' && value !== null && value !== 'auto') this.look.color = value.toUpperCase();
    else if (name === 'highlight' && isOn && value !== null) this.look.highlight = value;
    else if (name === 'rFonts') this.font = attributeOf(attributes, 'ascii') ?? '';
    else if (name === 'shd') {
      const fill = attributeOf(attributes, 'fill');
      if (fill !== null && fill !== 'auto') this.look.highlight ??= fill.toUpperCase();
    }
  }

  private add(text: string): void {
    if (text === '') return;
    const runs = this.open_.at(-1)?.runs;
    if (!runs) return;
    const last = runs.at(-1);
    if (last && isSameLook(last, this.look)) last.text += text;
    else runs.push({ text, ...this.look });
  }

  private finish(paragraph: OpenParagraph | undefined): void {
    if (!paragraph) return;
    // A list's number 0 takes a paragraph out of the list of its style.
    const { runs, numId, level, heading } = paragraph;
    const isListed = numId !== null && numId !== '0';
    const written = writeParagraph({ runs, heading, cell: this.cells.at(-1) ?? null }, () =>
      isListed ? (this.numbering?.next(numId, level) ?? null) : null,
    );
    if (written) this.paragraphs.push(written);
  }
}
