import { useState } from 'react';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { goTo, replaceWith } from '../../../platform/routes';
import { may, useMe } from '../../../platform/session';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/Notes';
import { TextArea } from '../../../ui/TextField';
import { Stack, Words } from '../../../ui/Words';
import { useMedia } from '../useMedia';
import { ConflictDialog } from './ConflictDialog';
import { DraftFields } from './DraftFields';
import { draftOf } from './draftForm';
import { textOfParts } from './draftParts';
import { KeyedChecks } from './KeyedChecks';
import { PiecePreview } from './PiecePreview';
import { type Editing, useDraftEditor } from './useDraftEditor';
import './DraftEditor.scss';

export interface DraftEditorProps {
  start: Editing;
  writeFor: readonly { id: string; name: string }[];
  /** Why it was returned. */
  note: string | null;
}

/** The form of a piece with its preview: beside it on a PC, below it on a phone. */
export function DraftEditor({ start, writeFor, note }: DraftEditorProps) {
  const editor = useDraftEditor(start);
  const me = useMe();
  // A group's leader has no other business with the pieces.
  const isOnlySupplier = may(me, 'study.supply') && !may(me, 'study.write');
  const [isPutOff, setPutOff] = useState(false);
  const { editing, errors, isBusy, error } = editor;
  const { form, seen, supplyTurnId, ownText } = editing;
  const isConflict = error?.code === 'conflict' || error?.code === 'wrong_state';
  const submit = async () => {
    if (!(await editor.submit())) return;
    announce('已提交审核，请另一位同志来审');
    replaceWith(supplyTurnId || isOnlySupplier ? 'deskSupply' : 'deskPieces');
  };
  const content = draftOf(form);
  // What has just been uploaded is shown before any saved piece has it.
  const [arrived, setArrived] = useState<Record<string, string>>({});
  const media = useMedia(seen?.pieceId, content.blocks, arrived);
  return (
    <Block className="study-editor">
      <Block className="study-editor-column">
        {note && (
          <Card title="退回修改">
            <Words>{note}</Words>
          </Card>
        )}
        {editor.foundAt && editor.isDirty && (
          <Card>
            <Words tone="quiet">
              接着 {sayMoment(editor.foundAt, today())} 存在这台设备上、还没有保存的内容写
            </Words>
            <Button kind="quiet" onPress={editor.startAnew}>
              不要了，从保存过的开始
            </Button>
          </Card>
        )}
        {ownText !== undefined && (
          <Card title="您刚才写的，没有保存">
            <TextArea label="您刚才写的" rows={6} value={ownText} onChange={() => undefined} />
            <Button kind="secondary" isInline onPress={editor.dropOwnText}>
              不用了，收起
            </Button>
          </Card>
        )}
        {seen && !seen.mayWrite ? (
          <Locked pieceId={seen.pieceId} />
        ) : (
          <>
            <DraftFields
              form={form}
              errors={errors}
              writeFor={writeFor}
              isNew={seen === undefined}
              media={media}
              onArrived={(fileId, url) => setArrived((before) => ({ ...before, [fileId]: url }))}
              onChange={(part) => {
                setPutOff(false);
                editor.change(part);
              }}
              onSubmit={editor.save}
            />
            {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
            <Stack>
              <Button isBusy={isBusy} onPress={submit}>
                提交审核
              </Button>
              <Button kind="secondary" isBusy={isBusy} onPress={editor.save}>
                存草稿
              </Button>
              <Words tone="small">{editor.isDirty ? '还没有保存，先存在这台设备上' : '都保存了'}</Words>
            </Stack>
          </>
        )}
      </Block>
      <Block as="section" className="study-editor-column study-editor-side" aria-label="预览">
        <Words tone="small">大家会看到这样的一页</Words>
        <PiecePreview
          content={content}
          media={media}
          organisationName={writeFor.find(({ id }) => id === form.organisationId)?.name ?? ''}
          publishOn={null}
        />
        <KeyedChecks checks={content.checks} />
      </Block>
      {isConflict && seen && !isPutOff && (
        <ConflictDialog
          text={textOfParts(form.parts)}
          onReadNewest={editor.readNewest}
          onClose={() => setPutOff(true)}
        />
      )}
    </Block>
  );
}

function Locked({ pieceId }: { pieceId: string }) {
  return (
    <Card title="这一篇现在不能改">
      <Words tone="quiet">已经提交审核或通过了。要改，请审核的同志先退回</Words>
      <Button kind="secondary" onPress={() => goTo('deskPieceReview', { pieceId })}>
        看这一篇
      </Button>
    </Card>
  );
}
