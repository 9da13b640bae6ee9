import type { ReactNode } from 'react';
import type { Output } from '../../../contract/operations';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { PageStack } from '../../../ui/PageStack';
import { PieceList } from '../PieceList';

type Cursor = NonNullable<Output<'study.bookmarks'>['next']>;

/** 我的收藏, the last first; only the reader sees it. */
export function BookmarkList() {
  return (
    <PageStack<Cursor> keyOf={({ pieceId }) => pieceId}>
      {(after, goOn) => <BookmarkPage after={after} goOn={goOn} />}
    </PageStack>
  );
}

interface BookmarkPageProps {
  after: Cursor | undefined;
  goOn: (next: Cursor | null) => ReactNode;
}

function BookmarkPage({ after, goOn }: BookmarkPageProps) {
  const me = useMe();
  const answer = useCloud('study.bookmarks', after ? { after } : {}, {
    cacheKey: after ? undefined : 'study.bookmarks',
    skip: !me,
  });
  const { savedAt } = answer;
  return (
    <Loaded from={answer} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ pieces, next }) =>
        !after && pieces.length === 0 ? (
          <EmptyState
            sentence="还没有收藏。读完一篇，点“收藏”就会留在这里，只给自己看"
            action={{ words: '去资料库看看', onPress: () => goTo('library') }}
          />
        ) : (
          <>
            <PieceList label="收藏的篇目" pieces={pieces} />
            {goOn(next)}
          </>
        )
      }
    </Loaded>
  );
}
