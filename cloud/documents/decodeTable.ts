import { extensionOf } from './extensionOf';
import { DocumentRefused } from './reading';
import type { Workbook } from './workbook';

/** A table file by the extension of its name. Refuses by throwing `DocumentRefused`. */
export async function decodeTable(_content: Uint8Array, name: string): Promise<Workbook> {
  switch (extensionOf(name)) {
    default:
      throw new DocumentRefused('document_kind_unknown');
  }
}
