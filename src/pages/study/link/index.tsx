import { Introduction } from '../../../features/identity/Introduction';
import { LinkLanding } from '../../../features/identity/LinkLanding';
import { WaysIn } from '../../../features/identity/WaysIn';
import { goTo, useRouteParams } from '../../../platform/routes';
import { EmptyState } from '../../../ui/Notes';
import { Screen } from '../../../ui/Screen';

/** What a card in a group opens: the piece for those it is for, and for everybody else whom it is for. */
export default function LinkPage() {
  const { link } = useRouteParams('link');
  return (
    <Screen title="晨学先锋" isEntry>
      {link ? (
        <LinkLanding link={link}>
          <WaysIn />
          <Introduction />
        </LinkLanding>
      ) : (
        <EmptyState
          sentence="这个链接不完整，没有找到要看的内容"
          action={{ words: '去晨学', onPress: () => goTo('today') }}
        />
      )}
    </Screen>
  );
}
