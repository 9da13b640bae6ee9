import { comesBackOn } from '../../../src/domain/quiz/practice/answerDays';
import type { RunQuestion } from './runRepository';

/** The grading of an answered question, null before and while it is on a paper that is not closed: with `offeredOf` the one place where a key leaves the server. */
export function gradedOf(question: RunQuestion) {
  const { answer, correct, answeredOn, sealed, key, explanation, source } = question;
  if (answer === null || correct === null || answeredOn === null || sealed) return null;
  return {
    answer,
    correct,
    key,
    explanation,
    source: { title: source.title, article: source.article, url: source.url, versionOn: source.versionOn },
    comesBackOn: comesBackOn(answeredOn, correct),
  };
}

/** A question as the member meets it; `hidesKeys` for an exam whose keys are not open yet. */
export function offeredOf(question: RunQuestion, { hidesKeys }: { hidesKeys: boolean }) {
  const { id, type, stem, options, topic, demo, key, answer, lateAnswer } = question;
  const graded = hidesKeys ? null : gradedOf(question);
  return {
    id,
    type,
    stem,
    options,
    blanks: type === 'blank' ? key.length : 0,
    topic,
    demo,
    // A paper that was handed in and is not closed would be told by it.
    again: question.again && !question.sealed,
    saved: graded ? null : (answer ?? lateAnswer),
    late: !graded && answer === null && lateAnswer !== null,
    graded,
  };
}
