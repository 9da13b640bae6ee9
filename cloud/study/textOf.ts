import type { PieceContent } from './studyRepository';

/** What of a piece is read. */
export type ReadContent = Pick<PieceContent, 'title' | 'topic' | 'blocks' | 'source' | 'checks'>;

/** Everything of a piece that its readers will read or hear, line by line: title, topic, source, text, what pictures show, self-check. */
export function textOf({ title, topic, blocks, source, checks }: ReadContent): string {
  const lines = [title, topic, source?.title ?? '', source?.article ?? ''];
  for (const block of blocks) {
    for (const [field, value] of Object.entries(block)) {
      if (field !== 'type' && field !== 'fileId' && typeof value === 'string') lines.push(value);
    }
  }
  for (const { stem, options, explanation } of checks) lines.push(stem, ...options, explanation);
  return lines.join('\n');
}
