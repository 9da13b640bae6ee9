import { useState } from 'react';
import { postTitles } from '../../domain/roster/posts';
import { announce } from '../../platform/announce';
import { callCloud } from '../../platform/callCloud';
import { today } from '../../platform/clock';
import { asCloudError } from '../../platform/cloudError';
import { newMutationId } from '../../platform/newMutationId';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { List, ListRow } from '../../ui/ListRow';
import { Words } from '../../ui/Words';
import type { Duty } from './intake';

/** What became of a duty: given, or why not. */
type Outcome = 'given' | { refusal: string };

export interface RosterDutiesProps {
  duties: readonly Duty[];
  /** Everything has been tried. */
  onDone: () => void;
}

/** The posts that the file names: seen first, then given all in one press, each as if it were given by itself. */
export function RosterDuties({ duties, onDone }: RosterDutiesProps) {
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [isBusy, setBusy] = useState(false);
  const give = async () => {
    setBusy(true);
    const told: Outcome[] = [];
    for (const duty of duties) {
      told.push(await giveOne(duty));
      setOutcomes([...told]);
    }
    setBusy(false);
    announce(`${told.filter((one) => one === 'given').length} 项任好了`);
    onDone();
  };
  const isDone = outcomes.length === duties.length;
  return (
    <Card title="名册里写着的职务" aside={`${duties.length} 项`}>
      {!isDone && <Words tone="quiet">从今天起任职，任期先空着。以后在“组织和任职”里都能改</Words>}
      <List label="名册里写着的职务">
        {duties.map((duty, index) => (
          <ListRow
            key={`${duty.memberId} ${duty.post}`}
            title={`${duty.name} ${postTitles[duty.post]}`}
            detail={sayDetail(duty, outcomes[index])}
            aside={outcomes[index] === 'given' ? <Chip tone="good" words="已任职" /> : undefined}
          />
        ))}
      </List>
      {!isDone && (
        <Button isInline isBusy={isBusy} onPress={() => void give()}>
          照名册任职
        </Button>
      )}
    </Card>
  );
}

async function giveOne({ memberId, organisationId, post }: Duty): Promise<Outcome> {
  const input = { memberId, organisationId, post, from: today(), to: null, named: [] };
  try {
    await callCloud('roster.appoint', input, { mutationId: newMutationId() });
    return 'given';
  } catch (failure) {
    return { refusal: asCloudError(failure).message };
  }
}

function sayDetail({ organisationName }: Duty, outcome: Outcome | undefined): string {
  return outcome === undefined || outcome === 'given'
    ? organisationName
    : `${organisationName}。${outcome.refusal}`;
}
