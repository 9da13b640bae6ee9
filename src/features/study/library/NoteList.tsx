import type { ReactNode } from 'react';
import type { Output } from '../../../contract/operations';
import { sayMoment, sayNearDay } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { PageStack } from '../../../ui/PageStack';
import { Words } from '../../../ui/Words';

type Note = Output<'study.notes'>['notes'][number];
type Cursor = NonNullable<Output<'study.notes'>['next']>;

/** 我的笔记, the last first; only the reader sees them. */
export function NoteList() {
  return (
    <PageStack<Cursor> keyOf={({ pieceId }) => pieceId}>
      {(after, goOn) => <NotePage after={after} goOn={goOn} />}
    </PageStack>
  );
}

interface NotePageProps {
  after: Cursor | undefined;
  goOn: (next: Cursor | null) => ReactNode;
}

function NotePage({ after, goOn }: NotePageProps) {
  const me = useMe();
  const answer = useCloud('study.notes', after ? { after } : {}, {
    cacheKey: after ? undefined : 'study.notes',
    skip: !me,
  });
  const { savedAt } = answer;
  return (
    <Loaded from={answer} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ notes, next }) =>
        !after && notes.length === 0 ? (
          <EmptyState
            sentence="还没有笔记。读完一篇，点“记一句”就会留在这里，只给自己看"
            action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
          />
        ) : (
          <>
            {!after && <Words tone="quiet">只给自己看，书记和管理员都看不到</Words>}
            {notes.map((note) => (
              <NoteCard key={note.pieceId} note={note} />
            ))}
            {goOn(next)}
          </>
        )
      }
    </Loaded>
  );
}

function NoteCard({ note: { pieceId, title, text, writtenOn, open } }: { note: Note }) {
  return (
    <Card title={title} aside={`${sayNearDay(writtenOn, today())}记`}>
      <Words>{text}</Words>
      {open ? (
        <Button kind="quiet" label={`看《${title}》`} onPress={() => goTo('piece', { pieceId })}>
          看这一篇
        </Button>
      ) : (
        <Words tone="small">这一篇已经撤下，您记的话还在</Words>
      )}
    </Card>
  );
}
