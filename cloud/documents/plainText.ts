import { DocumentRefused } from './reading';
import type { TextEncodingName } from './textDocument';

/** How many bytes tell an encoding that has no mark. */
const SAMPLE_BYTES = 4096;
/** The longest UTF-8 sequence is 4 bytes: a file cut off in the last one lacks at most 3. */
const LONGEST_CUT = 3;

/**
 * Bytes of a text file as text, with the encoding that fits: a byte order mark first, then UTF-16 by its line ends and blanks,
 * then UTF-8 when every byte fits, then GB18030 (which holds GBK and GB2312). Line ends become `\n`.
 * Refuses with `document_not_its_name` what is binary, `document_damaged` what is no text in any of them.
 */
export function decodePlainText(content: Uint8Array): { text: string; encoding: TextEncodingName } {
  const encoding = encodingOf(content);
  const text = decodeAs(encoding, content);
  if (text === null) throw new DocumentRefused('document_damaged');
  if (looksBinary(text)) throw new DocumentRefused('document_not_its_name');
  return { text: text.replace(/\r\n?|\u2028|\u2029/g, '\n'), encoding };
}

function encodingOf(content: Uint8Array): TextEncodingName {
  if (content[0] === 0xff && content[1] === 0xfe) return 'utf-16le';
  if (content[0] === 0xfe && content[1] === 0xff) return 'utf-16be';
  const sample = content.subarray(0, SAMPLE_BYTES);
  let [little, big] = [0, 0];
  for (let at = 0; at + 1 < sample.length; at += 2) {
    if (sample[at + 1] === 0 && isBlank(sample[at])) little += 1;
    if (sample[at] === 0 && isBlank(sample[at + 1])) big += 1;
  }
  if (little > 0 && big === 0) return 'utf-16le';
  if (big > 0 && little === 0) return 'utf-16be';
  return decodeAs('utf-8', content) === null ? 'gb18030' : 'utf-8';
}

/** Line ends and blanks tell UTF-16 without a mark; other zero bytes do not, as 一 (4E00) has one on the wrong side. */
function isBlank(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d || byte === 0x20;
}

/** Null when a byte does not fit; a file that ends in the middle of its last character loses that one. */
function decodeAs(encoding: TextEncodingName, content: Uint8Array): string | null {
  for (let cut = 0; cut <= LONGEST_CUT; cut += 1) {
    const text = decodeStrictly(encoding, content.subarray(0, content.length - cut));
    // Few bytes of GB18030 look like UTF-8 once the odd ones are cut off: only what has other characters counts.
    if (text !== null && (cut === 0 || /[\u0080-\uffff]/.test(text))) return text;
  }
  return null;
}

function decodeStrictly(encoding: TextEncodingName, content: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(content);
  } catch {
    return null;
  }
}

/** Control characters that no text has. */
function looksBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text);
}
