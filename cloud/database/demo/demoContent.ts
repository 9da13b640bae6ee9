import type { ContentSource, DemoPiece } from './content/types';

/** A piece of the starter content as it is stored; 核对日期 stays open until somebody has checked it. */
export function contentOf(piece: DemoPiece) {
  return {
    kind: piece.kind,
    title: piece.title,
    topic: piece.topic,
    blocks: piece.paragraphs.map((text) => ({ type: 'paragraph' as const, text })),
    source: storedSource(piece.source),
    checks: piece.checks,
  };
}

/** A source as it is stored. */
export function storedSource({ title, article, versionOn }: ContentSource) {
  return { title, article, url: null, versionOn, checkedOn: null };
}
