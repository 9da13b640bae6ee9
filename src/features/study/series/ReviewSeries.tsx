import { useState } from 'react';
import { saySpanWithWeekdays } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/Notes';
import { TextArea } from '../../../ui/TextField';
import { Stack, Words } from '../../../ui/Words';
import type { SeriesDraft } from './deskSeries';

/** The second person's one word for all pieces. */
export function ReviewSeries({ series, onSettled }: { series: SeriesDraft; onSettled: () => Promise<void> }) {
  const [note, setNote] = useState('');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error, clearError } = useAction('study.reviewSeries');
  const { firstDay, lastDay, pieceCount } = series;
  const decide = async (decision: 'approve' | 'return') => {
    if (decision === 'return' && note.trim() === '') {
      setMissing('请写明哪里要改，例如：第 2 篇缺半句');
      return;
    }
    const done = await run({ seriesId: series.id, version: series.version, decision, note });
    if (!done) return;
    announce(decision === 'approve' ? '整个系列已通过，会告诉写稿的同志' : '已退回修改，会告诉写稿的同志');
    await onSettled();
  };
  return (
    <Card title="审核整个系列">
      {firstDay && lastDay && (
        <Words>
          {pieceCount} 篇一次通过，{saySpanWithWeekdays(firstDay, lastDay)}
          ，一天一篇。通过后改动哪一篇，哪一篇再审
        </Words>
      )}
      <TextArea
        label="审核意见"
        hint="退回时写明哪一篇、缺什么；通过时可以不写"
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
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack>
        <Button isBusy={isBusy} onPress={() => decide('approve')}>
          整个系列通过
        </Button>
        <Button kind="secondary" isBusy={isBusy} onPress={() => decide('return')}>
          退回修改
        </Button>
      </Stack>
    </Card>
  );
}
