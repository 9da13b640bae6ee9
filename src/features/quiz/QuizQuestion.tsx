import type { ReactNode } from 'react';
import { sayNearDay } from '../../domain/calendar/sayDay';
import { sayCitation } from '../../domain/study/sayCitation';
import { today } from '../../platform/clock';
import { AnswerFeedback } from '../../ui/AnswerFeedback';
import { Block } from '../../ui/Block';
import { Chip } from '../../ui/Chip';
import { ErrorState } from '../../ui/Notes';
import { QuestionChoices } from '../../ui/QuestionChoices';
import { StepDots } from '../../ui/StepDots';
import { Heading, Words } from '../../ui/Words';
import { type AskedQuestion, type Graded, indexesOf, sayType } from './question';
import type { DailyFiveState } from './useDailyFive';

export interface QuizQuestionProps {
  five: DailyFiveState;
  asked: AskedQuestion;
  /** Its place on the sheet, from 0. */
  index: number;
  fault: (questionId: string) => ReactNode;
}

/** One question on one screen; after the answer, in place, whether it was right and why. */
export function QuizQuestion({ five, asked, index, fault }: QuizQuestionProps) {
  const { question, waiting } = asked;
  const { graded } = question;
  const total = five.asked.length;
  return (
    <>
      <StepDots done={index + 1} total={total} words={`第 ${index + 1} 题，共 ${total} 题`} />
      <Block>
        <Block className="quiz-chips">
          <Words tone="quiet">{sayType(question.type)}</Words>
          {question.demo && <Chip tone="brand" words="演示" />}
          {question.again && <Chip words="上次没记牢，再来一次" />}
        </Block>
        <Heading level={3}>{question.stem}</Heading>
      </Block>
      {question.type !== 'blank' && (
        <QuestionChoices
          type={question.type}
          stem={question.stem}
          options={question.options}
          chosen={indexesOf(five.chosen)}
          onChoose={five.choose}
          answerKey={graded ? indexesOf(graded.key) : undefined}
          isLocked={five.isBusy || graded !== null || waiting !== undefined}
        />
      )}
      <Block role="status">
        {graded && (
          <AnswerFeedback isCorrect={graded.correct} explanation={graded.explanation}>
            <AfterAnswer graded={graded} />
          </AnswerFeedback>
        )}
        {waiting && !five.isBusy && (
          <Words tone="quiet">您的答案已存在手机里。连上网会自动送出，再告诉您对不对</Words>
        )}
      </Block>
      {five.refusal && (
        <ErrorState
          sentence={five.refusal.message}
          requestId={five.refusal.requestId}
          onRetry={five.startAgain}
        />
      )}
      {fault(question.id)}
    </>
  );
}

function AfterAnswer({ graded: { source, comesBackOn } }: { graded: Graded }) {
  return (
    <>
      <Words tone="small">依据：{sayCitation(source)}</Words>
      {comesBackOn && <Words tone="small">{sayNearDay(comesBackOn, today())}起会再出现一次</Words>}
    </>
  );
}
