import { writeZip } from './writeZip';

/** A paragraph to write: a title, or text with its line breaks. */
export interface TextParagraph {
  text: string;
  style: 'title' | 'text';
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE_RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const CONTENT_TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Half points: 二号 and 小四, as official papers have them. */
const sizes: Record<TextParagraph['style'], number> = { title: 44, text: 24 };

/** A .docx of these paragraphs. */
export function writeDocument(paragraphs: readonly TextParagraph[]): Buffer {
  const body = paragraphs.map(paragraphXml).join('');
  return writeZip([
    {
      path: '[Content_Types].xml',
      content: `${DECLARATION}<Types xmlns="${CONTENT_TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      content: `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONS}"><Relationship Id="rId1" Type="${OFFICE_RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      path: 'word/document.xml',
      content: `${DECLARATION}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
  ]);
}

function paragraphXml({ text, style }: TextParagraph): string {
  const size = sizes[style];
  const look = `<w:rPr>${style === 'text' ? '' : '<w:b/>'}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
  const runs = text
    .split('\n')
    .map((line, at) => `${at > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${escapeXml(line)}</w:t>`);
  const place = style === 'title' ? '<w:pPr><w:jc w:val="center"/></w:pPr>' : '';
  return `<w:p>${place}<w:r>${look}${runs.join('')}</w:r></w:p>`;
}

function escapeXml(text: string): string {
  // XML 1.0 has no other control characters than tab and line breaks.
  return text
    .replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
