import { DocumentRefused } from './reading';
import type { TextDocument } from './textDocument';

/** Ten thousand questions with their options, each on a line of its own. */
const MAX_PARAGRAPHS = 100_000;
/** The largest statutes and handbooks have some hundred thousand. */
const MAX_CHARACTERS = 5_000_000;

/**
 * The document itself, or `document_too_large`: two million lines of one letter fit into an upload, and handing them
 * over held the server up for seconds.
 */
export function withinTextLimits(document: TextDocument): TextDocument {
  let characters = 0;
  for (const { text } of document.paragraphs) characters += text.length;
  if (document.paragraphs.length > MAX_PARAGRAPHS || characters > MAX_CHARACTERS)
    throw new DocumentRefused('document_too_large');
  return document;
}
