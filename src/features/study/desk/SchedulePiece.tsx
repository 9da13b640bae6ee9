import { useState } from 'react';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/Notes';
import type { Draft } from './deskPiece';
import { PublishDay } from './PublishDay';

/** Lays an approved piece on a working day, or on another one. */
export function SchedulePiece({ piece, onSettled }: { piece: Draft; onSettled: () => Promise<void> }) {
  const [day, setDay] = useState<string>();
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error, clearError } = useAction('study.schedule');
  const lay = async () => {
    if (!day) return setMissing('请选一个工作日');
    const done = await run({ pieceId: piece.id, version: piece.version, publishOn: day });
    if (!done) return;
    announce(day === today() ? '排在今天' : `排在 ${sayDayAndWeekday(day)}，早上 7:30 发`);
    await onSettled();
  };
  return (
    <Card title={piece.publishOn ? '换一天' : '排日子'}>
      <PublishDay
        value={day}
        mayStayOpen={false}
        error={missing}
        onChange={(next) => {
          setDay(next);
          setMissing(undefined);
          clearError();
        }}
      />
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isBusy={isBusy} onPress={lay}>
        {piece.publishOn ? '换到这一天' : '排在这一天'}
      </Button>
    </Card>
  );
}
