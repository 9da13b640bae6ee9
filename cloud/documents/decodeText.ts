import { decodeDoc } from './doc/decodeDoc';
import { decodeDocx } from './docx/decodeDocx';
import { extensionOf } from './extensionOf';
import { decodePlainText } from './plainText';
import { DocumentRefused } from './reading';
import type { Paragraph, TextDocument } from './textDocument';

/** A text file by the extension of its name: .txt, .md, .docx, .doc. Refuses by throwing `DocumentRefused`. */
export async function decodeText(content: Uint8Array, name: string): Promise<TextDocument> {
  const document = await decodeByName(content, name);
  if (document.paragraphs.length === 0) throw new DocumentRefused('document_empty');
  return document;
}

async function decodeByName(content: Uint8Array, name: string): Promise<TextDocument> {
  switch (extensionOf(name)) {
    case 'txt': {
      const { text, encoding } = decodePlainText(content);
      return {
        kind: 'txt',
        encoding,
        paragraphs: linesOf(text).map(({ text: line, at }) => plain(line, null, at)),
      };
    }
    case 'md': {
      const { text, encoding } = decodePlainText(content);
      return { kind: 'md', encoding, paragraphs: linesOf(withoutRemarks(text)).map(markdownLine) };
    }
    case 'docx':
      return { kind: 'docx', encoding: null, paragraphs: await decodeDocx(content) };
    case 'doc':
      return { kind: 'doc', encoding: null, paragraphs: decodeDoc(content) };
    default:
      throw new DocumentRefused('document_kind_unknown');
  }
}

/** Every line with something on it is a paragraph; blanks at the ends, the ideographic one too, are indentation. */
function linesOf(content: string): { text: string; at: number }[] {
  return content
    .split('\n')
    .map((line, index) => ({ text: line.trim(), at: index + 1 }))
    .filter(({ text }) => text !== '');
}

/** Remarks of HTML are not for readers; their line breaks stay, so that lines keep their number. One that never ends is left as text. */
function withoutRemarks(text: string): string {
  let kept = '';
  let from = 0;
  while (true) {
    const start = text.indexOf('<!--', from);
    const end = start === -1 ? -1 : text.indexOf('-->', start + 4);
    if (end === -1) return kept + text.slice(from);
    kept += text.slice(from, start) + text.slice(start, end).replace(/[^\n]+/g, '');
    from = end + 3;
  }
}

function markdownLine({ text: line, at }: { text: string; at: number }): Paragraph {
  const marks = /^(#{1,6})[ \t\u3000]+(.*?)[ \t#]*$/.exec(line);
  const text = marks?.[2] ?? '';
  return marks && text !== '' ? plain(text, (marks[1] ?? '').length, at) : plain(line, null, at);
}

function plain(text: string, heading: number | null, line: number): Paragraph {
  return { text, heading, numbering: null, line };
}
