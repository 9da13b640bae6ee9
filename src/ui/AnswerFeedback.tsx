import type { ReactNode } from 'react';
import { Block } from './Block';
import { Words } from './Words';
import './AnswerFeedback.scss';

export interface AnswerFeedbackProps {
  isCorrect: boolean;
  /** The article in plain words. */
  explanation: string;
  /** Where it rests, when it comes back, a way to report a fault. */
  children?: ReactNode;
}

/** What the cloud says to an answer: right or not in words, and why. */
export function AnswerFeedback({ isCorrect, explanation, children }: AnswerFeedbackProps) {
  return (
    <Block className={isCorrect ? 'ui-feedback ui-feedback-good' : 'ui-feedback'}>
      <Block as="p" className="ui-feedback-verdict">
        {isCorrect ? '答对了' : '这题再看看'}
      </Block>
      <Words>{explanation}</Words>
      {children}
    </Block>
  );
}
