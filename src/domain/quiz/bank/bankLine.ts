import type { Place } from './bankQuestion';
import { plainForm, tidy } from './plainForm';
import { pageFurniture } from './prepared/pageFurniture';
import { withoutTags } from './tags';

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
  /** The line of a text file; without it paragraphs are counted. */
  line?: number | undefined;
  /** Where it stands in the document's tables. */
  cell?: { table: number; row: number; column: number } | undefined;
}

/** A paragraph and its place among all of the document. */
export interface PlacedParagraph extends SourceParagraph {
  at: Place;
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
  /** The look of each sign that is no blank, where they differ; null where the whole line looks alike. */
  looks: readonly string[] | null;
  /** Words within it that look unlike the rest of the line, or are written as __words__; in order. */
  stressed: readonly string[];
}

/** Each paragraph with its place: `题库.txt 第 12 行`, `题库.docx 第 12 段`. */
export function placed(
  paragraphs: readonly SourceParagraph[],
  file: string,
  unit: string,
): PlacedParagraph[] {
  return paragraphs.map((paragraph, index) => ({
    ...paragraph,
    at: `${file} 第 ${paragraph.line ?? index + 1} ${unit}`,
  }));
}

const tags = /<\/?(?:p|br|div|span|li|td|details|summary)\b/i;

/**
 * The lines of a text: soft breaks part a paragraph into lines, numbers drawn by the word processor are written out,
 * marks of Markdown and tags go, and lines that stand on every page (headers, page numbers) or say nothing go.
 */
export function bankLines(paragraphs: readonly PlacedParagraph[]): BankLine[] {
  const furniture = pageFurniture(paragraphs.map(({ text }) => text));
  const boxes = boxesOf(paragraphs.map(({ text }) => text));
  const isTagged = paragraphs.filter(({ text }) => tags.test(text)).length > 2;
  const lines: BankLine[] = [];
  for (const [index, paragraph] of paragraphs.entries()) {
    if (furniture.has(index)) continue;
    let offset = 0;
    for (const [part, raw] of paragraph.text.split('\n').entries()) {
      const runs = runsWithin(paragraph.runs, offset, offset + raw.length);
      offset += raw.length + 1;
      const numbered = part === 0 && paragraph.numbering ? `${paragraph.numbering} ${raw}` : raw;
      for (const piece of isTagged ? withoutTags(numbered).split('\n') : [numbered]) {
        const { text, isBold, stressed } = withoutMarks(markBehind(piece), boxes);
        if (text === '' || isDecoration(text)) continue;
        const look = runs.length > 0 ? lookOf(runs) : isBold ? '||b|' : '';
        lines.push({
          text,
          plain: plainForm(text),
          at: paragraph.at,
          heading: paragraph.heading !== null && part === 0,
          look,
          looks: looksOf(runs, text),
          stressed: runs.length > 0 ? stressedIn(runs, look) : stressed,
        });
      }
    }
  }
  return labelled(lines);
}

/** `答案` alone on a line, again and again with a letter or word below it, is a label without its colon. */
function labelled(lines: readonly BankLine[]): BankLine[] {
  const isLabel = (index: number) =>
    /^\[?(?:正确|参考|标准)?答案\]?$/.test(lines[index]?.plain.trim() ?? '') &&
    /^(?:[A-J]{1,10}|√|×|对|错|正确|错误)$/.test(lines[index + 1]?.plain.replace(/[\s,、.。]/g, '') ?? '');
  const labels = lines.flatMap((_, index) => (isLabel(index) ? [index] : []));
  if (labels.length < 2) return [...lines];
  const places = new Set(labels);
  return lines.map((line, index) =>
    places.has(index) ? { ...line, text: `${line.text}：`, plain: `${line.plain}:` } : line,
  );
}

/** `（×）1、题干`, `× 1、题干`, `1、× 题干` have their mark in front: it is read as if it stood behind. */
function markBehind(raw: string): string {
  const found =
    /^\s*([(（]\s*(?:√|×|✓|✔|✗|✘|对|错|[A-JＡ-Ｊ]{0,6})\s*[)）])\s*(\d{1,4}\s*[.、．,，].*)$/.exec(raw);
  if (found) return `${found[2]}${found[1]}`;
  const bare = /^\s*([√×✓✔✗✘])\s*(\d{1,4}\s*[.、．]\s*)(.+)$/.exec(raw);
  if (bare) return `${bare[2]}${bare[3]}（${bare[1]}）`;
  const inner = /^(\s*\d{1,4}\s*[.、．]\s*)([√×✓✔✗✘])\s*([\u4e00-\u9fff“《].{5,})$/.exec(raw);
  return inner ? `${inner[1]}${inner[3]}（${inner[2]}）` : raw;
}

/** Empty boxes at the starts of lines, and what a ticked one looks like beside them. */
interface Boxes {
  isDrawn: boolean;
  ticked: RegExp;
}

/** Word's own box is ticked with a cross: it is a tick where no other ticked box stands beside the empty ones. */
function boxesOf(texts: readonly string[]): Boxes {
  const isDrawn = texts.some((text) => /^\s*(?:[-*+]\s+)?(?:\[ ?\]|[□☐○◯◻▢])/.test(text));
  const isCrossed = isDrawn && !texts.some((text) => /^\s*[☑✅■●◉▣]/.test(text));
  return { isDrawn, ticked: isCrossed ? /^\s*[☒☑]\s*/ : /^\s*[☑✅■●◉▣]\s*/ };
}

/** Bullets, headings' signs, boxes (a ticked one becomes a tick), emphasis. */
function withoutMarks(
  raw: string,
  { isDrawn, ticked }: Boxes,
): { text: string; isBold: boolean; stressed: string[] } {
  const quoted = raw.replace(/^\s*>+\s*/, '');
  let text = quoted.replace(/^\s*(?:[-*+•·▪◆◇➢►]\s+|#{1,6}\s+)/, '');
  // `[ ]` begins a stem unless a bullet or a letter says that it is a box.
  if (text !== quoted || /^\s*\[.?\]\s*[A-J]\W/.test(text))
    text = text.replace(/^\s*\[\s?\]\s*/, '').replace(/^\s*\[[xX√✓✔]\]\s*/, '√ ');
  text = text.replace(/^\s*[□☐○◯◻▢]\s*/, '').replace(ticked, isDrawn ? '√ ' : '');
  const isBold = /^\s*\*\*[^*]+\*\*\s*$/.test(text);
  const stressed = [
    ...text.matchAll(/(?<!_)__([^_]{1,40})__(?!_)|<u>([^<]{1,40})<\/u>|==([^=]{1,40})==/g),
  ].map((found) => tidy(found[1] ?? found[2] ?? found[3] ?? ''));
  text = text
    .replace(/(?<!_)__([^_]{1,40})__(?!_)|<u>([^<]{1,40})<\/u>|==([^=]{1,40})==/g, '$1$2$3')
    .replace(/\*\*|`/g, '');
  return { text: withJoinedLabels(tidy(text)), isBold, stressed: stressed.filter(Boolean) };
}

/** `答 案：` and `解　析：` are set wide; a star in front of a number says that a question matters. */
function withJoinedLabels(text: string): string {
  return text
    .replace(/^[★☆▲△*＊]+\s*(?=[（(]?\d{1,4}\s*[.、．)）,，])/, '')
    .replace(
      /(?<=^|[[【(（\s确考准])(答|解|分|难|来|出)\s+(案|析|值|度|源|处)(?=\s*[\]】)）]?\s*[:：]|[\]】])/g,
      '$1$2',
    );
}

/** Rules, addresses, what one clicks on. */
function isDecoration(text: string): boolean {
  const plain = plainForm(text);
  return (
    /^[-=*_~·.…]{3,}$/.test(plain) ||
    // What one clicks on in a page to see the answer.
    /^(?:点击)?(?:查看|显示|展开|收起)(?:本题)?(?:参考|正确)?(?:答案|解析)(?:[与和及]解析)?$/.test(plain) ||
    /^(?:https?:\/\/\S+|[a-z][\w-]{2,}(?:\.[\w-]+)*\.[a-z]{2,}(?:\/\S*)?)$/i.test(plain)
  );
}

function runsWithin(runs: readonly StyledRun[] | undefined, from: number, to: number): StyledRun[] {
  const within: StyledRun[] = [];
  let at = 0;
  for (const run of runs ?? []) {
    const text = run.text.slice(Math.max(from - at, 0), Math.max(to - at, 0));
    at += run.text.length;
    if (text !== '') within.push({ ...run, text });
  }
  return within;
}

function lookOfRun(run: StyledRun): string {
  const color = run.color === '000000' ? '' : (run.color ?? '');
  const highlight = run.highlight === 'FFFFFF' || run.highlight === 'white' ? '' : (run.highlight ?? '');
  const look = [color, highlight, run.bold ? 'b' : '', run.underline ? 'u' : ''].join('|');
  return look === '|||' ? '' : look;
}

/** The look of most of the characters; empty for ordinary text. */
function lookOf(runs: readonly StyledRun[]): string {
  const weights = new Map<string, number>();
  for (const run of runs) {
    const weight = run.text.trim().length;
    if (weight > 0) weights.set(lookOfRun(run), (weights.get(lookOfRun(run)) ?? 0) + weight);
  }
  let best = '';
  for (const [look, weight] of weights) if (weight > (weights.get(best) ?? 0)) best = look;
  return best;
}

function looksOf(runs: readonly StyledRun[], text: string): string[] | null {
  if (runs.length < 2) return null;
  const looks = runs.flatMap((run) => Array.from({ length: signs(run.text) }, () => lookOfRun(run)));
  // What stands before the runs is the number that the word processor draws.
  const before = signs(text) - looks.length;
  if (before < 0 || new Set(looks).size < 2) return null;
  return [...Array.from({ length: before }, () => looks[0] ?? ''), ...looks];
}

function signs(text: string): number {
  return text.replace(/\s/g, '').length;
}

/** Words of another look than the line's; neighbours that look alike are one. */
function stressedIn(runs: readonly StyledRun[], look: string): string[] {
  const words: string[] = [];
  let before = look;
  for (const run of runs) {
    const own = lookOfRun(run);
    if (own !== look && run.text.trim() !== '') {
      if (own === before) words.push((words.pop() ?? '') + run.text);
      else words.push(run.text);
    }
    if (run.text.trim() !== '') before = own;
  }
  return words.map(tidy).filter((word) => word.replace(/[\s_()（）[\]【】]/g, '') !== '');
}
