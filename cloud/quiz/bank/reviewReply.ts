import type { Output } from '../../../src/contract/operations';
import type { Context } from '../../operation';
import { findDraftVersions, findVerdicts, type Judged, type ReviewRecord } from './reviewRepository';

type ReviewReply = Output<'quiz.judgeQuestion'>['review'];

/** A review with what still counts of it: drafts that are there, and verdicts on them as they are now. */
export interface ReviewInHand {
  review: ReviewRecord;
  /** Ids of the flagged ones and of the sample that are still drafts, in order. */
  toSee: string[];
  /** Verdicts on the present version, by question. */
  verdicts: ReadonlyMap<string, Judged>;
}

/** What is to be called the batch: its files, or that hands wrote it. */
export function titleOf(files: readonly string[] | null): string {
  return files ? files.join('、') : '手写的题';
}

/** Looks up what a review has come to. */
export async function reviewInHand(
  { trx, actor }: Pick<Context, 'trx' | 'actor'>,
  review: ReviewRecord,
): Promise<ReviewInHand> {
  const { tenantId } = actor;
  const listed = [...review.flagged, ...review.sample];
  const versions = await findDraftVersions(trx, tenantId, listed);
  const said = await findVerdicts(trx, tenantId, review.id);
  return {
    review,
    toSee: listed.filter((id) => versions.has(id)),
    verdicts: new Map(
      said
        .filter(({ questionId, version }) => versions.get(questionId) === version)
        .map((one) => [one.questionId, one]),
    ),
  };
}

/** True when one of the random sample is given back: then nothing passes on the sample. */
export function isSampleReturned({ review, verdicts }: ReviewInHand): boolean {
  return review.sample.some((id) => verdicts.get(id)?.verdict === 'return');
}

/** A review as it leaves the server. */
export function reviewReply(inHand: ReviewInHand): ReviewReply {
  const { review, toSee, verdicts } = inHand;
  const judged = toSee.filter((id) => verdicts.has(id)).length;
  return {
    reviewId: review.id,
    version: review.version,
    state: review.state,
    organisationName: review.organisationName,
    title: titleOf(review.files),
    toSee: toSee.length,
    judged,
    rest: review.rest.length,
    isSampleReturned: isSampleReturned(inHand),
    mayClose: review.state === 'open' && judged === toSee.length,
  };
}
