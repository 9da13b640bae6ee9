import { ConsentQuestion } from '../../../features/identity/ConsentQuestion';
import { goBack, replaceWith, useRouteParams } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { Screen } from '../../../ui/Screen';
import { Skeleton } from '../../../ui/Skeleton';

/** 个人信息: own name and branch, and the separate consent. On the way in the question of the type's size follows. */
export default function ConsentPage() {
  const { first } = useRouteParams('consent');
  const me = useMe();
  return (
    <Screen title="个人信息" isEntry={first === 'yes'}>
      {me ? (
        <ConsentQuestion
          me={me}
          onAnswered={() => (first === 'yes' ? replaceWith('textSize', { first }) : goBack())}
        />
      ) : (
        <Skeleton />
      )}
    </Screen>
  );
}
