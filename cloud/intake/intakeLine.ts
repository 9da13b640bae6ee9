import type { Output } from '../../src/contract/operations';
import { maskMobile } from '../../src/domain/roster/maskMobile';
import type { ChangedField, FieldChange, PlanLine } from '../../src/domain/roster/match/rosterPlan';

type IntakeLine = Output<'intake.lines'>['lines'][number];

const fieldNames: Record<ChangedField, string> = {
  name: '姓名',
  kind: '人员类别',
  mobile: '手机',
  joinedOn: '入党日期',
  fullSince: '转正日期',
  leadingCadre: '党员领导干部',
  mark: '情况标记',
  organisation: '所在党支部',
  group: '党小组',
  status: '党籍状态',
};

const words: Record<string, string> = {
  full: '正式党员',
  probationary: '预备党员',
  true: '是',
  false: '否',
  retired: '退休',
  frail: '年老体弱',
  floating: '流动党员',
  longLeave: '长期请假',
  active: '正常',
  suspended: '停止党籍',
  transferredOut: '已转出',
  left: '已离开',
};

/**
 * A line of a preview as its reader sees it: mobile numbers masked, ids as names. `names`: organisations by id;
 * `nameAt`: whose row of the file it is, for a problem of a single cell.
 */
export function intakeLineOf(
  line: PlanLine,
  names: ReadonlyMap<string, string>,
  nameAt: ReadonlyMap<string, string>,
): IntakeLine {
  const { row, member, problem } = line;
  const mobile = row?.mobile ?? member?.mobile ?? null;
  const group = line.groupId === null ? row?.groupName : names.get(line.groupId);
  return {
    lineId: line.lineId,
    at: line.at,
    memberId: member?.memberId ?? null,
    name: row?.name ?? member?.name ?? (line.at ? nameAt.get(rowKey(line.at)) : undefined) ?? null,
    kind: row?.kind ?? member?.kind ?? null,
    mobileMasked: mobile === null ? null : maskMobile(mobile),
    joinedOn: row?.joinedOn ?? member?.joinedOn ?? null,
    organisationName:
      (line.organisationId === null ? line.createName : names.get(line.organisationId)) ??
      row?.organisationName ??
      null,
    groupName: group ?? null,
    marks: [...(row?.marks ?? member?.marks ?? [])],
    postsText: row?.posts ?? null,
    changes: line.changes.map((change) => toldChange(change, names)),
    problem,
  };
}

/** The names in a file by their rows, for `intakeLineOf`. */
export function namesByRow(lines: readonly PlanLine[]): Map<string, string> {
  return new Map(lines.flatMap(({ row }) => (row ? [[rowKey(row.at), row.name]] : [])));
}

function rowKey({ sheet, row }: { sheet: string; row: number }): string {
  return `${row} ${sheet}`;
}

function toldChange({ field, from, to }: FieldChange, names: ReadonlyMap<string, string>) {
  const told = (value: string | null) => {
    if (value === null) return null;
    if (field === 'mobile') return maskMobile(value);
    if (field === 'organisation' || field === 'group') return names.get(value) ?? null;
    return words[value] ?? value;
  };
  return { field: fieldNames[field], from: told(from), to: told(to) };
}
