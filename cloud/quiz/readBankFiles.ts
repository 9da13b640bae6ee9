import { MAX_FILE_BYTES } from '../../src/domain/file/fileKinds';
import type { ReadBank } from '../../src/domain/quiz/bank/bankQuestion';
import { type BankSource, readBank } from '../../src/domain/quiz/bank/readBank';
import { extensionOf } from '../documents/extensionOf';
import type { DocumentRefusal } from '../documents/reading';
import { readJson } from '../documents/readJson';
import { readTable } from '../documents/readTable';
import { readText } from '../documents/readText';

/** A file as it was chosen. */
export interface BankFile {
  name: string;
  content: Uint8Array;
}

/** The bank, or which file could not be read and why. */
export type BankReading =
  | { ok: true; bank: ReadBank }
  | { ok: false; file: string; refusal: DocumentRefusal };

/** Reads several files as one bank: questions and, in another file, their key. Decoding is done in threads; nothing is stored. */
export async function readBankFiles(files: readonly BankFile[]): Promise<BankReading> {
  const sources: BankSource[] = [];
  for (const file of files) {
    const source = await sourceOf(file);
    if ('refusal' in source) return { ok: false, file: file.name, refusal: source.refusal };
    sources.push(source);
  }
  return { ok: true, bank: readBank(sources) };
}

async function sourceOf({
  name: file,
  content,
}: BankFile): Promise<BankSource | { refusal: DocumentRefusal }> {
  if (content.length > MAX_FILE_BYTES) return { refusal: 'document_too_large' };
  switch (extensionOf(file)) {
    case 'xlsx':
    case 'xls':
    case 'csv': {
      const reading = await readTable(content, file);
      return reading.ok ? { kind: 'table', file, sheets: reading.document.sheets } : reading;
    }
    case 'json': {
      const reading = await readJson(content);
      return reading.ok ? { kind: 'json', file, json: reading.document } : reading;
    }
    default: {
      const reading = await readText(content, file);
      if (!reading.ok) return reading;
      const { kind, paragraphs } = reading.document;
      return { kind: 'text', file, unit: kind === 'docx' || kind === 'doc' ? '段' : '行', paragraphs };
    }
  }
}
