import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Loaded } from '../../../ui/Loaded';
import { DraftPaper } from './DraftPaper';
import { PublishedPaper } from './PublishedPaper';

/** One paper on the desk, while it is made and once it is out. */
export function PaperOnDesk({ paperId }: { paperId: string }) {
  const me = useMe();
  const paper = useCloud('quiz.readPaper', { paperId }, { skip: !me });
  return (
    <Loaded from={paper} lines={6}>
      {(whole) =>
        whole.standing === 'draft' ? (
          <DraftPaper paper={whole} onChanged={paper.replace} onReload={paper.reload} />
        ) : (
          <PublishedPaper paper={whole} onReload={paper.reload} />
        )
      }
    </Loaded>
  );
}
