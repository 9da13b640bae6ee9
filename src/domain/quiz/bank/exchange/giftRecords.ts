import type { PlacedParagraph } from '../bankLine';
import { emptyRecord, type QuestionRecord } from '../recordDraft';

/** A file has so many such questions at least, else its braces mean something else. */
const LEAST = 2;

interface Token {
  sign: '=' | '~';
  /** Per cent; null where none is said. */
  weight: number | null;
  text: string;
}

/**
 * The questions of a text in Moodle's GIFT format, `stem {=right ~wrong}`; null where it is none. Weights: of several
 * choices those with a positive one are right. What it cannot say with one key (matching, numbers) has no answer and
 * is reported. (docs.moodle.org/en/GIFT_format)
 */
export function giftRecords(paragraphs: readonly PlacedParagraph[]): QuestionRecord[] | null {
  const lines = paragraphs.filter(({ text }) => !/^\s*(?:\/\/|\$CATEGORY:)/.test(text));
  if (lines.filter(({ text }) => text.includes('{')).length < LEAST) return null;
  const records: QuestionRecord[] = [];
  let stem = '';
  let at = '';
  let block: string | null = null;
  for (const line of lines) {
    let rest = line.text;
    while (rest !== '') {
      const end = findPlain(rest, block === null ? '{' : '}');
      const part = end < 0 ? rest : rest.slice(0, end);
      rest = end < 0 ? '' : rest.slice(end + 1);
      if (block === null) {
        at = stem === '' ? line.at : at;
        stem = stem === '' ? part : `${stem}\n${part}`;
        if (end >= 0) block = '';
      } else {
        block = block === '' ? part : `${block}\n${part}`;
        if (end < 0) continue;
        // Words behind the braces in the same line go on with the stem.
        records.push(recordOf(at, stem, block, rest.trim()));
        [stem, block, rest] = ['', null, ''];
      }
    }
  }
  const answered = records.filter(({ answer, optionList }) => answer !== '' || optionList.length > 1);
  return block === null && answered.length >= LEAST && answered.length > records.length / 2 ? records : null;
}

function recordOf(at: string, before: string, block: string, behind: string): QuestionRecord {
  const head = before
    .replace(/^\s*::[^:]*::\s*/, '')
    .replace(/^\s*\[(?:html|plain|markdown|moodle)\]\s*/, '');
  const stem = plain(behind === '' ? head.trim() : `${head.trim()}____${behind}`);
  const record = { ...emptyRecord(at), stem };
  const truth = /^\s*(T|TRUE|F|FALSE)\s*(?:#[\s\S]*)?$/i.exec(block);
  if (truth) return { ...record, type: '判断', answer: /^t/i.test(truth[1] ?? '') ? '对' : '错' };
  if (block.trim() === '') return { ...record, type: '简答' };
  const tokens = tokensOf(block);
  if (tokens.length === 0 || /^\s*#/.test(block)) return record;
  if (tokens.every(({ sign }) => sign === '=')) {
    if (tokens.some(({ text }) => /\s->\s/.test(text))) return record;
    return { ...record, type: '填空', answer: tokens.map(({ text }) => text).join(' | ') };
  }
  const rights = tokens.filter(({ sign }) => sign === '=').length;
  const isSingle = rights === 1;
  // Several `=` beside wrong ones: any of them is enough, which no key of ours says.
  if (rights > 1) return { ...record, optionList: tokens.map(({ text }) => ({ text, isRight: false })) };
  const isRight = ({ sign, weight }: Token) => sign === '=' || (!isSingle && (weight ?? 0) > 0);
  const optionList = tokens.map((token) => ({ text: token.text, isRight: isRight(token) }));
  return { ...record, type: isSingle ? '单选' : '多选', optionList };
}

/** The answers of a block, without weights and remarks. */
function tokensOf(block: string): Token[] {
  const heads = [...block.matchAll(/(?<!\\)[=~]/g)];
  return heads.map((head, index) => {
    const raw = block.slice(head.index + 1, heads[index + 1]?.index);
    const weighed = /^\s*%(-?\d+(?:\.\d+)?)%/.exec(raw);
    const text = raw.slice(weighed?.[0].length ?? 0).replace(/(?<!\\)#[\s\S]*$/, '');
    return {
      sign: head[0] === '=' ? '=' : '~',
      weight: weighed ? Number(weighed[1]) : null,
      text: plain(text.trim()),
    };
  });
}

/** Where `sign` stands without a stroke in front; -1 where it does not. */
function findPlain(text: string, sign: '{' | '}'): number {
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1))
    if (text[at - 1] !== '\\') return at;
  return -1;
}

const plain = (text: string) => text.replace(/\\([~=#{}:])/g, '$1').replace(/\\n/g, ' ');
