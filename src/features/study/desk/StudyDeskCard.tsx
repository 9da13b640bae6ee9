import { isLowStock } from '../../../domain/study/lowStock';
import { goTo } from '../../../platform/routes';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Words } from '../../../ui/Words';

/** The desk's entry to the pieces: what waits for a review, and how long the stock lasts. Works without the numbers, too. */
export function StudyDeskCard() {
  const { data, error } = useCloud('study.desk', {});
  const waiting = data?.pieces.filter(({ state, mine }) => state === 'submitted' && !mine).length ?? 0;
  return (
    <Card title="晨学稿件" aside={data && `库存 ${data.stockWorkdays} 个工作日`}>
      {data && isLowStock(data.stockWorkdays) && <Words tone="warn">库存不到 5 个工作日，请早些安排</Words>}
      {error && !data && <Words tone="quiet">{error.message}</Words>}
      <List label="晨学稿件">
        <ListRow
          title="看稿件和排期"
          aside={data?.mayReview && waiting > 0 ? `${waiting} 篇等审核` : undefined}
          onPress={() => goTo('deskPieces')}
        />
        {data && data.writeFor.length > 0 && (
          <ListRow title="写一篇" detail="讲一条规定，用一件身边的事" onPress={() => goTo('deskPieceEdit')} />
        )}
        <ListRow title="轮值供稿" detail="哪一周由哪里供稿" onPress={() => goTo('deskSupply')} />
        <ListRow title="一周大字版" detail="打印出来，送给不用手机的同志" onPress={() => goTo('deskWeek')} />
      </List>
    </Card>
  );
}
