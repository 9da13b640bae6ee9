import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { saySize, sayStanding } from './paperWords';

/** Papers that somebody has made for the reader; nothing is drawn when there is none. */
export function OwnPapers() {
  const me = useMe();
  const { data } = useCloud('quiz.readOwnPapers', {}, { cacheKey: 'quiz.papers', skip: !me });
  if (!data || data.papers.length === 0) return null;
  return (
    <Card title="卷子">
      <List label="卷子">
        {data.papers.map((paper) => (
          <ListRow
            key={paper.paperId}
            title={paper.title}
            detail={`${paper.organisationName} · ${saySize(paper)} · ${paper.handedIn && paper.standing === 'open' ? '您交了' : sayStanding(paper, today())}`}
            onPress={() => goTo('practicePaper', { paperId: paper.paperId })}
          />
        ))}
      </List>
    </Card>
  );
}
