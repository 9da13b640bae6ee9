import { decodeInThread } from './inThread';
import type { Reading } from './reading';
import type { TextDocument } from './textDocument';

/**
 * The paragraphs of a text file by the extension of its name (.txt, .md, .docx, .doc), decoded in a thread of its own.
 * `content` may be anything; whatever cannot be read is a refusal, not an error.
 */
export function readText(content: Uint8Array, name: string): Promise<Reading<TextDocument>> {
  return decodeInThread({ decode: 'text', content, name });
}
