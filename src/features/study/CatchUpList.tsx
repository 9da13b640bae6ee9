import { useState } from 'react';
import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Loaded } from '../../ui/Loaded';
import { EmptyState } from '../../ui/Notes';
import { PieceList } from './PieceList';

/** 可补读: earlier pieces without the reader's stamp, newest first; more on request, nothing in red. */
export function CatchUpList() {
  // The first page, then one for each day from which earlier ones were asked for.
  const [pages, setPages] = useState<(string | undefined)[]>([undefined]);
  return (
    <>
      {pages.map((before, index) => (
        <CatchUpPage
          key={before ?? 'first'}
          before={before}
          onEarlier={
            index === pages.length - 1 ? (nextBefore) => setPages([...pages, nextBefore]) : undefined
          }
        />
      ))}
    </>
  );
}

interface CatchUpPageProps {
  before: string | undefined;
  /** Present on the last page only. */
  onEarlier: ((nextBefore: string) => void) | undefined;
}

function CatchUpPage({ before, onEarlier }: CatchUpPageProps) {
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
            {onEarlier && nextBefore && (
              <Button kind="secondary" onPress={() => onEarlier(nextBefore)}>
                看更早的
              </Button>
            )}
          </>
        )
      }
    </Loaded>
  );
}
