import { isWaitingForNetwork } from '../../platform/queue';
import { useSignal } from '../../platform/useSignal';
import { Block } from '../../ui/Block';
import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Stamp } from '../../ui/Stamp';
import { Words } from '../../ui/Words';
import { type Stamp as PieceStamp, sayWaiting } from './useStamp';
import './AfterReading.scss';

export interface AfterReadingProps {
  stamp: PieceStamp;
  /** 今日已学 for the piece of the day, 已学 for an earlier one. */
  words: string;
  /** Below the stamp: 本月学了 14 篇. */
  total?: string;
}

/** What stands below the text once it is read: the stamp, what has become of it, and the way to take it back. */
export function AfterReading({ stamp, words, total }: AfterReadingProps) {
  const isForNetwork = useSignal(isWaitingForNetwork);
  const { isStamped, isWaiting, isBusy, error, unmark } = stamp;
  return (
    <>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Block className={isStamped ? 'study-stamped' : undefined}>
        {isStamped && (
          <>
            <Stamp words={words} />
            {total && !isWaiting && <Words tone="quiet">{total}，只给自己看</Words>}
            {isWaiting && <Words tone="quiet">{sayWaiting(isForNetwork)}</Words>}
          </>
        )}
      </Block>
      {isStamped && (
        <Button kind="quiet" isBusy={isBusy} onPress={unmark}>
          点错了，撤回
        </Button>
      )}
    </>
  );
}
