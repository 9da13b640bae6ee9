import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { excusingMarks, rollKinds } from '../../../src/domain/meeting/roll';
import { demoScheme } from '../../../src/domain/pioneer/demoScheme';
import type { OrganisationLevel } from '../../../src/domain/roster/posts';
import { whyInvited } from '../../../src/domain/task/dueList';
import { insertFault } from '../../feedback/faultRepository';
import { insertFeedback } from '../../feedback/feedbackRepository';
import { insertFile } from '../../file/fileRepository';
import { pairingHashes } from '../../identity/pairingHashes';
import { insertPairing, scanPairingOf } from '../../identity/pairingRepository';
import { openSession } from '../../identity/session';
import { advanceMeeting, insertMeeting } from '../../meeting/meetingRepository';
import { freezeRoll } from '../../meeting/rollRepository';
import { adoptScheme } from '../../pioneer/adoptScheme';
import { ensurePeriod } from '../../pioneer/ensurePeriod';
import { appendEntries } from '../../pioneer/ledgerRepository';
import { insertReviewedQuestion } from '../../quiz/quizRepository';
import { insertNotice } from '../../reminder/reminderRepository';
import { findPlace } from '../../roster/placeRepository';
import { insertLawChange } from '../../study/law/lawRepository';
import { upsertNote } from '../../study/ownRepository';
import { changePiece, insertPiece } from '../../study/studyRepository';
import { findCandidates, insertDue } from '../../task/dueRepository';
import { insertTask } from '../../task/taskRepository';
import { pieceContent } from '../pieces';
import { addBank, addImport, type BankRecords, type ImportRecords } from './bankRecords';
import { type TreeKey, tree } from './columns';
import { addOwnTurns, addTurn, type OwnTurns } from './lectureRecords';
import { addPackFile } from './packRecords';
import { addPapers, type PaperRecords } from './paperRecords';
import { addPractice, type PracticeRecords } from './practiceRecords';
import { addPast, addReading, addTerm } from './rosterRecords';
import type { Scribe } from './scribe';
import { addSeries, type SeriesRecords } from './seriesRecords';
import { addSupply, type SupplyRecords } from './supplyRecords';

/** Things of an organisation, one of each state that some operation needs. */
export interface PlaceRecords extends SeriesRecords, SupplyRecords, PaperRecords, BankRecords {
  organisationId: string;
  level: OrganisationLevel;
  /** A post that is held there until the end of the year, and somebody else of the place who could take over. */
  term: string;
  successor: string;
  published: string;
  draft: string;
  submitted: string;
  approved: string;
  /** Approved, and waits to be checked because its law has changed on 1 October 2026. */
  lawPiece: string;
  /** That change. */
  lawChange: string;
  question: string;
  planned: string;
  open: string;
  closed: string;
  faultInPiece: string;
  faultInQuestion: string;
  faultInScore: string;
  /** A coming turn of somebody else (微党课). */
  turn: string;
  /** A study task for everybody there and below. */
  task: string;
}

/** Things of a person. */
export interface OwnRecords extends OwnTurns, PracticeRecords, ImportRecords {
  memberId: string;
  loginName: string;
  sessionToken: string;
  sessionId: string;
  notice: string;
  /** The code of a pairing that the person has scanned. */
  pairing: string;
  file: string;
  feedback: string;
  fault: string;
  scoreEntry: string;
  /** A mark and a second belonging that ended years ago. */
  mark: string;
  belonging: string;
  /** A roster that was announced and finished, and a preview of an empty one for the organisation of the post. */
  rosterFile: string;
  intake: string;
  /** A finished content pack without content. */
  packFile: string;
}

/** Friday 20 November 2026, a working day before the matrix's today. */
const PUBLISHED_ON = '2026-11-20';
const STAMPED_ON = '2026-11-19';

/** A piece of the committee that everybody has stamped, and the ticket of a complaint without a name. */
export interface SharedRecords {
  stamped: string;
  ticket: string;
  periodId: string;
  schemeId: string;
}

/** Adds what belongs to the bureau. `ticket` is a random UUID that the sender made. */
export async function addShared(scribe: Scribe, committeeId: string, ticket: string): Promise<SharedRecords> {
  const { trx, ports, tenantId, newId } = scribe;
  const now = ports.clock.now();
  const stamped = await addPiece(scribe, committeeId, 'approved', STAMPED_ON);
  const today = shanghaiDay(now);
  await insertFeedback(trx, tenantId, { id: ticket, senderId: null, text: '没有名字的建议', sentOn: today });
  const context = { trx, now, newId, actor: { tenantId } };
  const schemeId = await adoptScheme(context, demoScheme('2026-01-01'));
  const period = await ensurePeriod(context, today);
  if (!period) throw new Error('no period');
  return { stamped, ticket, periodId: period.id, schemeId };
}

/** Adds one of everything to an organisation. */
export async function addPlaceRecords(
  scribe: Scribe,
  key: TreeKey,
  organisationId: string,
  people: { resident: string; successor: string; idOf: (key: TreeKey) => string },
): Promise<PlaceRecords> {
  const { trx, tenantId, newId } = scribe;
  const question = newId();
  await insertReviewedQuestion(trx, tenantId, {
    id: question,
    organisationId,
    type: 'single',
    stem: `${key} 的题`,
    options: ['甲', '乙'],
    key: [1],
    explanation: '条文这样写。',
    source: { title: '计量法', article: '第二十一条', url: null, versionOn: '2018-10-26', checkedOn: null },
    topic: '计量',
    demo: false,
    authorId: scribe.authorId,
    reviewerId: scribe.reviewerId,
  });
  const published = await addPiece(scribe, organisationId, 'approved', PUBLISHED_ON);
  const fault = (subject: 'piece' | 'question' | 'scoreEntry', subjectId: string) =>
    addFault(scribe, scribe.authorId, { subject, subjectId, organisationId });
  const { level } = tree[key];
  const law = await addLawPiece(scribe, key, organisationId);
  return {
    organisationId,
    level,
    term: await addTerm(scribe, { organisationId, level }, people.resident),
    successor: people.successor,
    published,
    draft: await addPiece(scribe, organisationId, 'draft'),
    submitted: await addPiece(scribe, organisationId, 'submitted'),
    approved: await addPiece(scribe, organisationId, 'approved'),
    ...law,
    question,
    ...(await addBank(scribe, organisationId, law.lawChange)),
    ...(await addPapers(scribe, organisationId)),
    planned: (await addMeeting(scribe, key, organisationId)).id,
    // Closed before the other opens: an organisation has one open meeting at a time.
    closed: (await addMeeting(scribe, key, organisationId, 'closed')).id,
    open: (await addMeeting(scribe, key, organisationId, 'open')).id,
    faultInPiece: await fault('piece', published),
    faultInQuestion: await fault('question', question),
    faultInScore: await fault('scoreEntry', newId()),
    turn: await addTurn(scribe, { organisationId, speakerId: scribe.reviewerId, day: '2026-12-10' }),
    task: await addTask(scribe, key, organisationId, published),
    ...(await addSeries(scribe, organisationId)),
    ...(await addSupply(scribe, key, people.idOf)),
  };
}

/** Adds one of everything that a person has. `meeting` is one on whose roll the person stands. */
export async function addOwnRecords(
  scribe: Scribe,
  person: { memberId: string; loginName: string; meeting: PlaceRecords; keeps: string },
  shared: SharedRecords,
): Promise<OwnRecords> {
  const { trx, ports, tenantId, newId } = scribe;
  const { memberId, loginName, meeting } = person;
  const now = ports.clock.now();
  const { token } = await openSession(trx, ports, { tenantId, memberId, channel: 'h5' });
  const { id: sessionId } = await trx
    .selectFrom('gate.session')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('member_id', '=', memberId)
    .executeTakeFirstOrThrow();
  const [notice, file, feedback, scoreEntry] = [newId(), newId(), newId(), newId()];
  await insertNotice(trx, { tenantId, id: notice, memberId, text: '一条通知', target: null, now });
  const pairing = await addPairing(scribe, memberId);
  await insertFile(
    trx,
    tenantId,
    { id: file, ownerId: memberId, purpose: 'import', name: '名册.xlsx', declaredSize: 10 },
    now,
  );
  await insertFeedback(trx, tenantId, {
    id: feedback,
    senderId: memberId,
    text: '署名的建议',
    sentOn: shanghaiDay(now),
  });
  await trx
    .insertInto('study_mark')
    .values({ tenant_id: tenantId, member_id: memberId, piece_id: shared.stamped, day: STAMPED_ON })
    .execute();
  await appendEntries(trx, tenantId, {
    periodId: shared.periodId,
    schemeId: shared.schemeId,
    itemCode: 'attendance',
    dimension: 'discipline',
    occurredOn: PUBLISHED_ON,
    sourceId: meeting.closed,
    proposedBy: scribe.authorId,
    approvedBy: scribe.reviewerId,
    createdAt: now,
    entries: [{ id: scoreEntry, memberId, points: 2 }],
  });
  const reader = { tenantId, memberId, audience: [], homeId: null, now };
  await upsertNote(trx, reader, { pieceId: shared.stamped, text: `${loginName} 记的一句`, day: STAMPED_ON });
  const fault = await addFault(scribe, memberId, {
    subject: 'piece',
    subjectId: shared.stamped,
    organisationId: meeting.organisationId,
  });
  const past = await addPast(scribe, memberId, meeting.organisationId);
  const reading = await addReading(scribe, memberId, person.keeps);
  return {
    memberId,
    loginName,
    sessionToken: token,
    sessionId,
    notice,
    pairing,
    file,
    feedback,
    fault,
    scoreEntry,
    ...(await addOwnTurns(scribe, person, meeting)),
    ...past,
    ...reading,
    ...(await addPackFile(scribe, memberId)),
    ...(await addPractice(scribe, memberId, meeting.organisationId)),
    ...(await addImport(scribe, memberId, person.keeps)),
  };
}

async function addPiece(
  scribe: Scribe,
  organisationId: string,
  state: 'draft' | 'submitted' | 'approved',
  publishOn: string | null = null,
): Promise<string> {
  const { trx, ports, tenantId } = scribe;
  const id = scribe.newId();
  const updatedAt = ports.clock.now();
  const approval = { reviewerId: scribe.reviewerId, reviewedAt: updatedAt, publishOn };
  await insertPiece(
    trx,
    tenantId,
    { ...pieceContent, id, organisationId, authorId: scribe.authorId, demo: false, updatedAt },
    state === 'approved' ? approval : null,
  );
  if (state === 'submitted') {
    await trx
      .updateTable('piece')
      .set({ state })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .execute();
  }
  return id;
}

async function addLawPiece(
  scribe: Scribe,
  key: TreeKey,
  organisationId: string,
): Promise<{ lawPiece: string; lawChange: string }> {
  const { trx, ports, tenantId, newId } = scribe;
  const pieceId = await addPiece(scribe, organisationId, 'approved');
  const changeId = newId();
  const now = ports.clock.now();
  await insertLawChange(trx, tenantId, {
    id: changeId,
    title: `${key} 的规定`,
    key,
    kind: 'amended',
    since: '2026-10-01',
    note: '',
    markedBy: scribe.reviewerId,
    markedAt: now,
  });
  await changePiece(trx, { tenantId, pieceId, version: 1 }, { lawChangeId: changeId }, now);
  return { lawPiece: pieceId, lawChange: changeId };
}

async function addMeeting(
  { trx, ports, tenantId, newId, authorId }: Scribe,
  key: TreeKey,
  organisationId: string,
  state: 'planned' | 'open' | 'closed' = 'planned',
): Promise<{ id: string }> {
  const id = newId();
  const now = ports.clock.now();
  await insertMeeting(trx, tenantId, {
    id,
    organisationId,
    type: 'themeDay',
    title: '主题党日',
    place: '会议室',
    plannedAt: now,
    agenda: [{ title: '学习', minutes: 40 }],
    calledBy: authorId,
    demo: false,
  });
  if (state === 'planned') return { id };
  await advanceMeeting(trx, tenantId, id, { state: 'open', opened_at: now });
  await freezeRoll(trx, tenantId, {
    meetingId: id,
    organisationId,
    day: shanghaiDay(now),
    kinds: rollKinds(tree[key].level),
    posts: null,
    excusing: excusingMarks,
  });
  if (state === 'open') return { id };
  await trx
    .updateTable('roll_entry')
    .set({ state: 'present', method: 'byHand', recorded_by: authorId, recorded_at: now })
    .where('tenant_id', '=', tenantId)
    .where('meeting_id', '=', id)
    .execute();
  await advanceMeeting(trx, tenantId, id, { state: 'closed', closed_at: now });
  return { id };
}

async function addTask(
  { trx, ports, tenantId, newId, authorId }: Scribe,
  key: TreeKey,
  organisationId: string,
  pieceId: string,
): Promise<string> {
  const id = newId();
  const now = ports.clock.now();
  const place = await findPlace(trx, tenantId, organisationId);
  if (!place) throw new Error(`no ${key}`);
  await insertTask(trx, tenantId, {
    id,
    organisationId,
    whom: 'organisation',
    target: { kind: 'piece', id: pieceId },
    title: '一篇',
    readingMinutes: 3,
    dueOn: '2026-11-27',
    selfCheck: false,
    publishedBy: authorId,
    publishedAt: now,
  });
  const people = await findCandidates(trx, tenantId, {
    organisationId,
    organisationPath: place.organisationPath,
    isGroup: tree[key].level === 'group',
    memberIds: null,
    day: shanghaiDay(now),
  });
  await insertDue(
    trx,
    tenantId,
    id,
    people.map((one) => ({ ...one, reason: whyInvited(one) })),
  );
  return id;
}

async function addFault(
  { trx, ports, tenantId, newId }: Scribe,
  reporterId: string,
  about: { subject: 'piece' | 'question' | 'scoreEntry'; subjectId: string; organisationId: string },
): Promise<string> {
  const id = newId();
  await insertFault(trx, tenantId, {
    id,
    ...about,
    subjectTitle: '标题',
    reporterId,
    text: '有一处不对',
    reportedAt: ports.clock.now(),
  });
  return id;
}

/** A computer's code that the member has scanned and not answered yet; it shows 42. */
async function addPairing({ trx, ports, tenantId, newId }: Scribe, memberId: string): Promise<string> {
  const code = Buffer.from(newId().replaceAll('-', ''), 'hex').toString('base64url');
  const codeHash = pairingHashes(ports, code)[0] ?? '';
  const now = ports.clock.now();
  await insertPairing(trx, {
    codeHash,
    secretHash: newId(),
    digits: '42',
    choices: ['17', '42', '80'],
    browser: 'other',
    system: 'other',
    askedAt: now,
    expiresAt: new Date(now.getTime() + 1),
  });
  await scanPairingOf(trx, [codeHash], { tenantId, memberId }, now);
  return code;
}
