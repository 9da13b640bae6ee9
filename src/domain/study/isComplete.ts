/** What decides whether a piece can go to the second person. */
export interface PieceContent {
  kind: 'explanation' | 'local' | 'microLecture' | 'external';
  title: string;
  blocks: readonly { type: string; text: string }[];
  source: { title: string; url: string | null } | null;
}

/**
 * True when a piece may be handed in: a title, at least one paragraph or recording and a named source (domain.md 7: source always
 * shown); an external original needs its link as well (product.md A0: our sentences and a link).
 */
export function isComplete({ kind, title, blocks, source }: PieceContent): boolean {
  if (title.trim() === '' || source === null || source.title.trim() === '') return false;
  if (kind === 'external' && source.url === null) return false;
  return blocks.some(
    (block) => (block.type === 'paragraph' || block.type === 'audio') && block.text.trim() !== '',
  );
}
