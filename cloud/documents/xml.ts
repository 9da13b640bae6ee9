import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import { DocumentRefused } from './reading';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What happens on the way through a part; names come without their prefix. */
export interface XmlHandlers {
  open(name: string, attributes: XmlAttributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads a part of an Office file as it streams in. No document type, no entities of its own (they are how XML files
 * grow a thousandfold or read other files); anything not well-formed is `document_damaged`.
 */
export async function readXml(part: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('doctype', () => {
    throw new DocumentRefused('document_damaged');
  });
  parser.on('error', () => {
    throw new DocumentRefused('document_damaged');
  });
  parser.on('opentag', (tag) => handlers.open(localName(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text?.(text));
  parser.on('cdata', (text) => handlers.text?.(text));
  parser.on('closetag', (tag) => handlers.close?.(localName(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of part) {
    parser.write(decoder.decode(chunk as Uint8Array, { stream: true }));
  }
  parser.write(decoder.decode());
  parser.close();
}

/** An attribute by its name without a prefix (`w:val` and `val` alike); null when absent. */
export function attributeOf(attributes: XmlAttributes, name: string): string | null {
  const plain = attributes[name];
  if (plain !== undefined) return plain;
  for (const key in attributes) if (localName(key) === name) return attributes[key] ?? null;
  return null;
}

const localNames = new Map<string, string>();
/** More different names than any format has; beyond it a file is only filling the memory. */
const MAX_NAMES = 2000;

/** Names come by the hundred thousand, but few different ones. */
function localName(name: string): string {
  let local = localNames.get(name);
  if (local === undefined) {
    local = name.slice(name.indexOf(':') + 1);
    if (localNames.size < MAX_NAMES) localNames.set(name, local);
  }
  return local;
}
