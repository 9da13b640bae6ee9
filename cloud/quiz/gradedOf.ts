import { comesBackOn } from '../../src/domain/quiz/answerDays';
import type { SetQuestion } from './quizRepository';

/** The grading of an answered question of the set of `day`, null before the answer: the one place where a key leaves the server. */
export function gradedOf(question: SetQuestion, day: string) {
  const { answer, correct, key, explanation, source } = question;
  if (answer === null || correct === null) return null;
  return {
    answer,
    correct,
    key,
    explanation,
    source: { title: source.title, article: source.article, versionOn: source.versionOn },
    comesBackOn: comesBackOn(day, correct),
  };
}
