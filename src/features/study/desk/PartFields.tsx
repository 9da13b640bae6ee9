import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Picture } from '../../../ui/Picture';
import { TextArea, TextField } from '../../../ui/TextField';
import { Recording } from '../Recording';
import type { Media } from '../useMedia';
import type { DraftPart, PartErrors } from './draftParts';
import { textOf } from './draftText';
import { pastedBlocks } from './pastedBlocks';
import './PartFields.scss';

export interface PartFieldsProps {
  part: DraftPart;
  /** 正文, 正文（续 1）. */
  label: string;
  /** Of the text; only its first field says it. */
  error: string | undefined;
  errors: PartErrors | undefined;
  media: Media;
  /** Where it can go; alone a text can neither be moved nor taken out. */
  canMoveUp: boolean;
  canMoveDown: boolean;
  canRemove: boolean;
  onChange: (part: DraftPart) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One part of a piece being written: a text, a picture with its line, a recording with its text. */
export function PartFields(props: PartFieldsProps) {
  const { part, label, canMoveUp, canMoveDown, canRemove, onMove, onRemove } = props;
  const name = part.type === 'text' ? label : part.type === 'picture' ? '图片' : '录音';
  return (
    <Block className={part.type === 'text' ? 'study-part' : 'study-part study-part-media'}>
      <PartContent {...props} />
      {(canMoveUp || canMoveDown || canRemove) && (
        <Block className="study-part-tools">
          {canMoveUp && (
            <Button kind="quiet" label={`${name}往上移`} onPress={() => onMove(-1)}>
              往上移
            </Button>
          )}
          {canMoveDown && (
            <Button kind="quiet" label={`${name}往下移`} onPress={() => onMove(1)}>
              往下移
            </Button>
          )}
          {canRemove && (
            <Button kind="quiet" label={`去掉${name}`} onPress={onRemove}>
              去掉
            </Button>
          )}
        </Block>
      )}
    </Block>
  );
}

function PartContent({ part, label, error, errors, media, onChange }: PartFieldsProps) {
  if (part.type === 'text') {
    return (
      <TextArea
        label={label}
        hint="空一行分段；一行开头写“# ”是小标题，写“> ”是引文。从 Word、网页粘贴来的会整理成段"
        rows={12}
        value={part.text}
        error={error}
        tidyPaste={tidyPaste}
        onChange={(text) => onChange({ ...part, text })}
      />
    );
  }
  if (part.type === 'picture') {
    const { fileId, alt, width, height, text } = part;
    return (
      <>
        <Picture url={media.urlOf(fileId)} alt={alt || '还没有写图上是什么'} width={width} height={height} />
        <TextField
          label="图上是什么"
          hint="读屏软件会念给看不见的同志听，例如：药师在柜台核对处方"
          maxLength={120}
          value={alt}
          error={errors?.alt}
          onChange={(next) => onChange({ ...part, alt: next })}
        />
        <TextField
          label="图注"
          hint="印在图下面，可以不写"
          maxLength={200}
          value={text}
          onChange={(next) => onChange({ ...part, text: next })}
        />
      </>
    );
  }
  return (
    <>
      <Recording block={{ ...part, text: '' }} media={media} title="试听" by="" />
      <TextArea
        label="录音里说的话"
        hint="给听不清的同志看，也能被搜到"
        rows={6}
        maxLength={2000}
        value={part.text}
        error={errors?.text}
        onChange={(text) => onChange({ ...part, text })}
      />
    </>
  );
}

/** One paragraph goes in wherever one is writing; more, a heading or a quotation stands apart. */
function tidyPaste(pasted: { html: string; text: string }): { text: string; isApart: boolean } | null {
  const blocks = pastedBlocks(pasted);
  const [first] = blocks;
  if (!first) return null;
  const isApart = blocks.length > 1 || first.type !== 'paragraph';
  return { text: isApart ? textOf(blocks) : first.text, isApart };
}
