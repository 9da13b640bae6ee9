import type * as v from 'valibot';
import { calendarSetDay, calendarYear } from './calendar';
import {
  feedbackAnswerFault,
  feedbackFaults,
  feedbackInbox,
  feedbackLookUp,
  feedbackMine,
  feedbackMyFaults,
  feedbackReply,
  feedbackReportFault,
  feedbackSubmit,
  feedbackSubmitAnonymous,
} from './feedback';
import { fileBegin, fileFinish } from './file';
import {
  identityActivate,
  identityChooseBureau,
  identityConsent,
  identityMe,
  identityRestartDemo,
  identityRevokeSession,
  identitySessions,
  identitySetPassphrase,
  identitySignIn,
  identitySignOut,
  identityStepInto,
  identityWeixinSignIn,
  identityWelcome,
} from './identity';
import {
  meetingCancel,
  meetingClose,
  meetingGet,
  meetingMine,
  meetingOpen,
  meetingPlan,
  meetingRoll,
  meetingSignIn,
  meetingSignInCode,
  meetingSignOff,
  meetingTick,
} from './meeting';
import { pioneerCard } from './pioneer';
import { quizAnswer, quizToday } from './quiz';
import { reminderInbox, reminderMarkRead } from './reminder';
import { rosterIssueCard, rosterMembers, rosterOrganisations } from './roster';
import {
  studyAnswerCheck,
  studyCalendar,
  studyCatchUp,
  studyDesk,
  studyDraft,
  studyMark,
  studyPiece,
  studyRecent,
  studyReview,
  studySaveDraft,
  studySchedule,
  studySubmit,
  studyToday,
  studyUnmark,
  studyWithdraw,
} from './study';

/** Every message between client and cloud, by its name. A name only ever grows; a breaking change is a new name. */
export const operations = {
  'identity.welcome': identityWelcome,
  'identity.me': identityMe,
  'identity.activate': identityActivate,
  'identity.signIn': identitySignIn,
  'identity.weixinSignIn': identityWeixinSignIn,
  'identity.chooseBureau': identityChooseBureau,
  'identity.signOut': identitySignOut,
  'identity.setPassphrase': identitySetPassphrase,
  'identity.consent': identityConsent,
  'identity.sessions': identitySessions,
  'identity.revokeSession': identityRevokeSession,
  'identity.stepInto': identityStepInto,
  'identity.restartDemo': identityRestartDemo,
  'roster.organisations': rosterOrganisations,
  'roster.members': rosterMembers,
  'roster.issueCard': rosterIssueCard,
  'calendar.year': calendarYear,
  'calendar.setDay': calendarSetDay,
  'study.today': studyToday,
  'study.recent': studyRecent,
  'study.piece': studyPiece,
  'study.mark': studyMark,
  'study.unmark': studyUnmark,
  'study.calendar': studyCalendar,
  'study.catchUp': studyCatchUp,
  'study.answerCheck': studyAnswerCheck,
  'study.desk': studyDesk,
  'study.draft': studyDraft,
  'study.saveDraft': studySaveDraft,
  'study.submit': studySubmit,
  'study.review': studyReview,
  'study.schedule': studySchedule,
  'study.withdraw': studyWithdraw,
  'quiz.today': quizToday,
  'quiz.answer': quizAnswer,
  'meeting.mine': meetingMine,
  'meeting.get': meetingGet,
  'meeting.plan': meetingPlan,
  'meeting.cancel': meetingCancel,
  'meeting.open': meetingOpen,
  'meeting.signInCode': meetingSignInCode,
  'meeting.signIn': meetingSignIn,
  'meeting.roll': meetingRoll,
  'meeting.tick': meetingTick,
  'meeting.close': meetingClose,
  'meeting.signOff': meetingSignOff,
  'pioneer.card': pioneerCard,
  'feedback.submit': feedbackSubmit,
  'feedback.submitAnonymous': feedbackSubmitAnonymous,
  'feedback.lookUp': feedbackLookUp,
  'feedback.mine': feedbackMine,
  'feedback.inbox': feedbackInbox,
  'feedback.reply': feedbackReply,
  'feedback.reportFault': feedbackReportFault,
  'feedback.faults': feedbackFaults,
  'feedback.myFaults': feedbackMyFaults,
  'feedback.answerFault': feedbackAnswerFault,
  'reminder.inbox': reminderInbox,
  'reminder.markRead': reminderMarkRead,
  'file.begin': fileBegin,
  'file.finish': fileFinish,
} as const;

export type Operations = typeof operations;
export type OperationName = keyof Operations;

/** What a caller sends for an operation. */
export type Input<N extends OperationName> = v.InferInput<Operations[N]['input']>;
/** What reaches a use case: the parsed input. */
export type ParsedInput<N extends OperationName> = v.InferOutput<Operations[N]['input']>;
/** What comes back. */
export type Output<N extends OperationName> = v.InferOutput<Operations[N]['output']>;
