import { type ReactNode, useState } from 'react';
import { sayMoment } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import { Block } from '../../../ui/Block';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { EmptyState } from '../../../ui/Notes';
import { PageStack } from '../../../ui/PageStack';
import { Pressable } from '../../../ui/Pressable';
import { Heading } from '../../../ui/Words';
import { LibraryList } from './LibraryList';
import './Library.scss';

/** The library: topics to choose from, the published pieces below, and the ways to what is the reader's own. */
export function Library() {
  const [topic, setTopic] = useState<string>();
  return (
    <>
      <LibraryPages key={topic ?? ''} topic={topic} onTopic={setTopic} />
      <Heading>我的</Heading>
      <List label="我的">
        <ListRow title="我的收藏" onPress={() => goTo('bookmarks')} />
        <ListRow title="我的笔记" onPress={() => goTo('notes')} />
        <ListRow title="可补读" detail="还没盖章的篇目，有空再看" onPress={() => goTo('catchUp')} />
      </List>
    </>
  );
}

interface TopicProps {
  topic: string | undefined;
  onTopic: (topic: string | undefined) => void;
}

function LibraryPages({ topic, onTopic }: TopicProps) {
  return (
    <PageStack<string> keyOf={(before) => before}>
      {(before, goOn) => <LibraryPage topic={topic} onTopic={onTopic} before={before} goOn={goOn} />}
    </PageStack>
  );
}

interface LibraryPageProps extends TopicProps {
  before: string | undefined;
  goOn: (nextBefore: string | null) => ReactNode;
}

function LibraryPage({ topic, onTopic, before, goOn }: LibraryPageProps) {
  const me = useMe();
  const isFirst = before === undefined;
  const input = { ...(topic ? { topic } : {}), ...(before ? { before } : {}) };
  const answer = useCloud('study.library', input, {
    cacheKey: isFirst ? `study.library/${topic ?? 'all'}` : undefined,
    skip: !me,
  });
  const { savedAt } = answer;
  return (
    <Loaded from={answer} savedOn={savedAt && sayMoment(savedAt, today())}>
      {({ topics, pieces, nextBefore }) => (
        <>
          {isFirst && topics.length > 1 && <Topics topics={topics} topic={topic} onTopic={onTopic} />}
          {isFirst && pieces.length === 0 ? (
            <EmptyState
              sentence="还没有发布过的篇目。第一篇发布后会留在这里"
              action={{ words: '看今天的一篇', onPress: () => goTo('today') }}
            />
          ) : (
            <LibraryList label={isFirst ? (topic ?? '全部篇目') : '更早的篇目'} rows={pieces} />
          )}
          {goOn(nextBefore)}
        </>
      )}
    </Loaded>
  );
}

function Topics({ topics, topic, onTopic }: TopicProps & { topics: readonly string[] }) {
  const all = [{ words: '全部', key: undefined }, ...topics.map((one) => ({ words: one, key: one }))];
  return (
    <Block role="radiogroup" aria-label="主题" className="study-topics">
      {all.map(({ words, key }) => (
        <Pressable
          key={words}
          role="radio"
          isChecked={key === topic}
          className={key === topic ? 'study-topic study-topic-chosen' : 'study-topic'}
          onPress={() => onTopic(key)}
        >
          {words}
        </Pressable>
      ))}
    </Block>
  );
}
