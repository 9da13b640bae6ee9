/**
 * Every coded refusal and the one Chinese sentence that people see for it:
 * what happened, why, what to do (design.md "Words"). The server fills
 * `message` from here; nothing else words an error.
 *
 * `status` is the HTTP status of the self-hosted entry; `fault` tells whose
 * turn it is: `person` (they can act), `client` (our client sent something it
 * should not have), `server` (ours, may be tried again).
 */
export const errorTable = {
  // The message itself
  bad_json: { status: 400, fault: 'client', sentence: '这次发来的内容读不出来，请退出后再打开试一次' },
  unknown_operation: { status: 404, fault: 'client', sentence: '没有这项功能。请更新小程序后再试' },
  body_too_large: { status: 413, fault: 'client', sentence: '内容太长，一次装不下，请分几次提交' },
  reply_too_large: { status: 500, fault: 'server', sentence: '结果太多，一次显示不下，请缩小范围再查' },
  bad_input: { status: 400, fault: 'person', sentence: '有一处填写不对，请检查后再提交' },
  mutation_id_missing: { status: 400, fault: 'client', sentence: '这次提交缺少编号，请退出后再打开试一次' },
  mutation_id_reused: {
    status: 409,
    fault: 'client',
    sentence: '这次提交的编号用过了，内容又不一样，没有保存。请再提交一次',
  },
  client_too_old: {
    status: 426,
    fault: 'person',
    sentence: '这一版太旧了。请关掉后从微信里重新打开，会自动更新',
  },
  wrong_origin: { status: 403, fault: 'client', sentence: '请从本单位的网址打开再操作' },

  // Who is asking
  not_signed_in: { status: 401, fault: 'person', sentence: '请先登录' },
  not_activated: {
    status: 401,
    fault: 'person',
    sentence: '这个微信还没有对应的党员。请扫激活卡，或输入卡上的激活码',
  },
  app_not_configured: {
    status: 403,
    fault: 'server',
    sentence: '这个小程序还没有在系统里登记，请联系管理员',
  },
  bureau_not_chosen: { status: 409, fault: 'person', sentence: '您在几个单位都有身份，请先选一个' },
  not_allowed: { status: 403, fault: 'person', sentence: '这一页由负责的同志使用。需要时请联系您的书记' },
  not_found: { status: 404, fault: 'person', sentence: '没有找到。可能已经撤下，或不在您的支部' },
  too_many_tries: {
    status: 429,
    fault: 'person',
    sentence: '试的次数多了些，请过 15 分钟再试。着急时请书记帮您',
  },

  // Doors
  code_not_valid: {
    status: 403,
    fault: 'person',
    sentence: '激活码不对，或已经用过、过期。请核对卡片，或请书记重发一张',
  },
  sign_in_failed: {
    status: 403,
    fault: 'person',
    sentence: '登录名或口令不对。忘了口令，请书记重发一张激活卡',
  },
  passphrase_too_weak: {
    status: 400,
    fault: 'person',
    sentence: '口令至少 10 个字，不要全是同一个字或连续数字',
  },
  already_bound: {
    status: 409,
    fault: 'person',
    // There is no signing out in WeChat; a card issued anew for the other person ends their doors.
    sentence: '这个微信已经对应另一位同志。要换人用，请书记重发那位同志的激活卡',
  },
  phone_not_matched: {
    status: 403,
    fault: 'person',
    // One answer for no match, several and a lapsed proof: it must not tell whose number is in a roster.
    sentence: '没能用手机号对上名册里的一位同志。请用激活卡，或请书记核对登记的手机号',
  },
  pairing_ended: {
    status: 409,
    fault: 'person',
    sentence: '这次登录已经结束：用过了、过了两分钟，或数字没选对。请在电脑上重新取一张码',
  },
  demo_only: { status: 403, fault: 'person', sentence: '这项只在演示单位里有' },

  // Records
  speaker_taken: {
    status: 409,
    fault: 'person',
    sentence: '这位同志那天已经排了一讲，请换一天或换一位',
  },
  weeks_all_laid: {
    status: 409,
    fault: 'person',
    sentence: '这几周都已经排好了。要换供稿的单位，请点那一周',
  },
  swap_waiting: {
    status: 409,
    fault: 'person',
    sentence: '已经在问换不换了。等有了答复，或收回以后再问别处',
  },
  conflict: { status: 409, fault: 'person', sentence: '别的同志刚改过这一条。请看过最新内容再改' },
  wrong_state: { status: 409, fault: 'person', sentence: '这一条现在不能这样操作，请刷新看看它到了哪一步' },

  // Files that are read (cloud/documents)
  document_kind_unknown: {
    status: 400,
    fault: 'person',
    sentence: '这种文件读不了。名册请用 .xlsx、.xls 或 .csv，文章请用 .docx、.txt 或 .md',
  },
  document_not_its_name: {
    status: 400,
    fault: 'person',
    sentence: '文件内容和它的后缀名对不上。请用原来的软件打开，另存一份再传',
  },
  document_damaged: {
    status: 400,
    fault: 'person',
    sentence: '文件不完整或已损坏，读不出来。请重新导出或另存一份再传',
  },
  document_locked: {
    status: 400,
    fault: 'person',
    sentence: '文件设了打开密码，读不出来。请去掉密码另存一份再传',
  },
  document_too_large: {
    status: 413,
    fault: 'person',
    sentence: '文件里的内容太多，一次读不下。请分成几个文件再传',
  },
  document_empty: { status: 400, fault: 'person', sentence: '文件里没有内容。请看看是不是选错了文件' },

  // Roster
  member_exists: {
    status: 409,
    fault: 'person',
    sentence: '名册里已经有这位同志（姓名和手机或入党日期相同），没有再加一次',
  },
  day_too_early: { status: 400, fault: 'person', sentence: '这一天早于它开始的日子，请选晚一些的日子' },
  own_appointment: { status: 403, fault: 'person', sentence: '自己的职务和去留要请别的同志办理' },
  post_not_here: { status: 400, fault: 'person', sentence: '这一级组织没有这个职务，请换一个' },
  post_held: {
    status: 409,
    fault: 'person',
    sentence: '这个职务在这段时间已有同志担任。请用交接，或先写上原来任期的最后一天',
  },
  organisation_not_empty: {
    status: 409,
    fault: 'person',
    sentence: '里面还有党员、任职或下级组织，请先转走再撤销',
  },
  name_taken: { status: 409, fault: 'person', sentence: '这一级已经有同名的组织，请换一个名称' },
  not_a_branch: { status: 400, fault: 'person', sentence: '组织关系要放在党支部，请换一个' },
  roster_without_header: {
    status: 400,
    fault: 'person',
    sentence: '没有找到写着“姓名”的表头。请看看是不是选错了文件，或用名册模板整理后再读',
  },
  undo_too_late: {
    status: 409,
    fault: 'person',
    sentence: '导入之后有同志的资料改过，或已经激活，不能整批撤回。请逐个改正',
  },

  // Study
  bank_without_questions: {
    status: 400,
    fault: 'person',
    sentence: '这份文件里没有认出题目。请换一份，或下载模板填好再导入',
  },
  import_nothing_ready: {
    status: 409,
    fault: 'person',
    sentence: '现在没有可以导入的题。请先看一眼有问题的和重复的',
  },
  import_in_use: {
    status: 409,
    fault: 'person',
    sentence: '这批题已经有同志答过，或用在试卷、更正里，不能整批撤回。请逐题停用',
  },
  question_unclear: {
    status: 400,
    fault: 'person',
    sentence: '这道题还不完整：题干、选项和答案要对得上',
  },
  review_unfinished: {
    status: 409,
    fault: 'person',
    sentence: '还有题没有看，或看过之后又改动了。请看完再结束这一批',
  },
  bank_empty: { status: 404, fault: 'person', sentence: '题库里还没有审核过的题，没有可以导出的' },
  second_person_needed: { status: 403, fault: 'person', sentence: '自己写的要请另一位同志审核' },
  piece_incomplete: { status: 400, fault: 'person', sentence: '还不能提交：标题、正文和来源都要有' },
  text_empty: { status: 400, fault: 'person', sentence: '这份文字里没有读到内容，请换一份再试' },
  text_too_long: {
    status: 400,
    fault: 'person',
    sentence: '这份文字能切出 300 篇以上，一年也发不完。请分成几部分，分别做成系列',
  },
  pack_unreadable: {
    status: 415,
    fault: 'person',
    sentence: '这份文件不是内容包，或内容不完整，什么也没有取用。请向给您文件的同志再要一份',
  },
  pack_newer: {
    status: 415,
    fault: 'person',
    sentence: '这个内容包是较新的版本做的，现在读不了。请联系管理员更新本系统后再试',
  },
  pack_too_large: {
    status: 413,
    fault: 'person',
    sentence: '一个内容包最多 200 篇、600 KB，这里放不下。请分成几个包',
  },
  piece_too_long: {
    status: 400,
    fault: 'person',
    sentence: '合起来超过 2700 字，三分钟读不完。请先在别处分开',
  },
  no_days_for_plan: {
    status: 409,
    fault: 'person',
    sentence: '选的这几天排不下，可能都是休息日。请多选几个星期几',
  },
  text_not_fit: {
    status: 409,
    fault: 'person',
    sentence: '内容检查认为这一篇不宜发布，现在不能通过。请退回，改好后再审',
  },
  day_taken: { status: 409, fault: 'person', sentence: '这一天已经排了别的篇目，请换一天' },
  law_version_older: {
    status: 400,
    fault: 'person',
    sentence: '这个版本日期早于标出的变化，还是旧版。请写新版的日期，或撤下这一篇',
  },
  not_a_workday: { status: 400, fault: 'person', sentence: '这一天休息，请选一个工作日' },
  day_in_past: { status: 400, fault: 'person', sentence: '这一天已经过去，请选今天以后的工作日' },

  // Quiz
  question_not_offered: {
    status: 409,
    fault: 'person',
    sentence: '这道题不在这一组里，请回到答题页看看',
  },
  question_sealed: {
    status: 409,
    fault: 'person',
    sentence: '这道题在一份还没结束的卷子里，等卷子结束以后再练',
  },
  bank_too_small: {
    status: 409,
    fault: 'person',
    sentence: '题库里符合条件的题不够这么多，请少选几道，或者换个专题、题型',
  },
  paper_empty: { status: 400, fault: 'person', sentence: '卷子里还没有题，请先选题' },
  paper_too_long: { status: 400, fault: 'person', sentence: '一份卷子最多 100 题，请少选几道' },
  paper_window: {
    status: 400,
    fault: 'person',
    sentence: '请把结束时间定在开始以后、现在以后，最长两个月',
  },
  paper_outdated: {
    status: 409,
    fault: 'person',
    sentence: '有的题已经停用或正在核对，请换掉以后再发布',
  },
  paper_not_open: { status: 409, fault: 'person', sentence: '这份卷子还没有开始，到时间再来就可以' },
  paper_closed: { status: 409, fault: 'person', sentence: '这份卷子已经结束了' },
  run_handed_in: { status: 409, fault: 'person', sentence: '这份卷已经交了，答案不能再改。可以看结果' },
  nothing_to_hand_in: { status: 409, fault: 'person', sentence: '练习答一题判一题，不用交卷' },
  answer_not_in_options: { status: 400, fault: 'person', sentence: '请从列出的选项里选' },

  // Meeting
  meeting_not_open: {
    status: 409,
    fault: 'person',
    sentence: '现在不在签到时间。请看会议时间，或请书记点名',
  },
  meeting_signed: { status: 409, fault: 'person', sentence: '这次会议的记录已经签定，不能再改' },
  sign_in_code_wrong: {
    status: 403,
    fault: 'person',
    sentence: '数字对不上，可能刚换过。请看屏幕上最新的 6 位数字',
  },
  not_on_roll: { status: 403, fault: 'person', sentence: '您不在这次会议的名单里。需要时请书记把您加上' },
  meeting_already_open: {
    status: 409,
    fault: 'person',
    sentence: '本支部还有一次会议没有结束签到，请先结束它',
  },
  roll_incomplete: { status: 409, fault: 'person', sentence: '还有同志没有点到，请先记上到会、请假或未到' },
  late_reason_needed: {
    status: 400,
    fault: 'person',
    sentence: '这次会议已过去三天以上，请写一句晚记的原因，再签定',
  },

  // Study tasks
  task_text_gone: {
    status: 409,
    fault: 'person',
    sentence: '要学的内容已经撤下，大家的待办里没有这项任务了，不用再提醒',
  },
  task_withdrawn: { status: 409, fault: 'person', sentence: '这项任务已经撤回，不用再交了' },
  deadline_in_past: {
    status: 400,
    fault: 'person',
    sentence: '截止的一天请选今天或以后，一年以内',
  },
  deadline_not_later: { status: 400, fault: 'person', sentence: '只能往后延。请选比原来更晚的一天' },
  nobody_to_ask: {
    status: 409,
    fault: 'person',
    sentence: '这里现在没有可以布置的同志，请换一个支部或小组',
  },
  self_check_missing: { status: 400, fault: 'person', sentence: '这一篇没有自测题，请不要勾选自测' },
  self_check_open: {
    status: 409,
    fault: 'person',
    sentence: '还有自测题没有答对。看看解释再选一次，次数不限',
  },
  excuse_reason_needed: { status: 400, fault: 'person', sentence: '免学请写一句原因' },
  reminded_today: { status: 409, fault: 'person', sentence: '今天已经提醒过了，明天还需要时再提醒' },

  // Files
  file_too_large: {
    status: 413,
    fault: 'person',
    sentence: '文件太大。一般文件不超过 20 MB，录音不超过 5 MB',
  },
  too_many_uploads: {
    status: 429,
    fault: 'person',
    sentence: '这一小时里传的文件多了些，请过一小时再传',
  },
  file_kind_refused: { status: 415, fault: 'person', sentence: '这种文件不能上传，或内容和后缀不一致' },
  file_ticket_invalid: { status: 403, fault: 'client', sentence: '上传时间过了，请重新选一次文件' },
  picture_unreadable: {
    status: 415,
    fault: 'person',
    sentence: '这张图片打不开或不完整。请换一张 JPG 或 PNG 图片',
  },
  picture_too_large: { status: 413, fault: 'person', sentence: '这张图片太大，手机上打不开。请缩小后再传' },
  audio_unreadable: {
    status: 415,
    fault: 'person',
    sentence: '这段录音读不出来或不完整。请换一个 MP3 或 M4A 文件',
  },
  audio_too_long: { status: 413, fault: 'person', sentence: '录音超过 180 秒。请剪短后再传' },
  file_not_uploaded: { status: 409, fault: 'person', sentence: '文件还没有传完，请再传一次' },

  // The other side
  busy: { status: 503, fault: 'server', sentence: '现在用的人多，请过一会儿再试' },
  unavailable: { status: 503, fault: 'server', sentence: '服务暂时不通，请过几分钟再试。已写的内容还在' },
  internal: {
    status: 500,
    fault: 'server',
    sentence: '出了一点问题，已记下来。请稍后再试，或把编号告诉管理员',
  },
} as const satisfies Record<
  string,
  { status: number; fault: 'person' | 'client' | 'server'; sentence: string }
>;

export type ErrorCode = keyof typeof errorTable;

/** The sentence people see for a code (Chinese, no full stop at its end). */
export function sentenceOf(code: ErrorCode): string {
  return errorTable[code].sentence;
}
