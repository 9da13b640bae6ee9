import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { DimensionPicture } from '../../ui/DimensionPicture';
import { Loaded } from '../../ui/Loaded';
import { Heading, Words } from '../../ui/Words';
import { dimensionsOf, sayTotal } from './scoreWords';
import { useScoreCard } from './useScoreCard';

/** 先锋指数 as the first card of 我的; nothing at all where the bureau has switched it off (domain.md C9). */
export function ScoreSummary() {
  const card = useScoreCard();
  const { data, savedAt } = card;
  if (data && !data.enabled) return null;
  return (
    <Card title="先锋指数" aside={data?.period?.name}>
      <Loaded from={card} lines={5} savedOn={savedAt && sayMoment(savedAt, today())}>
        {(shown) => {
          if (!shown.period) return <Words tone="quiet">还没有开始的考核期</Words>;
          const { title, detail } = sayTotal(shown);
          return (
            <>
              <Heading level={3}>{title}</Heading>
              <Words tone="quiet">{detail}</Words>
              <DimensionPicture dimensions={dimensionsOf(shown)} isPictureOnly />
              <Button kind="secondary" onPress={() => goTo('pioneerCard')}>
                看每一分从哪里来
              </Button>
            </>
          );
        }}
      </Loaded>
    </Card>
  );
}
