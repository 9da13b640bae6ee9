import { writeZip, type ZipPart } from './writeZip';

/** A sheet to write: texts only, in cells that Excel keeps as texts (no date or number of its own making). */
export interface TextSheet {
  name: string;
  /** In characters, by column. */
  widths: readonly number[];
  /** Shown above the header over all columns, in one cell with line breaks. */
  hint: string;
  header: readonly string[];
  rows: readonly (readonly string[])[];
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Points for each line of the hint. */
const LINE_HEIGHT = 18;
/** Places in cellXfs below. */
const [TEXT, HEADER, HINT] = [0, 1, 2];

/** An .xlsx with one sheet; the first two rows, hint and header, stay in view. */
export function writeTable(sheet: TextSheet): Buffer {
  const part = (path: string, xml: string): ZipPart => ({ path, content: DECLARATION + xml });
  return writeZip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
        ['/xl/workbook.xml', 'sheet.main'],
        ['/xl/worksheets/sheet1.xml', 'worksheet'],
        ['/xl/styles.xml', 'styles'],
      ]
        .map(
          ([path, type]) =>
            `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`,
        )
        .join('')}</Types>`,
    ),
    part('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    part(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${SPREADSHEET}" xmlns:r="${OFFICE_RELATIONS}"><sheets><sheet name="${escapeXml(sheet.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part('xl/styles.xml', styles),
    part('xl/worksheets/sheet1.xml', sheetXml(sheet)),
  ]);
}

function relations(targets: readonly (readonly [string, string])[]): string {
  const items = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE_RELATIONS}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${items.join('')}</Relationships>`;
}

/** 49 is the built-in format of texts. */
const styles = `<styleSheet xmlns="${SPREADSHEET}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/><xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

function sheetXml({ widths, hint, header, rows }: TextSheet): string {
  const columns = widths.map(
    (width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" style="${TEXT}" customWidth="1"/>`,
  );
  const line = (row: number, texts: readonly string[], style: number, height = '') =>
    `<row r="${row}"${height}>${texts
      .map((text, at) => (text === '' ? '' : cell(`${letterOf(at)}${row}`, text, style)))
      .join('')}</row>`;
  const height = ` ht="${LINE_HEIGHT * hint.split('\n').length}" customHeight="1"`;
  const body = [
    line(1, [hint], HINT, height),
    line(2, header, HEADER),
    ...rows.map((texts, at) => line(at + 3, texts, TEXT)),
  ];
  return `<worksheet xmlns="${SPREADSHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns.join('')}</cols><sheetData>${body.join('')}</sheetData><mergeCells count="1"><mergeCell ref="A1:${letterOf(header.length - 1)}1"/></mergeCells></worksheet>`;
}

function cell(reference: string, text: string, style: number): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

/** Up to 26 columns. */
function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
