import type { Readable } from 'node:stream';
import { attributeOf, readXml } from '../xml';

/** The list that a style puts its paragraphs into. */
export interface ListStyle {
  numId: string;
  /** From 0. */
  level: number;
}

interface Style {
  numId: string | null;
  level: number | null;
  basedOn: string | null;
}

/** Which paragraph styles number their paragraphs, themselves or by the style they rest on: style id -> list. */
export async function readListStyles(styles: Readable): Promise<ReadonlyMap<string, ListStyle>> {
  const found = new Map<string, Style>();
  let current: Style | null = null;
  await readXml(styles, {
    open: (name, attributes) => {
      const value = () => attributeOf(attributes, 'val');
      if (name === 'style') {
        current = { numId: null, level: null, basedOn: null };
        found.set(attributeOf(attributes, 'styleId') ?? '', current);
      } else if (current && name === 'basedOn') current.basedOn = value();
      else if (current && name === 'numId') current.numId = value();
      else if (current && name === 'ilvl') current.level = Number(value());
    },
    close: (name) => {
      if (name === 'style') current = null;
    },
  });
  const lists = new Map<string, ListStyle>();
  for (const id of found.keys()) {
    const list = listOf(id, found);
    if (list) lists.set(id, list);
  }
  return lists;
}

function listOf(id: string, styles: ReadonlyMap<string, Style>): ListStyle | null {
  const seen = new Set<string>();
  let level: number | null = null;
  for (let at: string | null = id; at !== null && !seen.has(at); at = styles.get(at)?.basedOn ?? null) {
    seen.add(at);
    const style = styles.get(at);
    level ??= style?.level ?? null;
    if (style?.numId) return { numId: style.numId, level: level ?? 0 };
  }
  return null;
}
