import { sayMoment } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';

/** As many make one set (modeWords: 一组最多十题). */
const RUN = 10;

/** The topics that can be practised. */
export function Topics() {
  const me = useMe();
  const answer = useCloud('quiz.readTopics', {}, { cacheKey: 'quiz.topics', skip: !me });
  return (
    <Loaded from={answer} lines={5} savedOn={answer.savedAt && sayMoment(answer.savedAt, today())}>
      {({ topics }) =>
        topics.length === 0 ? (
          <EmptyState
            sentence="题库里还没有题。有了审核过的题，这里按专题列出"
            action={{ words: '回到答题', onPress: () => goTo('quiz') }}
          />
        ) : (
          <Card>
            <List label="专题">
              {topics.map(({ topic, size }) => (
                <ListRow
                  key={topic}
                  title={topic}
                  detail={size > RUN ? `题库里 ${size} 题，一组 ${RUN} 题` : `题库里 ${size} 题`}
                  onPress={() => goTo('practiceRun', { mode: 'topic', topic })}
                />
              ))}
            </List>
          </Card>
        )
      }
    </Loaded>
  );
}
