import type { Place } from './bankQuestion';
import { plainForm, tidy } from './plainForm';

/** A stretch of a paragraph that looks the same throughout, as far as a key may hide in it. */
export interface StyledRun {
  text: string;
  color?: string | undefined;
  highlight?: string | undefined;
  bold?: true | undefined;
  underline?: true | undefined;
}

/** A paragraph as documents give it. */
export interface SourceParagraph {
  text: string;
  /** 1 to 9 for a heading of the document, else null. */
  heading: number | null;
  /** The number that the word processor draws in front. */
  numbering: string | null;
  runs?: readonly StyledRun[] | undefined;
}

/** One line of a text with what is needed to understand it. */
export interface BankLine {
  /** As people read it. */
  text: string;
  /** The same with look-alikes made equal; same length as `text`. */
  plain: string;
  at: Place;
  heading: boolean;
  /** How the greater part of it looks; lines that look alike have the same. */
  look: string;
}

/**
 * The lines of a text: soft breaks part a paragraph into lines, numbers drawn by the word processor are written out,
 * marks of Markdown go, and lines that stand on every page (headers, page numbers) or say nothing go.
 */
export function bankLines(paragraphs: readonly SourceParagraph[], file: string, unit: string): BankLine[] {
  const lines: BankLine[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    let offset = 0;
    for (const [part, raw] of paragraph.text.split('\n').entries()) {
      const numbered = part === 0 && paragraph.numbering ? `${paragraph.numbering} ${raw}` : raw;
      const text = tidy(withoutMarkdown(numbered));
      const look = lookOf(paragraph.runs, offset, offset + raw.length);
      offset += raw.length + 1;
      if (text === '' || isDecoration(text)) continue;
      lines.push({
        text,
        plain: plainForm(text),
        at: `${file} 第 ${index + 1} ${unit}`,
        heading: paragraph.heading !== null && part === 0,
        look,
      });
    }
  }
  return lines;
}

function withoutMarkdown(text: string): string {
  return text
    .replace(/^\s*(?:[-*+>]\s+|#{1,6}\s+)/, '')
    .replace(/\*\*|__(?=\S)(?!_)|`/g, (mark) => (mark === '__' ? mark : ''))
    .replace(/^\|(.*)\|$/, '$1');
}

/** Rules, page numbers and addresses. */
function isDecoration(text: string): boolean {
  const plain = plainForm(text);
  return (
    /^[-=*_~·.…]{3,}$/.test(plain) ||
    /^-?\s*\d{1,4}\s*-$/.test(plain) ||
    /^第?\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?$/.test(plain) ||
    /^(?:https?:\/\/\S+|[a-z][\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?)$/i.test(plain)
  );
}

/** The colour and marker under most of the characters from `from` to `to`; empty for ordinary text. */
function lookOf(runs: readonly StyledRun[] | undefined, from: number, to: number): string {
  if (!runs) return '';
  const weights = new Map<string, number>();
  let at = 0;
  for (const run of runs) {
    const overlap = Math.min(at + run.text.length, to) - Math.max(at, from);
    at += run.text.length;
    if (overlap <= 0 || run.text.trim() === '') continue;
    const color = run.color === '000000' ? '' : (run.color ?? '');
    const highlight = run.highlight === 'FFFFFF' ? '' : (run.highlight ?? '');
    const look = [color, highlight, run.bold ? 'b' : '', run.underline ? 'u' : ''].join('|');
    weights.set(look, (weights.get(look) ?? 0) + overlap);
  }
  let best = '|||';
  for (const [look, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = look;
  return best === '|||' ? '' : best;
}
