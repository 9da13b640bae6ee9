import { useEffect, useState } from 'react';
import type { QuestionAnswer } from '../../domain/quiz/grade';
import { bringToTop } from '../../platform/bringToTop';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { sendOrQueue, type Waiting } from '../../platform/queue';
import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { useWaiting } from '../../platform/useWaiting';
import { type AskedQuestion, isAnswered } from './question';

/** Where on the answer sheet the reader is. */
export type Place = { at: 'start' } | { at: 'question'; index: number } | { at: 'end' };

/** The element that a screen reader goes to when the question changes. */
export const sheetId = 'quiz-sheet';

/**
 * The five questions of the day: which one is open, the choice not yet sent, and the answers given. What was answered
 * is the cloud's to keep, so that a reload goes on in the middle; without network an answer waits in the phone's queue
 * (product.md B4) and the reader goes on.
 */
export function useDailyFive() {
  const me = useMe();
  const answer = useCloud('quiz.today', {}, { cacheKey: 'quiz.today', skip: !me });
  const { data, reload, replace } = answer;
  const [place, setPlace] = useState<Place>({ at: 'start' });
  const [chosen, setChosen] = useState<number[]>([]);
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CloudError>();

  const waiting = useWaiting((line) => answersFor(line, data?.day), { isPaused: isBusy, onSent: reload });
  const asked: AskedQuestion[] = (data?.questions ?? []).map((question) => ({
    question,
    waiting: question.graded
      ? undefined
      : waiting.find(({ questionId }) => questionId === question.id)?.answer,
  }));
  const open = place.at === 'question' ? asked[place.index] : undefined;

  const show = (next: Place) => {
    setChosen([]);
    setRefusal(undefined);
    setPlace(next);
  };
  // A new day brings a new sheet.
  const day = data?.day;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the day is what it depends on
  useEffect(() => show({ at: 'start' }), [day]);
  const sheet = place.at === 'question' ? `question ${place.index}` : place.at;
  useEffect(() => {
    if (sheet !== 'start') bringToTop(sheetId);
  }, [sheet]);

  /** The next question without an answer after `index`, else the first one without, else the end. */
  const goOn = (index: number) => {
    const isOpen = (one: AskedQuestion, at: number) => at !== index && !isAnswered(one);
    const after = asked.findIndex((one, at) => at > index && isOpen(one, at));
    const next = after >= 0 ? after : asked.findIndex(isOpen);
    show(next >= 0 ? { at: 'question', index: next } : { at: 'end' });
  };

  const submit = async () => {
    if (!data || !open || chosen.length === 0 || isBusy) return;
    const { id } = open.question;
    setBusy(true);
    setRefusal(undefined);
    try {
      const sent = await sendOrQueue('quiz.answer', { day: data.day, questionId: id, answer: chosen });
      if (sent.status === 'done') {
        const { graded } = sent.output;
        replace({
          ...data,
          questions: data.questions.map((question) =>
            question.id === id ? { ...question, graded } : question,
          ),
        });
      }
    } catch (failure) {
      setRefusal(asCloudError(failure));
    } finally {
      setBusy(false);
    }
  };

  return {
    ...answer,
    asked,
    place,
    open,
    chosen: open?.question.graded?.answer ?? open?.waiting ?? chosen,
    choose: setChosen,
    isBusy,
    refusal,
    submit,
    /** Begins, or goes on where the reader stopped. */
    begin: () => goOn(-1),
    next: () => place.at === 'question' && goOn(place.index),
    look: (index: number) => show({ at: 'question', index }),
    finish: () => show({ at: 'end' }),
    /** The cloud refused an answer (the sheet has changed): look at the day's questions afresh. */
    startAgain: async () => {
      await reload();
      show({ at: 'start' });
    },
  };
}

export type DailyFiveState = ReturnType<typeof useDailyFive>;

function answersFor(
  line: Waiting[],
  day: string | undefined,
): { questionId: string; answer: QuestionAnswer }[] {
  return line.flatMap(({ name, input }) => (name === 'quiz.answer' && input.day === day ? [input] : []));
}
