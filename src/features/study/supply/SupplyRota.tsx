import { useState } from 'react';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { isLowStock } from '../../../domain/study/lowStock';
import { goTo } from '../../../platform/routes';
import { useCloud } from '../../../platform/useCloud';
import { Block } from '../../../ui/Block';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { Heading, Words } from '../../../ui/Words';
import { LaySupply } from './LaySupply';
import { SupplySwapQuestion } from './SupplySwapQuestion';
import { SupplyWeek } from './SupplyWeek';
import type { LaidRota } from './supplyRota';
import './SupplyRota.scss';

/** 轮值供稿: questions that wait for the reader, the stock, the weeks with who supplies them, and a form to lay more. */
export function SupplyRota() {
  const answer = useCloud('study.supplyRota', {});
  const [isLaying, setLaying] = useState(false);
  const { reload } = answer;
  return (
    <Loaded from={answer} lines={8}>
      {({ turns, swaps, layFor }) => {
        // Whoever comes for the own week has the form for the groups below only on request.
        const isFormOpen = layFor.length > 0 && (isLaying || !turns.some(({ mine }) => mine));
        const [rota, ...more] = layFor;
        return (
          <Block className={isFormOpen ? 'supply-rota supply-rota-two' : 'supply-rota'}>
            {isFormOpen && rota && more.length === 0 && (
              <Block className="supply-rota-part supply-rota-stock">
                <Stock rota={rota} />
              </Block>
            )}
            <Block className="supply-rota-part supply-rota-weeks">
              {swaps
                .filter((swap) => swap.toAnswer)
                .map((swap) => (
                  <SupplySwapQuestion key={swap.id} swap={swap} turns={turns} onDone={reload} />
                ))}
              {turns.length === 0 && (
                <EmptyState
                  sentence={
                    isFormOpen
                      ? '还没有排。选好支部，一次可以排几周'
                      : '还没有轮到您这里供稿。排好后会出现在这里，也会通知您'
                  }
                />
              )}
              {turns.map((turn) => (
                <SupplyWeek
                  key={`${turn.id} ${turn.version}`}
                  turn={turn}
                  isNamed={turns.some((one) => one.publisher.id !== turn.publisher.id)}
                  asked={swaps.find((swap) => swap.turnId === turn.id && swap.toTakeBack)}
                  others={turns.filter(
                    (one) => one.publisher.id === turn.publisher.id && one.supplier.id !== turn.supplier.id,
                  )}
                  suppliers={layFor.find(({ id }) => id === turn.publisher.id)?.suppliers ?? []}
                  onDone={reload}
                />
              ))}
            </Block>
            {isFormOpen ? (
              <Block className="supply-rota-part supply-rota-lay">
                <Heading>排轮值</Heading>
                <LaySupply rotas={layFor} onDone={reload} />
              </Block>
            ) : (
              rota && (
                <Button kind="quiet" onPress={() => setLaying(true)}>
                  给{rota.name}的稿件排轮值
                </Button>
              )
            )}
          </Block>
        );
      }}
    </Loaded>
  );
}

function Stock({ rota: { name, stockWorkdays, gap } }: { rota: LaidRota }) {
  return (
    <Card title={name} aside={`库存 ${stockWorkdays} 个工作日`}>
      <Words tone={isLowStock(stockWorkdays) ? 'warn' : 'plain'}>
        {isLowStock(stockWorkdays) ? '库存不到 5 个工作日，' : ''}下一个空着的日子是 {sayDayAndWeekday(gap)}
      </Words>
      <Button kind="quiet" onPress={() => goTo('deskPieces')}>
        看稿件和排期
      </Button>
    </Card>
  );
}
