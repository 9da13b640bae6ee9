import { randomUUID } from 'node:crypto';
import type { ErrorCode } from '../../../src/contract/errors';
import type { Input, OperationName } from '../../../src/contract/operations';
import { codeMinute } from '../../../src/domain/meeting/signInCode';
import type { Post } from '../../../src/domain/roster/posts';
import { demoPieces } from '../../database/demo/content/content';
import { writeLink } from '../../identity/entryLink';
import { codeOf } from '../../meeting/codeOf';
import type { Caller } from '../../operation';
import { pieceContent } from '../pieces';
import { type ColumnName, organisationPlaces, type Place } from './columns';
import type { OwnRecords, PlaceRecords } from './records';
import type { MatrixBureau, MatrixWorld } from './world';

/** One cell: who calls, and the things that stand at the place. */
export interface Cell {
  world: MatrixWorld;
  column: ColumnName;
  /** Of the place: the foreign one for `tenant`. */
  bureau: MatrixBureau;
  records: PlaceRecords;
  /** Whose things: the caller's own for `self`, else those of somebody in the place. */
  owner: OwnRecords;
}

/** How an operation is called in a cell, and what counts as allowed. */
export interface Call<N extends OperationName = OperationName> {
  operation: N;
  /** Places that make a difference; `anywhere` when the input points at nothing. */
  where: readonly Place[] | 'anywhere';
  input(cell: Cell): Input<N>;
  caller?(cell: Cell): Caller;
  /** Asked first, as the same person, in the same forgotten transaction. */
  before?: OperationName;
  /** A list is allowed for a place when the reply names this thing of it. */
  sees?(cell: Cell): string;
  /** Where a reply of success may hide that nothing happened: rows found mean that it did not. */
  untouched?(cell: Cell): { sql: string; parameters: unknown[] };
  /** A refusal that only somebody who is allowed can get. */
  allowedRefusal?: ErrorCode;
  /** A refusal that means the same as not_found. */
  closedDoor?: ErrorCode;
}

const places: readonly Place[] = [...organisationPlaces, 'tenant'];
const things: readonly Place[] = ['self', ...places];

const call = <N extends OperationName>(
  operation: N,
  where: Call['where'],
  input: Call<N>['input'],
  rest: Omit<Call<N>, 'operation' | 'where' | 'input'> = {},
  // The table forgets which operation an input belongs to; it was checked here.
): Call => ({ operation, where, input, ...rest }) as Call<never> as Call;

const nothing = () => ({});

const platform = ({ world, column }: Cell): Caller => ({
  ...world.callerOf(column),
  channel: 'weapp',
  platform: { appid: world.bureau.appid, openid: `openid-${column}` },
});

const newPhone = ({ world, column }: Cell): Caller => ({
  ...world.callerOf(column),
  channel: 'weapp',
  platform: { appid: world.bureau.appid, openid: 'new-phone' },
});

const draft = {
  kind: pieceContent.kind,
  title: pieceContent.title,
  topic: pieceContent.topic,
  blocks: pieceContent.blocks,
  source: pieceContent.source,
  checks: [],
};

const bankQuestion = {
  type: 'trueFalse' as const,
  stem: '这是一道新写的题',
  options: [],
  key: [1],
  explanation: '',
  source: { title: '', article: '', url: null, versionOn: null, checkedOn: null },
  topic: '题库',
  difficulty: null,
};

const linkTo = ({ ports }: MatrixWorld, { tenantId }: MatrixBureau, id: string) =>
  writeLink(ports.keyring, { tenantId, kind: 'piece', id });

const about = { title: '工作手册', kind: draft.kind, topic: draft.topic, source: draft.source };
const everyDay = { from: '2026-11-24', weekdays: [1, 2, 3, 4, 5] };

const agenda = [{ title: '学习', minutes: 40 }];
const TODAY = '2026-11-23';
const NEXT_WORKDAY = '2026-11-24';

/** After the term that is on record ends. */
const appointing = ({ records, owner }: Cell, post: Post) => ({
  memberId: owner.memberId,
  organisationId: records.organisationId,
  post,
  from: '2027-01-01',
  to: null,
  named: [],
});

/** Every way in which an operation is asked; `operation: case` where one operation has several answers. */
export const calls = {
  'identity.welcome': call('identity.welcome', 'anywhere', nothing),
  'identity.me': call('identity.me', 'anywhere', nothing),
  // By a phone that nobody knows yet, whoever else may be signed in there.
  'identity.activate': call('identity.activate', 'anywhere', ({ bureau }) => ({ code: bureau.card }), {
    caller: newPhone,
  }),
  'identity.activateByPhone': call(
    'identity.activateByPhone',
    'anywhere',
    ({ bureau }) => ({ phoneCode: `local:${bureau.mobile}:${randomUUID()}` }),
    { caller: newPhone },
  ),
  'identity.beginPairing': call('identity.beginPairing', 'anywhere', () => ({
    browser: 'chrome',
    system: 'windows',
  })),
  'identity.scanPairing': call('identity.scanPairing', things, ({ owner }) => ({ code: owner.pairing }), {
    caller: platform,
    closedDoor: 'pairing_ended',
  }),
  'identity.confirmPairing': call(
    'identity.confirmPairing',
    things,
    ({ owner }) => ({ code: owner.pairing, digits: '42' }),
    { caller: platform, closedDoor: 'pairing_ended' },
  ),
  // Whoever has no secret of a pairing is told that it is over.
  'identity.collectPairing': call('identity.collectPairing', 'anywhere', () => ({ secret: 'A'.repeat(43) })),
  'identity.openLink': call('identity.openLink', 'anywhere', ({ world, bureau }) => ({
    link: linkTo(world, bureau, bureau.shared.stamped),
  })),
  'identity.openLink: 去处': call(
    'identity.openLink',
    places,
    ({ world, bureau, records }) => ({ link: linkTo(world, bureau, records.published) }),
    { sees: ({ records }) => records.published },
  ),
  'identity.signIn': call('identity.signIn', 'anywhere', ({ bureau }) => bureau.login),
  'identity.weixinSignIn': call(
    'identity.weixinSignIn',
    'anywhere',
    ({ bureau, column }) => ({
      appid: bureau.appid,
      loginCode: `local:openid-${column}:${randomUUID()}`,
    }),
    { caller: ({ world, column }) => ({ ...world.callerOf(column), channel: 'weapp' }) },
  ),
  'identity.chooseBureau': call(
    'identity.chooseBureau',
    ['self', 'tenant'],
    ({ bureau }) => ({ tenantId: bureau.tenantId }),
    { caller: platform },
  ),
  'identity.signOut': call('identity.signOut', 'anywhere', nothing),
  // Judged after the policy, and a weak one costs no key derivation.
  'identity.setPassphrase': call('identity.setPassphrase', 'anywhere', () => ({ passphrase: '短' }), {
    allowedRefusal: 'passphrase_too_weak',
  }),
  'identity.consent': call('identity.consent', 'anywhere', () => ({ agreed: true })),
  'identity.sessions': call('identity.sessions', things, nothing, { sees: ({ owner }) => owner.sessionId }),
  'identity.revokeSession': call(
    'identity.revokeSession',
    things,
    ({ owner }) => ({ sessionId: owner.sessionId }),
    {
      untouched: ({ owner }) => ({
        sql: 'select 1 from gate.session where id = $1',
        parameters: [owner.sessionId],
      }),
    },
  ),
  'identity.stepInto': call('identity.stepInto', 'anywhere', () => ({ shoe: 'secretary' }), {
    closedDoor: 'unknown_operation',
  }),
  'identity.restartDemo': call('identity.restartDemo', 'anywhere', nothing, {
    closedDoor: 'unknown_operation',
  }),

  'roster.organisations': call('roster.organisations', places, nothing, {
    sees: ({ records }) => `"id":"${records.organisationId}"`,
  }),
  'roster.members': call('roster.members', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'roster.issueCard': call('roster.issueCard', places, ({ owner }) => ({ memberId: owner.memberId })),

  'roster.createOrganisation': call('roster.createOrganisation', places, ({ records }) => ({
    parentId: records.organisationId,
    name: '新设的',
    level: records.level === 'branch' ? 'group' : 'branch',
    enabledOn: null,
  })),
  'roster.editOrganisation': call('roster.editOrganisation', places, ({ records }) => ({
    organisationId: records.organisationId,
    version: 1,
    name: '改过的名称',
    enabledOn: '2026-12-01',
  })),
  // Somebody is in each of them: who gets told so was let in.
  'roster.dissolveOrganisation': call(
    'roster.dissolveOrganisation',
    places,
    ({ records }) => ({ organisationId: records.organisationId, version: 1 }),
    { allowedRefusal: 'organisation_not_empty' },
  ),
  'roster.people': call('roster.people', places, ({ records }) => ({
    organisationId: records.organisationId,
    below: false,
  })),
  'roster.member': call('roster.member', places, ({ owner }) => ({ memberId: owner.memberId })),
  'roster.editMember': call('roster.editMember', places, ({ owner }) => ({
    memberId: owner.memberId,
    version: 1,
    name: '改过的名字',
    kind: 'full',
    status: 'active',
    leadingCadre: false,
    joinedOn: '2001-07',
    fullSince: null,
    mobile: '13800000000',
  })),
  'roster.join': call('roster.join', places, ({ records }) => ({
    organisationId: records.organisationId,
    from: TODAY,
    name: '新来的',
    kind: 'probationary',
    mobile: null,
    joinedOn: '2026-07-01',
    fullSince: null,
    letterNo: '介字 7 号',
  })),
  'roster.transfer: 转走': call('roster.transfer', places, ({ owner, bureau }) => ({
    memberId: owner.memberId,
    version: 1,
    toOrganisationId: bureau.places.sibling.organisationId,
    on: NEXT_WORKDAY,
    letterNo: null,
  })),
  'roster.transfer: 转来': call('roster.transfer', places, ({ records, bureau }) => ({
    memberId: bureau.residents.foreign.memberId,
    version: 1,
    toOrganisationId: records.organisationId,
    on: NEXT_WORKDAY,
    letterNo: null,
  })),
  'roster.leave': call('roster.leave', places, ({ owner }) => ({
    memberId: owner.memberId,
    version: 1,
    becomes: 'transferredOut',
    on: TODAY,
    letterNo: null,
  })),
  'roster.mark': call('roster.mark', places, ({ owner }) => ({
    memberId: owner.memberId,
    version: 1,
    mark: 'longLeave',
    from: TODAY,
    to: null,
  })),
  'roster.endMark': call('roster.endMark', places, ({ owner }) => ({
    memberId: owner.memberId,
    version: 1,
    markId: owner.mark,
    to: '2021-06-30',
  })),
  'roster.belong': call('roster.belong', places, ({ owner, records }) => ({
    memberId: owner.memberId,
    version: 1,
    organisationId: records.organisationId,
    kind: 'temporary',
    from: TODAY,
    to: null,
  })),
  'roster.endBelonging': call('roster.endBelonging', places, ({ owner }) => ({
    memberId: owner.memberId,
    version: 1,
    belongingId: owner.belonging,
    to: '2021-06-30',
  })),
  'roster.posts': call('roster.posts', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'roster.appoint: 支委': call('roster.appoint', places, (cell) =>
    appointing(cell, cell.records.level === 'group' ? 'groupLeader' : 'disciplineOfficer'),
  ),
  // Not every level has the post: who gets told so was let in.
  'roster.appoint: 副书记': call('roster.appoint', places, (cell) => appointing(cell, 'deputySecretary'), {
    allowedRefusal: 'post_not_here',
  }),
  'roster.appoint: 机关党委': call('roster.appoint', places, (cell) => appointing(cell, 'committeeOfficer'), {
    allowedRefusal: 'post_not_here',
  }),
  'roster.appoint: 管理员': call('roster.appoint', places, (cell) => appointing(cell, 'securityAdmin'), {
    allowedRefusal: 'post_not_here',
  }),
  'roster.endPost': call('roster.endPost', places, ({ records }) => ({
    postId: records.term,
    version: 1,
    to: '2026-11-30',
  })),
  'roster.handOverPreview': call('roster.handOverPreview', places, ({ records }) => ({
    postId: records.term,
  })),
  'roster.handOver': call('roster.handOver', places, ({ records }) => ({
    postId: records.term,
    version: 1,
    toMemberId: records.successor,
    on: '2026-12-01',
    to: null,
  })),
  'roster.issueCards': call('roster.issueCards', places, ({ owner }) => ({ memberIds: [owner.memberId] })),
  'roster.unbind': call('roster.unbind', places, ({ owner }) => ({ memberId: owner.memberId })),
  'roster.firstDay': call('roster.firstDay', 'anywhere', nothing),

  // Nothing was uploaded: who gets told so was let in.
  'intake.readRoster': call(
    'intake.readRoster',
    places,
    ({ world, column, bureau, records, owner }) => ({
      fileId: (column === 'nobody' || bureau !== world.bureau ? owner : world.people[column]).rosterFile,
      organisationId: records.organisationId,
      purpose: 'import',
    }),
    { allowedRefusal: 'file_not_uploaded' },
  ),
  'intake.mine': call('intake.mine', things, nothing, { sees: ({ owner }) => owner.intake }),
  'intake.get': call('intake.get', things, ({ owner }) => ({ intakeId: owner.intake })),
  'intake.lines': call('intake.lines', things, ({ owner }) => ({ intakeId: owner.intake, list: 'added' })),
  'intake.refresh': call('intake.refresh', things, ({ owner }) => ({ intakeId: owner.intake, version: 1 })),
  'intake.applyRoster': call('intake.applyRoster', things, ({ owner }) => ({
    intakeId: owner.intake,
    version: 1,
    leaveOut: [],
    asNew: [],
    create: [],
    gone: [],
  })),
  // It has not been applied: who gets told so was let in.
  'intake.undoRoster': call(
    'intake.undoRoster',
    things,
    ({ owner }) => ({ intakeId: owner.intake, version: 1 }),
    { allowedRefusal: 'wrong_state' },
  ),
  'intake.discard': call('intake.discard', things, ({ owner }) => ({ intakeId: owner.intake })),
  'intake.template': call('intake.template', 'anywhere', nothing),

  'calendar.year': call('calendar.year', 'anywhere', () => ({ year: 2026 })),
  'calendar.setDay': call('calendar.setDay', 'anywhere', () => ({
    day: NEXT_WORKDAY,
    kind: 'holiday',
    name: '调休',
  })),

  'study.today': call('study.today', places, nothing, { sees: ({ records }) => records.published }),
  'study.week': call('study.week', places, () => ({ week: 'last' as const }), {
    sees: ({ records }) => records.published,
  }),
  'study.recent': call('study.recent', places, nothing, { sees: ({ records }) => records.published }),
  'study.catchUp': call('study.catchUp', places, nothing, { sees: ({ records }) => records.published }),
  'study.piece': call('study.piece', places, ({ records }) => ({ pieceId: records.published })),
  'study.piece: 还没发布': call('study.piece', places, ({ records }) => ({ pieceId: records.approved })),
  'study.media': call('study.media', places, ({ records }) => ({ pieceId: records.published })),
  'study.media: 还没发布': call('study.media', places, ({ records }) => ({ pieceId: records.approved })),
  'study.answerCheck': call('study.answerCheck', places, ({ records }) => ({
    pieceId: records.published,
    position: 0,
    answer: [0],
  })),
  'study.library': call('study.library', places, nothing, { sees: ({ records }) => records.published }),
  'study.search': call('study.search', places, () => ({ words: '处方' }), {
    sees: ({ records }) => records.published,
  }),
  'study.search: 自己的笔记': call('study.search', things, ({ owner }) => ({ words: owner.loginName }), {
    sees: ({ owner }) => owner.loginName,
  }),
  'study.bookmark': call('study.bookmark', places, ({ records }) => ({
    pieceId: records.published,
    bookmarked: true,
  })),
  'study.bookmarks': call('study.bookmarks', 'anywhere', nothing),
  'study.saveNote': call('study.saveNote', places, ({ records }) => ({
    pieceId: records.published,
    text: '记一句',
  })),
  'study.notes': call('study.notes', things, nothing, { sees: ({ owner }) => owner.loginName }),
  'study.mark': call('study.mark', places, ({ records }) => ({ pieceId: records.published })),
  'study.unmark': call('study.unmark', things, ({ bureau }) => ({ pieceId: bureau.shared.stamped }), {
    untouched: ({ bureau, owner }) => ({
      sql: 'select 1 from study_mark where tenant_id = $1 and member_id = $2 and piece_id = $3',
      parameters: [bureau.tenantId, owner.memberId, bureau.shared.stamped],
    }),
  }),
  'study.remindTomorrow': call('study.remindTomorrow', 'anywhere', nothing),
  'study.calendar': call('study.calendar', 'anywhere', () => ({ month: '2026-11' })),
  'study.desk': call('study.desk', places, nothing, { sees: ({ records }) => records.submitted }),
  'study.desk: 还在写': call('study.desk', places, nothing, { sees: ({ records }) => records.draft }),
  'study.draft': call('study.draft', places, ({ records }) => ({ pieceId: records.submitted })),
  'study.draft: 还在写': call('study.draft', places, ({ records }) => ({ pieceId: records.draft })),
  'study.saveDraft': call('study.saveDraft', places, ({ records }) => ({
    ...draft,
    organisationId: records.organisationId,
  })),
  'study.saveDraft: 改一篇': call('study.saveDraft', places, ({ records }) => ({
    ...draft,
    organisationId: records.organisationId,
    pieceId: records.draft,
    version: 1,
  })),
  'study.saveDraft: 轮值供稿': call('study.saveDraft', places, ({ records }) => ({
    ...draft,
    organisationId: records.supplyPublisherId,
    supplyTurnId: records.supplyTurn,
  })),
  'study.supplyRota': call('study.supplyRota', places, nothing, {
    sees: ({ records }) => records.supplyTurn,
  }),
  'study.laySupply': call('study.laySupply', places, ({ records }) => ({
    organisationId: records.organisationId,
    from: TODAY,
    weeks: 1,
    supplierIds: [records.supplierId],
  })),
  'study.changeSupply': call('study.changeSupply', places, ({ records }) => ({
    turnId: records.supplyTurn,
    version: 1,
    supplierId: records.supplierId,
  })),
  'study.cancelSupply': call('study.cancelSupply', places, ({ records }) => ({
    turnId: records.supplyTurn,
    version: 1,
  })),
  'study.askSupplySwap': call('study.askSupplySwap', places, ({ records }) => ({
    turnId: records.supplyTurn,
    withTurnId: records.otherSupplyTurn,
  })),
  'study.answerSupplySwap': call('study.answerSupplySwap', places, ({ records }) => ({
    swapId: records.supplySwapToAnswer,
    agreed: true,
  })),
  'study.takeBackSupplySwap': call('study.takeBackSupplySwap', places, ({ records }) => ({
    swapId: records.askedSupplySwap,
  })),
  'study.submit': call('study.submit', places, ({ records }) => ({ pieceId: records.draft, version: 1 })),
  'study.review': call('study.review', places, ({ records }) => ({
    pieceId: records.submitted,
    version: 1,
    decision: 'approve',
    note: '',
  })),
  'study.review: 排上日子': call('study.review', places, ({ records }) => ({
    pieceId: records.submitted,
    version: 1,
    decision: 'approve',
    note: '',
    publishOn: NEXT_WORKDAY,
  })),
  'study.schedule': call('study.schedule', places, ({ records }) => ({
    pieceId: records.approved,
    version: 1,
    publishOn: NEXT_WORKDAY,
  })),
  'study.starter': call('study.starter', 'anywhere', nothing),
  'study.takeStarter': call('study.takeStarter', places, ({ records }) => ({
    organisationId: records.organisationId,
    keys: [demoPieces[0]?.slug ?? ''],
  })),
  'study.markLaw': call('study.markLaw', 'anywhere', () => ({
    title: '计量法',
    kind: 'amended',
    since: '2026-11-01',
    note: '',
  })),
  'study.lawChecks': call('study.lawChecks', places, nothing, { sees: ({ records }) => records.lawPiece }),
  'study.takeBackLaw': call('study.takeBackLaw', ['own', 'tenant'], ({ records }) => ({
    changeId: records.lawChange,
    version: 1,
  })),
  'study.settleLawChecks': call('study.settleLawChecks', places, ({ records }) => ({
    versionOn: '2026-10-01',
    pieces: [{ id: records.lawPiece, version: 2 }],
  })),
  'study.packable': call('study.packable', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'study.writePack': call('study.writePack', places, ({ records }) => ({
    organisationId: records.organisationId,
    pieceIds: [records.approved],
    seriesIds: [],
  })),
  'study.writePack: 系列': call('study.writePack', places, ({ records }) => ({
    organisationId: records.organisationId,
    pieceIds: [],
    seriesIds: [records.seriesOut],
  })),
  // The files were finished without content: who gets told so was let in.
  'study.readPack': call('study.readPack', things, ({ owner }) => ({ fileId: owner.packFile }), {
    allowedRefusal: 'file_not_uploaded',
  }),
  'study.takePack': call(
    'study.takePack',
    places,
    ({ world, column, bureau, records, owner }) => ({
      fileId: (column === 'nobody' || bureau !== world.bureau ? owner : world.people[column]).packFile,
      organisationId: records.organisationId,
      chosen: [0],
    }),
    { allowedRefusal: 'file_not_uploaded' },
  ),
  'study.series': call('study.series', places, ({ records }) => ({ seriesId: records.seriesOut })),
  'study.series: 还没发布': call('study.series', places, ({ records }) => ({
    seriesId: records.seriesSubmitted,
  })),
  'study.desk: 系列': call('study.desk', places, nothing, { sees: ({ records }) => records.seriesSubmitted }),
  'study.startSeries': call('study.startSeries', places, ({ records }) => ({
    ...about,
    organisationId: records.organisationId,
    text: '第一条 有人来访，先请坐。',
  })),
  'study.appendSeries': call('study.appendSeries', places, ({ records }) => ({
    seriesId: records.seriesDraft,
    version: 1,
    text: '第二条 问清来意。',
  })),
  'study.seriesDraft': call('study.seriesDraft', places, ({ records }) => ({
    seriesId: records.seriesSubmitted,
  })),
  'study.seriesDraft: 还在写': call('study.seriesDraft', places, ({ records }) => ({
    seriesId: records.seriesDraft,
  })),
  'study.saveSeries': call('study.saveSeries', places, ({ records }) => ({
    ...about,
    seriesId: records.seriesDraft,
    version: 1,
  })),
  'study.cutSeries': call('study.cutSeries', places, ({ records }) => ({
    seriesId: records.seriesDraft,
    version: 1,
    change: { kind: 'anew' },
  })),
  'study.submitSeries': call('study.submitSeries', places, ({ records }) => ({
    seriesId: records.seriesDraft,
    version: 1,
    ...everyDay,
  })),
  'study.reviewSeries': call('study.reviewSeries', places, ({ records }) => ({
    seriesId: records.seriesSubmitted,
    version: 2,
    decision: 'return',
    note: '第一篇缺一句',
  })),
  'study.laySeries': call('study.laySeries', places, ({ records }) => ({
    seriesId: records.seriesOut,
    version: 2,
    ...everyDay,
  })),
  'study.withdrawSeries': call('study.withdrawSeries', places, ({ records }) => ({
    seriesId: records.seriesOut,
    version: 2,
    reason: '换了新版',
  })),
  'study.withdrawSeries: 还在写': call('study.withdrawSeries', places, ({ records }) => ({
    seriesId: records.seriesDraft,
    version: 1,
    reason: '不做了',
  })),
  'study.reopen': call('study.reopen', places, ({ records }) => ({
    pieceId: records.approved,
    version: 1,
  })),
  'study.withdraw': call('study.withdraw', places, ({ records }) => ({
    pieceId: records.published,
    version: 1,
    reason: '条文改了',
  })),

  'quiz.today': call('quiz.today', places, nothing, { sees: ({ records }) => records.question }),
  'quiz.answer': call(
    'quiz.answer',
    places,
    ({ records }) => ({ day: '2026-11-23', questionId: records.question, answer: [1] }),
    { before: 'quiz.today', closedDoor: 'question_not_offered' },
  ),
  'quiz.answer: 考试': call('quiz.answer', things, ({ owner }) => ({
    runId: owner.exam,
    questionId: owner.mistake,
    answer: [1],
  })),
  'quiz.startRun': call('quiz.startRun', places, () => ({ mode: 'weeklyTen' }), {
    sees: ({ records }) => records.question,
  }),
  'quiz.startRun: 专题': call('quiz.startRun', places, () => ({ mode: 'topic', topic: '计量' }), {
    sees: ({ records }) => records.question,
  }),
  'quiz.readRun': call('quiz.readRun', things, ({ owner }) => ({ runId: owner.exam })),
  'quiz.handIn': call('quiz.handIn', things, ({ owner }) => ({ runId: owner.exam })),
  'quiz.readTopics': call('quiz.readTopics', 'anywhere', nothing),
  'quiz.readWrongBook': call('quiz.readWrongBook', 'anywhere', nothing),
  'quiz.leaveWrongBook': call('quiz.leaveWrongBook', things, ({ owner }) => ({ questionId: owner.mistake })),
  'quiz.readReview': call('quiz.readReview', 'anywhere', nothing),
  'quiz.setReview': call('quiz.setReview', 'anywhere', () => ({ newPerDay: 3, duePerDay: 8 })),
  'quiz.resetReview': call('quiz.resetReview', 'anywhere', nothing),

  'quiz.importBank': call(
    'quiz.importBank',
    places,
    ({ world, column, bureau, records, owner }) => ({
      organisationId: records.organisationId,
      files: [
        {
          fileId: (column === 'nobody' || bureau !== world.bureau ? owner : world.people[column]).bankFile,
          name: '题库.txt',
        },
      ],
      topic: '题库',
    }),
    { allowedRefusal: 'file_not_uploaded' },
  ),
  'quiz.readImports': call('quiz.readImports', things, nothing, { sees: ({ owner }) => owner.bankImport }),
  'quiz.readImport': call('quiz.readImport', things, ({ owner }) => ({ importId: owner.bankImport })),
  'quiz.readImportLines': call('quiz.readImportLines', things, ({ owner }) => ({
    importId: owner.bankImport,
    list: 'ready',
  })),
  'quiz.changeImportLine': call('quiz.changeImportLine', things, ({ owner }) => ({
    importId: owner.bankImport,
    place: 1,
    version: 1,
    decision: 'leave',
  })),
  'quiz.applyImport': call('quiz.applyImport', things, ({ owner }) => ({
    importId: owner.bankImport,
    version: 1,
  })),
  // It has not been applied: who gets told so was let in.
  'quiz.undoImport': call(
    'quiz.undoImport',
    things,
    ({ owner }) => ({ importId: owner.bankImport, version: 1 }),
    { allowedRefusal: 'wrong_state' },
  ),
  'quiz.discardImport': call('quiz.discardImport', things, ({ owner }) => ({ importId: owner.bankImport })),
  'quiz.readQuestions': call('quiz.readQuestions', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'quiz.readQuestion': call('quiz.readQuestion', places, ({ records }) => ({
    questionId: records.questionDraft,
  })),
  'quiz.saveQuestion': call('quiz.saveQuestion', places, ({ records }) => ({
    questionId: records.questionDraft,
    version: 1,
    organisationId: records.organisationId,
    question: bankQuestion,
    expiresOn: null,
  })),
  'quiz.saveQuestion: 新的': call('quiz.saveQuestion', places, ({ records }) => ({
    organisationId: records.organisationId,
    question: bankQuestion,
    expiresOn: null,
  })),
  'quiz.saveQuestion: 更正': call('quiz.saveQuestion', places, ({ records }) => ({
    replaces: records.question,
    version: 1,
    organisationId: records.organisationId,
    question: bankQuestion,
    expiresOn: null,
  })),
  'quiz.retireQuestion': call('quiz.retireQuestion', places, ({ records }) => ({
    questionId: records.questionDraft,
    version: 1,
  })),
  'quiz.settleLawCheck': call('quiz.settleLawCheck', places, ({ records }) => ({
    versionOn: '2026-10-01',
    questions: [{ id: records.lawQuestion, version: 1 }],
  })),
  'quiz.readReviewQueue': call('quiz.readReviewQueue', places, nothing, {
    sees: ({ records }) => records.questionReview,
  }),
  'quiz.openReview': call('quiz.openReview', places, ({ records }) => ({
    organisationId: records.organisationId,
    importId: null,
  })),
  'quiz.readReviewBatch': call('quiz.readReviewBatch', places, ({ records }) => ({
    reviewId: records.questionReview,
  })),
  'quiz.judgeQuestion': call('quiz.judgeQuestion', places, ({ records }) => ({
    reviewId: records.questionReview,
    questionId: records.questionDraft,
    version: 1,
    verdict: 'pass',
  })),
  // Nobody has judged anything yet: who gets told so was let in.
  'quiz.closeReview': call(
    'quiz.closeReview',
    places,
    ({ records }) => ({ reviewId: records.questionReview, version: 1 }),
    { allowedRefusal: 'review_unfinished' },
  ),
  'quiz.exportBank': call('quiz.exportBank', places, ({ records }) => ({
    organisationId: records.organisationId,
    format: 'xlsx',
  })),
  'quiz.readBankTemplate': call('quiz.readBankTemplate', 'anywhere', nothing),

  'quiz.readShares': call('quiz.readShares', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'quiz.readAnalysis': call('quiz.readAnalysis', places, ({ records }) => ({
    organisationId: records.organisationId,
    list: 'all',
  })),
  'quiz.readPapers': call('quiz.readPapers', places, nothing, { sees: ({ records }) => records.paperDraft }),
  'quiz.readPaperStock': call('quiz.readPaperStock', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'quiz.readPaper': call('quiz.readPaper', places, ({ records }) => ({ paperId: records.paperOpen })),
  'quiz.savePaper': call('quiz.savePaper', places, ({ records }) => ({
    paper: { paperId: records.paperDraft, version: 1 },
    organisationId: records.organisationId,
    title: '改过的小测',
    keep: [],
    draw: [],
  })),
  'quiz.savePaper: 新的': call('quiz.savePaper', places, ({ records }) => ({
    paper: null,
    organisationId: records.organisationId,
    title: '小测',
    keep: [],
    draw: [],
  })),
  'quiz.publishPaper': call('quiz.publishPaper', places, ({ records }) => ({
    paperId: records.paperDraft,
    version: 1,
    way: 'phones',
    minutes: 20,
    opensAt: '2026-11-24T00:30:00.000Z',
    closesAt: '2026-11-25T00:30:00.000Z',
  })),
  'quiz.withdrawPaper': call('quiz.withdrawPaper', places, ({ records }) => ({
    paperId: records.paperOpen,
    version: 2,
    reason: '有一题要改',
  })),
  'quiz.discardPaper': call('quiz.discardPaper', places, ({ records }) => ({
    paperId: records.paperDraft,
    version: 1,
  })),
  'quiz.readOwnPapers': call('quiz.readOwnPapers', places, nothing, {
    sees: ({ records }) => records.paperOpen,
  }),
  'quiz.readOwnPaper': call('quiz.readOwnPaper', places, ({ records }) => ({ paperId: records.paperOpen })),
  'quiz.readOwnPaper: 还没发布': call('quiz.readOwnPaper', places, ({ records }) => ({
    paperId: records.paperDraft,
  })),
  'quiz.startPaper': call('quiz.startPaper', places, ({ records }) => ({ paperId: records.paperOpen })),

  'meeting.mine': call('meeting.mine', places, nothing, { sees: ({ records }) => records.planned }),
  'meeting.get': call('meeting.get', places, ({ records }) => ({ meetingId: records.planned })),
  'meeting.plan': call('meeting.plan', places, ({ records }) => ({
    organisationId: records.organisationId,
    type: 'themeDay',
    title: '主题党日',
    place: '会议室',
    plannedAt: '2026-11-27T07:00:00.000Z',
    agenda,
  })),
  'meeting.cancel': call('meeting.cancel', places, ({ records }) => ({
    meetingId: records.planned,
    version: 1,
    reason: '改期',
  })),
  // Another one is open in each place: who gets told so was let in.
  'meeting.open': call(
    'meeting.open',
    places,
    ({ records }) => ({ meetingId: records.planned, version: 1 }),
    {
      allowedRefusal: 'meeting_already_open',
    },
  ),
  'meeting.signInCode': call('meeting.signInCode', places, ({ records }) => ({ meetingId: records.open })),
  'meeting.signIn': call('meeting.signIn', places, ({ world, bureau, records }) => ({
    meetingId: records.open,
    code: codeOf(world.ports.keyring, bureau.tenantId, records.open, codeMinute(world.ports.clock.now())),
  })),
  'meeting.roll': call('meeting.roll', places, ({ records }) => ({ meetingId: records.open })),
  'meeting.tick': call('meeting.tick', places, ({ records, owner }) => ({
    meetingId: records.open,
    memberId: owner.memberId,
    state: 'present',
    reason: '',
  })),
  'meeting.close': call('meeting.close', places, ({ records }) => ({ meetingId: records.open, version: 2 })),
  'meeting.signOff': call('meeting.signOff', places, ({ records }) => ({
    meetingId: records.closed,
    version: 3,
    minutes: '学习了。',
    heldOn: '2026-11-23',
    lateReason: '',
  })),

  'task.todo': call('task.todo', places, nothing, { sees: ({ records }) => records.task }),
  'task.get': call('task.get', places, ({ records }) => ({ taskId: records.task })),
  'task.finish': call('task.finish', places, ({ records }) => ({ taskId: records.task })),
  'task.form': call('task.form', places, ({ records }) => ({
    target: { kind: 'piece', id: records.published },
  })),
  'task.publish': call('task.publish', places, ({ bureau, records }) => ({
    target: { kind: 'piece', id: bureau.shared.stamped },
    organisationId: records.organisationId,
    dueOn: '2026-11-27',
    selfCheck: false,
  })),
  'task.publish: 几位同志': call('task.publish', places, ({ bureau, records, owner }) => ({
    target: { kind: 'piece', id: bureau.shared.stamped },
    organisationId: records.organisationId,
    memberIds: [owner.memberId],
    dueOn: '2026-11-27',
    selfCheck: false,
  })),
  'task.desk': call('task.desk', places, nothing, { sees: ({ records }) => records.task }),
  'task.onDesk': call('task.onDesk', places, ({ records }) => ({ taskId: records.task })),
  'task.names': call('task.names', places, ({ records }) => ({
    taskId: records.task,
    organisationId: records.organisationId,
  })),
  'task.branches': call('task.branches', places, ({ records }) => ({ taskId: records.task })),
  'task.settle': call('task.settle', places, ({ records, owner }) => ({
    taskId: records.task,
    memberId: owner.memberId,
    as: 'madeUp',
    reason: '',
  })),
  'task.remind': call('task.remind', places, ({ records }) => ({
    taskId: records.task,
    organisationId: records.organisationId,
  })),
  'task.extend': call('task.extend', places, ({ records }) => ({
    taskId: records.task,
    version: 1,
    dueOn: '2026-11-30',
  })),
  'task.withdraw': call('task.withdraw', places, ({ records }) => ({
    taskId: records.task,
    version: 1,
    reason: '改到下周',
  })),

  'lecture.rota': call('lecture.rota', places, nothing, { sees: ({ records }) => records.turn }),
  'lecture.speakers': call('lecture.speakers', places, ({ records }) => ({
    organisationId: records.organisationId,
  })),
  'lecture.lay': call('lecture.lay', places, ({ records, owner }) => ({
    organisationId: records.organisationId,
    day: '2026-12-24',
    speakerId: owner.memberId,
    topic: '',
  })),
  'lecture.lay: 改一讲': call('lecture.lay', places, ({ records, owner }) => ({
    turnId: records.turn,
    version: 1,
    organisationId: records.organisationId,
    day: '2026-12-24',
    speakerId: owner.memberId,
    topic: '',
  })),
  'lecture.cancel': call('lecture.cancel', places, ({ records }) => ({ turnId: records.turn, version: 1 })),
  'lecture.attach': call('lecture.attach', things, ({ owner }) => ({
    turnId: owner.turn,
    version: 1,
    outline: '先讲一个故事',
    pieceId: null,
  })),
  'lecture.askSwap': call('lecture.askSwap', things, ({ owner }) => ({
    turnId: owner.turn,
    withTurnId: owner.withTurn,
  })),
  'lecture.answerSwap': call('lecture.answerSwap', things, ({ owner }) => ({
    swapId: owner.swapToAnswer,
    agreed: true,
  })),
  'lecture.takeBackSwap': call('lecture.takeBackSwap', things, ({ owner }) => ({ swapId: owner.askedSwap })),

  'pioneer.card': call('pioneer.card', things, nothing, { sees: ({ owner }) => owner.scoreEntry }),
  'pioneer.card: 指定一期': call('pioneer.card', ['self', 'tenant'], ({ bureau }) => ({
    periodId: bureau.shared.periodId,
  })),

  'feedback.submit': call('feedback.submit', 'anywhere', () => ({ text: '字再大一点' })),
  'feedback.submitAnonymous': call('feedback.submitAnonymous', 'anywhere', () => ({
    ticket: randomUUID(),
    text: '字再大一点',
  })),
  'feedback.lookUp': call('feedback.lookUp', things, ({ owner }) => ({ ticket: owner.feedback })),
  'feedback.lookUp: 凭号': call('feedback.lookUp', ['self', 'tenant'], ({ bureau }) => ({
    ticket: bureau.shared.ticket,
  })),
  'feedback.mine': call('feedback.mine', things, nothing, { sees: ({ owner }) => owner.feedback }),
  'feedback.inbox': call('feedback.inbox', places, nothing, { sees: ({ owner }) => owner.feedback }),
  'feedback.reply': call('feedback.reply', places, ({ owner }) => ({
    feedbackId: owner.feedback,
    version: 1,
    answer: '已改',
  })),
  'feedback.reportFault: 篇目': call('feedback.reportFault', places, ({ records }) => ({
    subject: 'piece',
    subjectId: records.published,
    text: '有一处不对',
  })),
  'feedback.reportFault: 题目': call(
    'feedback.reportFault',
    places,
    ({ records }) => ({ subject: 'question', subjectId: records.question, text: '有一处不对' }),
    { before: 'quiz.today' },
  ),
  'feedback.reportFault: 得分': call('feedback.reportFault', things, ({ owner }) => ({
    subject: 'scoreEntry',
    subjectId: owner.scoreEntry,
    text: '有一处不对',
  })),
  'feedback.faults: 篇目': call('feedback.faults', places, nothing, {
    sees: ({ records }) => records.faultInPiece,
  }),
  'feedback.faults: 题目': call('feedback.faults', places, nothing, {
    sees: ({ records }) => records.faultInQuestion,
  }),
  'feedback.faults: 得分': call('feedback.faults', places, nothing, {
    sees: ({ records }) => records.faultInScore,
  }),
  'feedback.myFaults': call('feedback.myFaults', things, nothing, { sees: ({ owner }) => owner.fault }),
  'feedback.answerFault: 篇目': call('feedback.answerFault', places, ({ records }) => ({
    faultId: records.faultInPiece,
    version: 1,
    answer: '已改',
  })),
  'feedback.answerFault: 题目': call('feedback.answerFault', places, ({ records }) => ({
    faultId: records.faultInQuestion,
    version: 1,
    answer: '已改',
  })),
  'feedback.answerFault: 得分': call('feedback.answerFault', places, ({ records }) => ({
    faultId: records.faultInScore,
    version: 1,
    answer: '已改',
  })),

  'reminder.inbox': call('reminder.inbox', things, nothing, { sees: ({ owner }) => owner.notice }),
  'reminder.markRead': call('reminder.markRead', things, ({ owner }) => ({ noticeId: owner.notice })),
  'reminder.settings': call('reminder.settings', 'anywhere', nothing),
  'reminder.saveSettings': call('reminder.saveSettings', 'anywhere', () => ({
    off: [],
    quietFrom: '20:00',
    quietUntil: '08:00',
  })),
  'reminder.consent': call('reminder.consent', 'anywhere', () => ({ kind: 'study', answer: 'accept' })),

  'file.begin: 录音': call('file.begin', 'anywhere', () => ({
    purpose: 'pieceAudio',
    name: '录音.mp3',
    size: 1000,
  })),
  'file.begin: 题库': call('file.begin', 'anywhere', () => ({
    purpose: 'import',
    name: '题库.xlsx',
    size: 1000,
  })),
  'file.begin: 名册': call('file.begin', 'anywhere', () => ({
    purpose: 'roster',
    name: '名册.xlsx',
    size: 1000,
  })),
  'file.begin: 文章': call('file.begin', 'anywhere', () => ({
    purpose: 'text',
    name: '条例.docx',
    size: 1000,
  })),
  'file.begin: 内容包': call('file.begin', 'anywhere', () => ({
    purpose: 'pack',
    name: '内容包.json',
    size: 1000,
  })),
  // Nothing was uploaded: who gets told so was let in.
  'file.finish': call('file.finish', things, ({ owner }) => ({ fileId: owner.file }), {
    allowedRefusal: 'file_not_uploaded',
  }),
  // The ticket is the permission; nobody here has one.
  'file.open': call('file.open', 'anywhere', () => ({ fileId: randomUUID(), ticket: 'forged' }), {
    allowedRefusal: 'file_ticket_invalid',
  }),
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof calls;
