import { mostSettledAtOnce } from '../../../domain/study/law/lawChange';
import { goTo } from '../../../platform/routes';
import { Button } from '../../../ui/Button';
import { CheckRow } from '../../../ui/CheckRow';
import { List, ListRow } from '../../../ui/ListRow';
import { Stack, Words } from '../../../ui/Words';
import type { LawChange } from './ChangedLaw';

type WaitingPiece = LawChange['pieces'][number];

interface CheckedPiecesProps {
  pieces: readonly WaitingPiece[];
  /** Ids of the pieces chosen. */
  chosen: readonly string[];
  /** Absent: nothing to choose from. */
  onChoose: ((ids: readonly string[]) => void) | undefined;
}

/** The pieces to be compared: each opens, and those of others can be chosen, one by one or all. */
export function CheckedPieces({ pieces, chosen, onChoose }: CheckedPiecesProps) {
  const theirs = pieces.filter((piece) => !piece.mine).map((piece) => piece.id);
  const toggle = (id: string) =>
    onChoose?.(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const isFull = chosen.length >= mostSettledAtOnce;
  return (
    <>
      <Words tone="quiet">打开对照新版看。不再适用的，在打开的那一页撤下</Words>
      {onChoose && (
        <Stack isRow>
          <Button kind="quiet" onPress={() => onChoose(theirs.slice(0, mostSettledAtOnce))}>
            全选
          </Button>
          {chosen.length > 0 && (
            <Button kind="quiet" onPress={() => onChoose([])}>
              全不选
            </Button>
          )}
        </Stack>
      )}
      {pieces.map((piece) => (
        <CheckRow
          key={`${piece.id} ${piece.version}`}
          label={`选《${piece.title}》`}
          isChecked={chosen.includes(piece.id)}
          isDisabled={isFull && !chosen.includes(piece.id)}
          onToggle={onChoose && !piece.mine ? () => toggle(piece.id) : undefined}
        >
          <List label={piece.title}>
            <ListRow
              title={piece.title}
              detail={sayPiece(piece)}
              onPress={() => goTo('deskPieceReview', { pieceId: piece.id })}
            />
          </List>
          {piece.mine && <Words tone="small">自己写的要请另一位同志核对</Words>}
        </CheckRow>
      ))}
    </>
  );
}

function sayPiece({ article, versionOn, organisationName }: WaitingPiece): string {
  return [article, versionOn ? `版本 ${versionOn}` : '没有写版本', organisationName]
    .filter(Boolean)
    .join(' · ');
}
