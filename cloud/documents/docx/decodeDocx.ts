import { requireZip } from '../officeFile';
import { DocumentRefused } from '../reading';
import type { Paragraph } from '../textDocument';
import { readXml } from '../xml';
import { openZip } from '../zipParts';
import { type HeadingLevels, readHeadingLevels } from './headingLevels';
import { type ListStyle, readListStyles } from './listStyles';
import { readNumbering } from './numbering';
import { ParagraphReader } from './paragraphReader';

const BODY = 'word/document.xml';

/** The paragraphs of a .docx in their order, those in tables and text boxes too. Throws `DocumentRefused`. */
export async function decodeDocx(content: Uint8Array): Promise<Paragraph[]> {
  requireZip(content);
  const parts = await openZip(content);
  if (!parts.has(BODY)) throw new DocumentRefused('document_not_its_name');
  const levels: HeadingLevels = parts.has('word/styles.xml')
    ? await readHeadingLevels(await parts.open('word/styles.xml'))
    : new Map();
  const numbering = parts.has('word/numbering.xml')
    ? await readNumbering(await parts.open('word/numbering.xml'))
    : null;
  const lists = parts.has('word/styles.xml')
    ? await readListStyles(await parts.open('word/styles.xml'))
    : new Map<string, ListStyle>();
  const reader = new ParagraphReader(levels, lists, numbering);
  await readXml(await parts.open(BODY), reader);
  return reader.paragraphs;
}
