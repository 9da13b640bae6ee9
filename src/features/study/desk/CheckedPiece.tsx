import { useState } from 'react';
import { announce } from '../../../platform/announce';
import { goTo } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { DayField } from '../../../ui/DayField';
import { List, ListRow } from '../../../ui/ListRow';
import { ErrorState } from '../../../ui/Notes';
import { Stack, Words } from '../../../ui/Words';
import type { LawChange } from './ChangedLaw';
import { WithdrawPiece } from './WithdrawPiece';

interface CheckedPieceProps {
  piece: LawChange['pieces'][number];
  change: LawChange;
  today: string;
  onSettled: () => Promise<void>;
}

/** A piece to be compared with the new version: it still holds, with the date of that version, or is taken down. */
export function CheckedPiece({ piece, change, today, onSettled }: CheckedPieceProps) {
  const { id, title, version, article, versionOn, organisationName, mine } = piece;
  const [checkedVersion, setCheckedVersion] = useState(change.kind === 'amended' ? change.since : '');
  const [missing, setMissing] = useState<string>();
  const { run, isBusy, error, clearError } = useAction('study.settleLawCheck');
  const settle = async () => {
    if (checkedVersion === '') return setMissing('请选对照的那一版的日期');
    const done = await run({ pieceId: id, version, versionOn: checkedVersion });
    if (!done) return;
    announce('核对好了，照常给大家看');
    await onSettled();
  };
  return (
    <Stack>
      <List label={title}>
        <ListRow
          title={title}
          detail={[article, versionOn ? `版本 ${versionOn}` : '没有写版本', organisationName]
            .filter(Boolean)
            .join(' · ')}
          onPress={() => goTo('deskPieceReview', { pieceId: id })}
        />
      </List>
      {mine ? (
        <Words tone="quiet">自己写的要请另一位同志核对</Words>
      ) : (
        <>
          <DayField
            label="对照的版本日期"
            max={today}
            value={checkedVersion}
            error={missing}
            onChange={(day) => {
              setCheckedVersion(day);
              setMissing(undefined);
              clearError();
            }}
          />
          {error && (
            <ErrorState sentence={error.message} requestId={error.requestId}>
              {(error.code === 'conflict' || error.code === 'wrong_state') && (
                <Button kind="secondary" isInline onPress={onSettled}>
                  看最新的
                </Button>
              )}
            </ErrorState>
          )}
          <Button kind="secondary" isBusy={isBusy} onPress={settle}>
            核对过，仍然适用
          </Button>
        </>
      )}
      <WithdrawPiece piece={{ id, version }} onSettled={onSettled} />
    </Stack>
  );
}
