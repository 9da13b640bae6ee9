import { sayDay } from '../../domain/calendar/sayDay';
import { sayCitation } from '../../domain/study/sayCitation';
import { Block } from '../../ui/Block';
import { Chip } from '../../ui/Chip';
import { OutLink } from '../../ui/OutLink';
import { Picture } from '../../ui/Picture';
import { Heading, Reading, Words } from '../../ui/Words';
import { type Piece, sayLength } from './piece';
import { ReadAloud } from './ReadAloud';
import { Recording } from './Recording';
import { type Media, useMedia } from './useMedia';
import './PieceText.scss';

/** A piece as a page to be read: title, length and source, text, and what it rests on. */
export function PieceText({ piece }: { piece: Piece }) {
  const media = useMedia(piece.id, piece.blocks);
  return <PiecePage piece={piece} media={media} />;
}

/** The same with pictures and recordings from where one says: a preview shows what is not saved yet. */
export function PiecePage({ piece, media }: { piece: Piece; media: Media }) {
  const { title, demo, topic, blocks, source, organisationName, publishOn, beingChecked } = piece;
  return (
    <Reading>
      <Block as="header" className="study-head">
        <Heading>{title}</Heading>
        <Words tone="quiet">
          {sayLength(piece)} · {sayCitation(source)}
        </Words>
        <Block className="study-chips">
          {demo && <Chip tone="brand" words="演示" />}
          <Chip words={topic} />
          {beingChecked && <Chip tone="warn" words="正在核对" />}
        </Block>
        <ReadAloud title={title} blocks={blocks} />
      </Block>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        <OneBlock key={index} block={block} piece={piece} media={media} />
      ))}
      <Block as="footer" className="study-foot">
        <Words tone="small">
          依据：《{source.title}》{source.article}
          {source.versionOn && `，${sayDate(source.versionOn)}版`}
        </Words>
        <Words tone="small">核对日期：{source.checkedOn ? sayDate(source.checkedOn) : '待核对'}</Words>
        {beingChecked && <Words tone="small">正在核对：依据的文件有变化，这一篇还没有和新版对照过</Words>}
        <Words tone="small">
          {organisationName}
          {publishOn && ` · ${sayDate(publishOn)}`}
        </Words>
        {source.url && <OutLink url={source.url} words="看原文" />}
      </Block>
    </Reading>
  );
}

function OneBlock({ block, piece, media }: { block: Piece['blocks'][number]; piece: Piece; media: Media }) {
  const { type, text } = block;
  if (type === 'picture') {
    const { fileId, alt, width, height } = block;
    return <Picture url={media.urlOf(fileId)} alt={alt} width={width} height={height} caption={text} />;
  }
  if (type === 'audio') {
    return <Recording block={block} media={media} title={piece.title} by={piece.organisationName} />;
  }
  if (type === 'heading') return <Heading level={3}>{text}</Heading>;
  if (type === 'paragraph') return <Words>{text}</Words>;
  return (
    <Block className="study-quote">
      <Words>{text}</Words>
    </Block>
  );
}

/** A day with its year, as the date of a law is said. */
function sayDate(day: string): string {
  return `${day.slice(0, 4)}年${sayDay(day)}`;
}
