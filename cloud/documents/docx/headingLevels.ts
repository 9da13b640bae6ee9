import type { Readable } from 'node:stream';
import { attributeOf, readXml } from '../xml';

/** Style id -> heading level, 1 to 9. */
export type HeadingLevels = ReadonlyMap<string, number>;

/** Word's own level for text that is no heading. */
const BODY_LEVEL = 9;

/** Which paragraph styles are headings: by their outline level, their own or that of the style they rest on. */
export async function readHeadingLevels(styles: Readable): Promise<HeadingLevels> {
  const found = new Map<string, { level: number | null; basedOn: string | null }>();
  let current: { level: number | null; basedOn: string | null } | null = null;
  await readXml(styles, {
    open: (name, attributes) => {
      if (name === 'style') {
        current = { level: null, basedOn: null };
        found.set(attributeOf(attributes, 'styleId') ?? '', current);
      } else if (current && name === 'basedOn') current.basedOn = attributeOf(attributes, 'val');
      else if (current && name === 'outlineLvl') current.level = Number(attributeOf(attributes, 'val'));
    },
    close: (name) => {
      if (name === 'style') current = null;
    },
  });
  const levels = new Map<string, number>();
  for (const id of found.keys()) {
    const level = levelOf(id, found);
    if (level !== null) levels.set(id, level);
  }
  return levels;
}

function levelOf(
  id: string,
  styles: ReadonlyMap<string, { level: number | null; basedOn: string | null }>,
): number | null {
  const seen = new Set<string>();
  for (let at: string | null = id; at !== null && !seen.has(at); at = styles.get(at)?.basedOn ?? null) {
    seen.add(at);
    const level = styles.get(at)?.level ?? null;
    if (level !== null) return asHeading(level);
  }
  return null;
}

/** An outline level as it stands in the file (0 to 8) as a heading level (1 to 9); null for text. */
export function asHeading(outlineLevel: number): number | null {
  return Number.isInteger(outlineLevel) && outlineLevel >= 0 && outlineLevel < BODY_LEVEL
    ? outlineLevel + 1
    : null;
}
