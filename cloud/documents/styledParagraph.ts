import type { Paragraph, TextCell, TextRun } from './textDocument';

/** A stretch of text as a decoder collected it: it may be struck through. */
export type DecodedRun = TextRun & { struck?: true };

/** A paragraph as a decoder collected it. */
export interface StyledParagraph {
  runs: readonly DecodedRun[];
  heading: number | null;
  cell: TextCell | null;
}

/**
 * The paragraph that readers get, or null when nothing is in it: no blanks at its ends, neighbours of one look joined,
 * its runs only where something looks different, nothing that is struck through beside words that are not. `numbering` is asked only for a paragraph with text.
 */
export function writeParagraph(
  { runs, heading, cell }: StyledParagraph,
  numbering: () => string | null,
): Paragraph | null {
  const trimmed = trimEnds(joined(withoutStruck(runs)).map(drawnLine));
  const text = trimmed.map((run) => run.text).join('');
  if (text === '') return null;
  const isPlain = trimmed.length === 1 && isSameLook(trimmed[0] ?? {}, {});
  return {
    text,
    heading,
    numbering: numbering(),
    ...(isPlain ? {} : { runs: trimmed }),
    ...(cell ? { cell: { ...cell } } : {}),
  };
}

/** Whether two runs look alike. */
export function isSameLook(one: Omit<DecodedRun, 'text'>, other: Omit<DecodedRun, 'text'>): boolean {
  return (
    one.bold === other.bold &&
    one.underline === other.underline &&
    one.color === other.color &&
    one.highlight === other.highlight &&
    one.struck === other.struck
  );
}

/** `答案：~~A~~B` takes the A back; a paragraph that is struck through as a whole stays, so that nothing closes up. */
function withoutStruck(runs: readonly DecodedRun[]): TextRun[] {
  const hasOther = runs.some(({ struck, text }) => !struck && text.trim() !== '');
  return runs.flatMap(({ struck, ...run }) => (struck && hasOther ? [] : [run]));
}

function joined(runs: readonly TextRun[]): TextRun[] {
  const found: TextRun[] = [];
  for (const run of runs) {
    const last = found[found.length - 1];
    if (last && isSameLook(last, run)) last.text += run.text;
    else found.push({ ...run });
  }
  return found;
}

/** Underlined blanks are how Word draws a line to write on: they are one, also at the end of a paragraph. */
function drawnLine(run: TextRun): TextRun {
  return run.underline && /^[ \u00a0\u3000\t]{2,}$/.test(run.text)
    ? { ...run, text: '_'.repeat(run.text.length) }
    : run;
}

/** Without the blanks that a paragraph begins and ends with, so that the runs still join to its text. */
function trimEnds(runs: readonly TextRun[]): TextRun[] {
  const hasText = runs.map((run) => run.text.trim() !== '');
  const first = hasText.indexOf(true);
  const last = hasText.lastIndexOf(true);
  return runs.slice(Math.max(first, 0), last + 1).map((run, at) => ({
    ...run,
    text: trimSides(run.text, at === 0, at === last - first),
  }));
}

function trimSides(text: string, isFirst: boolean, isLast: boolean): string {
  const started = isFirst ? text.trimStart() : text;
  return isLast ? started.trimEnd() : started;
}
