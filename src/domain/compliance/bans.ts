/** One ban, how this software keeps it, and what proves it. */
export interface Ban {
  /** Stable name, for docs/compliance.md and the compliance test. */
  id: string;
  /** What is not allowed (or is required), in our own words. */
  ban: string;
  /** How it is kept here. */
  how: string;
  /** The test that proves it, from the repository's root; null where people keep it and no test can. */
  test: string | null;
}

/**
 * What 国办函〔2026〕12号 (《政务移动互联网应用程序规范化管理办法》, 2026-01-25) and the texts of the same
 * direction forbid or ask for, as domain.md section 1 (facts 2 to 7, C1 to C10) sets out, and how each
 * is kept by construction. The app shows it; docs/compliance.md repeats it; the compliance test holds both.
 */
export const bans: readonly Ban[] = [
  {
    id: 'check-in',
    ban: '不得设强制打卡、强制签到',
    how: '晨学盖章全凭自愿，只给自己看，可以收起；没有连续天数，没学的日子不作标记。“签到”只是开会的点名，书记点名和自己签到一样算数，不带手机也行',
    test: 'cloud/testing/compliance.test.ts',
  },
  {
    id: 'ranking',
    ban: '不得搞积分排名',
    how: '哪里都没有人和人的名次，连按分数排的名单也没有。先锋指数只给本人看，接口里没有查别人分数的办法',
    test: 'cloud/testing/compliance.test.ts',
  },
  {
    id: 'online-time',
    ban: '不得统计在线时长',
    how: '不记谁读了多久、打开几次、登录几回。数据表和接口里没有这样的栏目，由测试逐栏核对',
    test: 'cloud/testing/compliance.test.ts',
  },
  {
    id: 'study-as-yardstick',
    ban: '不得拿学习时长、点赞、投票、转发当考核依据',
    how: '先锋指数只从签定的会议记录来。把用软件的情况写进方案，校验时就会被拒绝',
    test: 'src/domain/pioneer/scheme.test.ts',
  },
  {
    id: 'forced-use',
    ban: '不得强制下载使用、通报安装率和使用率、要求定期登录',
    how: '不算安装率、活跃率、登录率，也没有“多久没登录”这样的数。不登录不扣分，不用手机不影响参会',
    test: 'cloud/testing/compliance.test.ts',
  },
  {
    id: 'forms',
    ban: '不得随意、多头、反复要求填表报数交材料',
    how: '一次会议只记一遍：名单、参会、先锋指数都从这一份记录来，不用再填',
    test: 'cloud/meeting/meeting.test.ts',
  },
  {
    id: 'traces',
    ban: '没有必要的，不得要求传工作照片、视频和轨迹；不得拿照片留痕、学习笔记评工作好坏',
    how: '签到和记录都不要照片，不取位置。数据表和接口里没有经纬度、没有轨迹',
    test: 'cloud/testing/compliance.test.ts',
  },
  {
    id: 'daily-inspection',
    ban: '不得把软件当成日常考核、线上督查的主要载体',
    how: '先锋指数是支部和机关党委自己评，软件只当台账；本单位可以整个关掉，关掉后一处都不显示',
    test: 'cloud/pioneer/pioneer.test.ts',
  },
  {
    id: 'data-minimum',
    ban: '敏感的个人信息要单独同意、够用就好',
    how: '同意与否单独问、单独记，不同意不影响参会。没有身份证号，没有宗教信仰，没有位置',
    test: 'cloud/testing/compliance.test.ts',
  },
  {
    id: 'complaints',
    ban: '要有投诉建议的入口，有人答复',
    how: '“我的”里第一屏就有，可以不署名；负责的同志在工作台答复，答复回到您这里',
    test: 'cloud/feedback/feedback.test.ts',
  },
  {
    id: 'business',
    ban: '不得用来做买卖',
    how: '没有广告，没有商品，没有收费，也不接别家的推广',
    test: null,
  },
  {
    id: 'filing',
    ban: '上线前要备案，县级以下单位原则上不建；没备案的不得要求大家用',
    how: '备案和主办责任在主办单位。软件留出了主办单位名称的位置；没备案之前，请只当演示看',
    test: null,
  },
];
