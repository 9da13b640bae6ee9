import { useState } from 'react';
import { sayDayAndWeekday } from '../../../domain/calendar/sayDay';
import { isLowStock } from '../../../domain/study/lowStock';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Words } from '../../../ui/Words';
import type { Desk } from './deskPiece';

/** A working week; the rest on request. */
const firstDays = 5;

/** The coming working days with what is laid on them, and how far the stock reaches. */
export function PublishingPlan({ desk, onOpen }: { desk: Desk; onOpen: (pieceId: string) => void }) {
  const [isWhole, setWhole] = useState(false);
  const { plan, stockWorkdays, calendarKnown } = desk;
  const days = isWhole ? plan : plan.slice(0, firstDays);
  return (
    <Card title="接下来的工作日" aside={`库存 ${stockWorkdays} 个工作日`}>
      {isLowStock(stockWorkdays) && <Words tone="warn">库存不到 5 个工作日，请早些安排</Words>}
      {!calendarKnown && <Words tone="small">节假日安排尚未录入，先按周一到周五算工作日</Words>}
      <List label="接下来的工作日">
        {days.map(({ day, piece }) => (
          <ListRow
            key={day}
            title={sayDayAndWeekday(day)}
            detail={piece ? piece.title : '空着'}
            onPress={piece ? () => onOpen(piece.id) : undefined}
          />
        ))}
      </List>
      {!isWhole && plan.length > firstDays && (
        <Button kind="quiet" onPress={() => setWhole(true)}>
          看后面 {plan.length - firstDays} 个工作日
        </Button>
      )}
    </Card>
  );
}
