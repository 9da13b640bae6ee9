import { saidOrNull } from './emptyWords';
import type { RosterRow, SheetMapping } from './rosterSheet';
import { type Section, sectionOf, titlesOf } from './sectionOf';
import type { TableCell, TableSheet } from './sheetTable';

/** The headings in the midst of a list, and what they say of the rows below them. */
export class Sections {
  /** The rows stand under 转出, 积极分子 and the like: nobody there is a member now. */
  isOfOthers = false;
  private organisationName: string | null = null;
  private groupName: string | null = null;
  private kind: RosterRow['kind'] = null;
  private marks: RosterRow['marks'] = [];
  private readonly hasBranches: boolean;
  /** The branch of the title above the list counts when further branches follow below. */
  private readonly title: string | null;
  private readonly underTitle = new Set<RosterRow>();
  private areBranches = false;

  constructor(sheet: TableSheet, { headerRow, columns }: SheetMapping) {
    this.hasBranches = columns.some(({ field }) => field === 'organisationName');
    const names = titlesOf(sheet, headerRow).map((title) => {
      const section = sectionOf(title);
      return section?.of === 'organisationName' ? section.name : null;
    });
    this.title = names.reverse().find((name) => name !== null) ?? null;
  }

  /**
   * Takes the row for a heading when it is one: its first words say what stands below, and it holds no values of a
   * person. True when it was taken.
   */
  begin(cells: readonly TableCell[], usable: ReadonlyMap<number, TableCell>, nameColumn: number): boolean {
    const words = cells.filter(({ text }) => saidOrNull(text) !== null && !/^[\d\s.]+$/.test(text));
    const [first, ...more] = words;
    const isPerson = more.some(({ column }) => column !== nameColumn && usable.has(column));
    const section = first && !isPerson && more.length <= 1 ? sectionOf(first.text) : null;
    if (section) this.enter(section);
    return section !== null;
  }

  /** The row with what the headings above it say and it does not say itself. */
  under(row: RosterRow): RosterRow {
    const under = {
      ...row,
      organisationName: this.hasBranches
        ? row.organisationName
        : (row.organisationName ?? this.organisationName),
      groupName: row.groupName ?? this.groupName,
      kind: row.kind ?? this.kind,
      marks: row.marks.length > 0 ? row.marks : this.marks,
    };
    if (this.organisationName === null && !this.hasBranches) this.underTitle.add(under);
    return under;
  }

  /** All rows, those before the first heading of a branch under the title's branch. */
  named(rows: readonly RosterRow[]): RosterRow[] {
    if (!this.areBranches || this.title === null) return [...rows];
    const organisationName = this.title;
    return rows.map((row) => (this.underTitle.has(row) ? { ...row, organisationName } : row));
  }

  private enter(section: Section): void {
    this.isOfOthers = section.of === 'others';
    switch (section.of) {
      case 'organisationName':
        this.organisationName = section.name;
        this.areBranches = true;
        [this.groupName, this.kind, this.marks] = [null, null, []];
        break;
      case 'groupName':
        this.groupName = section.name;
        [this.kind, this.marks] = [null, []];
        break;
      case 'kind':
        this.kind = section.kind;
        this.marks = [];
        break;
      case 'marks':
        this.marks = section.marks;
        this.kind = null;
    }
  }
}
