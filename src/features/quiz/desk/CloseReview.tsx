import { useState } from 'react';
import type { Output } from '../../../contract/operations';
import { replaceWith } from '../../../platform/routes';
import { useAction } from '../../../platform/useAction';
import { Button } from '../../../ui/Button';
import { Confirm, Dialog } from '../../../ui/Dialog';
import { Words } from '../../../ui/Words';
import type { Review } from './bankWords';

/** Ends a review, and says what came of it. */
export function CloseReview({ review }: { review: Review }) {
  const [isAsking, setAsking] = useState(false);
  const [closed, setClosed] = useState<Output<'quiz.closeReview'>>();
  const { run, isBusy, error } = useAction('quiz.closeReview');
  const { reviewId, version, rest, isSampleReturned } = review;
  const close = async () => {
    const done = await run({ reviewId, version });
    if (!done) return;
    setAsking(false);
    setClosed(done);
  };
  const back = () => replaceWith('deskBankReview');
  return (
    <>
      <Button onPress={() => setAsking(true)}>结束审核</Button>
      {isAsking && (
        <Confirm
          title="结束这一批的审核？"
          sentence={sayEnd(rest, isSampleReturned)}
          confirmWords="结束审核"
          isBusy={isBusy}
          error={error?.message}
          onConfirm={() => void close()}
          onCancel={() => setAsking(false)}
        />
      )}
      {closed && (
        <Dialog title="审核结束" onClose={back}>
          <Words>{sayClosed(closed)}</Words>
          <Button onPress={back}>知道了</Button>
        </Dialog>
      )}
    </>
  );
}

function sayEnd(rest: number, isSampleReturned: boolean): string {
  const own = '通过的题马上可以问大家，退回的回到写题的同志那里';
  if (rest === 0) return own;
  return isSampleReturned
    ? `${own}。抽到的题里有退回的，其余 ${rest} 题留着，下次多抽一些再审`
    : `${own}。其余 ${rest} 题随抽到的一起通过，记为抽审`;
}

function sayClosed({ passed, sampled, returned, left }: Output<'quiz.closeReview'>): string {
  return [
    `逐题通过 ${passed} 题`,
    sampled > 0 ? `抽审通过 ${sampled} 题` : undefined,
    returned > 0 ? `退回修改 ${returned} 题` : undefined,
    left > 0 ? `留到下次 ${left} 题` : undefined,
  ]
    .filter(Boolean)
    .join('，');
}
