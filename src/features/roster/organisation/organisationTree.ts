import type { Output } from '../../../contract/operations';

export type Organisation = Output<'roster.organisations'>['organisations'][number];

export const levelWords: Record<Organisation['level'], string> = {
  leadingGroup: '党组',
  organCommittee: '机关党委',
  generalBranch: '党总支',
  branch: '党支部',
  group: '党小组',
  team: '跨支部小组',
};

export interface TreeLine {
  organisation: Organisation;
  /** How many of those above it the reader sees. */
  depth: number;
  /** Something stands below that the reader sees. */
  hasBelow: boolean;
}

/** The organisations as a tree written line by line, each after the one above it, siblings by name. */
export function treeOf(organisations: readonly Organisation[]): TreeLine[] {
  const seen = new Set(organisations.map(({ id }) => id));
  const below = new Map<string | null, Organisation[]>();
  for (const one of organisations) {
    const parent = one.parentId !== null && seen.has(one.parentId) ? one.parentId : null;
    below.set(parent, [...(below.get(parent) ?? []), one]);
  }
  const linesUnder = (parent: string | null, depth: number): TreeLine[] =>
    [...(below.get(parent) ?? [])]
      .sort((a, b) => inOrder(a.name).localeCompare(inOrder(b.name), 'zh-CN'))
      .flatMap((organisation) => [
        { organisation, depth, hasBelow: below.has(organisation.id) },
        ...linesUnder(organisation.id, depth + 1),
      ]);
  return linesUnder(null, 0);
}

/** 三 is 3, nothing is 0. */
function digitOf(digit: string): number {
  return ' 一二三四五六七八九'.indexOf(digit || ' ');
}

/** 第二党支部 before 第三党支部, and 第十一党支部 after both: ordinals up to 99 as numbers of two digits. */
function inOrder(name: string): string {
  return name.replace(/第([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)/u, (_all, tens, ten, ones) => {
    const number = ten ? digitOf(tens || '一') * 10 + digitOf(ones) : digitOf(tens);
    return `第${String(number).padStart(2, '0')}`;
  });
}

/** For a list to choose from: names set in by their depth. */
export function optionsOf(tree: readonly TreeLine[]): { key: string; words: string }[] {
  return tree.map(({ organisation, depth }) => ({
    key: organisation.id,
    words: `${'　'.repeat(depth)}${organisation.name}`,
  }));
}
