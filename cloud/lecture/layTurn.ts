import type { ParsedInput } from '../../src/contract/operations';
import { sayDay } from '../../src/domain/calendar/sayDay';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { mayLayAt } from '../policies/lecture';
import { whoeverMay } from '../policies/membership';
import { addNotice } from '../reminder/addNotice';
import type { RosterPlace } from '../roster/placeRepository';
import { lapseSwaps } from '../swap/swapRepository';
import { changeTurn, findLecturePlace, insertTurn, isSpeaker, type TurnRecord } from './lectureRepository';
import { remindSpeaker } from './remindSpeaker';
import { onceADay, requireComing, turnSubject } from './turnSubject';

type Turn = ParsedInput<'lecture.lay'>;
type Target = { turn: TurnRecord } | { place: RosterPlace };

/**
 * Says who speaks on a day in an organisation, or changes a turn. Refused: `day_in_past`, `speaker_taken` (speaks on
 * that day already), `bad_input` for a speaker who does not belong there, a turn without the version that was seen or
 * one moved to another organisation. With another speaker or day the questions about swaps lapse; those it concerns
 * are told.
 */
export const layTurn = memberUseCase('lecture.lay')({
  policy: whoeverMay('lecture.lay'),
  subject: async (context, { turnId, organisationId }): Promise<Target | null> => {
    const { trx, actor } = context;
    if (turnId) {
      const turn = await turnSubject(context, { turnId });
      return turn && { turn };
    }
    const place = await findLecturePlace(trx, actor.tenantId, organisationId);
    return place && { place };
  },
  subjectPolicy: (actor, target) => mayLayAt(actor, 'turn' in target ? target.turn : target.place),
  run: async (context, input, target) => {
    const { trx, actor } = context;
    const { organisationId, day, speakerId } = input;
    if (day < actor.today) throw new AppError('day_in_past');
    if (!(await isSpeaker(trx, actor.tenantId, { organisationId, memberId: speakerId, day: actor.today }))) {
      throw new AppError('bad_input', 'speakerId');
    }
    return 'turn' in target ? change(context, input, target.turn) : add(context, input);
  },
  auditSubject: (_input, { turnId }) => ({ kind: 'lectureTurn', id: turnId }),
});

async function add(context: Context, { version, organisationId, day, speakerId, topic }: Turn) {
  if (version !== undefined) throw new AppError('bad_input', 'version');
  const { trx, actor } = context;
  const turnId = context.newId();
  await onceADay(
    insertTurn(trx, actor.tenantId, {
      id: turnId,
      organisationId,
      day,
      speakerId,
      topic,
      laidBy: actor.memberId,
    }),
  );
  await tell(context, speakerId, `${sayDay(day)}的微党课请您来讲${topic ? `：${topic}` : ''}`);
  await remindSpeaker(context, { turnId, memberId: speakerId, day });
  return { turnId, version: 1 };
}

async function change(
  context: Context,
  { version, organisationId, day, speakerId, topic }: Turn,
  turn: TurnRecord,
) {
  const { trx, actor } = context;
  if (version === undefined) throw new AppError('bad_input', 'version');
  if (organisationId !== turn.organisationId) throw new AppError('bad_input', 'organisationId');
  requireComing(turn, version, actor.today);
  const isOther = speakerId !== turn.speakerId;
  const next = await onceADay(
    changeTurn(trx, actor.tenantId, turn.id, {
      day,
      speaker_id: speakerId,
      topic,
      // What the one before had prepared is the one before's.
      ...(isOther ? { outline: '', piece_id: null } : {}),
    }),
  );
  if (isOther || day !== turn.day) {
    await lapseSwaps(trx, 'lecture_swap', { tenantId: actor.tenantId, turnIds: [turn.id] });
    if (isOther) await tell(context, turn.speakerId, `${sayDay(turn.day)}的微党课改由别的同志来讲了`);
    const words = isOther ? '请您来讲' : `从${sayDay(turn.day)}改过来的，请您来讲`;
    await tell(context, speakerId, `${sayDay(day)}的微党课${words}${topic ? `：${topic}` : ''}`);
    await remindSpeaker(context, { turnId: turn.id, memberId: speakerId, day });
  }
  return { turnId: turn.id, version: next };
}

async function tell(context: Context, memberId: string, text: string): Promise<void> {
  if (memberId !== context.actor.memberId)
    await addNotice(context, memberId, text, { screen: 'lectureRota' });
}
