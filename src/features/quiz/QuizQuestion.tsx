import type { ReactNode } from 'react';
import { sayNearDay } from '../../domain/calendar/sayDay';
import { sayCitation } from '../../domain/study/sayCitation';
import { today } from '../../platform/clock';
import { AnswerFeedback } from '../../ui/AnswerFeedback';
import { Block } from '../../ui/Block';
import { Chip } from '../../ui/Chip';
import { ErrorState } from '../../ui/Notes';
import { OutLink } from '../../ui/OutLink';
import { QuestionChoices } from '../../ui/QuestionChoices';
import { StepDots } from '../../ui/StepDots';
import { Heading, Words } from '../../ui/Words';
import { BlankFields } from './BlankFields';
import { type AskedQuestion, type Graded, indexesOf, sayType, textsOf } from './question';
import type { AnswerSheet } from './useAnswerSheet';

/** More bars than these say less than the number. */
const MOST_DOTS = 10;

export interface QuizQuestionProps {
  sheet: AnswerSheet;
  asked: AskedQuestion;
  /** Its place on the sheet, from 0. */
  index: number;
  /** Nobody knows how many there will be. */
  isOpenEnded?: boolean;
  fault: (questionId: string) => ReactNode;
}

/** One question on one screen; after the answer, in place, whether it was right and why. */
export function QuizQuestion({ sheet, asked, index, isOpenEnded, fault }: QuizQuestionProps) {
  const { question, waiting } = asked;
  const { graded } = question;
  const total = sheet.asked.length;
  const place = `第 ${index + 1} 题，共 ${total} 题`;
  // Kept by the cloud, and not told before the paper is closed that asks it as well.
  const isUntold = !sheet.isExam && graded === null && (question.saved ?? null) !== null;
  const isLocked = sheet.isBusy || graded !== null || isUntold || (waiting !== undefined && !sheet.isExam);
  return (
    <>
      {isOpenEnded || total > MOST_DOTS ? (
        <Words tone="quiet">{isOpenEnded ? `第 ${index + 1} 题` : place}</Words>
      ) : (
        <StepDots done={index + 1} total={total} words={place} />
      )}
      <Block>
        <Block className="quiz-chips">
          <Words tone="quiet">{sayType(question.type)}</Words>
          {question.demo && <Chip tone="brand" words="演示" />}
          {question.again && <Chip words="上次没记牢，再来一次" />}
        </Block>
        <Heading level={3}>{question.stem}</Heading>
      </Block>
      {question.type === 'blank' ? (
        <BlankFields
          size={question.blanks}
          given={textsOf(sheet.chosen)}
          onWrite={sheet.choose}
          accepted={graded?.key.filter((one) => typeof one !== 'number')}
          isLocked={isLocked}
        />
      ) : (
        <QuestionChoices
          type={question.type}
          stem={question.stem}
          options={question.options}
          chosen={indexesOf(sheet.chosen)}
          onChoose={sheet.choose}
          answerKey={graded ? indexesOf(graded.key) : undefined}
          isLocked={isLocked}
        />
      )}
      <Block role="status">
        {graded && (
          <AnswerFeedback isCorrect={graded.correct} explanation={graded.explanation}>
            <AfterAnswer graded={graded} />
          </AnswerFeedback>
        )}
        {waiting && !sheet.isBusy && (
          <Words tone="quiet">
            {sheet.isExam
              ? '您的答案已存在手机里，连上网会自动送出'
              : '您的答案已存在手机里。连上网会自动送出，再告诉您对不对'}
          </Words>
        )}
        {isUntold && !question.late && (
          <Words tone="quiet">这道题在一份还没结束的卷子里。您的答案收到了，卷子结束以后告诉您对不对</Words>
        )}
        {question.late && <Words tone="quiet">这一题是时间到了以后才收到的，留着，没有判</Words>}
      </Block>
      {sheet.refusal && (
        <ErrorState
          sentence={sheet.refusal.message}
          requestId={sheet.refusal.requestId}
          onRetry={sheet.startAgain}
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
      {source.url && <OutLink url={source.url} words="看原文" />}
      {comesBackOn && <Words tone="small">{sayNearDay(comesBackOn, today())}起会再出现一次</Words>}
    </>
  );
}
