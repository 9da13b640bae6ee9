import { type ReactNode, useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { Card } from '../../ui/Card';
import { DimensionPicture } from '../../ui/DimensionPicture';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Heading, Words } from '../../ui/Words';
import { Periods } from './Periods';
import { ScoreLines } from './ScoreLines';
import { dimensionsOf, type Line, type Card as ScoreCardData, sayTotal } from './scoreWords';
import { useScoreCard } from './useScoreCard';

export interface ScoreCardProps {
  /** The way to say that a line is not right. */
  remark: (line: Line) => ReactNode;
}

/** 先锋指数: own total, picture, every line with its source, what is not known yet, and the other periods. */
export function ScoreCard({ remark }: ScoreCardProps) {
  const [periodId, setPeriodId] = useState<string>();
  const card = useScoreCard(periodId);
  const { savedAt } = card;
  return (
    <Loaded from={card} lines={8} savedOn={savedAt && sayMoment(savedAt, today())}>
      {(shown) =>
        shown.enabled && shown.period ? (
          <>
            <Periods periods={shown.periods} currentId={shown.period.id} onChange={setPeriodId} />
            <Total card={shown} />
            <Dimensions dimensions={shown.dimensions} />
            <ScoreLines lines={shown.lines} dimensions={shown.dimensions} remark={remark} />
            <Pending pending={shown.pending} />
            <Card>
              <List label="说明">
                <ListRow title="为什么没有排名" onPress={() => goTo('whyNoRanking')} />
              </List>
            </Card>
          </>
        ) : (
          <EmptyState
            sentence={
              shown.enabled ? '还没有开始的考核期。开始后，会议记录签定了就会列在这里' : '本单位没有开这一项'
            }
            action={{ words: '回到我的', onPress: () => goTo('mine') }}
          />
        )
      }
    </Loaded>
  );
}

function Total({ card }: { card: ScoreCardData }) {
  const { title, detail } = sayTotal(card);
  return (
    <Card>
      <Heading>{title}</Heading>
      <Words tone="quiet">{detail}</Words>
      <DimensionPicture dimensions={dimensionsOf(card)} isPictureOnly />
      {card.scheme && (
        <Words tone="small">
          按{card.scheme.name}第 {card.scheme.version} 版，只给您自己看
        </Words>
      )}
    </Card>
  );
}

/** Where each dimension comes from, or when it will be known. */
function Dimensions({ dimensions }: Pick<ScoreCardData, 'dimensions'>) {
  return (
    <Card title="每一项怎么来">
      <List label="每一项怎么来">
        {dimensions.map(({ code, name, note, points, max }) => (
          <ListRow
            key={code}
            title={name}
            detail={note}
            aside={points === null ? '还不知道' : `${points} 分，满分 ${max}`}
          />
        ))}
      </List>
    </Card>
  );
}

function Pending({ pending }: Pick<ScoreCardData, 'pending'>) {
  if (pending.length === 0) return null;
  return (
    <Card title="还没计入的记录">
      <List label="还没计入的记录">
        {pending.map(({ title, note }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two meetings may have one title
          <ListRow key={place} title={title} detail={note} />
        ))}
      </List>
    </Card>
  );
}
