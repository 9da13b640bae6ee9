import { useEffect, useState } from 'react';
import type { Output } from '../../contract/operations';
import type { QuestionAnswer } from '../../domain/quiz/grade';
import { bringToTop } from '../../platform/bringToTop';
import { asCloudError, type CloudError } from '../../platform/cloudError';
import { sendOrQueue, type Waiting } from '../../platform/queue';
import { useWaiting } from '../../platform/useWaiting';
import { type AskedQuestion, isAnswered, isFilled, type Question, textsOf } from './question';
import { keepTexts, textsWritten } from './writtenTexts';

/** Where on the answer sheet the reader is. */
export type Place = { at: 'start' } | { at: 'question'; index: number } | { at: 'end' };

/** The element that a screen reader goes to when the question changes. */
export const sheetId = 'quiz-sheet';

/** The set that a sheet is of, as far as the cloud has said. */
export interface SheetSource {
  /** How the cloud knows it; older copies of a day's five know the day only. */
  set: { runId: string } | { day: string } | undefined;
  questions: readonly Question[] | undefined;
  /** Answers are kept and may be changed, nothing is said about them before the handing in. */
  isExam: boolean;
  /** It is open already: go to the first question without an answer at once, or to the end. */
  isBegun: boolean;
  /** An exam that was handed in, by the person or by the clock: its end is shown. */
  isHandedIn: boolean;
  reload: () => Promise<void>;
  /** Puts in place what the cloud said to an answer: the questions with it, and the reply itself. */
  keep: (questions: Question[], said: Output<'quiz.answer'>) => void;
}

/**
 * The questions of a set on the screen: which one is open, the choice not yet sent, and the answers given. What was
 * answered is the cloud's to keep, so that a reload goes on in the middle; without network an answer waits in the
 * phone's queue (product.md B4) and the reader goes on. What is written into a blank and not yet sent is kept here.
 */
export function useAnswerSheet({ set, questions, isExam, isBegun, isHandedIn, reload, keep }: SheetSource) {
  const [place, setPlace] = useState<Place>({ at: 'start' });
  const [draft, setDraft] = useState<QuestionAnswer>();
  const [isBusy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<CloudError>();

  const name = JSON.stringify(set);
  const waiting = useWaiting((line) => answersFor(line, name), { isPaused: isBusy, onSent: reload });
  const asked: AskedQuestion[] = (questions ?? []).map((question) => ({
    question,
    waiting: question.graded
      ? undefined
      : // The last one: an exam's answer may be changed while it waits.
        waiting.filter(({ questionId }) => questionId === question.id).at(-1)?.answer,
  }));
  const open = place.at === 'question' ? asked[place.index] : undefined;

  const show = (next: Place) => {
    const question = next.at === 'question' ? questions?.[next.index] : undefined;
    // Answered elsewhere: what was written here is not wanted any more.
    if (question?.graded) keepTexts(question.id, undefined);
    setDraft(question && textsWritten(question.id));
    setRefusal(undefined);
    setPlace(next);
  };
  /** The next question without an answer after `index`, else the first one without, else the end. */
  const goOn = (index: number) => {
    const isOpen = (one: AskedQuestion, at: number) => at !== index && !isAnswered(one);
    const after = asked.findIndex((one, at) => at > index && isOpen(one, at));
    const next = after >= 0 ? after : asked.findIndex(isOpen);
    show(next >= 0 ? { at: 'question', index: next } : { at: 'end' });
  };
  // A new set brings a new sheet.
  const isThere = questions !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the set is what it depends on
  useEffect(() => {
    if (isHandedIn && isThere) show({ at: 'end' });
    else if (isBegun && isThere) goOn(-1);
    else show({ at: 'start' });
  }, [name, isThere, isHandedIn]);
  // What was answered without network has ended a challenge: its other questions are gone.
  const isGone = isThere && place.at === 'question' && place.index >= asked.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is gone
  useEffect(() => {
    if (isGone) show({ at: 'end' });
  }, [isGone]);
  const sheet = place.at === 'question' ? `question ${place.index}` : place.at;
  useEffect(() => {
    if (sheet !== 'start') bringToTop(sheetId);
  }, [sheet]);

  const submit = async () => {
    if (!set || !questions || !open || !draft || !isFilled(draft) || isBusy) return;
    const { id } = open.question;
    setBusy(true);
    setRefusal(undefined);
    try {
      const sent = await sendOrQueue('quiz.answer', {
        ...set,
        questionId: id,
        answer: [...draft] as number[],
      });
      if (sent.status === 'done') {
        const { graded, late } = sent.output;
        const said = questions.map((question) =>
          question.id !== id
            ? question
            : { ...question, graded, late, saved: graded ? null : ([...draft] as number[]) },
        );
        keep(said, sent.output);
        // Practice says at once; where it does not, the set has changed since.
        if (!isExam && !graded) await reload();
      }
      keepTexts(id, undefined);
      setDraft(undefined);
      if (isExam && place.at === 'question') show(placeAfter(asked, place.index));
    } catch (failure) {
      setRefusal(asCloudError(failure));
    } finally {
      setBusy(false);
    }
  };

  return {
    asked,
    place,
    open,
    chosen: open?.question.graded?.answer ?? draft ?? open?.waiting ?? open?.question.saved ?? [],
    choose: (given: QuestionAnswer) => {
      setDraft(given);
      const texts = textsOf(given);
      if (open && texts.length > 0) keepTexts(open.question.id, texts);
    },
    /** Something is chosen that has not been sent. */
    isReady: draft !== undefined && isFilled(draft),
    isExam,
    isBusy,
    refusal,
    submit,
    /** Begins, or goes on where the reader stopped. */
    begin: () => goOn(-1),
    next: () => place.at === 'question' && goOn(place.index),
    /** Exams: the question after this one, answered or not. */
    skip: () => place.at === 'question' && show(placeAfter(asked, place.index)),
    look: (index: number) => show({ at: 'question', index }),
    finish: () => show({ at: 'end' }),
    /** The cloud refused an answer (the sheet has changed): look at it afresh. */
    startAgain: async () => {
      await reload();
      show({ at: isBegun ? 'end' : 'start' });
    },
  };
}

export type AnswerSheet = ReturnType<typeof useAnswerSheet>;

function placeAfter(asked: readonly AskedQuestion[], index: number): Place {
  return index + 1 < asked.length ? { at: 'question', index: index + 1 } : { at: 'end' };
}

function answersFor(line: Waiting[], set: string): { questionId: string; answer: QuestionAnswer }[] {
  return line.flatMap(({ name, input }) => {
    if (name !== 'quiz.answer') return [];
    const { runId, day } = input;
    return JSON.stringify(runId === undefined ? { day } : { runId }) === set ? [input] : [];
  });
}
