/**
 * The screens that a notice may lead to, by their name in the client's table of routes (its test holds the two
 * together). A client that does not know one shows the notice without a way on. Add a word to use it.
 */
export const noticeScreens = [
  'today',
  'branch',
  'mine',
  'computer',
  'piece',
  'feedback',
  'myFaults',
  'pioneerCard',
  'meetingSignIn',
  'meetingHost',
  'deskHome',
  'deskPieces',
  'deskPieceEdit',
  'deskPieceReview',
  'deskSeries',
  'deskFaults',
  'deskLaws',
  'deskSupply',
  'deskBank',
  'deskBankReview',
  'deskAnalysis',
  'deskFeedbackInbox',
  'deskMembers',
  'studyTask',
  'lectureRota',
  'deskTask',
] as const;

export type NoticeScreen = (typeof noticeScreens)[number];

/** Where a notice leads: a screen and what it needs in its address (ids, never personal data). */
export interface NoticeTarget {
  screen: NoticeScreen;
  query?: Readonly<Record<string, string>>;
}

/** The page that a card in WeChat opens: the inbox, whose newest row leads on. As app.json names it. */
export const noticePage = 'pages/settings/inbox/index';
