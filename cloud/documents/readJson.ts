import { decodePlainText } from './plainText';
import { attempt, DocumentRefused, type Reading } from './reading';

/** 20 MB of JSON parse in well under a second; a file that nests deeper than the parser can go is a refusal. */
export function readJson(content: Uint8Array): Promise<Reading<unknown>> {
  return attempt(() => {
    const { text } = decodePlainText(content);
    if (text.trim() === '') throw new DocumentRefused('document_empty');
    return parsed(text);
  });
}

/** One value, or one on each line. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => JSON.parse(line.replace(/,\s*$/, '')) as unknown);
  }
}
