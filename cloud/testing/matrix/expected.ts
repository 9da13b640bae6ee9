import type { CallName } from './calls';
import type { Place } from './columns';

/**
 * Who may do what where: the columns named are allowed, everything else is
 * refused. Written by hand from product.md, domain.md (sections 1, 11, 12) and
 * the issue, and never derived from policies or acts: a change of a policy must
 * be written down here by somebody who means it.
 *
 * Columns that go together have a word; `signedIn` is everybody but nobody.
 */
const words = {
  committee: 'committeeSecretary committeeOfficer',
  leaders: 'secretary deputySecretary generalBranchSecretary',
  // Write pieces for the organisation of the post (W1 step 1).
  writers: 'leaders publicityOfficer committeePublicity committee',
  // Call meetings and keep the roll there (W3); a group leader does for the group.
  hosts: 'leaders organisationOfficer groupLeader committee',
  // Belong to the branch that is their own place.
  ofTheBranch:
    'secretary deputySecretary organisationOfficer publicityOfficer disciplineOfficer formerSecretary member probationary',
  // Hold a post at the committee and belong to a branch elsewhere.
  atCommittee:
    'committee disciplineCommittee clerk contactLeader supervisor systemAdmin securityAdmin auditAdmin committeePublicity',
  signedIn: 'ofTheBranch groupLeader generalBranchSecretary atCommittee',
  everybody: 'signedIn nobody',
} as const;

type Expectation = Partial<Record<Place | 'anywhere', string>>;

/** A bureau's pieces are for all, a branch's for those who belong there and below it (product.md A0). */
const readers: Expectation = { own: 'signedIn', parent: 'signedIn', sibling: 'atCommittee' };
/** Questions are asked by the organisations one belongs to and those above. */
const asked: Expectation = { own: 'signedIn', parent: 'signedIn' };
/** Nobody else, wherever they are: not even the secretary (product.md "The rule that shapes it"). */
const onlySelf: Expectation = { self: 'signedIn' };
/** A branch's record is kept where it was made; who types for others does it for those named (代录). */
const written: Expectation = { own: 'writers', named: 'clerk' };
/** The second person may also be of the committee above. */
const reviewed: Expectation = { own: 'writers', below: 'committee' };
const hosted: Expectation = { own: 'hosts', named: 'clerk' };
/** The roster of the own organisation, and of everything below the committee; who types for others sees it. */
const rosterSeen: Expectation = {
  own: 'leaders organisationOfficer committee systemAdmin',
  below: 'committee systemAdmin',
  named: 'clerk',
};
const rosterKept: Expectation = {
  own: 'leaders organisationOfficer committee systemAdmin',
  below: 'committee systemAdmin',
};
const ownIntake: Expectation = { self: 'leaders organisationOfficer committee systemAdmin' };
const posting: Expectation = {
  own: 'secretary generalBranchSecretary committee systemAdmin',
  below: 'committee systemAdmin',
};
const scoreKept: Expectation = { own: 'leaders committee', below: 'committee' };

export const expected: Record<CallName, Expectation> = {
  'identity.welcome': { anywhere: 'everybody' },
  'identity.me': { anywhere: 'signedIn' },
  'identity.activate': { anywhere: 'everybody' },
  // A card in a group is seen by strangers too: they learn whom it is for.
  'identity.openLink': { anywhere: 'everybody' },
  'identity.openLink: 去处': {
    own: 'signedIn',
    parent: 'signedIn',
    below: 'signedIn',
    named: 'signedIn',
    sibling: 'signedIn',
    foreign: 'signedIn',
  },
  'identity.activateByPhone': { anywhere: 'everybody' },
  'identity.beginPairing': { anywhere: 'everybody' },
  // A code belongs to the phone that scanned it first.
  'identity.scanPairing': onlySelf,
  'identity.confirmPairing': onlySelf,
  'identity.collectPairing': { anywhere: 'everybody' },
  'identity.signIn': { anywhere: 'everybody' },
  'identity.weixinSignIn': { anywhere: 'everybody' },
  'identity.chooseBureau': onlySelf,
  'identity.signOut': { anywhere: 'everybody' },
  'identity.setPassphrase': { anywhere: 'signedIn' },
  'identity.consent': { anywhere: 'signedIn' },
  'identity.sessions': onlySelf,
  'identity.revokeSession': onlySelf,
  // A bureau without the demo mark does not know them.
  'identity.stepInto': {},
  'identity.restartDemo': {},

  'roster.organisations': {
    own: 'leaders organisationOfficer committee systemAdmin',
    below: 'committee systemAdmin',
    named: 'clerk',
  },
  'roster.members': {
    own: 'leaders organisationOfficer committee systemAdmin',
    below: 'committee systemAdmin',
    named: 'clerk',
  },
  // Whoever holds a card holds the account: a clerk hands out none.
  'roster.issueCard': {
    own: 'leaders organisationOfficer committee systemAdmin',
    below: 'committee systemAdmin',
  },

  // Counts of whoever hands out cards, without a name.
  // A branch lays out its groups; the rest of the tree is the committee's.
  'roster.createOrganisation': {
    own: 'secretary deputySecretary committee systemAdmin',
    below: 'committee systemAdmin',
  },
  'roster.editOrganisation': {
    own: 'committee systemAdmin',
    below: 'secretary deputySecretary committee systemAdmin',
  },
  'roster.dissolveOrganisation': {
    own: 'committee systemAdmin',
    below: 'secretary deputySecretary committee systemAdmin',
  },
  'roster.people': rosterSeen,
  'roster.member': rosterSeen,
  'roster.editMember': rosterKept,
  'roster.join': rosterKept,
  // Both branches must be within reach.
  'roster.transfer: 转走': { own: 'committee systemAdmin', below: 'committee systemAdmin' },
  'roster.transfer: 转来': { own: 'committee systemAdmin', below: 'committee systemAdmin' },
  'roster.leave': rosterKept,
  'roster.mark': rosterKept,
  'roster.endMark': rosterKept,
  'roster.belong': rosterKept,
  'roster.endBelonging': rosterKept,
  'roster.posts': rosterSeen,
  // A secretary appoints within the branch; a deputy and an officer do not.
  'roster.appoint: 支委': posting,
  // Secretaries and deputies are appointed above.
  'roster.appoint: 副书记': { own: 'committee systemAdmin', below: 'committee systemAdmin' },
  'roster.appoint: 机关党委': {
    own: 'committeeSecretary systemAdmin',
    below: 'committeeSecretary systemAdmin',
  },
  'roster.appoint: 管理员': { own: 'systemAdmin', below: 'systemAdmin' },
  'roster.endPost': posting,
  'roster.handOverPreview': posting,
  'roster.handOver': posting,
  'roster.issueCards': rosterKept,
  'roster.unbind': rosterKept,
  'roster.firstDay': { anywhere: 'leaders organisationOfficer committee systemAdmin' },

  // A preview is its reader's own, and only as long as the reader keeps that roster.
  'intake.readRoster': rosterKept,
  'intake.mine': ownIntake,
  'intake.get': ownIntake,
  'intake.lines': ownIntake,
  'intake.refresh': ownIntake,
  'intake.applyRoster': ownIntake,
  'intake.undoRoster': ownIntake,
  'intake.discard': ownIntake,
  'intake.template': { anywhere: 'leaders organisationOfficer committee systemAdmin' },

  'calendar.year': { anywhere: 'signedIn' },
  'calendar.setDay': { anywhere: 'committee systemAdmin' },

  'study.today': readers,
  'study.recent': readers,
  'study.week': readers,
  'study.catchUp': readers,
  'study.piece': readers,
  'study.piece: 还没发布': {},
  // Also for those who see the piece on the desk.
  'study.media': { ...readers, below: 'committee', named: 'clerk' },
  // Until it is published its pictures are for those who see it on the desk.
  'study.media: 还没发布': { own: 'writers', below: 'committee', named: 'clerk' },
  'study.answerCheck': readers,
  'study.library': readers,
  'study.search': readers,
  'study.search: 自己的笔记': onlySelf,
  'study.bookmark': readers,
  'study.bookmarks': { anywhere: 'signedIn' },
  'study.saveNote': readers,
  'study.notes': onlySelf,
  'study.mark': readers,
  'study.unmark': onlySelf,
  'study.remindTomorrow': { anywhere: 'signedIn' },
  'study.calendar': { anywhere: 'signedIn' },
  'study.desk': { own: 'writers', below: 'committee', named: 'clerk' },
  'study.desk: 还在写': written,
  'study.draft': { own: 'writers', below: 'committee', named: 'clerk' },
  'study.draft: 还在写': written,
  'study.saveDraft': written,
  'study.saveDraft: 改一篇': written,
  // Whoever answers for a supplier writes for its week into the publisher's pieces (A0, 轮值供稿).
  'study.saveDraft: 轮值供稿': {
    own: 'leaders publicityOfficer groupLeader committee committeePublicity',
    below: 'committee committeePublicity',
  },
  // A rota is seen by those who lay it and by those who answer for somebody on it: here everybody of the committee's.
  'study.supplyRota': {
    own: 'leaders publicityOfficer groupLeader committee committeePublicity',
    below: 'leaders publicityOfficer committee committeePublicity',
    sibling: 'leaders publicityOfficer groupLeader',
    parent: 'leaders publicityOfficer groupLeader',
    foreign: 'secretary deputySecretary publicityOfficer groupLeader',
  },
  'study.laySupply': written,
  // The rota is the committee's, whoever supplies.
  'study.changeSupply': { own: 'committee committeePublicity', below: 'committee committeePublicity' },
  'study.cancelSupply': { own: 'committee committeePublicity', below: 'committee committeePublicity' },
  // Consent is given by who answers for the organisation, not by who types for it.
  'study.askSupplySwap': { own: 'leaders publicityOfficer groupLeader' },
  'study.answerSupplySwap': { own: 'leaders publicityOfficer groupLeader' },
  'study.takeBackSupplySwap': { own: 'leaders publicityOfficer groupLeader' },
  'study.submit': written,
  'study.review': reviewed,
  // Laying on days is the secretary's; the committee approves a branch's piece and leaves the day to it.
  'study.review: 排上日子': { own: 'leaders committee' },
  'study.schedule': { own: 'leaders committee' },
  'study.withdraw': reviewed,
  'study.starter': { anywhere: 'writers clerk' },
  'study.takeStarter': written,
  // A law changes for the whole bureau; its pieces are checked by those who review them.
  'study.markLaw': { anywhere: 'committee committeePublicity' },
  'study.takeBackLaw': { own: 'committee committeePublicity' },
  'study.lawChecks': reviewed,
  'study.settleLawChecks': reviewed,
  // A pack is made of the pieces one may write for; an uploaded one is only its owner's.
  'study.packable': written,
  'study.writePack': written,
  'study.writePack: 系列': written,
  'study.readPack': { self: 'writers clerk' },
  'study.takePack': written,
  // A series is written, reviewed and laid by those who do it with pieces.
  'study.series': readers,
  'study.series: 还没发布': {},
  'study.desk: 系列': { own: 'writers', below: 'committee', named: 'clerk' },
  'study.startSeries': written,
  'study.appendSeries': written,
  'study.seriesDraft': { own: 'writers', below: 'committee', named: 'clerk' },
  'study.seriesDraft: 还在写': written,
  'study.saveSeries': written,
  'study.cutSeries': written,
  'study.submitSeries': written,
  'study.reviewSeries': reviewed,
  'study.laySeries': { own: 'leaders committee' },
  'study.withdrawSeries': reviewed,
  'study.withdrawSeries: 还在写': written,
  'study.reopen': written,

  'quiz.today': asked,
  'quiz.answer': asked,
  'quiz.answer: 考试': onlySelf,
  'quiz.startRun': asked,
  'quiz.startRun: 专题': asked,
  'quiz.readRun': onlySelf,
  'quiz.handIn': onlySelf,
  'quiz.readTopics': { anywhere: 'signedIn' },
  'quiz.readWrongBook': { anywhere: 'signedIn' },
  'quiz.leaveWrongBook': onlySelf,
  'quiz.readReview': { anywhere: 'signedIn' },
  'quiz.setReview': { anywhere: 'signedIn' },
  'quiz.resetReview': { anywhere: 'signedIn' },

  // Keys are seen by those who make papers there; everybody else answers for themselves.
  // Secretaries bring questions, their officers and clerks help (W2 step 1); a preview is its reader's own.
  'quiz.importBank': written,
  'quiz.readImports': { self: 'writers' },
  'quiz.readImport': { self: 'writers' },
  'quiz.readImportLines': { self: 'writers' },
  'quiz.changeImportLine': { self: 'writers' },
  'quiz.applyImport': { self: 'writers' },
  'quiz.undoImport': { self: 'writers' },
  'quiz.discardImport': { self: 'writers' },
  // Keys are seen by those who keep or review the bank.
  'quiz.readQuestions': { ...reviewed, named: 'clerk' },
  'quiz.readQuestion': { ...reviewed, named: 'clerk' },
  'quiz.saveQuestion': written,
  'quiz.saveQuestion: 新的': written,
  'quiz.saveQuestion: 更正': written,
  'quiz.retireQuestion': { ...reviewed, named: 'clerk' },
  // A second person passes questions, also from above (B2).
  'quiz.settleLawCheck': reviewed,
  'quiz.readReviewQueue': reviewed,
  'quiz.openReview': reviewed,
  'quiz.readReviewBatch': reviewed,
  'quiz.judgeQuestion': reviewed,
  'quiz.closeReview': reviewed,
  'quiz.exportBank': written,
  'quiz.readBankTemplate': { anywhere: 'writers clerk' },
  // A branch's shares are for whoever chooses its lectures, and nobody above it (product.md B5).
  'quiz.readShares': { own: 'leaders organisationOfficer publicityOfficer committeePublicity' },
  'quiz.readAnalysis': written,
  'quiz.readPapers': { own: 'writers' },
  'quiz.readPaperStock': { own: 'writers' },
  'quiz.readPaper': { own: 'writers' },
  'quiz.savePaper': { own: 'writers' },
  'quiz.savePaper: 新的': { own: 'writers' },
  'quiz.publishPaper': { own: 'writers' },
  'quiz.withdrawPaper': { own: 'writers' },
  'quiz.discardPaper': { own: 'writers' },
  'quiz.readOwnPapers': asked,
  'quiz.readOwnPaper': asked,
  'quiz.readOwnPaper: 还没发布': {},
  'quiz.startPaper': asked,

  // Those it is for, those who keep it, and the secretary who signs a group's record.
  'meeting.mine': {
    own: 'ofTheBranch groupLeader generalBranchSecretary committee',
    below: 'secretary deputySecretary',
    named: 'clerk',
    parent: 'groupLeader',
  },
  // The superior reads (审阅, W3 step 9).
  'meeting.get': {
    own: 'ofTheBranch groupLeader generalBranchSecretary committee',
    below: 'secretary deputySecretary committee',
    named: 'clerk',
    parent: 'groupLeader',
  },
  'meeting.plan': hosted,
  'meeting.cancel': hosted,
  'meeting.open': hosted,
  'meeting.signInCode': hosted,
  'meeting.signIn': { own: 'ofTheBranch groupLeader', parent: 'groupLeader' },
  // Administrators keep the system, not the party life (domain.md 11.2: separated).
  'meeting.roll': { own: 'hosts', below: 'secretary deputySecretary committee', named: 'clerk' },
  'meeting.tick': hosted,
  'meeting.close': hosted,
  // Whoever types the record does not sign it; a group's is signed by its branch.
  'meeting.signOff': { own: 'leaders committeeSecretary', below: 'secretary deputySecretary' },

  // Those it asks: the members of the organisation and of everything below it.
  'task.todo': asked,
  'task.get': asked,
  'task.finish': asked,
  // A secretary asks the own branch and its groups, the committee and a general branch everybody below.
  'task.form': { own: 'leaders committee', parent: 'leaders committee', sibling: 'committee' },
  'task.publish': { own: 'leaders committee', below: 'secretary deputySecretary' },
  // Persons are picked by those who look after them.
  'task.publish: 几位同志': { own: 'secretary deputySecretary' },
  'task.desk': { own: 'leaders committee', below: 'secretary deputySecretary committee', parent: 'leaders' },
  'task.onDesk': {
    own: 'leaders committee',
    below: 'secretary deputySecretary committee',
    parent: 'leaders',
  },
  // Who still owes a task is seen by the secretary alone (domain.md C5).
  'task.names': { own: 'leaders' },
  // Above it branches are met or not met (C6).
  'task.branches': { own: 'committee generalBranchSecretary', below: 'committee' },
  'task.settle': { own: 'leaders' },
  'task.remind': { own: 'leaders' },
  'task.extend': { own: 'leaders committee', below: 'secretary deputySecretary' },
  'task.withdraw': { own: 'leaders committee', below: 'secretary deputySecretary' },

  // The rota hangs in the branch's room; who keeps it says who speaks when, each speaker swaps for themselves (A4).
  'lecture.rota': {
    own: 'ofTheBranch groupLeader generalBranchSecretary',
    parent: 'groupLeader',
    named: 'clerk',
  },
  'lecture.speakers': { own: 'leaders organisationOfficer publicityOfficer groupLeader', named: 'clerk' },
  'lecture.lay': { own: 'leaders organisationOfficer publicityOfficer groupLeader', named: 'clerk' },
  // A committee has no members of its own and so no rota: a turn there exists in this matrix alone.
  'lecture.lay: 改一讲': {
    own: 'leaders organisationOfficer publicityOfficer committeePublicity groupLeader',
    named: 'clerk',
  },
  'lecture.cancel': {
    own: 'leaders organisationOfficer publicityOfficer committeePublicity groupLeader',
    named: 'clerk',
  },
  'lecture.attach': onlySelf,
  'lecture.askSwap': onlySelf,
  'lecture.answerSwap': onlySelf,
  'lecture.takeBackSwap': onlySelf,

  'pioneer.card': onlySelf,
  'pioneer.card: 指定一期': onlySelf,

  'feedback.submit': { anywhere: 'signedIn' },
  'feedback.submitAnonymous': { anywhere: 'signedIn' },
  'feedback.lookUp': onlySelf,
  'feedback.lookUp: 凭号': onlySelf,
  'feedback.mine': onlySelf,
  // Complaints are the bureau's, of no branch, so that no branch sits over those about itself (W17).
  'feedback.inbox': {
    own: 'committee',
    below: 'committee',
    sibling: 'committee',
    parent: 'committee',
    foreign: 'committee',
  },
  'feedback.reply': {
    own: 'committee',
    below: 'committee',
    sibling: 'committee',
    parent: 'committee',
    foreign: 'committee',
  },
  'feedback.reportFault: 篇目': readers,
  'feedback.reportFault: 题目': asked,
  'feedback.reportFault: 得分': onlySelf,
  'feedback.faults: 篇目': written,
  'feedback.faults: 题目': written,
  'feedback.faults: 得分': scoreKept,
  'feedback.myFaults': onlySelf,
  'feedback.answerFault: 篇目': written,
  'feedback.answerFault: 题目': written,
  'feedback.answerFault: 得分': scoreKept,

  'reminder.inbox': onlySelf,
  'reminder.markRead': onlySelf,
  // The own choice and the own reminder: there is no field for anybody else's.
  'reminder.settings': { anywhere: 'signedIn' },
  'reminder.saveSettings': { anywhere: 'signedIn' },
  'reminder.consent': { anywhere: 'signedIn' },

  // A group's leader writes for the group's week.
  'file.begin: 录音': { anywhere: 'writers clerk groupLeader' },
  'file.begin: 题库': { anywhere: 'writers clerk' },
  'file.begin: 名册': { anywhere: 'leaders organisationOfficer committee systemAdmin' },
  'file.begin: 文章': { anywhere: 'writers clerk' },
  'file.begin: 内容包': { anywhere: 'writers clerk' },
  'file.finish': onlySelf,
  'file.open': { anywhere: 'signedIn' },
};

/** The columns that a string of the table names. Throws for a word that is neither. */
export function columnsIn(named: string, columnNames: readonly string[]): Set<string> {
  const found = new Set<string>();
  for (const word of named.split(' ').filter(Boolean)) {
    const group = (words as Record<string, string>)[word];
    if (group) for (const one of columnsIn(group, columnNames)) found.add(one);
    else if (columnNames.includes(word)) found.add(word);
    else throw new Error(`the table names ${word}, which is no column`);
  }
  return found;
}
