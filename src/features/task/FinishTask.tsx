import { Button } from '../../ui/Button';
import { ErrorState } from '../../ui/Notes';
import { Words } from '../../ui/Words';
import type { OwnTaskState } from './useOwnTask';

export interface FinishTaskProps {
  state: OwnTaskState;
  /** The reader's own stamp is on the piece: known to this person's screen alone, it only changes the words. */
  isStamped: boolean;
  /** Right answers to the self-check in their order; undefined while one is missing. Null: none is asked. */
  answers: number[][] | undefined | null;
}

/** 我学完了，完成这项任务: the member's own tap, which says who sees it. */
export function FinishTask({ state, isStamped, answers }: FinishTaskProps) {
  const { task, finish, isBusy, isWaiting, refusal } = state;
  if (task?.state !== 'open' || isWaiting) return null;
  const isReady = answers !== undefined;
  return (
    <>
      {refusal && <ErrorState sentence={refusal.message} requestId={refusal.requestId} />}
      <Words tone="small">
        {!isReady
          ? '先把上面的自测题答对，次数不限，再交'
          : task.due
            ? '支部书记能看到您完成了这一项'
            : '这一项您自愿看，完成没完成别人看不到'}
      </Words>
      <Button isBusy={isBusy} isDisabled={!isReady} onPress={() => finish(answers ?? undefined)}>
        {isStamped ? '已经学过了，交上去' : '我学完了，完成这项任务'}
      </Button>
    </>
  );
}
