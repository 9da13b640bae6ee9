import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { TextArea } from '../../../ui/TextField';
import { Stack } from '../../../ui/Words';
import type { Draft } from './deskPiece';
import { PublishDay } from './PublishDay';
import { RefusedStep } from './RefusedStep';

/** The second person's word: passed, with a day if one may lay pieces on days, or back with a note. */
export function ReviewPiece({
  piece,
  onSettled,
  onReviewed,
}: {
  piece: Draft;
  onSettled: () => Promise<void>;
  /** After a word of this reader's own, not after looking again. */
  onReviewed?: () => void;
}) {
  const [note, setNote] = useState('');
  const [publishOn, setPublishOn] = useState<string>();
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error, clearError } = useAction('study.review');
  const { id: pieceId, version } = piece;
  const decide = async (decision: 'approve' | 'return') => {
    if (decision === 'return' && note.trim() === '') {
      setMissing('请写明哪里要改，例如：第 2 段缺来源');
      return;
    }
    const day = decision === 'approve' ? publishOn : undefined;
    const done = await run({ pieceId, version, decision, note, publishOn: day });
    if (!done) return;
    announce(decision === 'approve' ? '已通过，会告诉写稿的同志' : '已退回修改，会告诉写稿的同志');
    await onSettled();
    onReviewed?.();
  };
  return (
    <Card title="审核">
      {piece.maySchedule && (
        <PublishDay
          value={publishOn}
          mayStayOpen
          onChange={(day) => {
            setPublishOn(day);
            clearError();
          }}
        />
      )}
      <TextArea
        label="审核意见"
        hint="退回时写明哪一段、缺什么；通过时可以不写"
        rows={3}
        maxLength={500}
        value={note}
        error={missing}
        onChange={(value) => {
          setNote(value);
          setMissing(undefined);
          clearError();
        }}
      />
      {error && <RefusedStep error={error} onRefresh={onSettled} />}
      <Stack>
        <Button isBusy={isBusy} onPress={() => decide('approve')}>
          通过
        </Button>
        <Button kind="secondary" isBusy={isBusy} onPress={() => decide('return')}>
          退回修改
        </Button>
      </Stack>
    </Card>
  );
}
