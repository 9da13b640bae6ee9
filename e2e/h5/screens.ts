import type { BrowserContext } from 'playwright-core';
import { stepInto } from '../../cloud/testing/testServer';
import { pagePath, type Route, type RouteName, routeTable } from '../../src/platform/routeTable';
import { lookBehind } from './lookBehind';
import type { Stage } from './stage';

/** Who looks at a screen: a pair of the demo's shoes, or a stranger. */
export type Looker = 'stranger' | 'member' | 'secretary' | 'publicityOfficer' | 'committeeOfficer';

export interface Visit {
  as: Looker;
  /** Path with its parameters. */
  path: string;
  /** Words that are there once the screen is. */
  sees: string | RegExp;
}

interface Planned {
  as: Looker;
  sees: string | RegExp;
  query?: (ids: Ids) => string;
}

/** Things of the demo that some screens need. */
interface Ids {
  pieceId: string;
  draftId: string;
  openMeetingId: string;
  /** The series of the demo's branch. */
  seriesId: string;
  /** The open study task of the demo's branch. */
  taskId: string;
  /** The open paper of the demo's branch. */
  paperId: string;
  /** 江晨, a plain member of the secretary's branch. */
  memberId: string;
}

/** A visit for every screen. The type asks for one more when routeTable gets one more. */
const plan: Record<Exclude<RouteName, 'gallery'>, Planned> = {
  today: { as: 'member', sees: '晨学日历' },
  quiz: { as: 'member', sees: /^(开始答题|接着答)$/ },
  branch: { as: 'member', sees: '开过的会' },
  mine: { as: 'member', sees: '看每一分从哪里来' },
  welcome: { as: 'stranger', sees: '用江晨的身份看看' },
  piece: { as: 'member', sees: '核对日期', query: ({ pieceId }) => `?pieceId=${pieceId}` },
  studyCalendar: { as: 'member', sees: /本月学了 \d+ 篇/ },
  catchUp: { as: 'member', sees: /月\d+日|昨天|星期/ },
  series: { as: 'member', sees: /^1\. 窗口接待手册/, query: ({ seriesId }) => `?seriesId=${seriesId}` },
  library: { as: 'member', sees: '找一找' },
  bookmarks: { as: 'member', sees: '还没有收藏' },
  notes: { as: 'member', sees: '还没有笔记' },
  groupPicture: { as: 'member', sees: '存下图片', query: ({ pieceId }) => `?pieceId=${pieceId}` },
  link: { as: 'stranger', sees: '这个链接不完整' },
  studyTask: {
    as: 'member',
    sees: '支部书记能看到您完成了这一项',
    query: ({ taskId }) => `?taskId=${taskId}`,
  },
  practiceRun: { as: 'member', sees: /一周一组/, query: () => '?mode=weeklyTen' },
  practiceTopics: { as: 'member', sees: /^题库里 \d+ 题/ },
  practiceWrongBook: { as: 'member', sees: /^错题本是空的/ },
  practicePaper: {
    as: 'member',
    sees: /^(开始答|接着答)$/,
    query: ({ paperId }) => `?paperId=${paperId}`,
  },
  practiceReviewSettings: { as: 'member', sees: '每天复习多少' },
  meetingSignIn: {
    as: 'member',
    sees: '输入屏幕上的 6 位数字',
    query: ({ openMeetingId }) => `?meetingId=${openMeetingId}`,
  },
  lectureRota: { as: 'secretary', sees: '排一讲' },
  meetingHost: {
    as: 'secretary',
    sees: /^\d{3} \d{3}$/,
    query: ({ openMeetingId }) => `?meetingId=${openMeetingId}`,
  },
  meetingPlan: { as: 'secretary', sees: '会议内容' },
  pioneerCard: { as: 'member', sees: '每一分从哪里来' },
  consent: { as: 'member', sees: '单独问您一件事' },
  computer: { as: 'member', sees: '登录着的地方' },
  activate: { as: 'stranger', sees: '一张卡只能用一次' },
  signIn: { as: 'stranger', sees: '用激活卡首次登录' },
  textSize: { as: 'stranger', sees: '王阿姨拿着处方去药店买药' },
  whyNoRanking: { as: 'stranger', sees: '排名' },
  compliance: { as: 'stranger', sees: '规矩' },
  feedback: { as: 'member', sees: '用抄下的编号查' },
  shoes: { as: 'member', sees: '用禾书远的身份看看' },
  reminders: { as: 'member', sees: '不打扰的时间' },
  inbox: { as: 'member', sees: '通知' },
  myFaults: { as: 'member', sees: '第三段的例子' },
  privacy: { as: 'stranger', sees: '隐私' },
  deskHome: { as: 'committeeOfficer', sees: '看稿件和排期' },
  deskPieces: { as: 'committeeOfficer', sees: '接下来的工作日' },
  deskSupply: { as: 'publicityOfficer', sees: '由哪里轮流供稿' },
  deskPieceEdit: { as: 'publicityOfficer', sees: '大家会看到这样的一页' },
  deskPieceReview: {
    as: 'committeeOfficer',
    sees: '审核意见',
    query: ({ draftId }) => `?pieceId=${draftId}`,
  },
  deskSeries: {
    as: 'secretary',
    sees: '没发的换日子',
    query: ({ seriesId }) => `?seriesId=${seriesId}`,
  },
  deskSeriesNew: { as: 'secretary', sees: '切成三分钟一篇' },
  deskPacks: { as: 'secretary', sees: '选内容包文件' },
  deskStarter: { as: 'secretary', sees: /^(起步内容都取用过了|取用，请另一位同志审核)$/ },
  deskWeek: { as: 'secretary', sees: /^(打印大字版|这一周还没有发布的篇目)$/ },
  deskLaws: { as: 'committeeOfficer', sees: '标出来，列出要核对的' },
  deskFaults: { as: 'publicityOfficer', sees: '写答复' },
  deskMeetings: { as: 'secretary', sees: '办完的' },
  deskMembers: { as: 'secretary', sees: '未激活' },
  deskMember: { as: 'secretary', sees: '组织关系', query: ({ memberId }) => `?memberId=${memberId}` },
  deskOrganisations: { as: 'committeeOfficer', sees: /启用$/ },
  deskRosterImport: { as: 'committeeOfficer', sees: '选名册文件' },
  deskFirstDay: { as: 'secretary', sees: '本月主题党日' },
  deskFeedbackInbox: { as: 'committeeOfficer', sees: '写答复' },
  deskTasks: { as: 'secretary', sees: '布置过的' },
  deskTask: {
    as: 'secretary',
    sees: '还没学的同志（只有您能看到）',
    query: ({ taskId }) => `?taskId=${taskId}`,
  },
  deskTaskPublish: {
    as: 'secretary',
    sees: '学到哪天',
    query: ({ pieceId }) => `?pieceId=${pieceId}`,
  },
  deskPapers: { as: 'secretary', sees: '做一份卷子' },
  deskPaper: { as: 'secretary', sees: '撤回这份卷子', query: ({ paperId }) => `?paperId=${paperId}` },
  deskPaperWall: { as: 'secretary', sees: '看答案', query: ({ paperId }) => `?paperId=${paperId}` },
  deskBank: { as: 'secretary', sees: '找一找' },
  deskBankImport: { as: 'secretary', sees: /请您看一眼/ },
  deskQuestion: {
    as: 'committeeOfficer',
    sees: '题干',
  },
  deskBankReview: { as: 'committeeOfficer', sees: '开始审核' },
  deskAnalysis: { as: 'committeeOfficer', sees: /题请核对答案$|^没有要核对答案的题$/ },
  deskShares: { as: 'secretary', sees: '只有比例，看不到是谁。五人以上答过的题才有，每题只看第一次怎么答' },
  deskCalendar: { as: 'committeeOfficer', sees: '上月' },
};

/** Every screen of the app with who may see it and how one knows that it is there. */
export async function visitsOf(stage: Stage): Promise<Record<keyof typeof plan, Visit>> {
  const ids = await findIds(stage);
  const visits = Object.entries(plan).map(([name, { as, sees, query }]) => [
    name,
    { as, sees, path: `/${pagePath(routeTable[name as RouteName] as Route)}${query?.(ids) ?? ''}` },
  ]);
  return Object.fromEntries(visits) as Record<keyof typeof plan, Visit>;
}

/** Signs somebody in by the cookie alone, without the entry page. */
export async function comeAs(looker: Looker, context: BrowserContext, url: string): Promise<void> {
  await context.clearCookies();
  if (looker === 'stranger') return;
  const [name = '', value = ''] = (await stepInto(url, looker)).split('=');
  await context.addCookies([{ name, value, url }]);
}

function findIds({ server }: Stage): Promise<Ids> {
  return lookBehind(server, async (db) => {
    const pieces = db.selectFrom('piece').select('id').orderBy('publish_on');
    const piece = await pieces.where('state', '=', 'approved').executeTakeFirstOrThrow();
    const draft = await pieces.where('state', '=', 'submitted').executeTakeFirstOrThrow();
    const meeting = await db
      .selectFrom('meeting')
      .select('id')
      .where('state', '=', 'open')
      .executeTakeFirstOrThrow();
    const task = await db
      .selectFrom('study_task')
      .select('id')
      .orderBy('due_on', 'desc')
      .executeTakeFirstOrThrow();
    const member = await db
      .selectFrom('member')
      .select('id')
      .where('name', '=', '江晨')
      .executeTakeFirstOrThrow();
    const paper = await db.selectFrom('paper').select('id').executeTakeFirstOrThrow();
    const series = await db.selectFrom('series').select('id').executeTakeFirstOrThrow();
    return {
      seriesId: series.id,
      paperId: paper.id,
      taskId: task.id,
      pieceId: piece.id,
      draftId: draft.id,
      openMeetingId: meeting.id,
      memberId: member.id,
    };
  });
}
