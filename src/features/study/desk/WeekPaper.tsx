import type { Output } from '../../../contract/operations';
import { sayDate, saySpan } from '../../../domain/calendar/sayDate';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { Block } from '../../../ui/Block';
import { Heading, Reading, Words } from '../../../ui/Words';
import './WeekPaper.scss';

type Paper = Output<'study.week'>;
type PaperPiece = Paper['pieces'][number];

/** The week as it is read on paper; drawn on the screen to look it over, and in a `PrintSheet` at 18 pt and more. */
export function WeekPaper({ paper: { from, until, pieces } }: { paper: Paper }) {
  return (
    <Block className="study-week">
      <Heading>晨学三分钟 {saySpan(from, until)}</Heading>
      {pieces.map((piece) => (
        <OnePiece key={piece.id} piece={piece} />
      ))}
    </Block>
  );
}

function OnePiece({
  piece: { title, publishOn, organisationName, demo, blocks, source },
}: {
  piece: PaperPiece;
}) {
  return (
    <Reading>
      <Block as="header" className="study-week-head">
        <Heading>{title}</Heading>
        <Words>
          {sayDayAndWeekday(publishOn)} · {organisationName}
          {demo && ' · 演示'}
        </Words>
      </Block>
      {blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a block is its place in the text
        <OneBlock key={index} block={block} />
      ))}
      <Words>
        依据：《{source.title}》{source.article}
        {source.versionOn && `，${sayDate(source.versionOn)}版`}。核对日期：
        {source.checkedOn ? sayDate(source.checkedOn) : '待核对'}
      </Words>
    </Reading>
  );
}

/** Paper has neither pictures in colour nor sound: a picture is told by its words, a recording by what is said in it. */
function OneBlock({ block }: { block: PaperPiece['blocks'][number] }) {
  if (block.type === 'heading') return <Heading level={3}>{block.text}</Heading>;
  if (block.type === 'picture') {
    return (
      <Words>
        图：{block.alt}
        {block.text && `。${block.text}`}
      </Words>
    );
  }
  return <Words>{block.type === 'audio' ? `录音里说：${block.text}` : block.text}</Words>;
}
