import { writeZip, type ZipPart } from '../documents/writeZip';

/** A cell of a file made for a test: text, number, or what the XML says about it. */
export type MadeCell =
  | string
  | number
  | null
  /** A number shown by a format: a built-in number, or a code. */
  | { number: number; format: number | string }
  | { formula: string; value?: string | number }
  | { error: string };

export interface MadeSheet {
  name?: string;
  hidden?: boolean;
  /** From A1 on; null leaves a cell empty. */
  rows: readonly (readonly MadeCell[])[];
  /** `A1:C1`. */
  merges?: readonly string[];
  /** XML put after the rows made from `rows`. */
  moreRows?: string;
}

const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const relations = (items: string) =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The parts of an .xlsx as Excel lays them out, with shared strings; to be changed before they are zipped. */
export function xlsxParts(sheets: readonly MadeSheet[], { is1904 = false } = {}): ZipPart[] {
  const strings: string[] = [];
  const formats: (number | string)[] = [0];
  const indexOf = <T>(list: T[], item: T) => {
    if (!list.includes(item)) list.push(item);
    return list.indexOf(item);
  };
  const cellXml = (cell: MadeCell, reference: string): string => {
    if (cell === null) return '';
    if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${indexOf(strings, cell)}</v></c>`;
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
    if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`;
    if ('number' in cell) {
      return `<c r="${reference}" s="${indexOf(formats, cell.format)}"><v>${cell.number}</v></c>`;
    }
    const value = cell.value === undefined ? '' : `<v>${escaped(String(cell.value))}</v>`;
    const type = typeof cell.value === 'number' ? '' : ' t="str"';
    return `<c r="${reference}"${type}><f>${escaped(cell.formula)}</f>${value}</c>`;
  };
  const sheetXml = ({ rows, merges = [], moreRows = '' }: MadeSheet) => {
    const lines = rows.map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellXml(cell, `${letters(column)}${at + 1}`)).join('')}</row>`,
    );
    const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
    return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${lines.join('')}${moreRows}</sheetData>${merged && `<mergeCells>${merged}</mergeCells>`}</worksheet>`;
  };
  const sheetParts = sheets.map((sheet, at) => ({
    path: `xl/worksheets/sheet${at + 1}.xml`,
    content: sheetXml(sheet),
  }));
  const tabs = sheets.map(
    ({ name, hidden }, at) =>
      `<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  );
  const ids = formats.map((format, at) => (typeof format === 'number' ? format : 164 + at));
  const codes = formats.flatMap((format, at) =>
    typeof format === 'string' ? [`<numFmt numFmtId="${ids[at]}" formatCode="${escaped(format)}"/>`] : [],
  );
  return [
    { path: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      path: 'xl/workbook.xml',
      content: `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${tabs.join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relations(
        [
          ...sheets.map((_, at) => relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`)),
          relation('rStrings', 'sharedStrings', 'sharedStrings.xml'),
          relation('rStyles', 'styles', 'styles.xml'),
        ].join(''),
      ),
    },
    {
      path: 'xl/sharedStrings.xml',
      content: `<?xml version="1.0"?><sst>${strings.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    },
    {
      path: 'xl/styles.xml',
      content: `<?xml version="1.0"?><styleSheet><numFmts>${codes.join('')}</numFmts><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
    },
    ...sheetParts,
  ];
}

/** An .xlsx with these sheets. */
export function xlsxOf(sheets: readonly MadeSheet[], options?: { is1904?: boolean }): Buffer {
  return writeZip(xlsxParts(sheets, options));
}

/** A .docx whose body is this XML (prefix `w`), with more parts if wanted. */
export function docxOf(body: string, more: readonly ZipPart[] = []): Buffer {
  const content = `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return writeZip([
    { path: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'word/document.xml')) },
    { path: 'word/document.xml', content },
    ...more,
  ]);
}

/** One plain paragraph of a .docx. */
export function docxParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

function letters(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
