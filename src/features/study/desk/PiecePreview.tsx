import { readingMinutes, textLength } from '../../../domain/study/textLength';
import { useMe } from '../../../platform/session';
import { Card } from '../../../ui/Card';
import { PiecePage } from '../PieceText';
import type { Piece } from '../piece';
import type { Media } from '../useMedia';
import type { Draft } from './deskPiece';

const noSource: Piece['source'] = {
  title: '来源还没有写',
  article: '',
  url: null,
  versionOn: null,
  checkedOn: null,
};

export interface PiecePreviewProps {
  content: Pick<Draft, 'kind' | 'title' | 'topic' | 'blocks' | 'source'>;
  organisationName: string;
  /** Where its pictures and recordings can be read. */
  media: Media;
  publishOn: string | null;
}

/** A piece as members will see it. */
export function PiecePreview({ content, organisationName, media, publishOn }: PiecePreviewProps) {
  const me = useMe();
  const { kind, title, topic, blocks, source } = content;
  const length = textLength(blocks);
  const piece: Piece = {
    id: '',
    title: title || '标题',
    topic: topic || '主题',
    kind,
    blocks,
    source: source ?? noSource,
    length,
    readingMinutes: readingMinutes(length),
    demo: me?.demo ?? false,
    organisationName,
    publishOn,
    stamped: false,
    checks: [],
  };
  return (
    <Card>
      <PiecePage piece={piece} media={media} />
    </Card>
  );
}
