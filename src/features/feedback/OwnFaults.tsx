import type { Output } from '../../contract/operations';
import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { Words } from '../../ui/Words';

type Fault = Output<'feedback.myFaults'>['faults'][number];

const subjectWords: Record<Fault['subject'], string> = {
  piece: '晨学',
  question: '题目',
  scoreEntry: '先锋指数',
};

/** 报错的答复: what the member said was wrong, newest first, and what the keepers answered. */
export function OwnFaults() {
  const me = useMe();
  const faults = useCloud('feedback.myFaults', {}, { cacheKey: 'feedback.myFaults', skip: !me });
  const { savedAt } = faults;
  return (
    <Loaded from={faults} lines={5} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ faults: own }) =>
        own.length === 0 ? (
          <EmptyState
            sentence="您还没有报过错。文章、题目或分数有不对的，点旁边的“有问题？”就能说"
            action={{ words: '回到晨学', onPress: () => goTo('today') }}
          />
        ) : (
          own.map(({ id, subject, subjectTitle, text, reportedAt, answer }) => (
            <Card key={id} title={subjectTitle} aside={subjectWords[subject]}>
              <Words tone="small">
                {sayMoment(reportedAt, today())}报的{' '}
                {answer === null ? <Chip words="等答复" /> : <Chip tone="good" words="已答复" />}
              </Words>
              <Words>{text}</Words>
              {answer !== null && <Words tone="quiet">答复：{answer}</Words>}
            </Card>
          ))
        )
      }
    </Loaded>
  );
}
