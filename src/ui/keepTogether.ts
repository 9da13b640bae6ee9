import type { ReactNode } from 'react';

/** A space that no line breaks at. */
const FIRM = '\u00a0';

/**
 * Text whose numbers stay on one line with their units (约 3 分钟, not 约 3 and 分钟 below it), as Chinese typesetting asks,
 * and with 第, 约 or 共 before them; any other word before a number may end its line.
 * Text made of several pieces by JSX becomes one; whatever holds an element comes back as it was.
 */
export function keepTogether(words: ReactNode): ReactNode {
  const parts = Array.isArray(words) ? words : [words];
  const isText = parts.every((part) => part === null || part === undefined || typeof part !== 'object');
  if (!isText) return words;
  const text = parts.filter((part) => typeof part === 'string' || typeof part === 'number').join('');
  if (text === '') return words;
  return text.replace(/(\d) (?=[\u4e00-\u9fff])/g, `$1${FIRM}`).replace(/([第约共]) (?=\d)/g, `$1${FIRM}`);
}
