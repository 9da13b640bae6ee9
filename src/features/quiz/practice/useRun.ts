import { useEffect, useState } from 'react';
import type { Input, Output } from '../../../contract/operations';
import { callCloud } from '../../../platform/callCloud';
import { now } from '../../../platform/clock';
import { asCloudError, type CloudError } from '../../../platform/cloudError';
import { keepCopy } from '../../../platform/copies';
import { sendOrQueue } from '../../../platform/queue';
import { useMe } from '../../../platform/session';
import { useCloud } from '../../../platform/useCloud';
import type { Question } from '../question';
import { useAnswerSheet } from '../useAnswerSheet';

export type Run = Output<'quiz.readRun'>['run'];

/** Exams are handed in; everything else is graded answer by answer. */
function isExamMode(mode: Run['mode']): boolean {
  return mode === 'mockExam' || mode === 'paper';
}

/**
 * Opens a set. `start` resolves with its id, with null when there is nothing to ask, and with undefined when it did not
 * work (then `error` says why). What was opened is kept on this device, so that it goes on without network.
 */
export function useStart() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<CloudError>();
  const [isEmpty, setEmpty] = useState(false);
  const start = async (input: Input<'quiz.startRun'>): Promise<string | null | undefined> => {
    setBusy(true);
    setError(undefined);
    try {
      const { run } = await callCloud('quiz.startRun', input);
      setEmpty(run === null || run.questions.length === 0);
      if (!run || run.questions.length === 0) return null;
      keepCopy(copyKey(run.id), { run }, now());
      return run.id;
    } catch (failure) {
      setError(asCloudError(failure));
      return undefined;
    } finally {
      setBusy(false);
    }
  };
  return { start, isBusy, error, isEmpty };
}

/** A set that was opened, as a sheet; the last seven are readable without network. */
export function useRun(runId: string) {
  const me = useMe();
  const answer = useCloud('quiz.readRun', { runId }, { cacheKey: copyKey(runId), skip: !me });
  const { data, reload, replace } = answer;
  const run = data?.run;
  const isExam = run !== undefined && isExamMode(run.mode);
  const sheet = useAnswerSheet({
    set: { runId },
    questions: run && [...run.questions, ...aheadOf(run)],
    isExam: isExam && !run.over,
    isBegun: true,
    isHandedIn: isExam && run.over,
    reload,
    keep: (questions, said) => run && replace({ run: afterAnswer(run, questions, said) }),
  });
  // At the end the cloud says whether it is over, and what to read again.
  const isAtEnd = sheet.place.at === 'end';
  const isOver = run?.over ?? true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the end is reached
  useEffect(() => {
    if (isAtEnd && !isOver) void reload();
  }, [isAtEnd]);
  const [isHandingIn, setHandingIn] = useState(false);
  const [handInError, setHandInError] = useState<CloudError>();
  /** The handing in waits on this device for the network. */
  const [isHandInKept, setHandInKept] = useState(false);

  const handIn = async () => {
    if (isHandingIn) return;
    setHandingIn(true);
    setHandInError(undefined);
    try {
      // What is chosen and not yet sent counts as well.
      if (sheet.isReady) await sheet.submit();
      const sent = await sendOrQueue('quiz.handIn', { runId });
      if (sent.status === 'done') replace(sent.output);
      else setHandInKept(true);
      sheet.finish();
    } catch (failure) {
      setHandInError(asCloudError(failure));
    } finally {
      setHandingIn(false);
    }
  };
  /** Exams: to the list of all questions; what is chosen is kept first. */
  const overview = async () => {
    if (sheet.isReady) await sheet.submit();
    sheet.finish();
  };
  return { ...answer, run, sheet, isExam, overview, handIn, isHandingIn, handInError, isHandInKept };
}

/** The questions of a challenge that this device holds for going on without network; a copy of an older build has none. */
function aheadOf({ ahead = [] }: Omit<Run, 'ahead'> & { ahead?: Run['ahead'] }): Run['ahead'] {
  return ahead;
}

/** Whether a challenge has ended: the cloud says so, or an answer was wrong just now. */
export function isChallengeOver({ over, questions }: Run): boolean {
  return over || questions.some(({ graded }) => graded?.correct === false);
}

/** The set after an answer: a challenge goes on with what the cloud offers next, or ends. */
function afterAnswer(run: Run, questions: Question[], { next, ahead }: Output<'quiz.answer'>): Run {
  if (run.mode !== 'challenge') return { ...run, questions };
  const answered = questions.filter(({ graded, saved }) => graded !== null || saved !== null);
  return { ...run, questions: next ? [...answered, next] : answered, ahead };
}

export type RunState = ReturnType<typeof useRun>;

function copyKey(runId: string): string {
  return `run/${runId}`;
}
