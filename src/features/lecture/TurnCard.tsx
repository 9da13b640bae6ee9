import { useState } from 'react';
import { sayDayAndWeekday } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { goTo } from '../../platform/routes';
import { useAction } from '../../platform/useAction';
import { AskedSwap } from '../../ui/AskedSwap';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { Confirm } from '../../ui/Dialog';
import { Stack, Words } from '../../ui/Words';
import { AskSwap } from './AskSwap';
import { AttachMaterial } from './AttachMaterial';
import { ChangeTurn } from './ChangeTurn';
import type { RotaAnswer, Turn } from './turn';

export interface TurnCardProps {
  turn: Turn;
  /** The question that the reader has asked about it. */
  asked: RotaAnswer['swaps'][number] | undefined;
  /** Turns that it could be swapped for. */
  others: readonly Turn[];
  ownPieces: RotaAnswer['ownPieces'];
  /** Asks the cloud again. */
  onDone: () => Promise<void>;
}

/** One turn: day, speaker, topic, material; for its speaker the ways to prepare and to swap it. */
export function TurnCard({ turn, asked, others, ownPieces, onDone }: TurnCardProps) {
  const [open, setOpen] = useState<'attach' | 'swap' | 'change' | 'cancel'>();
  const cancel = useAction('lecture.cancel');
  const takeBack = useAction('lecture.takeBackSwap');
  const { mine, mayLay, topic, outline, piece } = turn;
  const done = async () => {
    setOpen(undefined);
    await onDone();
  };
  const cancelTurn = async () => {
    if (!(await cancel.run({ turnId: turn.id, version: turn.version }))) return;
    announce('这一讲取消了，讲的同志会收到通知');
    await done();
  };
  return (
    <Card title={sayDayAndWeekday(turn.day)} aside={turn.organisationName}>
      <Stack isRow>
        <Words>{turn.speaker.name}</Words>
        {mine && <Chip tone="brand" words="您来讲" />}
      </Stack>
      {topic && <Words>讲：{topic}</Words>}
      {outline && open !== 'attach' && <Words tone="quiet">{outline}</Words>}
      {piece?.open && (
        <Button kind="quiet" onPress={() => goTo('piece', { pieceId: piece.id })}>
          看讲稿《{piece.title}》
        </Button>
      )}
      {piece && !piece.open && <Words tone="small">讲稿《{piece.title}》发布后在这里看</Words>}
      {asked && (
        <AskedSwap
          swapId={asked.id}
          askedName={others.find((one) => one.id === asked.withTurnId)?.speaker.name}
          takingBack={takeBack}
          words="收回了，还是原来的日子"
          onDone={onDone}
        />
      )}
      {open === 'attach' && (
        <AttachMaterial turn={turn} ownPieces={ownPieces} onDone={done} onClose={() => setOpen(undefined)} />
      )}
      {open === 'swap' && (
        <AskSwap turn={turn} others={others} onDone={done} onClose={() => setOpen(undefined)} />
      )}
      {open === 'change' && <ChangeTurn turn={turn} onDone={done} onClose={() => setOpen(undefined)} />}
      {(mine || mayLay) && (open === undefined || open === 'cancel') && (
        <Stack isRow>
          {mine && (
            <Button kind="quiet" onPress={() => setOpen('attach')}>
              {outline || piece ? '改要点和讲稿' : '写要点'}
            </Button>
          )}
          {mine && !asked && others.length > 0 && (
            <Button kind="quiet" onPress={() => setOpen('swap')}>
              和别的同志换
            </Button>
          )}
          {mayLay && (
            <>
              <Button kind="quiet" onPress={() => setOpen('change')}>
                改这一讲
              </Button>
              <Button kind="quiet" onPress={() => setOpen('cancel')}>
                取消这一讲
              </Button>
            </>
          )}
        </Stack>
      )}
      {open === 'cancel' && (
        <Confirm
          title="取消这一讲？"
          sentence={`${turn.speaker.name}会收到通知。只是换一天或换一位，用“改这一讲”就可以`}
          confirmWords="取消这一讲"
          isBusy={cancel.isBusy}
          error={cancel.error?.message}
          onConfirm={() => void cancelTurn()}
          onCancel={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}
