import { lettersOf } from './answerValue';
import type { KeyList } from './assembly/keyList';
import type { Draft } from './draft';
import type { SaidType } from './saidType';
import { truthOf } from './truthWords';

/**
 * Gives the answers of lists to the questions they belong to: a list belongs to the questions since the list before
 * it, in sections of the same kind, by number. Where it is not clear which section is meant nobody gets anything.
 * Returns copies; `drafts` stay as they are.
 */
export function withListedAnswers(drafts: readonly Draft[], lists: readonly KeyList[]): Draft[] {
  const given = drafts.map((draft) => ({ ...draft, answers: [...draft.answers] }));
  let from = 0;
  for (const group of groupsOf(lists)) {
    const after = group[0]?.after ?? 0;
    giveOut(given.slice(from, after), group);
    from = after;
  }
  return given;
}

/** The same for a list in a file of its own, which belongs to all questions. */
export function withAnswersOfFile(drafts: readonly Draft[], lists: readonly KeyList[]): Draft[] {
  const given = drafts.map((draft) => ({ ...draft, answers: [...draft.answers] }));
  giveOut(given, lists);
  return given;
}

/** Lists that stand together behind the same questions. */
function groupsOf(lists: readonly KeyList[]): KeyList[][] {
  const groups: KeyList[][] = [];
  for (const list of lists) {
    const last = groups[groups.length - 1];
    if (last?.[0]?.after === list.after) last.push(list);
    else groups.push([list]);
  }
  return groups;
}

function giveOut(drafts: Draft[], lists: readonly KeyList[]): void {
  const sections = sectionsOf(drafts);
  const [only] = lists;
  if (lists.length === 1 && only?.type === null) {
    // One list for everything: numbers must run through.
    if (new Set(drafts.map(({ number }) => number)).size === drafts.length) give(drafts, only);
    else giveThrough(sections, only);
    return;
  }
  if (lists.every(({ type }) => type === null)) {
    const isEven = lists.every((list, index) => fits(sections[index] ?? [], list));
    if (lists.length === sections.length && isEven)
      for (const [index, list] of lists.entries()) give(sections[index] ?? [], list);
    return;
  }
  // The n-th list of a kind belongs to the n-th section of that kind.
  for (const type of new Set(lists.map((list) => list.type))) {
    const ofType = lists.filter((list) => list.type === type);
    const wanted = sections.filter((section) => isSameKind(section[0]?.type ?? null, type));
    if (ofType.length !== wanted.length) continue;
    if (!ofType.every((list, index) => fits(wanted[index] ?? [], list))) continue;
    for (const [index, list] of ofType.entries()) give(wanted[index] ?? [], list);
  }
}

/**
 * Sections that each number from 1 on, and a list that numbers all of them through. Only where it can be nothing else:
 * the list goes from 1 to the last question without a gap, and every answer is of its section's kind.
 */
function giveThrough(sections: readonly (readonly Draft[])[], list: KeyList): void {
  const drafts = sections.flat();
  const isWhole =
    list.entries.length === drafts.length && list.entries.every(({ number }, index) => number === index + 1);
  const isEven = sections.every((section) => section.every(({ number }, index) => number === index + 1));
  if (!isWhole || !isEven || !sections.every((section) => isOfKind(section[0]?.type ?? null))) return;
  let from = 0;
  const parts = sections.map((section) => {
    const entries = list.entries.slice(from, from + section.length);
    from += section.length;
    return { section, part: { ...list, entries } };
  });
  if (!parts.every(({ section, part }) => isAnswered(section, part))) return;
  for (const { section, part } of parts)
    give(section, {
      ...part,
      entries: part.entries.map((entry, index) => ({ ...entry, number: index + 1 })),
    });
}

/** A kind whose answers are told from those of the others. */
function isOfKind(type: SaidType | null): boolean {
  return type === 'single' || type === 'multiple' || type === 'trueFalse';
}

function isAnswered(section: readonly Draft[], { entries }: KeyList): boolean {
  return section.every(({ type }, index) => {
    const value = entries[index]?.value ?? '';
    const letters = lettersOf(value)?.length ?? 0;
    if (type === 'trueFalse') return letters === 0 && truthOf(value) !== null;
    return type === 'single' ? letters === 1 : letters > 1;
  });
}

/** Whether answers can be those of a section: words of truth are no answers to a choice, letters none to a blank. */
function fits(section: readonly Draft[], { entries }: KeyList): boolean {
  const isTruth = entries.every(({ value }) => lettersOf(value) === null && truthOf(value) !== null);
  const isLetters = entries.every(({ value }) => lettersOf(value) !== null);
  return section.every(({ type, options }) => {
    if (isTruth) return options.length <= 2 && type !== 'single' && type !== 'multiple';
    return !(isLetters && type === 'blank');
  });
}

function isSameKind(one: SaidType | null, other: SaidType | null): boolean {
  return one === other || (other === 'choice' && (one === 'single' || one === 'multiple'));
}

function sectionsOf(drafts: readonly Draft[]): Draft[][] {
  const sections: Draft[][] = [];
  for (const draft of drafts) {
    const last = sections[sections.length - 1];
    if (last?.[0]?.section === draft.section) last.push(draft);
    else sections.push([draft]);
  }
  return sections;
}

/** A list that was set in columns: every question is there once and nothing else. */
function isWhole(section: readonly Draft[], { entries }: KeyList): boolean {
  const numbers = new Set(entries.map(({ number }) => number));
  return (
    numbers.size === entries.length &&
    entries.length === section.length &&
    section.every(({ number }) => number !== null && numbers.has(number))
  );
}

function giveByPlace(section: readonly Draft[], list: KeyList): void {
  for (const [index, draft] of section.entries())
    draft.answers.push({ text: list.entries[index]?.value ?? '', at: list.at, by: 'list' });
}

/** By number; a list whose numbers are mostly not there belongs elsewhere. */
function give(section: readonly Draft[], list: KeyList): void {
  if (list.isRow) {
    if (list.entries.length === section.length) giveByPlace(section, list);
    return;
  }
  const known = new Map(section.map((draft) => [draft.number, draft]));
  if (known.size !== section.length) return;
  // Numbers that jump back were mistyped, or two lists have met.
  const isInOrder = list.entries.every(
    ({ number }, index) => number > (list.entries[index - 1]?.number ?? 0),
  );
  if (!isInOrder && !isWhole(section, list)) return;
  const found = list.entries.filter(({ number }) => known.has(number)).length;
  if (found < list.entries.length * 0.8) return;
  for (const entry of list.entries) {
    const draft = known.get(entry.number);
    if (!draft) continue;
    draft.answers.push({ text: entry.value, at: list.at, by: 'list' });
    if (entry.explanation) draft.explanation = entry.explanation;
  }
}
