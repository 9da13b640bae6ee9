import { isPresent, isSameDate } from './matchRow';
import { normalName } from './normalName';
import type { ChangedField, FieldChange, FileRow, Known } from './rosterPlan';

/**
 * What a row would change in a member, field by field. An empty cell says
 * nothing; a month does not replace a day within it; marks are added and never
 * taken away by a file that does not name them.
 */
export function changesOf(
  row: FileRow,
  member: Known,
  target: { organisationId: string | null; groupId: string | null },
): FieldChange[] {
  const changes: FieldChange[] = [];
  const note = (field: ChangedField, from: string | null, to: string | null) => {
    if (to !== null && from !== to) changes.push({ field, from, to });
  };
  if (normalName(row.name) !== normalName(member.name)) note('name', member.name, row.name);
  note('kind', member.kind, row.kind);
  note('mobile', member.mobile, row.mobile);
  note('joinedOn', member.joinedOn, refined(member.joinedOn, row.joinedOn));
  note('fullSince', member.fullSince, refined(member.fullSince, row.fullSince));
  if (row.leadingCadre !== null) note('leadingCadre', String(member.leadingCadre), String(row.leadingCadre));
  for (const mark of row.marks) if (!member.marks.includes(mark)) note('mark', null, mark);
  if (!isPresent(member)) note('status', member.status, 'active');
  else if (row.status !== 'transferredOut') note('status', member.status, row.status);
  note('organisation', member.organisationId, target.organisationId);
  if (target.groupId !== null && !member.groupIds.includes(target.groupId)) {
    note('group', null, target.groupId);
  }
  return changes;
}

/** The new date, unless it only says less about the same day. */
function refined(known: string | null, given: string | null): string | null {
  if (known === null || given === null) return given;
  return isSameDate(known, given) && known.length >= given.length ? known : given;
}
