import { readingMinutes, textLength } from '../../../domain/study/textLength';
import { fileAddress } from '../../../platform/fileAddress';
import type { UploadedFile } from '../../../platform/files';
import { canRecord } from '../../../platform/recorder';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { FilePick } from '../../../ui/FilePick';
import type { Media } from '../useMedia';
import { blocksOfParts, type DraftPart, type PartErrors, takesOneMore, withMoved } from './draftParts';
import { PartFields } from './PartFields';
import { RecordVoice } from './RecordVoice';

export interface PartListProps {
  parts: DraftPart[];
  /** What is wrong with the text as a whole. */
  error: string | undefined;
  errors: readonly PartErrors[] | undefined;
  media: Media;
  onChange: (parts: DraftPart[]) => void;
  /** A file has just arrived and can be read at `url`. */
  onArrived: (fileId: string, url: string) => void;
}

/** The text of a piece with its pictures and its recording: to be written, moved, taken out, added. */
export function PartList({ parts, error, errors, media, onChange, onArrived }: PartListProps) {
  const isOnlyText = parts.filter(({ type }) => type === 'text').length === 1;
  const add = async (part: DraftPart, { fileId, ticket }: UploadedFile) => {
    if (ticket) onArrived(fileId, await fileAddress(fileId, ticket));
    onChange([...parts, part]);
  };
  const addRecording = (file: UploadedFile) =>
    add({ type: 'audio', fileId: file.fileId, seconds: file.seconds ?? 0, text: '' }, file);
  let texts = 0;
  return (
    <>
      {parts.map((part, index) => {
        if (part.type === 'text') texts += 1;
        return (
          <PartFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
            key={index}
            part={part}
            label={texts <= 1 ? '正文' : `正文（续 ${texts - 1}）`}
            error={part.type === 'text' && texts === 1 ? error : undefined}
            errors={errors?.[index]}
            media={media}
            canMoveUp={index > 0}
            canMoveDown={index < parts.length - 1}
            canRemove={part.type !== 'text' || !isOnlyText}
            onChange={(next) => onChange(parts.map((one, at) => (at === index ? next : one)))}
            onMove={(by) => onChange(withMoved(parts, index, by))}
            onRemove={() => onChange(parts.filter((_, at) => at !== index))}
          />
        );
      })}
      <TextMeter parts={parts} />
      <Block className="study-part-adders">
        {takesOneMore(parts, 'picture') && (
          <FilePick
            purpose="piecePicture"
            onUploaded={(file) => {
              const { fileId, width, height } = file;
              void add(
                { type: 'picture', fileId, alt: '', text: '', width: width ?? 1, height: height ?? 1 },
                file,
              );
            }}
          >
            加一张图片
          </FilePick>
        )}
        {takesOneMore(parts, 'audio') &&
          (canRecord ? (
            <RecordVoice onUploaded={addRecording} />
          ) : (
            <FilePick purpose="pieceAudio" onUploaded={addRecording}>
              加一段录音
            </FilePick>
          ))}
        <Button kind="secondary" isInline onPress={() => onChange([...parts, { type: 'text', text: '' }])}>
          加一段文字
        </Button>
      </Block>
    </>
  );
}

/** Characters of a daily piece (product.md A1). */
const goodLength = { from: 600, to: 900 };

/** Length and reading time while one writes, beside what three minutes hold. */
function TextMeter({ parts }: { parts: readonly DraftPart[] }) {
  const blocks = blocksOfParts(parts);
  const length = textLength(blocks);
  const recording = blocks.find((block) => block.type === 'audio');
  return (
    <Block className="study-text-meter" role="status">
      {length} 字 · 约 {readingMinutes(length)} 分钟 ·{' '}
      {recording ? `录音 ${recording.seconds} 秒，最多 180 秒` : adviceOn(length)}
    </Block>
  );
}

function adviceOn(length: number): string {
  const { from, to } = goodLength;
  if (length === 0 || (length >= from && length <= to)) return `${from} 到 ${to} 字正好三分钟`;
  return length < from
    ? `离 ${from} 字还有 ${from - length} 字`
    : `比 ${to} 字多 ${length - to} 字，三分钟读不完`;
}
