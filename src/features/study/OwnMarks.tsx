import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorState } from '../../ui/Notes';
import { TextArea } from '../../ui/TextField';
import { Stack, Words } from '../../ui/Words';
import type { Piece } from './piece';
import { SendToGroup } from './SendToGroup';
import type { OwnMarks as Own } from './useOwnMarks';

/** As the contract has it (`study.saveNote`). */
const longestNote = 500;

/** What a reader may do with a piece besides reading it: 记一句 and 收藏 for the own eyes, 转到支部群 for others. */
export function OwnMarks({ piece, own }: { piece: Piece; own: Own }) {
  const [draft, setDraft] = useState<string>();
  const { note, bookmarked, isBusy, isWaiting, error } = own;
  const save = async () => {
    if (await own.write(draft ?? '')) setDraft(undefined);
  };
  return (
    <>
      <Card tone="ground" title="留给自己" aside="只给自己看">
        {draft === undefined ? (
          <>
            {note && <Words>{note}</Words>}
            {isWaiting && <Words tone="quiet">存在手机里，连上网会自动补上</Words>}
            {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
            <Stack isRow>
              <Button kind="quiet" onPress={() => setDraft(note)}>
                {note ? '改这一句' : '记一句'}
              </Button>
              <Button kind="quiet" isBusy={isBusy} onPress={() => void own.bookmark(!bookmarked)}>
                {bookmarked ? '取消收藏' : '收藏'}
              </Button>
            </Stack>
          </>
        ) : (
          <>
            <TextArea
              label="记一句"
              hint={`只给自己看，最多 ${longestNote} 字。清空再存就是去掉`}
              value={draft}
              maxLength={longestNote}
              onChange={setDraft}
            />
            {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
            <Stack isRow>
              <Button kind="secondary" isInline isBusy={isBusy} onPress={() => void save()}>
                存下
              </Button>
              <Button kind="quiet" onPress={() => setDraft(undefined)}>
                先不记
              </Button>
            </Stack>
          </>
        )}
      </Card>
      <SendToGroup piece={piece} />
    </>
  );
}
