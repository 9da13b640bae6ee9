import { BookmarkList } from '../../../features/study/library/BookmarkList';
import { Screen } from '../../../ui/Screen';

/** 我的收藏. */
export default function BookmarksPage() {
  return (
    <Screen title="我的收藏" isReading>
      <BookmarkList />
    </Screen>
  );
}
