import type { Readable } from 'node:stream';
import { attributeOf, readXml } from '../xml';
import { countIn } from './numberFormats';

interface Level {
  start: number;
  format: string;
  /** `%1` stands for the first level's number. */
  pattern: string;
}

/** The lists of a document; `next` counts on, so ask once for each paragraph in order. */
export interface Numbering {
  /** What Word draws in front of the next paragraph of list `numId` at `level` (from 0); null for bullets and none. */
  next(numId: string, level: number): string | null;
}

/** Reads word/numbering.xml. */
export async function readNumbering(part: Readable): Promise<Numbering> {
  const patterns = new Map<string, Level[]>();
  const patternOf = new Map<string, string>();
  const starts = new Map<string, Map<number, number>>();
  let levels: Level[] = [];
  let level: Level | null = null;
  let numId = '';
  let overridden = 0;
  await readXml(part, {
    open: (name, attributes) => {
      const value = attributeOf(attributes, 'val') ?? '';
      if (name === 'abstractNum') {
        levels = [];
        patterns.set(attributeOf(attributes, 'abstractNumId') ?? '', levels);
      } else if (name === 'num') numId = attributeOf(attributes, 'numId') ?? '';
      else if (name === 'abstractNumId') patternOf.set(numId, value);
      else if (name === 'lvl') {
        level = { start: 1, format: 'decimal', pattern: '' };
        // Levels inside <num> override a list's look; only the numbers' start matters to a reader of text.
        if (numId === '') levels[Number(attributeOf(attributes, 'ilvl'))] = level;
      } else if (level && name === 'start') level.start = Number(value);
      else if (level && name === 'numFmt') level.format = value;
      else if (level && name === 'lvlText') level.pattern = value;
      else if (name === 'lvlOverride') overridden = Number(attributeOf(attributes, 'ilvl'));
      else if (name === 'startOverride') {
        starts.set(numId, (starts.get(numId) ?? new Map<number, number>()).set(overridden, Number(value)));
      }
    },
    close: (name) => {
      if (name === 'lvl') level = null;
      if (name === 'num') numId = '';
    },
  });
  return new Counters(patterns, patternOf, starts);
}

class Counters implements Numbering {
  /** Lists of one pattern count together. */
  private readonly counts = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(
    private readonly patterns: ReadonlyMap<string, Level[]>,
    private readonly patternOf: ReadonlyMap<string, string>,
    private readonly starts: ReadonlyMap<string, ReadonlyMap<number, number>>,
  ) {}

  next(numId: string, level: number): string | null {
    const patternId = this.patternOf.get(numId) ?? '';
    const levels = this.patterns.get(patternId);
    const own = levels?.[level];
    if (!levels || !own) return null;
    const counts = this.counts.get(patternId) ?? [];
    this.counts.set(patternId, counts);
    this.restart(numId, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === 'bullet' || own.format === 'none') return null;
    const drawn = own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return countIn(levels[at]?.format ?? 'decimal', counts[at] ?? levels[at]?.start ?? 1);
    });
    return drawn.trim() === '' ? null : drawn.trim();
  }

  /** A list with a start of its own begins anew at its first paragraph. */
  private restart(numId: string, counts: number[]): void {
    const starts = this.starts.get(numId);
    if (!starts || this.begun.has(numId)) return;
    this.begun.add(numId);
    for (const [level, start] of starts) counts[level] = start - 1;
  }
}
