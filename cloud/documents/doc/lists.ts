import { countIn } from '../docx/numberFormats';
import type { Bytes } from './bytes';

interface Level {
  start: number;
  format: string;
  /** UTF-16; a sign below 9 stands for the number of that level. */
  pattern: string;
}

/** The numbers that Word draws in front of paragraphs; ask once for each paragraph in order. */
export interface Lists {
  next(list: number, level: number): string | null;
}

/** Names of number formats by their number (MS-OSHARED 2.2.1.3 MSONFC, in the order of ECMA-376 17.18.59). */
const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  28: 'decimalEnclosedCircleChinese',
  30: 'ideographTraditional',
  33: 'taiwaneseCounting',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  39: 'chineseCountingThousand',
  255: 'none',
};

/** Lists (PlfLst) and their uses (PlfLfo) of the table stream (MS-DOC 2.9.187, 2.9.188). */
export function readLists(
  table: Bytes,
  lst: { at: number; size: number },
  lfo: { at: number; size: number },
): Lists {
  if (lst.size === 0 || lfo.size === 0) return { next: () => null };
  const byId = new Map<number, Level[]>();
  const count = table.u16(lst.at);
  let at = lst.at + 2 + 28 * count;
  for (let index = 0; index < count; index += 1) {
    const entry = lst.at + 2 + 28 * index;
    const levels: Level[] = [];
    const isSimple = (table.u8(entry + 26) & 1) === 1;
    for (let level = 0; level < (isSimple ? 1 : 9); level += 1) {
      const read = readLevel(table, at);
      levels.push(read.level);
      at = read.end;
    }
    byId.set(table.i32(entry), levels);
  }
  const uses = Array.from({ length: table.u32(lfo.at) }, (_, index) => table.i32(lfo.at + 4 + 16 * index));
  const counts = new Map<number, number[]>();
  return {
    next: (list, level) => {
      const id = uses[list - 1];
      const levels = id === undefined ? undefined : byId.get(id);
      const own = levels?.[level];
      if (id === undefined || !levels || !own) return null;
      const counted = counts.get(id) ?? [];
      counts.set(id, counted);
      counted[level] = (counted[level] ?? own.start - 1) + 1;
      counted.length = level + 1;
      if (own.format === 'bullet' || own.format === 'none') return null;
      const drawn = [...own.pattern]
        .map((sign) => {
          const of = sign.charCodeAt(0);
          return of > 8
            ? sign
            : countIn(levels[of]?.format ?? 'decimal', counted[of] ?? levels[of]?.start ?? 1);
        })
        .join('')
        .trim();
      return drawn === '' ? null : drawn;
    },
  };
}

/** An LVL: 28 bytes, two groups of properties, a counted text (MS-DOC 2.9.150). */
function readLevel(table: Bytes, at: number): { level: Level; end: number } {
  const texts = at + 28 + table.u8(at + 24) + table.u8(at + 25);
  const length = table.u16(texts);
  return {
    level: {
      start: table.i32(at),
      format: formats[table.u8(at + 4)] ?? 'decimal',
      pattern: new TextDecoder('utf-16le').decode(table.slice(texts + 2, 2 * length)),
    },
    end: texts + 2 + 2 * length,
  };
}
