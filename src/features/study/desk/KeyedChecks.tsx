import { Block } from '../../../ui/Block';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Heading, Words } from '../../../ui/Words';
import type { Draft } from './deskPiece';

/** The self-check questions with their keys, for those who write and review. */
export function KeyedChecks({ checks }: Pick<Draft, 'checks'>) {
  if (checks.length === 0) return null;
  return (
    <Card title="考考自己" aside="答案只有写稿和审稿的同志看得到">
      {checks.map(({ type, stem, options, key, explanation }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
        <Block key={index}>
          <Heading level={3}>
            {index + 1}. {stem}
          </Heading>
          <List label={`第 ${index + 1} 题的选项`}>
            {shownOptions(type, options).map(({ words, at }) => (
              <ListRow key={words} title={words} aside={key.includes(at) ? '正确' : undefined} />
            ))}
          </List>
          <Words tone="quiet">{explanation}</Words>
        </Block>
      ))}
    </Card>
  );
}

/** True-false has no options of its own: people read 对 before 错, the contract counts false as 0. */
function shownOptions(type: Draft['checks'][number]['type'], options: readonly string[]) {
  if (type === 'trueFalse') {
    return [
      { words: '对', at: 1 },
      { words: '错', at: 0 },
    ];
  }
  return options.map((option, at) => ({ words: `${String.fromCharCode(65 + at)}. ${option}`, at }));
}
