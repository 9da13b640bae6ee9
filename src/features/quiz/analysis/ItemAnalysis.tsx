import { useState } from 'react';
import type { Input } from '../../../contract/operations';
import { sayDate } from '../../../domain/calendar/sayDate';
import { goTo } from '../../../platform/routes';
import { useMe } from '../../../platform/session';
import { type Page, usePages } from '../../../platform/usePages';
import { Block } from '../../../ui/Block';
import { Card } from '../../../ui/Card';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { EmptyState } from '../../../ui/Notes';
import { SegmentedTabs } from '../../../ui/SegmentedTabs';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';
import { typeNames } from '../typeNames';
import { AnalysedItem } from './AnalysedItem';
import type { AnalysedQuestion, Analysis } from './analysisWords';
import { ItemPicture } from './ItemPicture';
import './ItemAnalysis.scss';

type Asked = Input<'quiz.readAnalysis'>;

/** As many of those to be checked stand above the picture. */
const FIRST_SUSPECTS = 3;

/** What stands for "any" in a list of choices. */
const ANY = '';

function pageOf({ rows, next }: Analysis): Page<AnalysedQuestion> {
  return { items: rows, next };
}

/** 题目分析: what the answers say of the bank's questions, those to be checked first; never of a person. */
export function ItemAnalysis() {
  const me = useMe();
  const [asked, setAsked] = useState<Asked>({ list: 'all' });
  const pages = usePages('quiz.readAnalysis', asked, pageOf, {
    cursorName: 'from',
    skip: !me,
  });
  const { first, items } = pages;
  // While another list is asked the fields stay, with what they last offered.
  const [known, setKnown] = useState<Analysis>();
  if (first.data && first.data !== known) setKnown(first.data);
  const shown = first.data ?? known;
  if (!shown)
    return (
      <Loaded from={first} lines={8}>
        {() => null}
      </Loaded>
    );
  const rows = (
    <Loaded from={first} lines={8}>
      {() => (
        <>
          {items.length === 0 && <Words tone="quiet">{sayNothing(shown, asked)}</Words>}
          {items.map((item) => (
            <AnalysedItem key={item.questionId} item={item} />
          ))}
          <NextPage pages={pages} />
        </>
      )}
    </Loaded>
  );
  return (
    <Block className="quiz-sides">
      <Block className="quiz-side quiz-side-first">
        <Overview shown={shown} asked={asked} onAsk={setAsked} />
      </Block>
      <Block className="quiz-side">{rows}</Block>
    </Block>
  );
}

function Overview({
  shown: { organisations, organisationId, computedOn, found, topics, dots, rows },
  asked,
  onAsk,
}: {
  shown: Analysis;
  asked: Asked;
  onAsk: (asked: Asked) => void;
}) {
  const organisation = organisations.length > 1 && (
    <SelectField
      label="哪个组织"
      options={organisations.map(({ id, name }) => ({ key: id, words: name }))}
      value={organisationId}
      onChange={(id) => onAsk({ list: 'all', organisationId: id })}
    />
  );
  if (found.analysed === 0) {
    return (
      <>
        {organisation}
        <EmptyState
          sentence={`一题有二十人答过，才算得出难易。题库在用的 ${found.questions} 题里还没有够的，大家练一阵再来看`}
          action={{ words: '看题库', onPress: () => goTo('deskBank') }}
        />
      </>
    );
  }
  const suspects = rows.filter(({ verdict }) => verdict === 'likelyWrongKey').slice(0, FIRST_SUSPECTS);
  return (
    <>
      {organisation}
      <Card title={found.suspect > 0 ? `${found.suspect} 题请核对答案` : '没有要核对答案的题'}>
        <Words tone="quiet">
          在用的 {found.questions} 题里，{found.analysed} 题有二十人以上答过
          {computedOn && `，算的是 ${sayDate(computedOn)} 以前答的`}。只看题，不看人
        </Words>
        {suspects.length > 0 && (
          <List label="请核对答案的题">
            {suspects.map(({ questionId, number, stem, type, topic }) => (
              <ListRow
                key={questionId}
                title={`${number}. ${stem}`}
                detail={`${typeNames[type]} · ${topic}`}
                onPress={() => goTo('deskQuestion', { questionId })}
              />
            ))}
          </List>
        )}
        <ItemPicture dots={dots} />
      </Card>
      {found.suspect > 0 && (
        <SegmentedTabs
          label="看哪些题"
          tabs={[
            { key: 'all', words: `全部 ${found.analysed}` },
            { key: 'suspect', words: `请核对 ${found.suspect}` },
          ]}
          current={asked.list}
          onChange={(list) => onAsk({ ...asked, list })}
        />
      )}
      {topics.length > 1 && (
        <SelectField
          label="专题"
          options={[{ key: ANY, words: '全部' }, ...topics.map((topic) => ({ key: topic, words: topic }))]}
          value={asked.topic ?? ANY}
          onChange={(topic) => onAsk(withTopic(asked, topic))}
        />
      )}
    </>
  );
}

function withTopic({ topic: _before, ...asked }: Asked, topic: string): Asked {
  return topic === ANY ? asked : { ...asked, topic };
}

function sayNothing({ found }: Analysis, { list }: Asked): string {
  if (found.analysed === 0) return '这里按题列出难易，先列要核对答案的';
  return list === 'suspect' ? '这里没有要核对答案的题' : '这个专题里还没有二十人以上答过的题';
}
