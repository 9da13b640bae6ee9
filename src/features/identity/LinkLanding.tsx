import { type ReactNode, useEffect } from 'react';
import { forgetEntryLink, keepEntryLink } from '../../platform/entryLink';
import { goTo, replaceWith } from '../../platform/routes';
import { useSession } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useInFront } from '../../platform/useInFront';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Skeleton } from '../../ui/Skeleton';
import { Heading, Words } from '../../ui/Words';
import { goOn, isAskedFirst } from './comeIn';

/**
 * Where a card in a group leads. Who is signed in to its bureau goes on at once. A stranger sees whom it is for and
 * nothing of the thing, with the ways in as `children`; the card is remembered until the way in is done. Somebody of
 * another bureau is told so. The separate consent is asked before the thing.
 */
export function LinkLanding({ link, children }: { link: string; children: ReactNode }) {
  const session = useSession();
  const isInFront = useInFront();
  const me = session.status === 'signedIn' ? session.me : undefined;
  const { data, error, reload } = useCloud('identity.openLink', { link });
  const target = data?.target;
  const isStranger = data !== undefined && !target && session.status === 'signedOut';

  useEffect(() => {
    if (isStranger) keepEntryLink(link);
  }, [isStranger, link]);
  useEffect(() => {
    const { pieceId } = target?.query ?? {};
    if (!isInFront || !me || target?.screen !== 'piece' || !pieceId) return;
    if (isAskedFirst(me)) {
      keepEntryLink(link);
      goOn(me);
    } else {
      forgetEntryLink();
      replaceWith('piece', { pieceId });
    }
  }, [isInFront, me, target, link]);

  if (error) {
    return (
      <ErrorState
        sentence={error.message}
        requestId={error.requestId}
        onRetry={error.retryable ? reload : undefined}
      >
        <Button kind="quiet" onPress={() => goTo('today')}>
          去晨学
        </Button>
      </ErrorState>
    );
  }
  if (!data || target || session.status === 'unknown') return <Skeleton />;
  if (me) {
    return (
      <>
        <Heading>给{data.bureau}的同志</Heading>
        <Words>您现在用的是{me.tenantName}的身份，看不到这张卡片里的内容</Words>
        <Button onPress={() => goTo('today')}>回到晨学</Button>
      </>
    );
  }
  return (
    <>
      <Heading>给{data.bureau}的同志</Heading>
      <Words>这是支部群里转来的一篇晨学。进来以后直接打开它</Words>
      {children}
    </>
  );
}
