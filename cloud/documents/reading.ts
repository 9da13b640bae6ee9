/**
 * Why a file was not read. The names are codes of the contract's table of
 * sentences, so that a use case hands them on as they are.
 */
export type DocumentRefusal =
  /** An extension that this reader does not know. */
  | 'document_kind_unknown'
  /** The content is not what the extension says. */
  | 'document_not_its_name'
  /** Cut off, broken, or no text in any encoding that we know. */
  | 'document_damaged'
  /** Protected with a passphrase. */
  | 'document_locked'
  /** More rows, parts, bytes or time than a file may take; zip bombs end here. */
  | 'document_too_large'
  /** Nothing is in it. */
  | 'document_empty'
  /** Too many files are being read at this moment; nothing is wrong with this one. */
  | 'busy';

/** What reading a file comes to: the document, or the reason why not. */
export type Reading<T> = { ok: true; document: T } | { ok: false; refusal: DocumentRefusal };

/** How a decoder gives up; caught by `attempt`, never seen outside this folder. */
export class DocumentRefused extends Error {
  constructor(readonly refusal: DocumentRefusal) {
    super(refusal);
    this.name = 'DocumentRefused';
  }
}

/** Runs a decoder; a refusal becomes a value, and whatever else a broken file makes it throw is `document_damaged`. */
export async function attempt<T>(decode: () => T | Promise<T>): Promise<Reading<T>> {
  try {
    return { ok: true, document: await decode() };
  } catch (error) {
    return { ok: false, refusal: error instanceof DocumentRefused ? error.refusal : 'document_damaged' };
  }
}
