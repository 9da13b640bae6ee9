import type { Output } from '../../../contract/operations';
import { replaceWith } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useAction } from '../../../platform/useAction';
import { useCloud } from '../../../platform/useCloud';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState, ErrorState } from '../../../ui/Notes';
import { Words } from '../../../ui/Words';

type Batch = Output<'quiz.readReviewQueue'>['batches'][number];

/** Batches that wait for a second person. */
export function ReviewQueue() {
  const me = useMe();
  const queue = useCloud('quiz.readReviewQueue', {}, { skip: !me });
  const opening = useAction('quiz.openReview');
  const open = async ({ organisationId, importId }: Batch) => {
    const opened = await opening.run({ organisationId, importId });
    if (opened) replaceWith('deskBankReview', { reviewId: opened.reviewId });
  };
  return (
    <Loaded from={queue} lines={5}>
      {({ batches }) => {
        if (batches.length === 0) return <EmptyState sentence="现在没有题等审核" />;
        const first = batches.find(({ mine }) => !mine);
        return (
          <>
            {opening.error && (
              <ErrorState sentence={opening.error.message} requestId={opening.error.requestId} />
            )}
            {batches.map((batch) => (
              <Card
                key={`${batch.organisationId} ${batch.importId}`}
                title={batch.title}
                aside={batch.organisationName}
              >
                <Words>{sayBatch(batch)}</Words>
                {batch.lastReturned && <Words tone="quiet">上次抽到的题里有退回的，这次多抽一些</Words>}
                {batch.mine ? (
                  <Words tone="quiet">都是您写的，由另一位同志审核</Words>
                ) : (
                  <Button
                    kind={batch === first ? 'primary' : 'secondary'}
                    isInline
                    label={`${batch.reviewId ? '接着审核' : '开始审核'}：${batch.title}`}
                    isBusy={opening.isBusy}
                    onPress={() => void open(batch)}
                  >
                    {batch.reviewId ? '接着审核' : '开始审核'}
                  </Button>
                )}
              </Card>
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

function sayBatch({ size, flagged }: Batch): string {
  if (flagged >= size) return `${size} 题，一题一题看`;
  return flagged > 0 ? `${size} 题，其中 ${flagged} 题一题一题看，其余的抽样` : `${size} 题，抽样看`;
}
