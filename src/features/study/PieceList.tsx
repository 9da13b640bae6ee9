import { sayNearDay } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { List, ListRow } from '../../ui/ListRow';
import { type PieceSummary, sayLength } from './piece';

/** Pieces as rows that open; nothing is said about which were read when. */
export function PieceList({ label, pieces }: { label: string; pieces: readonly PieceSummary[] }) {
  return (
    <List label={label}>
      {pieces.map((piece) => (
        <PieceRow key={piece.id} piece={piece} />
      ))}
    </List>
  );
}

/** A row of such a list. */
export function PieceRow({ piece }: { piece: PieceSummary }) {
  return (
    <ListRow
      title={piece.title}
      detail={[
        piece.publishOn && sayNearDay(piece.publishOn, today()),
        sayLength(piece),
        piece.topic,
        piece.beingChecked && '正在核对',
      ]
        .filter(Boolean)
        .join(' · ')}
      onPress={() => goTo('piece', { pieceId: piece.id })}
    />
  );
}
