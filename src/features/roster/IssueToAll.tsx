import { useState } from 'react';
import { callCloud } from '../../platform/callCloud';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Confirm } from '../../ui/Dialog';
import { ErrorState } from '../../ui/Notes';
import type { IssuedCard } from './cardsOnPaper';
import type { Organisation } from './organisation/organisationTree';

/** As many as one call issues (contract `roster.issueCards`). */
const atOnce = 100;

/**
 * Cards for everybody who has not come in yet, in one go. Whoever holds an unused card gets a fresh one. A failure in
 * between loses nothing: the cards so far are shown, the others are issued by pressing again.
 */
export function IssueToAll({
  organisation,
  below,
  onIssued,
}: {
  organisation: Organisation;
  below: boolean;
  /** `missing`: for how many it did not work. */
  onIssued: (cards: readonly IssuedCard[], missing: number) => void;
}) {
  const [waiting, setWaiting] = useState<readonly string[]>();
  const [isCounting, setCounting] = useState(false);
  const [error, setError] = useState<CloudError>();
  const issuing = useAction('roster.issueCards');
  const count = async () => {
    setCounting(true);
    setError(undefined);
    try {
      setWaiting(await findWaiting(organisation.id, below));
    } catch (failure) {
      setError(asCloudError(failure));
    } finally {
      setCounting(false);
    }
  };
  const issue = async () => {
    const cards: IssuedCard[] = [];
    for (let from = 0; from < (waiting?.length ?? 0); from += atOnce) {
      const done = await issuing.run({ memberIds: (waiting ?? []).slice(from, from + atOnce) });
      if (!done) {
        if (cards.length > 0) onIssued(cards, (waiting?.length ?? 0) - from);
        return;
      }
      cards.push(...done.cards);
    }
    if (cards.length > 0) onIssued(cards, 0);
    else setWaiting(undefined);
  };
  return (
    <>
      <Button isBusy={isCounting} onPress={() => void count()}>
        给未激活的同志发卡
      </Button>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      {waiting && (
        <Confirm
          title={`给 ${waiting.length} 位同志发激活卡？`}
          sentence="每人一张，8 张打印在一页 A4 上。以前发过还没用的卡随之作废"
          confirmWords={`发 ${waiting.length} 张`}
          isBusy={issuing.isBusy}
          error={issuing.error?.message}
          onConfirm={() => void issue()}
          onCancel={() => setWaiting(undefined)}
        />
      )}
    </>
  );
}

/** All who wait for a card and may get one from the reader. */
async function findWaiting(organisationId: string, below: boolean): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await callCloud('roster.people', {
      organisationId,
      below,
      withoutDoor: true,
      ...(cursor ? { cursor } : {}),
    });
    found.push(...page.people.filter((one) => one.mayIssueCard).map(({ memberId }) => memberId));
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}
