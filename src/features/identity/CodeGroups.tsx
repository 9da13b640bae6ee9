import { lettersOf } from '../../domain/identity/activationCode';
import { Block } from '../../ui/Block';
import './CodeGroups.scss';

/** The code so far as it will be read, in the three groups of the card; said aloud once it is complete. */
export function CodeGroups({ typed }: { typed: string }) {
  const letters = lettersOf(typed);
  const groups = [0, 4, 8].map((from) => letters.slice(from, from + 4));
  const isComplete = letters.length === 12;
  return (
    <>
      <Block className="identity-code" aria-hidden>
        {groups.map((group, place) => (
          <Block
            as="span"
            // biome-ignore lint/suspicious/noArrayIndexKey: a group is its place
            key={place}
            className="identity-code-group"
          >
            {group}
          </Block>
        ))}
      </Block>
      <Block role="status" className="ui-hidden">
        {isComplete ? `读作 ${groups.map((group) => [...group].join(' ')).join('，')}` : ''}
      </Block>
    </>
  );
}
