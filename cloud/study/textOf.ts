import type { PieceContent } from './studyRepository';

/** Everything of a piece that its readers will read, line by line: title, text, captions, self-check. */
export function textOf({ title, blocks, checks }: Pick<PieceContent, 'title' | 'blocks' | 'checks'>): string {
  const lines = [title];
  for (const block of blocks) {
    for (const [field, value] of Object.entries(block)) {
      if (field !== 'type' && field !== 'fileId' && typeof value === 'string') lines.push(value);
    }
  }
  for (const { stem, options, explanation } of checks) lines.push(stem, ...options, explanation);
  return lines.join('\n');
}
