import type { RollState } from '../meeting/roll';
import {
  isIncluded,
  type MemberClass,
  type PioneerScheme,
  type SchemeDimension,
  type SchemeItem,
} from './scheme';

/**
 * One line of the card in plain words: what happened, and, for a line at the
 * cap, why it carries less. A counter-entry says its reason.
 */
export function explainLine(
  item: SchemeItem | undefined,
  line: { title: string; rollState: RollState; points: number; reason: string | null },
): string {
  if (line.reason !== null) return `${line.title}，更正：${line.reason}`;
  const came = line.rollState === 'late' ? '到会（晚到）' : '按时到会';
  const isCapped = item !== undefined && line.points < item.points;
  return `${line.title}，${came}${isCapped ? `。这一项本期已满 ${item.capPerPeriod} 分` : ''}`;
}

/** Where a line stands in the scheme: `方案第 1 版第 1 项`. */
export function nameClause(scheme: PioneerScheme, itemCode: string): string {
  const position = scheme.items.findIndex((item) => item.code === itemCode) + 1;
  return position > 0 ? `方案第 ${scheme.version} 版第 ${position} 项` : `方案第 ${scheme.version} 版`;
}

/**
 * Where the points of a dimension come from, or when they will be known:
 * unknown is never shown as zero (product.md D3).
 */
export function explainDimension(
  scheme: PioneerScheme,
  dimension: SchemeDimension,
  member: { classes: readonly MemberClass[]; records: number },
): string {
  if (dimension.judgedBy === 'people') return '由支部同志评议，不从任何记录自动算。本期还没有评议';
  const items = scheme.items.filter((item) => item.dimension === dimension.code);
  if (member.records > 0) {
    const rules = items.map((item) => `${item.name}每次 ${item.points} 分，本期最多 ${item.capPerPeriod} 分`);
    return `来自 ${member.records} 次会议记录。${rules.join('；')}`;
  }
  if (items.length === 0) return '要等支部核定，现在还不知道';
  if (!isIncluded(scheme, member.classes)) return '按本方案，离退休和年老体弱的同志不测评这一项';
  return '本期还没有核定的记录。会议记录签定后会列在这里';
}

/** Why a meeting one was at is not counted: not signed yet, or signed before the period was opened or after it was closed. */
export function explainUncounted(meeting: { isSigned: boolean }): string {
  return meeting.isSigned
    ? '记录签定的时候不在本期计分时间里，没有计入。有不同意见可以提出'
    : '已到会，等支部签定记录后计入';
}
