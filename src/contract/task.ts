import * as v from 'valibot';
import { operation } from './operation';
import { OrganisationLevel } from './rosterShapes';
import { ChoiceAnswer, Count, Day, Id, Nothing, optionalText, text, Version } from './shapes';

/** What a task asks to study. */
export const TaskTarget = v.object({ kind: v.picklist(['piece', 'series', 'paper']), id: Id });

/** How a branch stands with a task; never a number, in a branch of six a count is a name. */
const Standing = v.picklist(['running', 'met', 'notMet']);

const about = {
  id: Id,
  target: TaskTarget,
  /** As it was called when the task was published. */
  title: v.string(),
  /** Estimated reading time of what is to be studied. A property of the text, not of a reader. */
  readingMinutes: Count,
  organisationName: v.string(),
  /** Until the end of this day. */
  dueOn: Day,
  selfCheck: v.boolean(),
};

const OwnTask = v.object({
  ...about,
  /** 请您学; false is 欢迎看看. */
  due: v.boolean(),
});

const exampleOwn = {
  id: '01980000-0000-7000-8000-000000000801',
  target: { kind: 'piece' as const, id: '01980000-0000-7000-8000-000000000001' },
  title: '药店没有处方上的药，能换一种差不多的吗',
  readingMinutes: 3,
  organisationName: '机关第二党支部',
  dueOn: '2026-11-27',
  selfCheck: false,
  due: true,
};

/** The member's one to-do list: open tasks, what is asked before what is offered, nearest first. */
export const taskTodo = operation({
  kind: 'read',
  input: Nothing,
  output: v.object({ tasks: v.array(OwnTask) }),
  example: { input: {}, output: { tasks: [exampleOwn] } },
});

/** One task as its member sees it. */
export const taskGet = operation({
  kind: 'read',
  input: v.object({ taskId: Id }),
  output: v.object({
    task: v.object({
      ...OwnTask.entries,
      state: v.picklist(['open', 'done', 'withdrawn']),
      /** How it was done: by the own tap, made up with the branch (补学), or excused; null while it is not. */
      how: v.nullable(v.picklist(['own', 'madeUp', 'excused'])),
      withdrawReason: v.nullable(v.string()),
    }),
  }),
  example: {
    input: { taskId: exampleOwn.id },
    output: { task: { ...exampleOwn, state: 'open', how: null, withdrawReason: null } },
  },
});

/**
 * 我学完了，完成这项任务: its natural key is task and member, so repeating gives the same reply. The secretary can see
 * it of who is due. `answers` are needed when the task asks for the self-check: every question, answered right; they
 * are graded and forgotten.
 */
export const taskFinish = operation({
  kind: 'mark',
  input: v.object({
    taskId: Id,
    answers: v.optional(v.pipe(v.array(ChoiceAnswer), v.maxLength(3))),
  }),
  output: v.object({ how: v.picklist(['own', 'madeUp', 'excused']) }),
  example: { input: { taskId: exampleOwn.id }, output: { how: 'own' } },
});

/** What the form of a new task needs: what it is about, and for whom the reader may publish it. */
export const taskForm = operation({
  kind: 'read',
  input: v.object({ target: TaskTarget }),
  output: v.object({
    title: v.string(),
    readingMinutes: Count,
    /** It has self-check questions that can be asked. */
    mayAskSelfCheck: v.boolean(),
    whom: v.array(
      v.object({ id: Id, name: v.string(), level: OrganisationLevel, mayPickPersons: v.boolean() }),
    ),
  }),
  example: {
    input: { target: exampleOwn.target },
    output: {
      title: exampleOwn.title,
      readingMinutes: 3,
      mayAskSelfCheck: true,
      whom: [
        {
          id: '01980000-0000-7000-8000-00000000000b',
          name: '机关第二党支部',
          level: 'branch',
          mayPickPersons: true,
        },
      ],
    },
  },
});

const changed = v.object({ taskId: Id, version: Version });
const exampleChanged = { taskId: exampleOwn.id, version: 2 };

/** Publishes a task and fixes its due list. With `memberIds` it is for these persons of a branch, else for all of the organisation. */
export const taskPublish = operation({
  kind: 'write',
  input: v.object({
    target: TaskTarget,
    organisationId: Id,
    memberIds: v.optional(v.pipe(v.array(Id), v.minLength(1), v.maxLength(100))),
    dueOn: Day,
    selfCheck: v.boolean(),
  }),
  output: changed,
  example: {
    input: {
      target: exampleOwn.target,
      organisationId: '01980000-0000-7000-8000-00000000000b',
      dueOn: '2026-11-27',
      selfCheck: false,
    },
    output: { ...exampleChanged, version: 1 },
  },
});

const DeskTask = v.object({
  ...about,
  whom: v.picklist(['organisation', 'persons']),
  state: v.picklist(['running', 'over', 'withdrawn']),
  version: Version,
  mayManage: v.boolean(),
  /** Branches of this task whose names the reader looks after, with how each stands. */
  follows: v.array(v.object({ id: Id, name: v.string(), standing: Standing })),
  /** May see which branches have met it. */
  mayReview: v.boolean(),
});

const { due: _due, ...exampleAbout } = exampleOwn;
const exampleDeskTask = {
  ...exampleAbout,
  whom: 'organisation' as const,
  state: 'running' as const,
  version: 1,
  mayManage: true,
  follows: [
    { id: '01980000-0000-7000-8000-00000000000b', name: '机关第二党支部', standing: 'running' as const },
  ],
  mayReview: false,
};

/** Tasks that the reader publishes, follows or reviews, newest first. */
export const taskDesk = operation({
  kind: 'read',
  input: v.object({ before: v.optional(Id) }),
  output: v.object({ tasks: v.array(DeskTask), nextBefore: v.nullable(Id) }),
  example: { input: {}, output: { tasks: [exampleDeskTask], nextBefore: null } },
});

/** One task on the desk. */
export const taskOnDesk = operation({
  kind: 'read',
  input: v.object({ taskId: Id }),
  output: v.object({
    task: v.object({
      ...DeskTask.entries,
      withdrawReason: v.nullable(v.string()),
      /** What was to be studied has been taken down since. */
      isTargetGone: v.boolean(),
    }),
  }),
  example: {
    input: { taskId: exampleOwn.id },
    output: { task: { ...exampleDeskTask, withdrawReason: null, isTargetGone: false } },
  },
});

const Person = { memberId: Id, name: v.string() };
const examplePerson = { memberId: '01980000-0000-7000-8000-000000000301', name: '江晨' };

/**
 * 还没学的同志（只有您能看到）: the names of one branch, for reminding and make-up (domain.md C5). In the order of the
 * roster; of who is only invited nothing is said but the name.
 */
export const taskNames = operation({
  kind: 'read',
  input: v.object({ taskId: Id, organisationId: Id }),
  output: v.object({
    organisationName: v.string(),
    open: v.array(v.object(Person)),
    done: v.array(v.object({ ...Person, how: v.picklist(['own', 'madeUp', 'excused']) })),
    invited: v.array(v.object(Person)),
    /** Reminded today already; once a day is enough. */
    isReminded: v.boolean(),
  }),
  example: {
    input: { taskId: exampleOwn.id, organisationId: '01980000-0000-7000-8000-00000000000b' },
    output: {
      organisationName: '机关第二党支部',
      open: [examplePerson],
      done: [],
      invited: [],
      isReminded: false,
    },
  },
});

/** Per branch met or not met, for the committee: no names and no numbers; of fewer than three due people nothing. */
export const taskBranches = operation({
  kind: 'read',
  input: v.object({ taskId: Id }),
  output: v.object({
    branches: v.array(
      v.object({ id: Id, name: v.string(), standing: v.picklist([...Standing.options, 'tooFew']) }),
    ),
  }),
  example: {
    input: { taskId: exampleOwn.id },
    output: {
      branches: [{ id: '01980000-0000-7000-8000-00000000000b', name: '机关第二党支部', standing: 'met' }],
    },
  },
});

/** The secretary records make-up study (补学) or excuses with a reason; `open` takes that back. The own tap stays. */
export const taskSettle = operation({
  kind: 'write',
  input: v.object({
    taskId: Id,
    memberId: Id,
    as: v.picklist(['madeUp', 'excused', 'open']),
    /** Needed to excuse. */
    reason: optionalText(200),
  }),
  output: v.object({ how: v.nullable(v.picklist(['own', 'madeUp', 'excused'])) }),
  example: {
    input: { taskId: exampleOwn.id, memberId: examplePerson.memberId, as: 'madeUp', reason: '' },
    output: { how: 'madeUp' },
  },
});

/** Reminds the open ones of a branch in their in-app inbox, at most once a day. */
export const taskRemind = operation({
  kind: 'write',
  input: v.object({ taskId: Id, organisationId: Id }),
  output: Nothing,
  example: {
    input: { taskId: exampleOwn.id, organisationId: '01980000-0000-7000-8000-00000000000b' },
    output: {},
  },
});

/** Gives more time; a deadline is never shortened. */
export const taskExtend = operation({
  kind: 'write',
  input: v.object({ taskId: Id, version: Version, dueOn: Day }),
  output: changed,
  example: { input: { taskId: exampleOwn.id, version: 1, dueOn: '2026-11-30' }, output: exampleChanged },
});

/** Takes a task back with the reason that its members read. */
export const taskWithdraw = operation({
  kind: 'write',
  input: v.object({ taskId: Id, version: Version, reason: text(200) }),
  output: changed,
  example: {
    input: { taskId: exampleOwn.id, version: 1, reason: '改到主题党日一起学' },
    output: exampleChanged,
  },
});
