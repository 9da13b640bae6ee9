import { useEffect } from 'react';
import type { Output } from '../../contract/operations';
import { sayMoment } from '../../domain/calendar/sayDay';
import { callCloud } from '../../platform/callCloud';
import { today } from '../../platform/clock';
import { goTo, wayTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';

type Notice = Output<'reminder.inbox'>['notices'][number];

/** 通知: newest first. What has been shown counts as read from the next time on. */
export function Inbox() {
  const me = useMe();
  const inbox = useCloud('reminder.inbox', {}, { cacheKey: 'reminder.inbox', skip: !me });
  const { data, savedAt } = inbox;
  const isFresh = data !== undefined && savedAt === undefined;
  useEffect(() => {
    if (isFresh) void markRead(data.notices);
  }, [isFresh, data]);
  return (
    <Loaded from={inbox} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ notices }) =>
        notices.length === 0 ? (
          <EmptyState
            sentence="没有通知。会议安排、请假和答复有了结果，会写在这里"
            action={{ words: '回到我的', onPress: () => goTo('mine') }}
          />
        ) : (
          <Card>
            <List label="通知">
              {notices.map(({ id, text, at, unread, target }) => (
                <ListRow
                  key={id}
                  title={text}
                  detail={sayMoment(at, today())}
                  onPress={wayTo(target) ?? undefined}
                  aside={unread ? <Chip tone="brand" words="新" /> : undefined}
                />
              ))}
            </List>
          </Card>
        )
      }
    </Loaded>
  );
}

/** One after the other; what fails stays unread and is shown as new again, which harms nobody. */
async function markRead(notices: readonly Notice[]): Promise<void> {
  try {
    for (const { id, unread } of notices) {
      if (unread) await callCloud('reminder.markRead', { noticeId: id });
    }
  } catch {
    // The next visit marks the rest.
  }
}
