import { useEffect, useId, useState } from 'react';
import type { Output } from '../../../contract/operations';
import { bringToTop } from '../../../platform/bringToTop';
import { useMe } from '../../../platform/session';
import { useIsWide } from '../../../platform/useIsWide';
import { type Page, usePages } from '../../../platform/usePages';
import { Block } from '../../../ui/Block';
import { Card } from '../../../ui/Card';
import { Chip } from '../../../ui/Chip';
import { List, ListRow } from '../../../ui/ListRow';
import { Loaded } from '../../../ui/Loaded';
import { NextPage } from '../../../ui/NextPage';
import { Words } from '../../../ui/Words';
import type { JudgedQuestion, Review, Verdict } from './bankWords';
import { CloseReview } from './CloseReview';
import { JudgeQuestion } from './JudgeQuestion';
import { Split } from './Split';
import './Bank.scss';

type Reply = Output<'quiz.readReviewBatch'>;

function pageOf({ questions, next }: Reply): Page<JudgedQuestion> {
  return { items: questions, next };
}

/** A review of a batch: on a phone one question after the other, on a PC the list beside it. */
export function ReviewBatch({ reviewId }: { reviewId: string }) {
  const me = useMe();
  const pages = usePages('quiz.readReviewBatch', { reviewId }, pageOf, {
    cursorName: 'from',
    skip: !me,
  });
  const { first, items, more } = pages;
  const isWide = useIsWide();
  const [judged, setJudged] = useState<ReadonlyMap<string, Verdict>>(new Map());
  const [latest, setLatest] = useState<Review>();
  const [open, setOpen] = useState<string>();
  const detailId = useId();
  const questions = items.map((one) => ({ ...one, verdict: judged.get(nameOf(one)) ?? one.verdict }));
  const isWaiting = ({ verdict, mine }: JudgedQuestion) => verdict === null && !mine;
  const current = questions.find(({ id }) => id === open) ?? questions.find(isWaiting);
  const settle = (question: JudgedQuestion, verdict: Verdict, review: Review) => {
    const questionId = question.id;
    setJudged((before) => new Map(before).set(nameOf(question), verdict));
    setLatest(review);
    const at = questions.findIndex(({ id }) => id === questionId);
    const others = questions.filter(({ id }) => id !== questionId);
    const next =
      others.find((one) => isWaiting(one) && questions.indexOf(one) > at) ?? others.find(isWaiting);
    setOpen(next?.id);
    // The list goes on by itself when all that has come is judged.
    if (!next) void more?.();
  };
  useEffect(() => {
    if (!isWide && open !== undefined) bringToTop(detailId);
  }, [isWide, open, detailId]);
  return (
    <Loaded from={first} lines={6}>
      {(data) => {
        const review = latest ?? data.review;
        const list = (
          <Card>
            <List label="要看的题">
              {questions.map((one) => (
                <ListRow
                  key={one.id}
                  title={<Block className="bank-line-stem">{one.stem}</Block>}
                  detail={one.flagged ? '请细看' : '抽到的'}
                  aside={<VerdictChip question={one} />}
                  isSelected={one.id === current?.id}
                  onPress={() => setOpen(one.id)}
                />
              ))}
            </List>
            <NextPage pages={pages} />
          </Card>
        );
        return (
          <>
            <Card title={review.title} aside={review.organisationName}>
              <Words>
                要看 {review.toSee} 题，看了 {review.judged} 题
              </Words>
              {review.rest > 0 && (
                <Words tone="quiet">
                  {review.isSampleReturned
                    ? `抽到的题里有退回的：其余 ${review.rest} 题这次不通过，下次多抽一些再审`
                    : `其余 ${review.rest} 题随抽到的一起通过，记为抽审`}
                </Words>
              )}
              {review.mayClose && <CloseReview review={review} />}
            </Card>
            <Split
              hint={review.mayClose ? '都看过了，可以结束审核' : '点左边的一题，在这里看'}
              list={list}
              detail={
                current && (
                  <Block id={detailId} className="bank-detail" tabIndex={-1}>
                    <JudgeQuestion
                      key={current.id}
                      reviewId={reviewId}
                      question={current}
                      onJudged={(verdict, next) => settle(current, verdict, next)}
                      onReload={first.reload}
                    />
                  </Block>
                )
              }
            />
            {!isWide && current && list}
          </>
        );
      }}
    </Loaded>
  );
}

/** A verdict is on the question as it was. */
function nameOf({ id, version }: JudgedQuestion): string {
  return `${id} ${version}`;
}

function VerdictChip({ question: { verdict, mine } }: { question: JudgedQuestion }) {
  if (mine) return <Chip words="您写的" />;
  if (verdict === null) return <Chip words="还没看" />;
  return verdict.verdict === 'pass' ? <Chip tone="good" words="通过" /> : <Chip tone="warn" words="退回" />;
}
