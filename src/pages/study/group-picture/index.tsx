import { GroupPicture } from '../../../features/study/GroupPicture';
import { goTo, useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** 转到支部群, in browsers: a picture with a code. */
export default function GroupPicturePage() {
  const { pieceId } = useRouteParams('groupPicture');
  return (
    <Screen title="转到支部群">
      {pieceId ? (
        <GroupPicture pieceId={pieceId} />
      ) : (
        <EmptyState
          sentence="这个链接不完整，没有找到要转的一篇"
          action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
        />
      )}
    </Screen>
  );
}
