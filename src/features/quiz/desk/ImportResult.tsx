import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { replaceWith } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Confirm } from '../../../ui/Dialog';
import { Stack, Words } from '../../../ui/Words';
import type { BankImport } from './bankWords';

/** What an import did, what is still open, and the way back. */
export function ImportResult({
  from,
  onChanged,
  onOpenRest,
  onStartAnew,
}: {
  from: BankImport;
  onChanged: (from: BankImport) => void;
  /** Looks at what has not been brought in. */
  onOpenRest: () => void;
  onStartAnew: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const { run, isBusy, error } = useAction('quiz.undoImport');
  const { importId, version, state, done, found, mayUndo } = from;
  const undo = async () => {
    const undone = await run({ importId, version });
    if (!undone) return;
    setAsking(false);
    announce('已整批撤回');
    onChanged(undone);
  };
  const isUndone = state === 'undone';
  const rest = found.problems + found.left + found.ready;
  return (
    <Card title={isUndone ? '已整批撤回' : '已导入'} aside={from.organisationName}>
      <Words>
        {isUndone ? '题库回到导入以前的样子' : `${done?.added ?? 0} 题进了题库，等另一位同志审核`}
      </Words>
      {!isUndone && done && done.already > 0 && (
        <Words tone="quiet">{done.already} 题别人已经导入过，没有重复导入</Words>
      )}
      {!isUndone && (
        <Words tone="quiet">
          {mayUndo
            ? '还没有人答过，可以整批撤回'
            : '已经有人答过或用过，不能整批撤回了。不要的题可以逐题停用'}
        </Words>
      )}
      <Stack>
        <Button onPress={() => replaceWith('deskBank', { importId: isUndone ? undefined : importId })}>
          看题库
        </Button>
        {!isUndone && rest > 0 && (
          <Button kind="secondary" onPress={onOpenRest}>
            看没导入的 {rest} 题
          </Button>
        )}
        {!isUndone && mayUndo && (
          <Button kind="secondary" onPress={() => setAsking(true)}>
            整批撤回
          </Button>
        )}
        <Button kind="quiet" onPress={onStartAnew}>
          再导入别的文件
        </Button>
      </Stack>
      {isAsking && (
        <Confirm
          title="整批撤回这次导入？"
          sentence={`这次进题库的 ${done?.added ?? 0} 题全部拿掉，包括审核过的`}
          confirmWords="撤回"
          isDangerous
          isBusy={isBusy}
          error={error?.message}
          onConfirm={() => void undo()}
          onCancel={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
