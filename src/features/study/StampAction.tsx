import { Button } from '../../ui/Button';
import type { Stamp } from './useStamp';

/** 我学完了, kept in reach at the bottom of the page; the one primary action unless another one stands first. */
export function StampAction({ stamp, isSecond = false }: { stamp: Stamp; isSecond?: boolean }) {
  return (
    <Button kind={isSecond ? 'secondary' : 'primary'} isBusy={stamp.isBusy} onPress={stamp.mark}>
      我学完了
    </Button>
  );
}
