import type { BankLine } from './bankLine';
import type { Place } from './bankQuestion';
import { blanksOf } from './blanks';
import { type Draft, type DraftOption, emptyDraft } from './draft';
import { finishDraft, takeMarks } from './finishDraft';
import { blankEntryOf, type KeyEntry, keyEntriesOf } from './keyEntries';
import {
  answerWithinLine,
  chapterOf,
  isKeyHeading,
  labelAt,
  labelEndIn,
  numberAt,
  scoreAt,
  typeHeadingOf,
  typeLabelAt,
} from './lineSignals';
import { type FoundOption, optionsBehindStem, optionsInLine, textsOf } from './optionMarkers';
import { plainForm } from './plainForm';
import { type SaidType, saidTypeOf } from './saidType';
import { legendIn, type TruthLegend } from './truthLegend';
import { truthOf } from './truthWords';

/** One way to understand a text: how a question begins, and what its options and its key look like. */
export interface Layout {
  /**
   * By its number, its label (第3题(单选), 题目：), a sign in front (【第六章】), right after the answer before it, or by
   * a line that asks (has a blank or a question mark) once the question before it has its options.
   */
  begins: 'number' | 'label' | 'sign' | 'gap' | 'asking';
  /** Options carry letters, or are lines of their own. */
  options: 'lettered' | 'plain';
  /** Where keys stand besides labelled lines and lists, which are always understood. */
  key: 'said' | 'stem' | 'filled' | 'tick' | 'look';
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
  strays: Stray[];
}

/** A line that found no place. */
export interface Stray {
  at: Place;
  text: string;
  /** It carries options, an answer or a question: something is lost with it. */
  matters: boolean;
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

const tickAtEnd = /\s*[([]?√[)\]]?\s*$/;
const tickAtStart = /^\s*[([]?√[)\]]?\s*/;
const listInLine =
  /^\s*(?:[一二三四五六七八九十\d]{1,3}\s*[.、]\s*)?[\u4e00-\u9fff]{0,8}(?:参考|标准|正确)?答案\s*[:]?\s*(?=[([]?\d)/;
const rangeInLine = /^\s*(?=\d{1,4}\s*(?:-+|~|至)\s*\d{1,4})/;
const signInFront = /^\s*["“']?\[[^\]]{1,20}\]/;
const numberedAnswer = /^\s*(?:[([]\d{1,2}[)\]]|空\s*\d{1,2}\s*:|[①-⑩])\s*/;

class Assembly {
  private readonly drafts: Draft[] = [];
  private readonly lists: KeyList[] = [];
  private readonly strays: Stray[] = [];
  private legend: TruthLegend | null = null;
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
    if (this.layout.key === 'tick' || this.layout.key === 'look') takeMarks(this.drafts);
    return {
      drafts: this.drafts,
      lists: this.lists.filter(({ entries }) => entries.length > 0),
      strays: this.strays,
    };
  }

  private take(line: BankLine): void {
    const { plain } = line;
    const legend = legendIn(plain);
    if (legend) this.legend = legend;
    if (this.takeListInLine(line)) return;
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
      // `一、单选题`, then `答案` in the key itself: the kind still holds.
      if (this.list?.entries.length !== 0 || saidTypeOf(plain))
        this.startList(line.at, this.drafts.length, saidTypeOf(plain));
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
      const entries = this.list ? keyEntriesOf(afterHeading(plain)) : null;
      if (entries) this.list?.entries.push(...entries);
      this.section += 1;
      this.sectionType = heading.type;
      this.lastNumber = 0;
      return true;
    }
    if (line.heading && this.isTitle(plain)) {
      this.finish();
      this.topic = line.text;
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

  /** A heading of the document that asks nothing. */
  private isTitle(plain: string): boolean {
    return (
      plain.length <= 40 &&
      chapterOf(plain) === null &&
      numberAt(plain) === null &&
      labelAt(plain) === null &&
      typeLabelAt(plain) === null &&
      !signInFront.test(plain) &&
      !asks(plain)
    );
  }

  /** `答案：1-5 ABCDA`, `单选题答案：1.B 2.C`: a list of answers without a heading of its own. */
  private takeListInLine(line: BankLine): boolean {
    // `1-5 ABCDA` with nothing else in the line is a list, heading or not.
    const range = this.list === null && this.open !== 'answer' ? rangeInLine.exec(line.plain) : null;
    const found = listInLine.exec(line.plain) ?? range;
    const entries = found ? keyEntriesOf(line.plain.slice(found[0].length)) : null;
    if (!found || !entries || entries.length < (range ? 3 : 2)) return false;
    this.finish();
    this.startList(line.at, this.drafts.length, saidTypeOf(found[0]));
    this.list?.entries.push(...entries);
    return true;
  }

  private stray(line: BankLine): void {
    const { plain, text, at } = line;
    const matters =
      optionsInLine(text).some(({ isSigned }) => isSigned) ||
      labelAt(plain)?.label === 'answer' ||
      // Before the first question blanks are for one's name.
      (this.drafts.length > 0 && (blanksOf(plain) > 0 || /[?？]$/.test(plain)));
    this.strays.push({ at, text, matters });
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
    const last = list.entries[list.entries.length - 1];
    const next = last && entries === null && blank === null ? blankEntryOf(line.plain, line.text) : null;
    if (entries) this.addEntries(list, entries, line);
    else if (blank) this.addEntries(list, [blank], line);
    // Within a list the next number with a few words is the next answer, not a question.
    else if (next && last && next.number === last.number + 1 && isShortAnswer(next.value))
      list.entries.push(next);
    else if (list.type === 'essay') return true;
    else if (/^[[(]?(?:答案|试题)?(?:解析|解释|详解|分析)/.test(line.plain) && list.entries.length > 0) {
      if (last) last.explanation = `${last.explanation}${withoutLabel(line.text)}`;
    } else {
      // Questions again, or words between: a list is over when something begins that is no answer.
      const begins = numberAt(line.plain) !== null;
      if (!begins) {
        this.stray(line);
        return true;
      }
      this.list = null;
      return false;
    }
    return true;
  }

  /** Answers whose numbers begin anew belong to the next section. */
  private addEntries(list: KeyList, entries: readonly KeyEntry[], line: BankLine): void {
    let target = list;
    for (const entry of entries) {
      const last = target.entries[target.entries.length - 1];
      if (last && entry.number === 1 && last.number > 1) {
        this.startList(line.at, target.after, target.type);
        target = this.list ?? target;
      }
      target.entries.push(entry);
    }
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
        this.takeAnswer(draft, rest, line);
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
      case 'score':
        draft.score = rest;
        return true;
      case 'ignored': {
        // `我的答案：C  正确答案：B`
        const key = answerWithinLine(line.plain.slice(restAt));
        if (key?.isKey) this.takeAnswer(draft, line.text.slice(restAt + key.restAt).trim(), line);
        return true;
      }
      case 'options': {
        const found = optionsInLine(rest);
        if (found.length > 0) this.addOptions(draft, textsOf(rest, found), found, line);
        return true;
      }
      default:
        return true;
    }
  }

  /** An answer with what other labels in the same line say. */
  private takeAnswer(draft: Draft, rest: string, line: BankLine): void {
    const end = labelEndIn(plainForm(rest));
    const value = rest.slice(0, end).trim();
    if (value) draft.answers.push({ text: value, at: line.at, by: 'line' });
    this.open = value ? 'done' : 'answer';
    const further = rest.slice(end).replace(/^[\s;；。,，]+/, '');
    const label = labelAt(plainForm(further));
    if (!label || label.label === 'answer' || label.label === 'stem') return;
    const said = { ...line, text: further, plain: plainForm(further) };
    this.takeLabelled(said, label.label, label.restAt);
    draft.lines -= 1;
    if (this.open === 'done' && !value) this.open = 'answer';
  }

  /** `正确答案：` alone, then one line for each blank; or the words themselves on the next line. */
  private takeAnswerParts(line: BankLine): boolean {
    const draft = this.current;
    if (this.open !== 'answer' || !draft) return false;
    const entries = draft.answers.length === 0 && draft.type !== 'blank' ? keyEntriesOf(line.plain) : null;
    if (entries?.[0]?.number === 1 && draft.number !== 1) {
      // `答案：` at the end of the text was no question's label but the heading of the list.
      this.finish();
      this.startList(line.at, this.drafts.length, null);
      this.list?.entries.push(...entries);
      return true;
    }
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
    if (draft && draft.options.length > 0 && this.open === 'explanation') return false;
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
    if (
      draft.stem === '' ||
      (this.layout.begins !== 'asking' && this.isBeginning(line)) ||
      this.open === 'done' ||
      this.open === 'answer'
    )
      return false;
    if (this.layout.begins === 'asking' && draft.options.length > 0 && asks(line.plain)) return false;
    this.pushOption(draft, { letter: null, text: line.text, marked: false }, line);
    draft.lines += 1;
    this.open = 'option';
    return true;
  }

  /** The next letter; another one with a sign of its own is an option too, and the check finds that letters are wrong. */
  private isNextOption(draft: Draft, found: FoundOption): boolean {
    if (found.letter === draft.options.length) return true;
    return found.isSigned && (draft.options.length > 0 || found.letter <= MOST_LETTERS_MISSING);
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
    found: readonly FoundOption[],
    line: BankLine,
    offset = 0,
  ): void {
    for (const [index, text] of texts.entries()) {
      const from = offset + (found[index]?.start ?? 0);
      const to = found[index + 1] ? offset + (found[index + 1]?.start ?? 0) : line.text.length;
      this.pushOption(draft, { letter: found[index]?.letter ?? null, text, marked: false }, line, from, to);
    }
    draft.lines += 1;
    this.open = 'option';
  }

  private pushOption(
    draft: Draft,
    option: DraftOption,
    line: BankLine,
    from = 0,
    to = line.text.length,
  ): void {
    let { text } = option;
    let marked = false;
    if (this.layout.key === 'tick') {
      const ticked = withoutTick(text);
      marked = ticked.hasTick || (/^\s*√/.test(line.plain) && from === 0);
      text = ticked.text;
    }
    if (this.layout.key === 'look') marked = isMarked(line, from, to, this.usual);
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
      case 'asking':
        return (
          this.current === null ||
          ((this.open !== 'stem' || this.current.options.length > 0 || isSettled(this.current.stem)) &&
            asks(plain))
        );
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
      (this.layout.begins === 'gap' || this.layout.begins === 'asking') &&
      found?.strength !== 'certain' &&
      found?.strength !== 'plain'
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
    draft.legend = this.legend;
    const type = typeLabelAt(plain.slice(at));
    if (type) {
      draft.type = type.type;
      at += type.restAt;
    }
    const label = labelAt(plain.slice(at));
    if (label?.label === 'stem') at += label.restAt;
    at += scoreAt(plain.slice(at));
    const grade = /^\s*[([]\s*(?:难度:?)?(易|简单|较易|中等?|一般|较难|困?难)\s*[)\]]/.exec(
      plain.slice(0, at),
    );
    if (grade) draft.difficulty = grade[1] ?? '';
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
    // Only where nothing numbers the questions can two of them have met.
    if (
      draft.stem !== '' &&
      this.layout.begins === 'gap' &&
      /[。？！?!]\s*(?:[（(]\s*[)）])?$/.test(draft.stem)
    )
      draft.seams += 1;
    draft.stressed.push(...line.stressed);
    const answer = answerWithinLine(line.plain.slice(at));
    if (answer) {
      const value = answer.isKey ? text.slice(answer.restAt).trim() : '';
      text = text.slice(0, answer.stemEnd);
      if (answer.isKey) this.takeAnswer(draft, value, line);
    }
    const options = this.layout.options === 'lettered' ? optionsBehindStem(text) : [];
    const first = options[0];
    if (first) {
      this.addOptions(draft, textsOf(text, options), options, line, at);
      draft.lines -= 1;
      text = text.slice(0, first.start);
    }
    draft.stem = joined(draft.stem, text.trim());
  }

  private takeContinuation(line: BankLine): void {
    const draft = this.current;
    if (!draft) {
      this.stray(line);
      return;
    }
    if (this.isBareAnswer(draft, line.plain)) {
      draft.answers.push({ text: line.text, at: line.at, by: 'line' });
      draft.lines += 1;
      this.open = 'done';
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
          const { text, hasTick } =
            this.layout.key === 'tick' ? withoutTick(line.text) : { text: line.text, hasTick: false };
          last.text = joined(last.text, text);
          last.marked ||= hasTick;
          draft.joins += 1;
          draft.lines += 1;
        }
        return;
      }
      case 'explanation':
        draft.explanation = joined(draft.explanation, line.text);
        draft.lines += 1;
        return;
      default:
        this.stray(line);
    }
  }

  /** `B` on a line of its own below the options, `对` below a true-false stem. */
  private isBareAnswer(draft: Draft, plain: string): boolean {
    const words = plain.trim();
    if (this.layout.options !== 'lettered' || this.layout.key !== 'said') return false;
    if (this.open === 'option' && draft.options.length > 1)
      return /^[([]?[A-J](?:[\s,、]*[A-J]){0,9}[)\]]?[.。]?$/.test(words);
    return this.open === 'stem' && draft.type === 'trueFalse' && truthOf(words) !== null;
  }

  private finish(): void {
    const draft = this.current;
    this.current = null;
    this.open = 'done';
    if (!draft) return;
    finishDraft(draft, this.layout.key);
    this.drafts.push(draft);
  }
}

/** Options that may be missing before the first one, where somebody left only the right ones. */
const MOST_LETTERS_MISSING = 2;

/** Numbers that may be missing between two questions. */
const MOST_MISSING = 5;

/** Chinese words join without a blank, others with one. */
function joined(before: string, after: string): string {
  if (before === '') return after;
  return /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after) ? `${before} ${after}` : before + after;
}

function withoutTick(text: string): { text: string; hasTick: boolean } {
  const plain = plainForm(text);
  const end = tickAtEnd.exec(plain);
  const start = tickAtStart.exec(plain);
  return {
    text: text.slice(start ? start[0].length : 0, end ? end.index : undefined),
    hasTick: end !== null || start !== null,
  };
}

/** Most of an option, or its letter, looks unlike ordinary text. */
function isMarked(line: BankLine, from: number, to: number, usual: string): boolean {
  const looks = line.looks;
  if (looks === null) return line.look !== usual;
  const blanksBefore = line.text.slice(0, from).replace(/\s/g, '').length;
  const own = looks.slice(blanksBefore, blanksBefore + line.text.slice(from, to).replace(/\s/g, '').length);
  const unlike = own.filter((look) => look !== usual).length;
  return own.length > 0 && (unlike > own.length / 2 || own[0] !== usual);
}

/** A line that asks: it has an empty blank, a key in brackets, or ends with a question mark or a colon. */
function asks(plain: string): boolean {
  return (
    blanksOf(plain) > 0 ||
    /[([]\s*(?:[A-J](?:[\s,、]*[A-J])*|√|×|对|错|正确|错误)\s*[)\]]/.test(plain) ||
    /[?:]$/.test(plain.trim())
  );
}

/** A statement that ends with its own key: `…。（√）`. */
function isSettled(stem: string): boolean {
  return /[([]\s*(?:√|×|对|错|正确|错误)\s*[)\]][.。]?$/.test(plainForm(stem).trim());
}

/** What stands behind the kind in a heading of a list: `一、单选题：1.B 2.C`. */
function afterHeading(plain: string): string {
  return /^[^\d:]*?题?[^\d:]*[:]?\s*(?=[([]?\d)/.exec(plain) ? plain.replace(/^[^\d:]*[:]?\s*/, '') : '';
}

/** Few words, and no question. */
function isShortAnswer(value: string): boolean {
  return (
    value.length <= 30 &&
    blanksOf(value) === 0 &&
    !/[?？:：]$/.test(value) &&
    optionsInLine(value).length === 0
  );
}

function withoutLabel(text: string): string {
  return text.replace(/^[[(【（]?(?:答案|试题)?(?:解析|解释|详解|分析)[\])】）]?\s*[:：]?\s*/, '');
}
