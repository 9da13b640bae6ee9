import { useWrongBook } from '../../../features/quiz/practice/useWrongBook';
import { WrongBook } from '../../../features/quiz/practice/WrongBook';
import { goTo } from '../../../platform/routes';
import { Button } from '../../../ui/Button';
import { Screen } from '../../../ui/Screen';

/** 错题本: what was wrong, and practising it. */
export default function WrongBookPage() {
  const pages = useWrongBook();
  return (
    <Screen
      title="错题本"
      footer={
        pages.items.length > 0 ? (
          <Button onPress={() => goTo('practiceRun', { mode: 'wrongBook' })}>练一练</Button>
        ) : undefined
      }
    >
      <WrongBook pages={pages} />
    </Screen>
  );
}
