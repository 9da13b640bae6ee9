/**
 * The one list of screens: name -> page, subpackage, title. `app.config.ts` makes the packages
 * from it, `routes.ts` the navigation. Pure data, because the build reads it too.
 */

/**
 * Which package of the mini-program carries a screen; each is downloaded on its own. The desk is cut by capability,
 * so that no part outgrows its budget (`npm run size`); a further part is named in deskPackages.json too.
 */
export type PackageName =
  | 'main'
  | 'study'
  | 'practice'
  | 'meeting'
  | 'pioneer'
  | 'settings'
  | 'desk'
  | 'roster'
  | 'bank'
  | 'gallery';

export interface Route {
  package: PackageName;
  /** Below `src/pages` for the main package, below `src/pages/<package>` for the others. */
  folder: string;
  title: string;
  /** One of the four tabs. */
  isTab?: true;
  /** Can be read by somebody who is not signed in; all others lead to `welcome` (`gate.ts`). */
  isOpenToAll?: true;
}

/** Every screen by name. A new screen is one line here, one folder, and its params in `routes.ts`. */
export const routeTable = {
  today: { package: 'main', folder: 'today', title: '晨学', isTab: true },
  quiz: { package: 'main', folder: 'quiz', title: '答题', isTab: true },
  branch: { package: 'main', folder: 'branch', title: '支部', isTab: true },
  mine: { package: 'main', folder: 'mine', title: '我的', isTab: true },
  welcome: { package: 'main', folder: 'welcome', title: '晨学先锋', isOpenToAll: true },

  piece: { package: 'study', folder: 'piece', title: '晨学三分钟' },
  studyCalendar: { package: 'study', folder: 'calendar', title: '晨学日历' },
  catchUp: { package: 'study', folder: 'catch-up', title: '可补读' },
  series: { package: 'study', folder: 'series', title: '系列' },
  library: { package: 'study', folder: 'library', title: '资料库' },
  bookmarks: { package: 'study', folder: 'bookmarks', title: '我的收藏' },
  notes: { package: 'study', folder: 'notes', title: '我的笔记' },
  groupPicture: { package: 'study', folder: 'group-picture', title: '转到支部群' },
  // What a card in a group opens, also for strangers.
  link: { package: 'study', folder: 'link', title: '晨学先锋', isOpenToAll: true },

  studyTask: { package: 'study', folder: 'task', title: '学习任务' },

  practiceRun: { package: 'practice', folder: 'run', title: '练习' },
  practiceTopics: { package: 'practice', folder: 'topics', title: '专题练习' },
  practiceWrongBook: { package: 'practice', folder: 'wrong-book', title: '错题本' },
  practicePaper: { package: 'practice', folder: 'paper', title: '卷子' },
  practiceReviewSettings: { package: 'practice', folder: 'review-settings', title: '复习设置' },

  meetingSignIn: { package: 'meeting', folder: 'sign-in', title: '签到' },
  meetingHost: { package: 'meeting', folder: 'host', title: '主持签到' },
  lectureRota: { package: 'meeting', folder: 'lecture-rota', title: '微党课轮值' },
  meetingPlan: { package: 'meeting', folder: 'plan', title: '安排会议' },

  pioneerCard: { package: 'pioneer', folder: 'card', title: '先锋指数' },

  consent: { package: 'settings', folder: 'consent', title: '个人信息' },
  computer: { package: 'settings', folder: 'computer', title: '在电脑上使用' },
  activate: { package: 'settings', folder: 'activate', title: '启用', isOpenToAll: true },
  signIn: { package: 'settings', folder: 'sign-in', title: '登录', isOpenToAll: true },
  textSize: { package: 'settings', folder: 'text-size', title: '字号', isOpenToAll: true },
  whyNoRanking: { package: 'settings', folder: 'why-no-ranking', title: '为什么没有排名', isOpenToAll: true },
  compliance: { package: 'settings', folder: 'compliance', title: '怎样守规矩', isOpenToAll: true },
  feedback: { package: 'settings', folder: 'feedback', title: '投诉建议' },
  shoes: { package: 'settings', folder: 'shoes', title: '换一双鞋' },
  reminders: { package: 'settings', folder: 'reminders', title: '提醒设置' },
  inbox: { package: 'settings', folder: 'inbox', title: '通知' },
  myFaults: { package: 'settings', folder: 'faults', title: '报错的答复' },
  privacy: { package: 'settings', folder: 'privacy', title: '隐私', isOpenToAll: true },

  deskHome: { package: 'desk', folder: 'home', title: '工作台' },
  deskPieces: { package: 'desk', folder: 'pieces', title: '晨学稿件' },
  deskSupply: { package: 'desk', folder: 'supply', title: '轮值供稿' },
  deskPieceEdit: { package: 'desk', folder: 'piece-edit', title: '写稿' },
  deskPieceReview: { package: 'desk', folder: 'piece-review', title: '审稿' },
  deskSeries: { package: 'desk', folder: 'series', title: '系列' },
  deskLaws: { package: 'desk', folder: 'laws', title: '依据变化' },
  deskPacks: { package: 'desk', folder: 'packs', title: '内容包' },
  deskStarter: { package: 'desk', folder: 'starter', title: '起步内容' },
  deskWeek: { package: 'desk', folder: 'week', title: '一周大字版' },
  deskSeriesNew: { package: 'desk', folder: 'series-new', title: '长文切成系列' },
  deskFaults: { package: 'desk', folder: 'faults', title: '报错' },
  deskMeetings: { package: 'desk', folder: 'meetings', title: '会议' },
  deskMembers: { package: 'roster', folder: 'members', title: '党员' },
  deskMember: { package: 'roster', folder: 'member', title: '党员资料' },
  deskOrganisations: { package: 'roster', folder: 'organisations', title: '组织和任职' },
  deskRosterImport: { package: 'roster', folder: 'import', title: '导入名册' },
  deskFirstDay: { package: 'desk', folder: 'first-day', title: '开头几步' },
  deskFeedbackInbox: { package: 'desk', folder: 'feedback-inbox', title: '投诉建议办理' },
  deskTasks: { package: 'desk', folder: 'tasks', title: '学习任务' },
  deskTask: { package: 'desk', folder: 'task', title: '任务情况' },
  deskTaskPublish: { package: 'desk', folder: 'task-publish', title: '布置学习任务' },
  deskPapers: { package: 'bank', folder: 'papers', title: '卷子' },
  deskPaper: { package: 'bank', folder: 'paper', title: '卷子' },
  deskPaperWall: { package: 'bank', folder: 'paper-wall', title: '投屏答题' },
  deskBank: { package: 'bank', folder: 'questions', title: '题库' },
  deskBankImport: { package: 'bank', folder: 'import', title: '导入题库' },
  deskQuestion: { package: 'bank', folder: 'question', title: '题目' },
  deskBankReview: { package: 'bank', folder: 'review', title: '审核题目' },
  deskAnalysis: { package: 'bank', folder: 'analysis', title: '题目分析' },
  deskShares: { package: 'bank', folder: 'shares', title: '讲课选题参考' },
  deskCalendar: { package: 'desk', folder: 'calendar', title: '工作日历' },

  gallery: { package: 'gallery', folder: 'components', title: '组件', isOpenToAll: true },
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routeTable;

/** The gallery of components is for us, not for members: development builds only. */
export function isInProduction(route: Route): boolean {
  return route.package !== 'gallery';
}

/** The page's path as app.json names it, without a leading slash: `pages/study/piece/index`. */
export function pagePath(route: Route): string {
  return route.package === 'main'
    ? `pages/${route.folder}/index`
    : `pages/${route.package}/${route.folder}/index`;
}
