import type { Input } from '../../../src/contract/operations';
import { addDays, shanghaiDay, shanghaiInstant } from '../../../src/domain/calendar/shanghai';
import { beginFile } from '../../file/beginFile';
import { finishFile } from '../../file/finishFile';
import { putAway } from '../../file/takeIn';
import type { Ports } from '../../ports/ports';
import { reviewPiece } from '../../study/reviewPiece';
import { saveDraft } from '../../study/saveDraft';
import { schedulePiece } from '../../study/schedulePiece';
import { submitPiece } from '../../study/submitPiece';
import type { Transaction } from '../tenantTransaction';
import { chimePiece, cornerPiece } from './content/mediaPieces';
import { plainTones, plainTonesSeconds } from './content/plainTones';
import { readingCorner, readingCornerSize } from './content/readingCorner';
import { type DemoHand, handOf } from './demoContext';
import { lastWorkdaysBefore } from './lastWorkdaysBefore';

/** The secretary whose shoes one steps into writes and lays on days, the publicity officer approves. */
const SECRETARY = 'd0000002';

type Draft = Input<'study.saveDraft'>;

/**
 * Two pieces of the demo member's branch on the last working days before: one with a picture, one with a recording,
 * both made by this program. Through the real use cases, from the upload on.
 */
export async function fillMedia(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const today = shanghaiDay(ports.clock.now());
  // The last of the three is the day of the branch's series (demoSeries).
  const [picturedOn = today, recordedOn = today] = lastWorkdaysBefore(today, 3);
  const at = shanghaiInstant(addDays(picturedOn, -1), '10:00');
  const { member_id: writerId } = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('login_name', '=', SECRETARY)
    .executeTakeFirstOrThrow();
  const writer = await handOf(trx, ports, tenantId, writerId, at);
  const organisationId = writer.context.actor.held.find((one) => one.post === 'secretary')?.organisationId;
  if (!organisationId) throw new Error('the demo secretary holds no branch');
  const officer = await trx
    .selectFrom('post')
    .select('member_id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('post', '=', 'publicityOfficer')
    .where('member_id', '<>', writerId)
    .where('to_day', 'is', null)
    .executeTakeFirstOrThrow();
  const reviewer = await handOf(trx, ports, tenantId, officer.member_id, at);
  await publish(writer, reviewer, picturedOn, { organisationId, ...(await pictured(writer)) });
  await publish(writer, reviewer, recordedOn, { organisationId, ...(await recorded(writer)) });
}

async function pictured(writer: DemoHand): Promise<Omit<Draft, 'organisationId'>> {
  const { kind, title, topic, source, before, after, alt, caption } = cornerPiece;
  const fileId = await upload(writer, 'piecePicture', 'reading-corner.png', readingCorner());
  const paragraph = (text: string) => ({ type: 'paragraph' as const, text });
  const picture = { type: 'picture' as const, fileId, text: caption, alt, ...readingCornerSize };
  return {
    kind,
    title,
    topic,
    source,
    checks: [],
    blocks: [...before.map(paragraph), picture, ...after.map(paragraph)],
  };
}

async function recorded(writer: DemoHand): Promise<Omit<Draft, 'organisationId'>> {
  const { kind, title, topic, source, transcript, paragraphs } = chimePiece;
  const fileId = await upload(writer, 'pieceAudio', 'plain-tones.mp3', plainTones());
  const recording = { type: 'audio' as const, fileId, text: transcript, seconds: plainTonesSeconds };
  const blocks = [recording, ...paragraphs.map((text) => ({ type: 'paragraph' as const, text }))];
  return { kind, title, topic, source, checks: [], blocks };
}

async function upload(
  writer: DemoHand,
  purpose: 'piecePicture' | 'pieceAudio',
  name: string,
  content: Buffer,
): Promise<string> {
  const { ports, actor } = writer.context;
  const { fileId } = await writer.does(beginFile, 'file.begin', { purpose, name, size: content.length });
  // What a browser sends with its ticket; the ticket of that day is long over.
  await putAway(ports, actor.tenantId, fileId, { form: 'plain', content });
  await writer.does(finishFile, 'file.finish', { fileId });
  return fileId;
}

async function publish(writer: DemoHand, reviewer: DemoHand, publishOn: string, draft: Draft): Promise<void> {
  const { pieceId, version } = await writer.does(saveDraft, 'study.saveDraft', draft);
  const submitted = await writer.does(submitPiece, 'study.submit', { pieceId, version });
  const approved = await reviewer.does(reviewPiece, 'study.review', {
    pieceId,
    version: submitted.version,
    decision: 'approve',
    note: '',
  });
  await writer.does(schedulePiece, 'study.schedule', { pieceId, version: approved.version, publishOn });
}
