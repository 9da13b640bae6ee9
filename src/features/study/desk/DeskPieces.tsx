import { sayNearDay } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { EmptyState } from '../../../ui/Notes';
import type { Desk, DeskPiece } from './deskPiece';
import { LayInOrder } from './LayInOrder';

export interface DeskPiecesProps {
  desk: Desk;
  /** The one shown beside the list. */
  chosen: string | undefined;
  onOpen: (pieceId: string) => void;
  onLaid: () => Promise<void>;
}

/** The desk's drawers, what waits for somebody first. */
const drawers: {
  title: string;
  holds: (piece: DeskPiece, today: string) => boolean;
  isByDay?: true;
  isToLay?: true;
}[] = [
  { title: '等审核', holds: ({ state }) => state === 'submitted' },
  { title: '退回修改', holds: ({ state }) => state === 'returned' },
  { title: '草稿', holds: ({ state }) => state === 'draft' },
  {
    title: '已通过，还没排日子',
    holds: ({ state, publishOn }) => state === 'approved' && publishOn === null,
    isToLay: true,
  },
  { title: '接下来要发', holds: (piece, day) => laidOn(piece) >= day, isByDay: true },
  { title: '发过的', holds: (piece, day) => laidOn(piece) !== '' && laidOn(piece) < day },
  { title: '已撤下', holds: ({ state }) => state === 'withdrawn' },
];

/** The pieces in hand, by state. */
export function DeskPieces({ desk, chosen, onOpen, onLaid }: DeskPiecesProps) {
  const { pieces } = desk;
  if (pieces.length === 0) return <EmptyState sentence="现在没有稿件" />;
  return (
    <>
      {drawers.map(({ title, holds, isByDay, isToLay }) => {
        const held = pieces.filter((piece) => holds(piece, today()));
        if (isByDay) held.sort((a, b) => (laidOn(a) < laidOn(b) ? -1 : 1));
        if (held.length === 0) return null;
        return (
          <Card key={title} title={title} aside={`${held.length} 篇`}>
            {isToLay && <LayInOrder pieces={held} desk={desk} onLaid={onLaid} />}
            <List label={title}>
              {held.map((piece) => (
                <ListRow
                  key={piece.id}
                  title={piece.title}
                  detail={`${piece.mine ? '我写的' : piece.authorName} · ${piece.length} 字 · ${piece.organisationName}`}
                  aside={piece.publishOn ? sayNearDay(piece.publishOn, today()) : undefined}
                  isSelected={piece.id === chosen}
                  onPress={() => onOpen(piece.id)}
                />
              ))}
            </List>
          </Card>
        );
      })}
    </>
  );
}

/** The day of an approved piece; empty for any other, which is before every day. */
function laidOn({ state, publishOn }: DeskPiece): string {
  return (state === 'approved' && publishOn) || '';
}
