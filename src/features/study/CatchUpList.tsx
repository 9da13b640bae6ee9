import type { ReactNode } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { PageStack } from '../../ui/PageStack';
import { PieceList } from './PieceList';

/** 可补读: earlier pieces without the reader's stamp, newest first; more on request, nothing in red. */
export function CatchUpList() {
  return (
    <PageStack<string> keyOf={(before) => before}>
      {(before, goOn) => <CatchUpPage before={before} goOn={goOn} />}
    </PageStack>
  );
}

interface CatchUpPageProps {
  before: string | undefined;
  goOn: (nextBefore: string | null) => ReactNode;
}

function CatchUpPage({ before, goOn }: CatchUpPageProps) {
  const me = useMe();
  const answer = useCloud('study.catchUp', before ? { before } : {}, {
    cacheKey: before ? undefined : 'study.catchUp',
    skip: !me,
  });
  const { savedAt } = answer;
  return (
    <Loaded from={answer} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ pieces, nextBefore }) =>
        !before && pieces.length === 0 ? (
          <EmptyState
            sentence="没有要补读的，都看过了"
            action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
          />
        ) : (
          <>
            <PieceList label={before ? '更早的篇目' : '可以补读的篇目'} pieces={pieces} />
            {goOn(nextBefore)}
          </>
        )
      }
    </Loaded>
  );
}
