import { sayNearDay } from '../../domain/calendar/sayDay';
import { announce } from '../../platform/announce';
import { today } from '../../platform/clock';
import { useAction } from '../../platform/useAction';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { Loaded } from '../../ui/Loaded';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';

const channelWords = { weapp: '微信小程序', h5: '浏览器' } as const;

/** Where the member is signed in, by the day only, and the way to end each. */
export function OwnSessions() {
  const sessions = useCloud('identity.sessions', {});
  const revoke = useAction('identity.revokeSession');
  const end = async (sessionId: string) => {
    if (!(await revoke.run({ sessionId }))) return;
    announce('那一台已经退出');
    await sessions.reload();
  };
  return (
    <Card title="登录着的地方">
      <Loaded from={sessions} lines={2}>
        {({ sessions: open }) =>
          open.length === 0 ? (
            <Words tone="quiet">没有在浏览器里登录着</Words>
          ) : (
            <List label="登录着的地方">
              {open.map(({ id, channel, signedInOn, current }) => (
                <ListRow
                  key={id}
                  title={channelWords[channel]}
                  detail={`${sayNearDay(signedInOn, today())}登录`}
                  aside={
                    current ? (
                      <Chip words="这一台" />
                    ) : (
                      <Button
                        kind="quiet"
                        label={`退出这台：${channelWords[channel]}，${sayNearDay(signedInOn, today())}登录`}
                        isBusy={revoke.isBusy}
                        onPress={() => void end(id)}
                      >
                        退出这台
                      </Button>
                    )
                  }
                />
              ))}
            </List>
          )
        }
      </Loaded>
      {revoke.error && <ErrorState sentence={revoke.error.message} requestId={revoke.error.requestId} />}
    </Card>
  );
}
