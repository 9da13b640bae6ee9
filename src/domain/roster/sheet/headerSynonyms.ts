import type { RosterField } from './rosterSheet';

/** How a field is headed in real files: whole headers, the commonest first, and a pattern for those not met yet. */
interface Heading {
  whole: readonly string[];
  /** Counts only when the cells below agree. */
  pattern: RegExp | null;
}

/** Sources: testdata/roster-and-record-layouts.md R1 to R10, and this app's own template (the first of each). */
export const headings: Readonly<Record<RosterField, Heading>> = {
  number: { whole: ['编号', '党员编号', '登录名'], pattern: null },
  name: {
    whole: ['姓名', '党员姓名', '成员姓名', '名字', '人员姓名', '真实姓名', '职工姓名'],
    pattern: null,
  },
  mobile: {
    whole: [
      '手机号码',
      '手机号',
      '手机',
      '移动电话',
      '联系电话',
      '电话号码',
      '联系方式',
      '联系手机',
      '本人电话',
      '电话',
    ],
    pattern: /手机|电话|联系方式/,
  },
  joinedOn: {
    whole: [
      '入党日期',
      '加入党组织日期',
      '入党时间',
      '加入党组织时间',
      '入党年月',
      '加入中国共产党日期',
      '加入中国共产党时间',
      '批准入党日期',
      '批准入党时间',
      '何时入党',
      '入党年月日',
      '接收为预备党员日期',
      '接收为预备党员时间',
      '接收预备党员日期',
      '接收预备党员时间',
      '入党',
    ],
    pattern: /^(加)?入.*党.*(日期|时间|年月)/,
  },
  fullSince: {
    whole: ['转正日期', '转为正式党员日期', '转正时间', '转为正式党员时间', '转正年月', '转正'],
    pattern: /转正|转为正式/,
  },
  kind: {
    whole: [
      '人员类别',
      '党员类别',
      '党员阶段',
      '组织身份',
      '党员身份',
      '政治面貌',
      '类别',
      '党员类型',
      '面貌',
      '正式/预备',
      '正式或预备',
      // A column to tick: √ under it says the kind.
      '预备党员',
      '是否预备党员',
      '预备',
      '正式党员',
      '是否正式党员',
      '正式',
    ],
    pattern: /党员.*类|政治面貌/,
  },
  organisationName: {
    whole: [
      '所在党支部',
      '所属党支部',
      '所在支部',
      '所属支部',
      '党支部',
      '支部',
      '党支部名称',
      '支部名称',
      '隶属组织',
      '所属组织',
      '所在党组织',
      '所属党组织',
      '隶属党组织',
      '组织名称',
      '党组织',
      '组织',
    ],
    pattern: /支部|党组织/,
  },
  groupName: { whole: ['党小组', '所在党小组', '所属党小组', '党小组名称', '小组'], pattern: /党小组/ },
  posts: {
    whole: [
      '党内职务',
      '支部职务',
      '党务职务',
      '党组织职务',
      '党内职务名称',
      '职务',
      '工作岗位',
      '单位职务或职业',
      '工作单位及职务',
    ],
    pattern: /党内职务|支部职务/,
  },
  marks: {
    whole: [
      '情况标记',
      '流动党员',
      '是否流动党员',
      '离退休',
      '是否离退休',
      '是否退休',
      '退休',
      '年老体弱',
      '是否年老体弱',
      '长期请假',
      '长期外出',
      '在职状态',
      '是否在职',
      '人员类型',
      '人员状态',
    ],
    pattern: null,
  },
  leadingCadre: {
    whole: ['党员领导干部', '是否党员领导干部', '领导干部', '是否领导干部'],
    pattern: /领导干部/,
  },
  status: { whole: ['党籍状态', '党员状态', '组织关系状态', '转出时间', '转出日期'], pattern: /党籍/ },
};

/**
 * Headers that a pattern must not take: they are of other persons, other events, or things that are not kept
 * (申请入党日期 is not 入党日期).
 */
export const neverHeadings =
  /申请|接受|确定|积极分子|发展对象|介绍人|培养|联系人|紧急|配偶|家属|家庭|父|母|子女|出生|籍贯|办公|单位电话|入团|参加工作|书记|审核|转入|转出|地址|人数|备注/;

/** A person beside whose column a 联系电话 without more is theirs, and a heading over columns of theirs. */
export const otherPeople = /联系人|介绍人|配偶|家属|家长|家庭|成员关系|监护|紧急|父|母|子女/;

/** Hints in brackets that make a header one of other people, other events or an office: `手机（家属）`. */
export const otherHints =
  /联系人|介绍人|配偶|家属|家长|紧急|父|母|子女|申请|积极分子|发展对象|办公|座机|固话/;

/** Whole headers -> their field. */
export const fieldOfHeading: ReadonlyMap<string, RosterField> = new Map(
  (Object.keys(headings) as RosterField[]).flatMap((field) =>
    headings[field].whole.map((name): [string, RosterField] => [name, field]),
  ),
);

/** Headers of what is not kept; they say that a row is a header, no more. */
export const otherHeadings =
  /^(序号|性别|民族|身份证号码?|公民身份证?号码?|出生日期|出生年月|籍贯|出生地|学历|学位|专业|家庭地址|家庭住址|现居住地|备注|备注说明|学号|年级|工作单位)$/;

/** True for the heading of any column, whether it is read or not. */
export function isHeading(plain: string): boolean {
  return fieldOfHeading.has(plain) || otherHeadings.test(plain);
}
