import { useState } from 'react';
import type { Input, Output } from '../../../contract/operations';
import { useMe } from '../../../platform/session';
import { type Page, usePages } from '../../../platform/usePages';
import { Block } from '../../../ui/Block';
import { Card } from '../../../ui/Card';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { EmptyState } from '../../../ui/Notes';
import { SelectField } from '../../../ui/SelectField';
import { Words } from '../../../ui/Words';
import { sayShare } from '../shareWords';
import { typeNames } from '../typeNames';
import { ShareBar } from './ShareBar';
import './ItemAnalysis.scss';

type Reply = Output<'quiz.readShares'>;
type SharedQuestion = Reply['questions'][number];

function pageOf({ questions, next }: Reply): Page<SharedQuestion> {
  return { items: questions, next };
}

/** 讲课选题参考: the shares of right answers in a branch, lowest first, by topic and by question. Shares only, nobody's answers. */
export function Shares() {
  const me = useMe();
  const [asked, setAsked] = useState<Input<'quiz.readShares'>>({});
  const pages = usePages('quiz.readShares', asked, pageOf, {
    cursorName: 'from',
    skip: !me,
  });
  const { first, items } = pages;
  return (
    <Loaded from={first} lines={8}>
      {({ organisationId, organisations, topics }) => (
        <>
          {organisations.length > 1 && (
            <SelectField
              label="哪个组织"
              options={organisations.map(({ id, name }) => ({ key: id, words: name }))}
              value={organisationId}
              onChange={(id) => setAsked({ organisationId: id })}
            />
          )}
          {items.length === 0 ? (
            <EmptyState sentence="支部里有五人以上答过的题，这里才说答对的大约几成。现在还没有够的" />
          ) : (
            <>
              <Card title="哪些值得讲一讲">
                <Words>支部里答对的人少的排在前面，挑一个专题讲，大家最用得上</Words>
                <Words tone="quiet">只有比例，看不到是谁。五人以上答过的题才有，每题只看第一次怎么答</Words>
              </Card>
              <Block className="quiz-sides">
                <Block className="quiz-side quiz-side-first">
                  <Card title="按专题">
                    <Block as="ul" className="quiz-chosen" aria-label="按专题">
                      {topics.map(({ topic, share, bound }) => (
                        <Block as="li" key={topic} className="quiz-chosen-option">
                          <Block className="quiz-chosen-words">
                            <Block as="span">{topic}</Block>
                            <Block as="span" className="quiz-chosen-share">
                              {sayShare(share, bound)}答对
                            </Block>
                          </Block>
                          <ShareBar share={share} />
                        </Block>
                      ))}
                    </Block>
                  </Card>
                </Block>
                <Card title="按题">
                  <Block as="ul" className="quiz-chosen" aria-label="按题">
                    {items.map(({ questionId, stem, type, topic, share, bound }) => (
                      <Block as="li" key={questionId} className="quiz-chosen-option">
                        <Words>{stem}</Words>
                        <Block className="quiz-chosen-words">
                          <Words tone="small">
                            {typeNames[type]} · {topic}
                          </Words>
                          <Block as="span" className="quiz-chosen-share">
                            {sayShare(share, bound)}答对
                          </Block>
                        </Block>
                        <ShareBar share={share} />
                      </Block>
                    ))}
                  </Block>
                  <NextPage pages={pages} />
                </Card>
              </Block>
            </>
          )}
        </>
      )}
    </Loaded>
  );
}
