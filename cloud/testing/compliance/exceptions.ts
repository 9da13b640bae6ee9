/** What product.md ("The rule that shapes it", B5, C3, D) allows, each in its words. */
export const allowances = {
  otherMeaning: 'the word means something else here: nothing about a person’s use, place or rank is in it',
  textLength: 'length of a text or audio',
  deadlines: 'exam limits and deadlines',
  meetingTimes: 'meeting times',
  meetingRoll: '"sign-in" is the roll of a meeting; the voting base is kept apart from it',
  signedRecords: 'the index counts records of party life; a member sees the own figures',
  securityLog: 'sessions and the security log (logins must be kept at least six months by law)',
  ownTotals: 'a member’s own private totals and marks',
  privateAnswers: 'attempts are private (B5)',
} as const;

export interface Exception {
  /** Where: `*` stands for anything within a name. */
  at: string;
  reason: string;
  allowance: keyof typeof allowances;
}

/** Every name with a banned word that may stay, and why. One that nothing needs any more fails the test. */
export const exceptions: readonly Exception[] = [
  // The schema
  {
    at: 'quiz_run=dailyFive',
    reason: 'the five questions of a day; its rows say which, not when',
    allowance: 'privateAnswers',
  },
  {
    at: 'gate.login',
    reason: 'login name and passphrase of a door, no record of a login',
    allowance: 'securityLog',
  },
  { at: 'gate.login.login_name', reason: 'the name itself', allowance: 'securityLog' },
  { at: 'gate.activation_code.used_at', reason: 'a card is used once', allowance: 'securityLog' },
  {
    at: 'gate.pairing=used',
    reason: 'a computer’s code has let it in, once; gone a day later',
    allowance: 'securityLog',
  },
  {
    at: 'gate.tries.count',
    reason: 'wrong tries at a door, by a keyed hash, kept for minutes',
    allowance: 'securityLog',
  },
  {
    at: 'sign_in_row.address',
    reason: 'network address in the log that the law asks for',
    allowance: 'securityLog',
  },
  { at: 'sign_in_row=activated', reason: 'the event that a card was used', allowance: 'securityLog' },
  {
    at: 'sign_in_row=cardIssued',
    reason: 'an activation card, not an identity card',
    allowance: 'otherMeaning',
  },
  {
    at: 'roster.firstDay.out.withoutCard',
    reason: 'how many people have no activation card yet, for handing them out',
    allowance: 'otherMeaning',
  },
  {
    at: 'study.*Pack.out*pictures',
    reason: 'how many pictures of pieces a content pack leaves out',
    allowance: 'otherMeaning',
  },
  { at: 'score_entry*', reason: 'a line of the ledger with its source record', allowance: 'signedRecords' },
  { at: 'score_period*', reason: 'the half-year that lines belong to', allowance: 'signedRecords' },
  {
    at: 'score_total*',
    reason: 'sum of the lines of one member, shown to that member',
    allowance: 'signedRecords',
  },
  {
    at: 'fault=scoreEntry',
    reason: 'a fault reported in a line of one’s own card',
    allowance: 'signedRecords',
  },
  {
    at: 'affiliation.document_no',
    reason: 'number of the letter that a transfer rests on',
    allowance: 'otherMeaning',
  },
  { at: 'fault.answered_*', reason: 'the keeper’s reply to a report', allowance: 'otherMeaning' },
  { at: 'feedback.answered_*', reason: 'the reply to a complaint', allowance: 'otherMeaning' },
  {
    at: 'meeting.place',
    reason: 'the room that is announced; nobody’s whereabouts',
    allowance: 'meetingTimes',
  },
  {
    at: 'meeting.opened_at',
    reason: 'when the host opened sign-in, which decides who is late',
    allowance: 'meetingTimes',
  },
  { at: 'meeting.minutes', reason: 'the record of the meeting (纪要)', allowance: 'otherMeaning' },
  {
    at: 'member.*vot*',
    reason: 'the right to vote in a meeting, with the reason of who has none',
    allowance: 'meetingRoll',
  },
  { at: 'roll_entry.voting', reason: 'the voting base of a meeting', allowance: 'meetingRoll' },
  {
    at: 'member_mark=frail',
    reason: 'no hard demand on old and frail members (domain.md 4.6); no illness is named',
    allowance: 'meetingRoll',
  },
  {
    at: 'roll_entry=frail',
    reason: 'why somebody is not due; no illness is named',
    allowance: 'meetingRoll',
  },
  { at: 'notice.unread', reason: 'of the own inbox; nobody else can ask', allowance: 'ownTotals' },
  { at: 'outbox.attempts', reason: 'how often a machine tried to send something', allowance: 'otherMeaning' },
  {
    at: 'run_answer.correct',
    reason: 'of the member’s own answer; nobody else can ask',
    allowance: 'privateAnswers',
  },
  { at: 'organisation=active', reason: 'an organisation that is not dissolved', allowance: 'otherMeaning' },
  { at: 'member=active', reason: 'membership in force', allowance: 'otherMeaning' },

  // The messages
  { at: '*.loginName', reason: 'the name printed on the card', allowance: 'securityLog' },
  {
    at: 'identity.weixinSignIn.in.loginCode',
    reason: 'WeChat’s word for a proof of the moment',
    allowance: 'securityLog',
  },
  { at: 'identity.*.me.unreadNotices', reason: 'of the own inbox', allowance: 'ownTotals' },
  {
    at: 'roster.members.*.activated',
    reason: 'whether a card still has to be handed out: true once and for ever, no when and no how often',
    allowance: 'securityLog',
  },
  { at: 'roster.members.*.mayIssueCard', reason: 'an activation card', allowance: 'otherMeaning' },
  {
    at: 'roster.members.*=frail',
    reason: 'no hard demand on old and frail members (domain.md 4.6)',
    allowance: 'meetingRoll',
  },
  {
    at: 'roster.people.*.activated',
    reason: 'whether a card still has to be handed out: no when and no how often',
    allowance: 'securityLog',
  },
  { at: 'roster.people.*.mayIssueCard', reason: 'an activation card', allowance: 'otherMeaning' },
  {
    at: 'roster.people.*=frail',
    reason: 'no hard demand on old and frail members (domain.md 4.6)',
    allowance: 'meetingRoll',
  },
  {
    at: 'roster.member.out.activated',
    reason: 'whether a card still has to be handed out: no when and no how often',
    allowance: 'securityLog',
  },
  { at: 'roster.member.out.mayIssueCard', reason: 'an activation card', allowance: 'otherMeaning' },
  {
    at: 'roster.mark.in.mark=frail',
    reason: 'no hard demand on old and frail members (domain.md 4.6)',
    allowance: 'meetingRoll',
  },
  {
    at: 'roster.member.out.marks.kind=frail',
    reason: 'no hard demand on old and frail members (domain.md 4.6)',
    allowance: 'meetingRoll',
  },
  { at: 'roster.member.out.status=active', reason: 'membership in force', allowance: 'otherMeaning' },
  { at: 'roster.editMember.in.status=active', reason: 'membership in force', allowance: 'otherMeaning' },
  { at: 'roster.*=groupLeader', reason: 'the post of a group’s leader', allowance: 'otherMeaning' },
  { at: 'roster.*=contactLeader', reason: 'the post of 联系点领导', allowance: 'otherMeaning' },
  {
    at: 'intake.applyRoster.out.duties.post=groupLeader',
    reason: 'the post of a group’s leader',
    allowance: 'otherMeaning',
  },
  {
    at: 'intake.applyRoster.out.duties.post=contactLeader',
    reason: 'the post of 联系点领导',
    allowance: 'otherMeaning',
  },
  {
    at: 'intake.lines.*=frail',
    reason: 'no hard demand on old and frail members (domain.md 4.6)',
    allowance: 'meetingRoll',
  },
  { at: 'study.*.readingMinutes', reason: 'estimated from the length of the text', allowance: 'textLength' },
  { at: 'study.*stamped*', reason: 'the reader’s own stamps; nobody else can ask', allowance: 'ownTotals' },
  { at: 'piece.position', reason: 'which piece of a series', allowance: 'otherMeaning' },
  { at: 'series.piece_count', reason: 'pieces that a text was cut into', allowance: 'textLength' },
  { at: 'study.*.pieceCount', reason: 'pieces that a text was cut into', allowance: 'textLength' },
  {
    at: 'study.*.outCount',
    reason: 'pieces of a series that are out, for everybody',
    allowance: 'textLength',
  },
  {
    at: 'study.*.position',
    reason: 'which of the three self-check questions, or which piece of a series',
    allowance: 'otherMeaning',
  },
  {
    at: 'study.answerCheck.out.correct',
    reason: 'of the answer just given; nothing is kept',
    allowance: 'privateAnswers',
  },
  {
    at: 'study_task.reading_minutes',
    reason: 'estimated from the length of the text',
    allowance: 'textLength',
  },
  {
    at: 'task_due=frail',
    reason: 'why somebody is invited and not due; no illness is named',
    allowance: 'meetingRoll',
  },
  { at: 'task.*.readingMinutes', reason: 'estimated from the length of the text', allowance: 'textLength' },
  { at: 'quiz.*.correct', reason: 'of the own answer', allowance: 'privateAnswers' },
  {
    at: 'review_card',
    reason: 'what a member remembers of one question, in days; no identity card',
    allowance: 'privateAnswers',
  },
  {
    at: 'quiz_run.opened_on',
    reason: 'the day of a private set, for the week in which answers still arrive',
    allowance: 'privateAnswers',
  },
  {
    at: 'quiz.*.mode=dailyFive',
    reason: 'the five questions of a day, named as the practice is',
    allowance: 'privateAnswers',
  },
  { at: 'bank_import.counts', reason: 'questions that files gave', allowance: 'otherMeaning' },
  { at: 'bank_import_line.place', reason: 'which line of an import', allowance: 'otherMeaning' },
  { at: 'quiz.*mportLine*.place', reason: 'which line of an import', allowance: 'otherMeaning' },
  {
    at: 'question_review.opened_*',
    reason: 'who put a batch of questions together for review, and on which day',
    allowance: 'otherMeaning',
  },
  {
    at: 'quiz.readQuestion.out.question.mayCorrect',
    reason: 'a text may be corrected',
    allowance: 'otherMeaning',
  },
  {
    at: 'quiz.readQuestion.out.question.history',
    reason: 'earlier forms of a question',
    allowance: 'otherMeaning',
  },
  { at: 'paper.minutes', reason: 'how long a paper may take', allowance: 'deadlines' },
  { at: 'paper.opens_at', reason: 'when a paper may be answered', allowance: 'deadlines' },
  { at: 'quiz.*aper*.minutes', reason: 'how long a paper may take', allowance: 'deadlines' },
  { at: 'quiz.*aper*.opensAt', reason: 'when a paper may be answered', allowance: 'deadlines' },
  {
    at: 'quiz.readPaperStock.out.topics.counts',
    reason: 'questions that the bank has',
    allowance: 'otherMeaning',
  },
  {
    at: 'quiz.savePaper.in.draw.count',
    reason: 'questions that are drawn from the bank',
    allowance: 'otherMeaning',
  },
  {
    at: 'quiz.*Paper.out.questions.share',
    reason: 'the share of right answers to a question, from five people up (B5)',
    allowance: 'privateAnswers',
  },
  {
    at: 'answer_share*',
    reason: 'the share of right answers in a branch, from five people up, without any of them (B5)',
    allowance: 'privateAnswers',
  },
  {
    at: 'quiz.readShares.*hare',
    reason: 'the share of right answers in a branch, from five people up, without any of them (B5)',
    allowance: 'privateAnswers',
  },
  {
    at: 'quiz.readAnalysis.out.rows.options.share',
    reason: 'the share of people who chose an option, from twenty up, for the keeper of the bank (B5)',
    allowance: 'privateAnswers',
  },
  { at: 'meeting.*.place', reason: 'the room that is announced', allowance: 'meetingTimes' },
  { at: 'meeting.*.agenda.minutes', reason: 'how long an item is planned', allowance: 'meetingTimes' },
  {
    at: 'meeting.signInCode.out.secondsLeft',
    reason: 'until the digits on the screen change',
    allowance: 'deadlines',
  },
  { at: 'meeting.roll.*=frail', reason: 'why somebody is not due', allowance: 'meetingRoll' },
  { at: 'meeting.roll.out.*Count', reason: '应到, 实到 and the voting base', allowance: 'meetingRoll' },
  { at: 'meeting.roll.out.minutes', reason: 'the record of the meeting (纪要)', allowance: 'otherMeaning' },
  { at: 'meeting.signOff.in.minutes', reason: 'the record of the meeting (纪要)', allowance: 'otherMeaning' },
  {
    at: 'pioneer.card.out.*',
    reason: 'the own card: lines from signed records and their sums',
    allowance: 'signedRecords',
  },
  {
    at: 'feedback.*.feedback.*answered*',
    reason: 'whether and when a complaint was replied to',
    allowance: 'otherMeaning',
  },
  { at: 'feedback.*.subject=scoreEntry', reason: 'a line of the own card', allowance: 'signedRecords' },
  { at: 'reminder.inbox.*.unread', reason: 'of the own inbox', allowance: 'ownTotals' },
  { at: '*blocks.seconds', reason: 'length of a recording in a piece', allowance: 'textLength' },
  { at: 'file*.seconds', reason: 'length of an uploaded recording', allowance: 'textLength' },
  {
    at: 'file.begin.in.purpose=piecePicture',
    reason: 'a picture in a study piece, uploaded by its writer',
    allowance: 'otherMeaning',
  },
];

/** True when an exception speaks of a place. */
export function speaksOf({ at }: Exception, found: string): boolean {
  const pattern = at
    .split('*')
    .map((part) => part.replace(/[.=]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^${pattern}$`).test(found);
}
