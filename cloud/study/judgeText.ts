import { checkWords } from '../../src/domain/textCheck/checkWords';
import { AppError } from '../appError';
import type { Context } from '../operation';
import { enqueue } from '../outbox/enqueue';
import { findTextFinding, putTextFinding } from './textCheckRepository';
import { type ReadContent, textOf } from './textOf';

/**
 * Has the text of a piece that is handed in checked: at once by our own list; by WeChat besides, after the commit,
 * when this very request came from WeChat, because its check wants a writer who was there within two hours and we keep
 * no record of who was where when. Nothing waits for it: the second person reads every piece anyway.
 */
export async function judgeText(
  context: Context,
  handedIn: { pieceId: string; version: number },
  content: ReadContent,
): Promise<void> {
  const { trx, actor, channel } = context;
  await putTextFinding(trx, { tenantId: actor.tenantId, ...handedIn }, checkWords(textOf(content)));
  if (channel === 'weapp') {
    await enqueue(context, 'study.checkText', { ...handedIn, writerId: actor.memberId });
  }
}

/** Refuses to approve a text that is not fit to be read (`text_not_fit`); what a person should look at, a person is looking at. */
export async function requireFitText({ trx, actor }: Context, pieceId: string): Promise<void> {
  const finding = await findTextFinding(trx, actor.tenantId, pieceId);
  if (finding?.verdict === 'risky') throw new AppError('text_not_fit');
}
