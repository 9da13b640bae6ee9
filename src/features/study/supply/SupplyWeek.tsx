import { useState } from 'react';
import { sayWeek } from '../../../domain/calendar/sayWeek';
import { weekOf } from '../../../domain/calendar/weekOf';
import { announce } from '../../../platform/announce';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { AskedSwap } from '../../../ui/AskedSwap';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { Confirm } from '../../../ui/Dialog';
import { List, ListRow } from '../../../ui/ListRow';
import { Stack, Words } from '../../../ui/Words';
import { stateWords } from '../desk/deskPiece';
import { AskSupplySwap } from './AskSupplySwap';
import { ChangeSupply } from './ChangeSupply';
import type { LaidRota, SupplyAnswer, SupplyTurn } from './supplyRota';

export interface SupplyWeekProps {
  turn: SupplyTurn;
  /** Whose pieces they are is said: the reader sees several rotas. */
  isNamed: boolean;
  /** The question that waits about it, which the reader may take back. */
  asked: SupplyAnswer['swaps'][number] | undefined;
  /** Weeks that it could be swapped for. */
  others: readonly SupplyTurn[];
  /** Who could supply it instead, for who lays the rota. */
  suppliers: LaidRota['suppliers'];
  /** Asks the cloud again. */
  onDone: () => Promise<void>;
}

/** One week: who supplies, what has been written, and the ways to write, to swap and to change it. */
export function SupplyWeek({ turn, isNamed, asked, others, suppliers, onDone }: SupplyWeekProps) {
  const [open, setOpen] = useState<'swap' | 'change' | 'cancel'>();
  const cancel = useAction('study.cancelSupply');
  const takeBack = useAction('study.takeBackSupplySwap');
  const { mine, mayLay, supplier, publisher, pieces } = turn;
  const week = sayWeek(turn.week);
  const close = () => setOpen(undefined);
  const done = async () => {
    close();
    await onDone();
  };
  const cancelWeek = async () => {
    if (!(await cancel.run({ turnId: turn.id, version: turn.version }))) return;
    announce('这一周不排了，供稿的同志会收到通知');
    await done();
  };
  return (
    <Card title={week} aside={isNamed ? publisher.name : undefined}>
      <Stack isRow>
        <Words>{supplier.name}</Words>
        {turn.week === weekOf(today()).from && <Chip words="本周" />}
        {mine && <Chip tone="brand" words="轮到这里" />}
      </Stack>
      {pieces.length > 0 && (
        <List label={`${week}的稿件`}>
          {pieces.map(({ id, title, state }) => (
            <ListRow
              key={id}
              title={title}
              aside={stateWords[state]}
              onPress={() =>
                state === 'draft' || state === 'returned'
                  ? goTo('deskPieceEdit', { pieceId: id })
                  : goTo('deskPieceReview', { pieceId: id })
              }
            />
          ))}
        </List>
      )}
      {asked && (
        <AskedSwap
          swapId={asked.id}
          askedName={others.find((one) => one.id === asked.withTurnId)?.supplier.name}
          takingBack={takeBack}
          words="收回了，还是原来的安排"
          onDone={onDone}
        />
      )}
      {open === 'swap' && <AskSupplySwap turn={turn} others={others} onDone={done} onClose={close} />}
      {open === 'change' && <ChangeSupply turn={turn} suppliers={suppliers} onDone={done} onClose={close} />}
      {(mine || mayLay) && (open === undefined || open === 'cancel') && (
        <Stack isRow>
          {mine && (
            <Button
              kind="secondary"
              isInline
              label={`写一篇，${week}`}
              onPress={() => goTo('deskPieceEdit', { supplyTurnId: turn.id })}
            >
              写一篇
            </Button>
          )}
          {mine && !asked && others.length > 0 && (
            <Button kind="quiet" label={`和别处换，${week}`} onPress={() => setOpen('swap')}>
              和别处换
            </Button>
          )}
          {mayLay && suppliers.length > 1 && (
            <Button kind="quiet" label={`改由别处供稿，${week}`} onPress={() => setOpen('change')}>
              改由别处供稿
            </Button>
          )}
          {mayLay && (
            <Button kind="quiet" label={`取消这一周，${week}`} onPress={() => setOpen('cancel')}>
              取消这一周
            </Button>
          )}
        </Stack>
      )}
      {open === 'cancel' && (
        <Confirm
          title="取消这一周？"
          sentence={`${supplier.name}会收到通知。已经写的稿件还在，可以照常审核和安排`}
          confirmWords="取消这一周"
          isBusy={cancel.isBusy}
          error={cancel.error?.message}
          onConfirm={() => void cancelWeek()}
          onCancel={close}
        />
      )}
    </Card>
  );
}
