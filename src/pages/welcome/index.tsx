import { useEffect, useRef } from 'react';
import { BureauChoices } from '../../features/identity/BureauChoices';
import { goOn } from '../../features/identity/comeIn';
import { DemoShoes } from '../../features/identity/DemoShoes';
import { EntryLinks } from '../../features/identity/EntryLinks';
import { Introduction } from '../../features/identity/Introduction';
import { useWelcome } from '../../features/identity/useWelcome';
import { WaysIn } from '../../features/identity/WaysIn';
import { adoptMe, useMe } from '../../platform/session';
import { ErrorState } from '../../ui/Notes';
import { Screen } from '../../ui/Screen';
import { Skeleton } from '../../ui/Skeleton';

/** 晨学先锋: who it is for, and the ways in. Whoever is signed in, or has just come in, goes on from here. */
export default function WelcomePage() {
  const { data, error, reload } = useWelcome();
  const me = useMe();
  const latest = useRef(me);
  latest.current = me;
  const isKnown = me !== undefined;
  useEffect(() => {
    if (isKnown && latest.current) goOn(latest.current);
  }, [isKnown]);

  if (isKnown) {
    return (
      <Screen title="晨学先锋" isEntry>
        <Skeleton />
      </Screen>
    );
  }
  const choices = data?.choices ?? [];
  return (
    <Screen title="晨学先锋" isEntry>
      <Introduction />
      {error && (
        <ErrorState
          sentence={error.message}
          requestId={error.requestId}
          onRetry={error.retryable ? reload : undefined}
        />
      )}
      {!data && !error && <Skeleton lines={3} />}
      {choices.length > 0 && (
        <BureauChoices choices={choices} onOpened={(opened) => adoptMe(opened.me, opened.token)} />
      )}
      {data?.demo && (
        <DemoShoes shoes={data.demo.shoes} onOpened={(opened) => adoptMe(opened.me, opened.token)} />
      )}
      <WaysIn isSecond={choices.length > 0 || Boolean(data?.demo)} hasPhoneDoor={data?.phoneDoor} />
      <EntryLinks hostUnit={data?.hostUnit ?? undefined} />
    </Screen>
  );
}
