import type { Header, HeaderColumn } from './findHeader';
import { headings, neverHeadings } from './headerSynonyms';
import { type ColumnLooks, looksOf } from './looks';
import type { DateAround } from './readDate';
import { isToTick } from './readWords';
import { type ColumnMapping, type RosterField, rosterFields, type SheetMapping } from './rosterSheet';
import type { TableSheet } from './sheetTable';

interface Candidate {
  column: HeaderColumn;
  /** Place in the list of synonyms; behind all of them when only the pattern fits. */
  rank: number;
  looks: ColumnLooks;
}

/** A header met before is taken even when some cells are odd; one that only looks like it needs its cells. */
const PATTERN_NEEDS = 0.8;
/** Below this the cells of a general header (类别, 状态) are of something else. */
const WORDS_NEED = 0.3;
const NUMBERS_NEED = 0.5;
const SURE_FROM = 0.9;
/** Columns from here on in the list of post headings hold duties of the employer as well. */
const EMPLOYER_POSTS_FROM = headings.posts.whole.indexOf('职务');

/** Fields that are never read from a column of another person or event. */
const OF_THE_MEMBER: ReadonlySet<RosterField> = new Set(['name', 'mobile', 'joinedOn', 'fullSince']);

/** Proposes which column is which field: by what the header says and by what its cells look like. */
export function proposeMapping(sheet: TableSheet, header: Header, around: DateAround): SheetMapping {
  const taken = new Set<number>();
  const columns: ColumnMapping[] = [];
  for (const field of rosterFields) {
    const candidates = candidatesFor(field, sheet, header, around).filter(
      ({ column }) => !taken.has(column.column),
    );
    const chosen = chosenOf(field, candidates);
    for (const one of chosen) {
      taken.add(one.column.column);
      columns.push(
        mappingOf(
          field,
          one,
          candidates.filter((rival) => !chosen.includes(rival)),
        ),
      );
    }
  }
  return { sheet: sheet.name, headerRow: header.row, columns, dropped: droppedOf(header, taken) };
}

/** The best; several columns may each bear a mark, and 正式党员 beside 预备党员 a tick. */
function chosenOf(field: RosterField, candidates: Candidate[]): Candidate[] {
  const [best] = candidates;
  if (field === 'marks') return candidates;
  if (field === 'kind' && best && isToTick(best.column.shown))
    return candidates.filter(({ column }) => isToTick(column.shown));
  return candidates.slice(0, 1);
}

/** The columns of a header that are read as nothing. */
export function droppedOf(header: Header, taken: ReadonlySet<number>): SheetMapping['dropped'] {
  return header.columns
    .filter(({ column }) => !taken.has(column))
    .map(({ letter, shown }) => ({ column: letter, header: shown }));
}

/** The best first: cells that look right, then the commoner header, then the column further left. */
function candidatesFor(
  field: RosterField,
  sheet: TableSheet,
  header: Header,
  around: DateAround,
): Candidate[] {
  const { whole, pattern } = headings[field];
  const candidates: Candidate[] = [];
  for (const column of header.columns) {
    if (column.isOfOthers && OF_THE_MEMBER.has(field)) continue;
    const ranks = column.names.map((name) => whole.indexOf(name)).filter((rank) => rank >= 0);
    const isLike = column.names.some((name) => pattern?.test(name) && !neverHeadings.test(name));
    if (ranks.length === 0 && !isLike) continue;
    const rank = ranks.length > 0 ? Math.min(...ranks) : whole.length;
    const looks = looksOf(field, sheet, header.row, column, around);
    if (isPlausible(field, rank, looks)) candidates.push({ column, rank, looks });
  }
  const half = (one: Candidate) => (isHalfRight(one) ? 0 : 1);
  return candidates.sort((a, b) => half(a) - half(b) || a.rank - b.rank || a.column.column - b.column.column);
}

function isPlausible(field: RosterField, rank: number, { cells, share }: ColumnLooks): boolean {
  if (rank >= headings[field].whole.length) return cells > 0 && share >= PATTERN_NEEDS;
  switch (field) {
    // Other programs number their people too: only our own form counts.
    case 'number':
      return cells === 0 || share >= NUMBERS_NEED;
    case 'posts':
      return rank < EMPLOYER_POSTS_FROM || share > 0;
    case 'kind':
    case 'status':
    case 'leadingCadre':
    case 'marks':
      return cells === 0 || share >= WORDS_NEED;
    default:
      return true;
  }
}

function mappingOf(field: RosterField, chosen: Candidate, rivals: Candidate[]): ColumnMapping {
  const { column, rank, looks } = chosen;
  const isKnown = rank < headings[field].whole.length;
  const parts = [
    isKnown ? `表头是“${column.shown}”` : `表头“${column.shown}”像是这一项`,
    looks.sentence,
    ...rivals.map((rival) => rivalSentence(chosen, rival)),
  ];
  const isSure = isKnown && rivals.length === 0 && looks.cells > 0 && looks.share >= SURE_FROM;
  return {
    field,
    column: column.letter,
    header: column.shown,
    evidence: parts.join('；'),
    confidence: isSure ? 'sure' : 'likely',
  };
}

/** Which other column was not taken, and why. */
function rivalSentence(chosen: Candidate, rival: Candidate): string {
  const name = `${rival.column.letter} 列“${rival.column.shown}”`;
  if (isHalfRight(chosen) && !isHalfRight(rival)) return `${name}下面的内容不像，没有取`;
  if (chosen.rank < rival.rank) return `${name}不如这个表头明确，没有取`;
  return `${name}同名，取了靠左的一列`;
}

function isHalfRight({ looks }: Candidate): boolean {
  return looks.share >= 0.5;
}
