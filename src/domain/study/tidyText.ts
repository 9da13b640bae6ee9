import type { TextBlock } from './blocks';

/** Longest texts that a block takes (contract/study.ts). */
const longest = { heading: 60, paragraph: 2000, quote: 1000 } as const;

/** Blanks that are none on a page: no-break, thin and full-width spaces, tabs. */
const blanks = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\t\v\f]/g;
/** What cannot be seen: soft hyphen, zero-width signs, direction marks, byte order mark, controls but the line feed. */
const unseen =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they come with pasted text and must go
  /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
/** Between two Chinese characters or signs a blank is left over from a layout. (No lookbehind: older phones cannot read it.) */
const blankInside =
  /([\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]) +(?=[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef])/g;

/** One line as it should stand on a page: no layout blanks, nothing unseen, no indent. */
export function tidyLine(line: string): string {
  return line
    .replace(blanks, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .replace(blankInside, '$1')
    .trim();
}

/**
 * Text pasted from Word, a web page or WeChat as clean paragraphs: each line is one, empty lines and layout blanks go,
 * one longer than a block takes is cut at a sentence. The words and their order stay.
 */
export function paragraphsOf(text: string): TextBlock[] {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .split('\n')
    .map(tidyLine)
    .filter((line) => line !== '')
    .flatMap((line) => cut(line, longest.paragraph))
    .map((line) => ({ type: 'paragraph', text: line }));
}

/** A block of a kind that fits: a heading too long for one is a paragraph, longer texts are cut at a sentence. */
export function fittingBlocks(type: TextBlock['type'], text: string): TextBlock[] {
  const line = tidyLine(text);
  if (line === '') return [];
  if (type === 'heading' && line.length > longest.heading) return fittingBlocks('paragraph', line);
  return cut(line, longest[type]).map((part) => ({ type, text: part }));
}

/** Pieces of at most `most` characters, cut behind the last sign that ends a sentence, else wherever no character is torn. */
function cut(line: string, most: number): string[] {
  const parts: string[] = [];
  let rest = line;
  while (rest.length > most) {
    const head = rest.slice(0, most);
    const end = Math.max(...['。', '！', '？', '；', '. '].map((sign) => head.lastIndexOf(sign))) + 1;
    let at = end > most / 2 ? end : most;
    const code = rest.charCodeAt(at - 1);
    if (code >= 0xd800 && code <= 0xdbff) at -= 1;
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return rest === '' ? parts : [...parts, rest];
}
