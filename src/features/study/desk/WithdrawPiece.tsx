import { announce } from '../../../platform/announce';
import { useAction } from '../../../platform/useAction';
import { ReasonedAct } from '../../../ui/ReasonedAct';
import type { Draft } from './deskPiece';

/** Takes a piece down, with the reason that its author gets. */
export function WithdrawPiece({
  piece,
  onSettled,
}: {
  piece: Pick<Draft, 'id' | 'version'>;
  onSettled: () => Promise<void>;
}) {
  const { run, isBusy, error, clearError } = useAction('study.withdraw');
  return (
    <ReasonedAct
      words="撤下"
      kind="danger"
      title="撤下这一篇？"
      sentence="大家不再看得到它，也不能恢复。已经盖的“已学”还在"
      confirmWords="撤下"
      hint="例如：所依据的条文已经修改"
      maxLength={500}
      isBusy={isBusy}
      error={error}
      onAct={(reason) => run({ pieceId: piece.id, version: piece.version, reason })}
      onDone={() => {
        announce('已撤下');
        return onSettled();
      }}
      onLeave={clearError}
    />
  );
}
