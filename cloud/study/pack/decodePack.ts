import * as v from 'valibot';
import type { ErrorCode } from '../../../src/contract/errors';
import { ContentPack } from '../../../src/contract/pack';
import { MOST_PACK_BYTES, MOST_PACK_PIECES, PACK_FORMAT, PACK_VERSION } from '../../../src/domain/study/pack';

/** A content pack, or the code under which its file is refused. */
export type PackReading =
  | { ok: true; pack: v.InferOutput<typeof ContentPack> }
  | { ok: false; refusal: Extract<ErrorCode, 'pack_unreadable' | 'pack_newer' | 'pack_too_large'> };

/** A pack nests five deep (pack, pieces, piece, checks, options); deeper is no pack, and is not parsed. */
const DEEPEST = 8;

/**
 * Reads the content of a file as a content pack. `content` may be anything: what is no UTF-8, no JSON, nested too deep,
 * of another format or has a field that a writer's piece could not have is `pack_unreadable` as a whole; a later
 * version `pack_newer`; more bytes or pieces than fit `pack_too_large`. Fields that nobody knows are dropped.
 */
export function decodePack(content: Uint8Array): PackReading {
  if (content.length > MOST_PACK_BYTES) return { ok: false, refusal: 'pack_too_large' };
  const raw = parse(content);
  if (!isRecord(raw) || raw.format !== PACK_FORMAT) return { ok: false, refusal: 'pack_unreadable' };
  if (typeof raw.version === 'number' && raw.version > PACK_VERSION)
    return { ok: false, refusal: 'pack_newer' };
  if (Array.isArray(raw.pieces) && raw.pieces.length > MOST_PACK_PIECES)
    return { ok: false, refusal: 'pack_too_large' };
  const parsed = v.safeParse(ContentPack, raw, { abortEarly: true });
  return parsed.success ? { ok: true, pack: parsed.output } : { ok: false, refusal: 'pack_unreadable' };
}

function parse(content: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return depthOf(text) > DEEPEST ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/** The deepest nesting of brackets outside strings. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (isString && sign === '\\') at += 1;
    else if (sign === '"') isString = !isString;
    else if (!isString && (sign === '{' || sign === '[')) deepest = Math.max(deepest, ++depth);
    else if (!isString && (sign === '}' || sign === ']')) depth -= 1;
  }
  return deepest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
