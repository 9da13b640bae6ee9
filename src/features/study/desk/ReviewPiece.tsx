import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import type { Draft } from './deskPiece';
import { PublishDay } from './PublishDay';
import { RefusedStep } from './RefusedStep';
import { type Decision, ReviewCard } from './ReviewCard';

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
  const [publishOn, setPublishOn] = useState<string>();
  const { run, isBusy, error, clearError } = useAction('study.review');
  const { id: pieceId, version } = piece;
  const decide = async (decision: Decision, note: string) => {
    const day = decision === 'approve' ? publishOn : undefined;
    if (!(await run({ pieceId, version, decision, note, publishOn: day }))) return;
    announce(decision === 'approve' ? '已通过，会告诉写稿的同志' : '已退回修改，会告诉写稿的同志');
    await onSettled();
    onReviewed?.();
  };
  return (
    <ReviewCard
      title="审核"
      hint="退回时写明哪一段、缺什么；通过时可以不写"
      missingWords="请写明哪里要改，例如：第 2 段缺来源"
      approveWords="通过"
      isBusy={isBusy}
      refusal={error && <RefusedStep error={error} onRefresh={onSettled} />}
      onTouch={clearError}
      onDecide={decide}
    >
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
    </ReviewCard>
  );
}
