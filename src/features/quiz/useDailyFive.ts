import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useAnswerSheet } from './useAnswerSheet';

/** The five questions of the day as a sheet. */
export function useDailyFive() {
  const me = useMe();
  const answer = useCloud('quiz.today', {}, { cacheKey: 'quiz.today', skip: !me });
  const { data, reload, replace } = answer;
  const sheet = useAnswerSheet({
    // An answer that waits from an older build, or a copy it kept, knows the day only; the cloud takes both.
    set: data && (data.runId ? { runId: data.runId } : { day: data.day }),
    questions: data?.questions,
    isExam: false,
    isBegun: false,
    isHandedIn: false,
    reload,
    keep: (questions) => data && replace({ ...data, questions }),
  });
  return { ...answer, ...sheet };
}

export type DailyFiveState = ReturnType<typeof useDailyFive>;
