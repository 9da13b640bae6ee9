import type { ReactNode } from 'react';
import type { Output } from '../../contract/operations';
import { sayNearDay } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { Card } from '../../ui/Card';
import { Chip } from '../../ui/Chip';
import { Words } from '../../ui/Words';

/** One that was sent, with its answer or where it is. */
export function FeedbackItem({
  feedback: { text, sentOn, answer, answeredOn },
  children,
}: {
  feedback: Output<'feedback.lookUp'>['feedback'];
  children?: ReactNode;
}) {
  return (
    <Card>
      <Words tone="small">
        {sayNearDay(sentOn, today())}送出{' '}
        {answer === null ? <Chip words="等答复" /> : <Chip tone="good" words="已答复" />}
      </Words>
      <Words>{text}</Words>
      {answer !== null && (
        <>
          <Words tone="small">{answeredOn && `${sayNearDay(answeredOn, today())}答复`}</Words>
          <Words>{answer}</Words>
        </>
      )}
      {children}
    </Card>
  );
}
