import { announce } from '../../../platform/announce';
import { goTo } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';
import type { Draft } from './deskPiece';

/** Takes an approved piece back to be changed; of a series, this one alone. */
export function ReopenPiece({ piece, onSettled }: { piece: Draft; onSettled: () => Promise<void> }) {
  const { run, isBusy, error } = useAction('study.reopen');
  const reopen = async () => {
    const done = await run({ pieceId: piece.id, version: piece.version });
    if (!done) return;
    announce('可以修改了，改好请再提交审核');
    await onSettled();
    goTo('deskPieceEdit', { pieceId: piece.id });
  };
  return (
    <Card title="改一改">
      <Words tone="quiet">拿回来修改，再请另一位同志审核。审核通过前，大家看不到这一篇</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button kind="secondary" isBusy={isBusy} onPress={reopen}>
        拿回来修改
      </Button>
    </Card>
  );
}
