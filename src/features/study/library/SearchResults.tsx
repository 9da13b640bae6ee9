import type { Output } from '../../../contract/operations';
import { goTo } from '../../../platform/routes';
import { Block } from '../../../ui/Block';
import { List, ListRow } from '../../../ui/ListRow';
import { EmptyState } from '../../../ui/Notes';
import { Heading, Words } from '../../../ui/Words';
import { saySeries } from '../piece';
import './SearchResults.scss';

type Found = Output<'study.search'>;

/** Before the excerpt of a piece whose law has changed. */
const checking = { text: '正在核对 · ', isHit: false };

/** What was found, with the places where it stands. */
export function SearchResults({
  words,
  found: { pieces, series = [], notes, more },
}: {
  words: string;
  found: Found;
}) {
  if (pieces.length === 0 && series.length === 0 && notes.length === 0) {
    return <EmptyState sentence={`没有找到“${words}”。换个说法，或少写几个字再找`} />;
  }
  return (
    <>
      {series.length > 0 && (
        <>
          <Heading>系列</Heading>
          <List label="找到的系列">
            {series.map((one) => (
              <ListRow
                key={one.id}
                title={one.title}
                detail={saySeries(one)}
                aside={one.topic}
                onPress={() => goTo('series', { seriesId: one.id })}
              />
            ))}
          </List>
        </>
      )}
      {pieces.length > 0 && (
        <>
          <Heading>篇目</Heading>
          <List label="找到的篇目">
            {pieces.map(({ id, title, topic, excerpt, beingChecked }) => (
              <ListRow
                key={id}
                title={title}
                detail={<Excerpt parts={beingChecked ? [checking, ...excerpt] : excerpt} />}
                aside={topic}
                onPress={() => goTo('piece', { pieceId: id })}
              />
            ))}
          </List>
        </>
      )}
      {notes.length > 0 && (
        <>
          <Heading>我的笔记</Heading>
          <List label="找到的笔记">
            {notes.map(({ pieceId, title, excerpt }) => (
              <ListRow
                key={pieceId}
                title={<Excerpt parts={excerpt} />}
                detail={`记在《${title}》`}
                onPress={() => goTo('notes')}
              />
            ))}
          </List>
        </>
      )}
      {more && <Words tone="quiet">还有一些没列出来。多写几个字，会找得更准</Words>}
    </>
  );
}

function Excerpt({ parts }: { parts: Found['pieces'][number]['excerpt'] }) {
  return (
    <Block as="span" className="study-excerpt">
      {parts.map(({ text, isHit }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the text
        <Block as="span" key={index} className={isHit ? 'study-part study-hit' : 'study-part'}>
          {text}
        </Block>
      ))}
    </Block>
  );
}
