import { MyMeetings } from '../../features/meeting/MyMeetings';
import { goTo } from '../../platform/routes';
import { useSession } from '../../platform/session';
import { Card } from '../../ui/Card';
import { List, ListRow } from '../../ui/ListRow';
import { EmptyState } from '../../ui/Notes';
import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';
import { Words } from '../../ui/Words';

/** 支部. */
export default function BranchPage() {
  const session = useSession();
  return (
    <Screen title="支部" tab="branch">
      {session.status === 'unknown' && <Skeleton />}
      {session.status === 'signedOut' && (
        <EmptyState
          sentence="启用以后，这里有本支部的会议和签到"
          action={{ words: '看看怎样启用', onPress: () => goTo('welcome') }}
        />
      )}
      {session.status === 'signedIn' && (
        <>
          {session.me.branch && <Words tone="quiet">{session.me.branch.name}</Words>}
          <MyMeetings />
          {session.me.acts.length > 0 && (
            <Card>
              <List label="支部工作">
                <ListRow
                  title="工作台"
                  detail="会议、名册、晨学稿件这些要办的事"
                  onPress={() => goTo('deskHome')}
                />
              </List>
            </Card>
          )}
        </>
      )}
    </Screen>
  );
}
