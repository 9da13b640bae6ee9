/** Posts a person may hold, each in one organisation and with a term (architecture.md, domain.md 2). */
export const posts = [
  'secretary',
  'deputySecretary',
  'organisationOfficer',
  'publicityOfficer',
  'disciplineOfficer',
  'groupLeader',
  'committeeSecretary',
  'committeeOfficer',
  'disciplineCommittee',
  'clerk',
  'contactLeader',
  'supervisor',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const;

export type Post = (typeof posts)[number];

/** The post's Chinese name as people say it. */
export const postTitles: Record<Post, string> = {
  secretary: '支部书记',
  deputySecretary: '支部副书记',
  organisationOfficer: '组织委员',
  publicityOfficer: '宣传委员',
  disciplineOfficer: '纪检委员',
  groupLeader: '党小组组长',
  committeeSecretary: '机关党委书记',
  committeeOfficer: '机关党委工作人员',
  disciplineCommittee: '机关纪委',
  clerk: '代录员',
  contactLeader: '联系点领导',
  supervisor: '督导员',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
};

/** Levels of organisation; `team` is a cross-branch group under the committee. */
export type OrganisationLevel =
  | 'leadingGroup'
  | 'organCommittee'
  | 'generalBranch'
  | 'branch'
  | 'group'
  | 'team';
