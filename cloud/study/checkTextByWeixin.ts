import { splitText } from '../../src/domain/textCheck/splitText';
import { graver, type TextFinding } from '../../src/domain/textCheck/textVerdict';
import { visibleText } from '../../src/domain/textCheck/visibleText';
import { AppError } from '../appError';
import { inTenant } from '../database/tenantTransaction';
import { findOpenids } from '../identity/findOpenids';
import type { OutboxHandler } from '../outbox/topics';
import { newId } from '../ports/newId';
import type { Ports } from '../ports/ports';
import { TEXT_CHECK_CHARACTERS, type TextOutcome } from '../ports/weixin';
import { addNotice } from '../reminder/addNotice';
import { findPiece } from './deskRepository';
import { findTextFinding, putTextFinding } from './textCheckRepository';
import { textOf } from './textOf';

/** What WeChat's word means to the reviewer. Names of leaders often get `review` (domain.md 11.3), so it goes to a person. */
const findings: Record<Exclude<TextOutcome, 'notRecent'>, TextFinding> = {
  pass: { verdict: 'pass', note: '' },
  review: { verdict: 'review', note: '微信的内容检查请人看一眼。提到领导人或时政时常会这样' },
  risky: { verdict: 'risky', note: '微信的内容检查认为里面有不宜发布的内容，请退回修改' },
};

/**
 * Delivers `study.checkText`: asks WeChat about a piece as it was handed in, part by part, and keeps the graver of its
 * word and ours. Asking twice does no harm. A writer whom WeChat has not seen within two hours leaves ours standing.
 */
export const checkTextByWeixin: OutboxHandler<'study.checkText'> = async (
  { tenantId, payload: { pieceId, version, writerId } },
  ports,
  db,
) => {
  const asked = await inTenant(db, tenantId, async (trx) => {
    const piece = await findPiece(trx, tenantId, pieceId);
    if (piece?.version !== version) return null;
    return { piece, openids: await findOpenids(trx, tenantId, writerId) };
  });
  if (!asked) return;
  const outcome = await ask(ports, asked.openids, visibleText(textOf(asked.piece)));
  if (outcome === 'notRecent') return;
  await inTenant(db, tenantId, async (trx) => {
    const own = await findTextFinding(trx, tenantId, pieceId);
    const finding = own ? graver(own, findings[outcome]) : findings[outcome];
    await putTextFinding(trx, { tenantId, pieceId, version }, finding);
    if (outcome !== 'risky' || own?.note === findings.risky.note) return;
    const context = {
      trx,
      now: ports.clock.now(),
      newId: () => newId(ports.clock, ports.random),
      actor: { tenantId },
    };
    const text = `《${asked.piece.title}》里可能有不宜发布的内容，审核的同志会退回，请再看一遍`;
    await addNotice(context, writerId, text, { screen: 'deskPieces' });
  });
};

/** The gravest word on any part, by the first mini-program in which WeChat has seen the writer. */
async function ask(
  ports: Ports,
  openids: readonly { appid: string; openid: string }[],
  text: string,
): Promise<TextOutcome> {
  const parts = splitText(text, TEXT_CHECK_CHARACTERS);
  for (const { appid, openid } of openids) {
    try {
      const outcomes: TextOutcome[] = [];
      for (const part of parts) outcomes.push(await ports.weixin.checkText(appid, openid, part));
      if (outcomes.includes('risky')) return 'risky';
      if (outcomes.includes('notRecent')) continue;
      return outcomes.includes('review') ? 'review' : 'pass';
    } catch (error) {
      // A mini-program that this server has no secret of is not asked; anything else is tried again.
      if (!(error instanceof AppError) || error.code !== 'app_not_configured') throw error;
    }
  }
  return 'notRecent';
}
