import { shareOf } from '../../../src/domain/quiz/analysis/share';
import { areSharesFinal } from '../../../src/domain/quiz/paper/areSharesFinal';
import { paperStanding } from '../../../src/domain/quiz/paper/paperStanding';
import type { Context } from '../../operation';
import { maySeeKeys } from '../../policies/bank';
import {
  findPaper,
  findPaperQuestions,
  isHandedIn,
  type OwnPaperRecord,
  type PaperRecord,
} from './paperRepository';

/** What everybody may know of a paper at `now`. */
function aboutPaper(paper: PaperRecord, now: Date) {
  return {
    paperId: paper.id,
    title: paper.title,
    organisationName: paper.organisationName,
    standing: paperStanding(paper, now),
    size: paper.size,
    minutes: paper.minutes,
    opensAt: paper.opensAt?.toISOString() ?? null,
    closesAt: paper.closesAt?.toISOString() ?? null,
  };
}

/** A paper as those see it who make it, without its questions. */
export function deskPaperOf(paper: PaperRecord, now: Date) {
  const { organisationId, version, way, withdrawReason } = paper;
  return { ...aboutPaper(paper, now), organisationId, version, way, withdrawReason };
}

/** A paper as a member sees it: its cover, and whether the own attempt was begun and handed in. */
export function ownPaperOf(paper: OwnPaperRecord, now: Date) {
  return { ...aboutPaper(paper, now), runId: paper.runId, handedIn: paper.handedIn };
}

/** A paper that the caller has just changed, as `deskPaperOf`. */
export async function changedPaperOf({ trx, actor, now }: Context, paperId: string) {
  const paper = await findPaper(trx, actor.tenantId, paperId);
  if (!paper) throw new Error('a paper that was just locked is gone');
  return deskPaperOf(paper, now);
}

/**
 * A paper with its questions and keys, and the shares of right answers once nothing moves them, as it is stored now. A question
 * that another paper still asks is told without its key.
 */
export async function wholePaperOf({ trx, actor, now }: Context, paperId: string) {
  const paper = await findPaper(trx, actor.tenantId, paperId);
  if (!paper) throw new Error('a paper that was just locked is gone');
  const questions = await findPaperQuestions(trx, actor.tenantId, paperId, { today: actor.today, now });
  const isFinal = areSharesFinal(paper, await isHandedIn(trx, actor.tenantId, paperId), now);
  return {
    ...deskPaperOf(paper, now),
    questions: questions.map((one) => {
      // On somebody else's paper, which is not closed: whoever keeps the bank knows the key anyway.
      const hidden = one.sealedElsewhere && !maySeeKeys(actor, one);
      const { questionId: id, type, topic, stem, options, outdated, people, right } = one;
      const told = isFinal ? shareOf(right, people) : null;
      const { key, explanation, source } = hidden ? closed : one;
      return {
        id,
        type,
        topic,
        stem,
        options,
        key,
        explanation,
        source: { title: source.title, article: source.article },
        hidden,
        outdated,
        share: told?.share ?? null,
        bound: told?.bound ?? null,
      };
    }),
  };
}

/** What is told of a question instead of its key. */
const closed = { key: [], explanation: '', source: { title: '', article: '' } };
