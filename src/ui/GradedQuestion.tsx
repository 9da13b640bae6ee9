import type { ReactNode } from 'react';
import type { ChoiceKind } from '../domain/quiz/grade';
import { AnswerFeedback } from './AnswerFeedback';
import { Block } from './Block';
import { ErrorState } from './Notes';
import { QuestionChoices } from './QuestionChoices';
import { Words } from './Words';
import './GradedQuestion.scss';

export interface GradedQuestionProps {
  question: { type: ChoiceKind; stem: string; options: readonly string[] };
  chosen: readonly number[];
  onChoose: (chosen: number[]) => void;
  /** What the cloud says to the answer. */
  graded: { correct: boolean; key: readonly number[]; explanation: string } | undefined;
  isBusy: boolean;
  /** Why the answer did not arrive. */
  error: { message: string; requestId?: string } | undefined;
  /** What to do next. */
  children: ReactNode;
}

/** A question of which nothing is kept: asked, answered, and said why. */
export function GradedQuestion(props: GradedQuestionProps) {
  const { question, chosen, onChoose, graded, isBusy, error, children } = props;
  const { type, stem, options } = question;
  return (
    <Block className="ui-graded">
      <Words>{stem}</Words>
      {type === 'multiple' && <Words tone="quiet">可选几项</Words>}
      <QuestionChoices
        type={type}
        stem={stem}
        options={options}
        chosen={chosen}
        onChoose={onChoose}
        answerKey={graded?.key}
        isLocked={isBusy || graded !== undefined}
      />
      <Block role="status">
        {graded && <AnswerFeedback isCorrect={graded.correct} explanation={graded.explanation} />}
      </Block>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      {children}
    </Block>
  );
}
