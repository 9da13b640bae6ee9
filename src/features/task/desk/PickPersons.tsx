import { useCloud } from '../../../platform/useCloud';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { Loaded } from '../../../ui/Loaded';

export interface PickPersonsProps {
  organisationId: string;
  /** Ids of the persons picked. */
  chosen: readonly string[];
  onChoose: (memberIds: string[]) => void;
}

/** The members of a branch to pick from, in the order of the roster. */
export function PickPersons({ organisationId, chosen, onChoose }: PickPersonsProps) {
  const roster = useCloud('roster.members', { organisationId });
  return (
    <Loaded from={roster}>
      {({ members }) => (
        <ChoiceGroup
          label="哪几位同志"
          kind="multiple"
          hasLetters={false}
          options={members.map(({ name }) => name)}
          chosen={members.flatMap(({ memberId }, index) => (chosen.includes(memberId) ? [index] : []))}
          onChoose={(indexes) => onChoose(indexes.flatMap((index) => members[index]?.memberId ?? []))}
        />
      )}
    </Loaded>
  );
}
