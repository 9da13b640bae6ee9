// First: the ground that every component's own style sheet is laid upon.
import './app.scss';
import { useDidShow, useLaunch } from '@tarojs/taro';
import { type PropsWithChildren, useMemo } from 'react';
import { announcement } from './platform/announce';
import { tooOld } from './platform/callCloud';
import { startCloud } from './platform/cloudStart';
import { screenOpened, watchGate } from './platform/gate';
import { watchNetwork } from './platform/network';
import { flushQueue, watchQueue } from './platform/queue';
import { addressOf, goBack, goTo } from './platform/routes';
import { routeTable } from './platform/routeTable';
import { registerServiceWorker } from './platform/serviceWorkerDoor';
import { openSession, watchSession } from './platform/session';
import { isLargeType, refreshTextSize } from './platform/textSize';
import { isUpdateReady, updateNow, watchUpdates } from './platform/update';
import { useSignal } from './platform/useSignal';
import { setWindowTitle } from './platform/windowTitle';
import { type Shell, ShellContext } from './ui/ShellContext';
import { TooOldScreen } from './ui/TooOldScreen';

const tabs = (['today', 'quiz', 'branch', 'mine'] as const).map((name) => ({
  name,
  title: routeTable[name].title,
  href: addressOf(name),
}));

/** The entry: starts what runs beside the screens and gives their frame what it needs. Screens are listed in platform/routeTable.ts. */
function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    startCloud();
    watchNetwork();
    watchUpdates();
    watchSession();
    watchGate();
    watchQueue();
    refreshTextSize();
    registerServiceWorker();
    void openSession();
  });
  useDidShow(() => {
    refreshTextSize();
    void flushQueue();
  });

  const large = useSignal(isLargeType);
  const said = useSignal(announcement);
  const shell = useMemo<Shell>(
    () => ({
      isLargeType: large,
      theme: 'system',
      tabs,
      openTab: (name) => goTo(name),
      goBack,
      setTitle: setWindowTitle,
      opened: screenOpened,
      announcement: said,
    }),
    [large, said],
  );
  const isTooOld = useSignal(tooOld);
  const canUpdate = useSignal(isUpdateReady);
  return (
    <ShellContext.Provider value={shell}>
      {isTooOld ? <TooOldScreen onUpdate={canUpdate ? updateNow : undefined} /> : children}
    </ShellContext.Provider>
  );
}

export default App;
