import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { Button } from '../../../ui/Button';
import { SelectField } from '../../../ui/SelectField';
import { TextField } from '../../../ui/TextField';
import { Stack } from '../../../ui/Words';
import type { DraftPiece } from './deskSeries';

/** One change of a border or a title. */
export type BorderChange = Input<'study.cutSeries'>['change'];

export interface EditBordersProps {
  piece: DraftPiece;
  isFirst: boolean;
  isLast: boolean;
  isBusy: boolean;
  onChange: (change: BorderChange) => void;
}

/** What can be done to the borders of one piece: begin it elsewhere, split it, join it with the next, name it. */
export function EditBorders({ piece, isFirst, isLast, isBusy, onChange }: EditBordersProps) {
  const [title, setTitle] = useState(piece.title);
  const [place, setPlace] = useState<string>();
  const { position } = piece;
  const starts = startsOf(piece);
  const at = Number(place);
  return (
    <>
      {starts.length > 0 && (
        <>
          <SelectField
            label="从哪一段分开"
            options={starts}
            value={place}
            onChange={(chosen) => setPlace(chosen)}
          />
          <Stack isRow>
            <Button
              kind="secondary"
              isInline
              isBusy={isBusy}
              isDisabled={place === undefined}
              onPress={() => onChange({ kind: 'split', position, at })}
            >
              从这里另起一篇
            </Button>
            {!isFirst && (
              <Button
                kind="secondary"
                isInline
                isBusy={isBusy}
                isDisabled={place === undefined}
                onPress={() => onChange({ kind: 'move', position, at })}
              >
                前面的归上一篇
              </Button>
            )}
            {!isLast && (
              <Button
                kind="secondary"
                isInline
                isBusy={isBusy}
                isDisabled={place === undefined}
                onPress={() => onChange({ kind: 'move', position: position + 1, at })}
              >
                这里起归下一篇
              </Button>
            )}
          </Stack>
        </>
      )}
      {!isLast && (
        <Button
          kind="secondary"
          isInline
          isBusy={isBusy}
          onPress={() => onChange({ kind: 'join', position })}
        >
          和下一篇合并
        </Button>
      )}
      <TextField label="这一篇的标题" maxLength={60} value={title} onChange={setTitle} />
      <Button
        kind="secondary"
        isInline
        isBusy={isBusy}
        isDisabled={title.trim() === piece.title}
        onPress={() => onChange({ kind: 'rename', position, title })}
      >
        改标题
      </Button>
    </>
  );
}

/** Where a new piece could begin: every part but the first, by its first words. */
function startsOf({ parts }: DraftPiece): { key: string; words: string }[] {
  const first = parts[0]?.at;
  const seen = new Set<number | undefined>([first]);
  return parts.flatMap(({ at, text }) => {
    if (seen.has(at)) return [];
    seen.add(at);
    return [{ key: String(at), words: text.length > 24 ? `${text.slice(0, 24)}…` : text }];
  });
}
