import { questionWords } from '../../../src/domain/quiz/bank/questionWords';
import { memberUseCase } from '../../operation';
import { hasWrittenQuestion, questionReviewHat } from '../../policies/bank';
import { whoeverMay } from '../../policies/membership';
import { contentOf } from './importReply';
import { findBankQuestions } from './questionRepository';
import { reviewInHand, reviewReply } from './reviewReply';
import { findReview } from './reviewRepository';

/** The longest questions of a page stay under 700 KB. */
const PAGE = 30;

/** What is to be looked at in a review, flagged ones first. */
export const readReviewBatch = memberUseCase('quiz.readReviewBatch')({
  policy: whoeverMay('quiz.review'),
  subject: ({ trx, actor }, { reviewId }) => findReview(trx, actor.tenantId, reviewId),
  subjectPolicy: (actor, review) => questionReviewHat(actor, review),
  run: async (context, { from = 0 }, review) => {
    const { trx, actor } = context;
    const inHand = await reviewInHand(context, review);
    const page = inHand.toSee.slice(from, from + PAGE);
    const found = new Map(
      (await findBankQuestions(trx, actor.tenantId, page)).map((question) => [question.id, question]),
    );
    return {
      review: reviewReply(inHand),
      questions: page.flatMap((id) => {
        const question = found.get(id);
        if (!question) return [];
        const said = inHand.verdicts.get(id);
        return [
          {
            id,
            version: question.version,
            ...contentOf(question),
            flagged: question.flagged,
            note: questionWords(question).note,
            mine: hasWrittenQuestion(actor, question),
            verdict: said ? { verdict: said.verdict, reason: said.reason ?? '' } : null,
          },
        ];
      }),
      next: inHand.toSee.length > from + PAGE ? from + PAGE : null,
    };
  },
});
