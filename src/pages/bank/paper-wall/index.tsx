import { PaperWall } from '../../../features/quiz/paper/PaperWall';
import { goTo, useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 投屏答题. */
export default function DeskPaperWallPage() {
  const { paperId } = useRouteParams('deskPaperWall');
  return (
    <Screen title="投屏答题" wide>
      {paperId ? (
        <PaperWall paperId={paperId} />
      ) : (
        <EmptyState
          sentence="请从工作台的“卷子”里打开一份"
          action={{ words: '看卷子', onPress: () => goTo('deskPapers') }}
        />
      )}
    </Screen>
  );
}
