import { pickMockExam } from '../../../src/domain/quiz/practice/mockExam';
import type { PracticeMode } from '../../../src/domain/quiz/practice/modes';
import { pickReview } from '../../../src/domain/quiz/practice/pickReview';
import { pickSet, setSizes } from '../../../src/domain/quiz/practice/pickSet';
import type { Transaction } from '../../database/tenantTransaction';
import type { Asking } from '../askableRepository';
import { findCandidates, findDue, findForExam, findFresh, findMistakes } from './pickRepository';
import { findReviewSetting } from './reviewRepository';

/** Ten mistakes are a set, as everywhere (domain.md 6). */
const WRONG_BOOK_SIZE = 10;
/** A whole exam of one type, if the bank has no other. */
const EXAM_PER_TYPE = 20;

/** The questions of a new set in their order; empty when there is nothing to ask. */
export async function pickQuestions(
  trx: Transaction,
  asking: Asking,
  { mode, label, attempt }: { mode: PracticeMode; label: string; attempt: number },
): Promise<string[]> {
  const seed = [asking.memberId, mode, label, attempt].join('|');
  switch (mode) {
    case 'dailyFive':
    case 'weeklyTen':
    case 'topic':
    case 'challenge': {
      const { size } = setSizes[mode];
      const topic = mode === 'topic' ? label : null;
      const candidates = await findCandidates(trx, asking, { size, seed, topic });
      return pickSet(seed, asking.today, setSizes[mode], candidates);
    }
    case 'wrongBook':
      return findMistakes(trx, asking, WRONG_BOOK_SIZE);
    case 'review': {
      const setting = await findReviewSetting(trx, asking);
      // One more than fits tells whether something is left.
      const due = await findDue(trx, asking, setting.duePerDay + 1);
      const fresh = await findFresh(trx, asking, { seed, limit: setting.newPerDay });
      return pickReview(setting, due, fresh);
    }
    case 'mockExam':
      return pickMockExam(await findForExam(trx, asking, { seed, perType: EXAM_PER_TYPE }));
  }
}
