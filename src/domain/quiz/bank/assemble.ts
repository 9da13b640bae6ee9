import type { BankLine } from './bankLine';
import type { Place } from './bankQuestion';
import { blanksOf } from './blanks';
import { type Draft, type DraftOption, emptyDraft } from './draft';
import { blankEntryOf, type KeyEntry, keyEntriesOf } from './keyEntries';
import {
  answerWithinLine,
  chapterOf,
  isKeyHeading,
  labelAt,
  numberAt,
  scoreAt,
  typeHeadingOf,
  typeLabelAt,
} from './lineSignals';
import { type FoundOption, optionsBehindStem, optionsInLine, textsOf } from './optionMarkers';
import type { SaidType } from './saidType';

/** One way to understand a text: how a question begins, and what its options and its key look like. */
export interface Layout {
  /** By its number, its label (第3题(单选), 题目：), a sign in front (【第六章】), or right after the question before it. */
  begins: 'number' | 'label' | 'sign' | 'gap';
  /** Options carry letters, or are lines of their own. */
  options: 'lettered' | 'plain';
  /** Where keys stand besides labelled lines and lists, which are always understood. */
  key: 'said' | 'stem' | 'tick' | 'look';
}

/** A list of answers, or a part of one, under its heading. */
export interface KeyList {
  at: Place;
  /** Drafts made before it was met; the list belongs to those since the list before. */
  after: number;
  type: SaidType | null;
  entries: KeyEntry[];
}

export interface Assembled {
  drafts: Draft[];
  lists: KeyList[];
  /** Lines that found no place. */
  leftOver: number;
}

/**
 * Goes once through the lines and puts together what `layout` takes for questions. Linear in the text. With
 * `isKeyFile` the file is one list of answers from its first line on.
 */
export function assemble(lines: readonly BankLine[], layout: Layout, isKeyFile = false): Assembled {
  return new Assembly(layout, usualLook(lines), isKeyFile).run(lines);
}

/** The look of most lines: another one may mark the right option. */
function usualLook(lines: readonly BankLine[]): string {
  const counts = new Map<string, number>();
  for (const { look } of lines) counts.set(look, (counts.get(look) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? '';
}

const tickAtEnd = /\s*[(（]?√[)）]?\s*$/;
const tickAtStart = /^\s*[(（]?√[)）]?\s*/;
const signInFront = /^\s*["“']?\[[^\]]{1,20}\]/;
const numberedAnswer = /^\s*(?:[([]\d{1,2}[)\]]|空\s*\d{1,2}\s*:|[①-⑩])\s*/;
const keyInStem =
  /([(（[【])\s*((?:[A-Ja-j](?:\s*[,，、]?\s*[A-Ja-j])*)|√|×|对|错|正确|错误|是|否)\s*([)）\]】])/g;

class Assembly {
  private readonly drafts: Draft[] = [];
  private readonly lists: KeyList[] = [];
  private leftOver = 0;
  private current: Draft | null = null;
  private section = 0;
  private sectionType: SaidType | null = null;
  private topic = '';
  /** What the next line continues. */
  private open: 'stem' | 'option' | 'answer' | 'explanation' | 'done' = 'done';
  private list: KeyList | null = null;
  private lastNumber = 0;

  constructor(
    private readonly layout: Layout,
    private readonly usual: string,
    isKeyFile: boolean,
  ) {
    if (isKeyFile) this.startList('', 0, null);
  }

  run(lines: readonly BankLine[]): Assembled {
    for (const line of lines) this.take(line);
    this.finish();
    return {
      drafts: this.drafts,
      lists: this.lists.filter(({ entries }) => entries.length > 0),
      leftOver: this.leftOver,
    };
  }

  private take(line: BankLine): void {
    const { plain } = line;
    if (this.takeHeading(line)) return;
    if (this.list && this.takeKey(line)) return;
    const label = labelAt(plain);
    if (label && label.label !== 'stem' && this.takeLabelled(line, label.label, label.restAt)) return;
    if (this.takeAnswerParts(line)) return;
    if (label?.label === 'stem' && this.takeLabelledStem(line, label.restAt)) return;
    if (this.takeOptions(line)) return;
    if (this.begins(line)) return;
    this.takeContinuation(line);
  }

  private takeHeading(line: BankLine): boolean {
    const { plain } = line;
    if (isKeyHeading(plain)) {
      this.finish();
      this.startList(line.at, this.drafts.length, null);
      return true;
    }
    const heading = typeHeadingOf(plain);
    if (
      heading &&
      !(this.layout.begins === 'label' && labelAt(plain)?.label === 'stem') &&
      !this.looksLikeQuestion(plain)
    ) {
      this.finish();
      if (this.list) this.startList(line.at, this.list.after, heading.type);
      this.section += 1;
      this.sectionType = heading.type;
      this.lastNumber = 0;
      return true;
    }
    const chapter = line.heading || optionsInLine(line.text).length === 0 ? chapterOf(plain) : null;
    if (chapter && numberAt(plain)?.strength !== 'certain') {
      this.finish();
      this.topic = chapter;
      this.section += 1;
      this.sectionType = null;
      this.lastNumber = 0;
      // Within a list of answers the next chapter's answers may follow, or its questions: the next lines tell.
      if (this.list) this.startList(line.at, this.list.after, null);
      return true;
    }
    return false;
  }

  private startList(at: Place, after: number, type: SaidType | null): void {
    this.list = { at, after, type, entries: [] };
    this.lists.push(this.list);
  }

  /** A numbered line with a kind in it, `1.【单选题】（2分）`, is a question's label and no heading. */
  private looksLikeQuestion(plain: string): boolean {
    const number = numberAt(plain);
    return number !== null && typeLabelAt(plain.slice(number.restAt)) !== null;
  }

  private takeKey(line: BankLine): boolean {
    const list = this.list;
    if (!list) return false;
    const entries = keyEntriesOf(line.plain);
    const blank =
      entries === null && (list.type === 'blank' || list.type === 'essay')
        ? blankEntryOf(line.plain, line.text)
        : null;
    if (entries) list.entries.push(...entries);
    else if (blank) list.entries.push(blank);
    else if (list.type === 'essay') return true;
    else if (/^[[(]?(?:解析|解释|详解)/.test(line.plain) && list.entries.length > 0) {
      const last = list.entries[list.entries.length - 1];
      if (last) last.explanation = `${last.explanation}${line.text}`;
    } else {
      // Questions again, or words between: a list is over when something begins that is no answer.
      const begins = numberAt(line.plain) !== null;
      if (!begins) {
        this.leftOver += 1;
        return true;
      }
      this.list = null;
      return false;
    }
    return true;
  }

  private takeLabelled(
    line: BankLine,
    label: NonNullable<ReturnType<typeof labelAt>>['label'],
    restAt: number,
  ): boolean {
    const draft = this.current;
    if (!draft) return false;
    const rest = line.text.slice(restAt).trim();
    draft.lines += 1;
    switch (label) {
      case 'answer': {
        const explained = /[\s;；。,，]*[[(【（]?(?:解析|解释|详解|分析)[\])】）]?\s*[:：]\s*/.exec(rest);
        const value = explained ? rest.slice(0, explained.index) : rest;
        if (explained) draft.explanation = rest.slice(explained.index + explained[0].length);
        if (value) draft.answers.push({ text: value, at: line.at, by: 'line' });
        this.open = value ? 'done' : 'answer';
        return true;
      }
      case 'explanation':
        draft.explanation = rest;
        this.open = 'explanation';
        return true;
      case 'source':
        draft.source = rest;
        return true;
      case 'topic':
        draft.topic = rest;
        return true;
      case 'difficulty':
        draft.difficulty = rest;
        return true;
      case 'options': {
        const found = optionsInLine(rest);
        if (found.length > 0) this.addOptions(draft, textsOf(rest, found), found, line);
        return true;
      }
      default:
        return true;
    }
  }

  /** `正确答案：` alone, then one line for each blank; or the words themselves on the next line. */
  private takeAnswerParts(line: BankLine): boolean {
    const draft = this.current;
    if (this.open !== 'answer' || !draft) return false;
    const numbered = numberedAnswer.test(line.plain);
    if (!numbered && draft.answers.some(({ by }) => by === 'line')) return false;
    if (
      !numbered &&
      (this.isBeginning(line) ||
        (draft.type === 'trueFalse' && draft.options.length === 0 && line.text.length > 4))
    )
      return false;
    draft.answers.push({ text: line.text, at: line.at, by: 'line' });
    draft.lines += 1;
    return true;
  }

  /** `第1题(单选)：`, then `题目：…` on a line of its own. */
  private takeLabelledStem(line: BankLine, restAt: number): boolean {
    const draft = this.current;
    if (draft?.stem !== '' || draft.options.length > 0) return false;
    this.setStem(draft, line, restAt);
    return true;
  }

  private takeOptions(line: BankLine): boolean {
    const draft = this.current;
    if (!draft || (this.open === 'done' && draft.options.length > 0 && this.layout.begins !== 'gap'))
      return this.takeLateOptions(line);
    if (this.layout.options === 'lettered') {
      const text = this.layout.key === 'tick' ? line.text.replace(/^\s*√\s*(?=[A-J])/, '') : line.text;
      const found = optionsInLine(text);
      const first = found[0];
      if (!first || draft.stem === '' || !this.isNextOption(draft, first)) return false;
      this.addOptions(draft, textsOf(text, found), found, line);
      return true;
    }
    if (draft.stem === '' || this.isBeginning(line) || this.open === 'done' || this.open === 'answer')
      return false;
    this.pushOption(draft, { letter: null, text: line.text, marked: false }, line);
    draft.lines += 1;
    this.open = 'option';
    return true;
  }

  /** The next letter; another one with a sign of its own is an option too, and the check finds that letters are missing. */
  private isNextOption(draft: Draft, found: FoundOption): boolean {
    if (found.letter === draft.options.length) return true;
    const last = draft.options[draft.options.length - 1]?.letter ?? -1;
    return found.isSigned && found.letter >= last && found.letter - last <= MOST_LETTERS_SKIPPED;
  }

  /** Options that follow an answer (`答案：B` before them) belong to the same question. */
  private takeLateOptions(line: BankLine): boolean {
    const draft = this.current;
    const found = optionsInLine(line.text);
    if (!draft || draft.options.length === 0 || found[0]?.letter !== draft.options.length) return false;
    this.addOptions(draft, textsOf(line.text, found), found, line);
    return true;
  }

  private addOptions(
    draft: Draft,
    texts: readonly string[],
    found: readonly { letter: number }[],
    line: BankLine,
  ): void {
    for (const [index, text] of texts.entries())
      this.pushOption(draft, { letter: found[index]?.letter ?? null, text, marked: false }, line);
    draft.lines += 1;
    this.open = 'option';
  }

  private pushOption(draft: Draft, option: DraftOption, line: BankLine): void {
    let { text } = option;
    let marked = false;
    if (this.layout.key === 'tick') {
      marked = tickAtEnd.test(text) || tickAtStart.test(text) || /^\s*√/.test(line.plain);
      text = text.replace(tickAtEnd, '').replace(tickAtStart, '');
    }
    if (this.layout.key === 'look') marked = line.look !== this.usual;
    draft.options.push({ ...option, text, marked });
  }

  /** True where `line` would begin a question, whatever is open. */
  private isBeginning(line: BankLine): boolean {
    const { plain } = line;
    const number = numberAt(plain);
    switch (this.layout.begins) {
      case 'number':
        return number !== null && this.isNext(number.number, number.strength, plain.slice(number.restAt));
      case 'label':
        return (
          labelAt(plain)?.label === 'stem' ||
          number?.strength === 'certain' ||
          typeLabelAt(plain) !== null ||
          (number !== null && typeLabelAt(plain.slice(number.restAt)) !== null)
        );
      case 'sign':
        return signInFront.test(plain);
      case 'gap':
        return this.current === null || this.open === 'done';
    }
  }

  /** A number that goes on, or begins anew; one without a separator only where nothing else can be meant. */
  private isNext(number: number, strength: string, rest: string): boolean {
    if (typeLabelAt(rest) !== null || strength === 'certain') return true;
    if (rest.trim() === '') return false;
    const isComplete =
      this.current === null || this.current.options.length > 0 || this.current.answers.length > 0;
    if (strength === 'bare') return number === this.lastNumber + 1 && isComplete && this.lastNumber > 0;
    if (strength === 'bracketed' && this.open === 'answer') return false;
    if (number === this.lastNumber + 1) return true;
    if (number === 1) return isComplete;
    return number > this.lastNumber && number <= this.lastNumber + MOST_MISSING && isComplete;
  }

  private begins(line: BankLine): boolean {
    if (!this.isBeginning(line)) return false;
    const { plain } = line;
    const found = numberAt(plain);
    // Where numbers do not tell where a question begins, `1949年` is no number of one.
    const number =
      this.layout.begins === 'gap' && found?.strength !== 'certain' && found?.strength !== 'plain'
        ? null
        : found;
    let at = number?.restAt ?? 0;
    this.finish();
    const draft = emptyDraft(line.at, this.section);
    this.current = draft;
    draft.number = number?.number ?? null;
    if (number) this.lastNumber = number.number;
    draft.type = this.sectionType;
    draft.topic = this.topic;
    const type = typeLabelAt(plain.slice(at));
    if (type) {
      draft.type = type.type;
      at += type.restAt;
    }
    const label = labelAt(plain.slice(at));
    if (label?.label === 'stem') at += label.restAt;
    at += scoreAt(plain.slice(at));
    if (this.layout.begins === 'sign') at += signInFront.exec(plain.slice(at))?.[0].length ?? 0;
    this.setStem(draft, line, at);
    return true;
  }

  private setStem(draft: Draft, line: BankLine, at: number): void {
    draft.lines += 1;
    this.open = 'stem';
    this.extendStem(draft, line, at);
  }

  /** The rest of a line as stem; an answer or options behind it are taken off. */
  private extendStem(draft: Draft, line: BankLine, at: number): void {
    let text = line.text.slice(at);
    const answer = answerWithinLine(line.plain.slice(at));
    if (answer) {
      const value = answer.isKey ? text.slice(answer.restAt).trim() : '';
      text = text.slice(0, answer.stemEnd);
      if (value) draft.answers.push({ text: value, at: line.at, by: 'line' });
      if (answer.isKey) this.open = value ? 'done' : 'answer';
    }
    const options = this.layout.options === 'lettered' ? optionsBehindStem(text) : [];
    const first = options[0];
    if (first) {
      this.addOptions(draft, textsOf(text, options), options, line);
      draft.lines -= 1;
      text = text.slice(0, first.start);
    }
    draft.stem = joined(draft.stem, text.trim());
  }

  private takeContinuation(line: BankLine): void {
    const draft = this.current;
    if (!draft) {
      this.leftOver += 1;
      return;
    }
    switch (this.open) {
      case 'stem':
        draft.lines += 1;
        this.extendStem(draft, line, 0);
        return;
      case 'option': {
        const last = draft.options[draft.options.length - 1];
        if (last && draft.options.length > 0) {
          last.text = joined(last.text, line.text);
          draft.lines += 1;
        }
        return;
      }
      case 'explanation':
        draft.explanation = joined(draft.explanation, line.text);
        draft.lines += 1;
        return;
      default:
        this.leftOver += 1;
    }
  }

  private finish(): void {
    const draft = this.current;
    this.current = null;
    this.open = 'done';
    if (!draft) return;
    drawNumberedBlanks(draft);
    if (this.layout.key === 'stem') takeKeyOutOfStem(draft);
    if (this.layout.key === 'tick' || this.layout.key === 'look') takeMarks(draft);
    this.drafts.push(draft);
  }
}

/** Letters that may be missing between two options of one question. */
const MOST_LETTERS_SKIPPED = 3;

/** Numbers that may be missing between two questions. */
const MOST_MISSING = 5;

/** Chinese words join without a blank, others with one. */
function joined(before: string, after: string): string {
  if (before === '') return after;
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;
}

/**
 * Where blanks were lost and only their numbers stayed (`最大优势是1。`, with `空 1: …` as answer), brackets make them
 * blanks again. Only when the answers say that they belong to numbered blanks and each number stands there once.
 */
function drawNumberedBlanks(draft: Draft): void {
  const spoken = draft.answers.filter(({ text }) => /^空\s*\d/.test(text));
  if (spoken.length === 0 || spoken.length !== draft.answers.length || blanksOf(draft.stem) > 0) return;
  let stem = draft.stem;
  for (let number = 1; number <= spoken.length; number += 1) {
    const lone = new RegExp(`(?<![\\d.])${number}(?![\\d.年月日%％个])`, 'g');
    if ([...stem.matchAll(lone)].length !== 1) return;
    stem = stem.replace(lone, `（${number}）`);
  }
  draft.stem = stem;
}

/** `…是（A）` has its key in the stem; the brackets stay, empty. */
function takeKeyOutOfStem(draft: Draft): void {
  const found = [...draft.stem.matchAll(keyInStem)];
  const last = found[found.length - 1];
  if (!last) return;
  draft.answers.push({ text: last[2] ?? '', at: draft.at, by: 'stem' });
  const at = last.index ?? 0;
  draft.stem = `${draft.stem.slice(0, at)}${last[1]}  ${last[3]}${draft.stem.slice(at + last[0].length)}`;
}

function takeMarks(draft: Draft): void {
  const right = draft.options.flatMap(({ marked }, index) => (marked ? [index] : []));
  if (right.length === 0) return;
  draft.answers.push({
    text: right.map((index) => String.fromCharCode(65 + index)).join(''),
    at: draft.at,
    by: 'mark',
  });
}
