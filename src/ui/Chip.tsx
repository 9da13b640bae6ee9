import { Block } from './Block';
import './Chip.scss';

/** One word about a thing: 演示, 待核, 已签定. The tone only repeats what the word says. */
export function Chip({
  tone = 'plain',
  words,
}: {
  tone?: 'plain' | 'brand' | 'good' | 'warn' | 'bad';
  words: string;
}) {
  return (
    <Block as="span" className={`ui-chip ui-chip-${tone}`}>
      {words}
    </Block>
  );
}
