import fc from 'fast-check';
import type { ReadQuestion } from './bankQuestion';
import { readBank } from './readBank';

/** What a question truly is: its stem, and the words of its right options (or true, or false). */
interface Truth {
  stem: string;
  right: string;
  options: string[];
}

const SIZE = 8;
const subjects = ['许可', '标签', '进货', '储存', '添加剂', '召回', '抽检', '投诉'];

/** Eight made-up questions: choices with one or several right options, and true-false ones. */
const bank: readonly Truth[] = subjects.map((subject, index) => {
  if (index % 4 === 3)
    return { stem: `${subject}的记录可以不保存。`, right: String(index % 8 === 3), options: [] };
  const options = ['甲', '乙', '丙', '丁'].map((sign) => `${subject}的${sign}种做法`);
  const right = index % 4 === 1 ? [options[0], options[2]] : [options[(index * 3) % 4]];
  return { stem: `关于${subject}应当采取（ ）。`, right: right.join('+'), options };
});

const letterOf = ({ right, options }: Truth) =>
  options.length === 0
    ? right === 'true'
      ? '正确'
      : '错误'
    : right
        .split('+')
        .map((option) => 'ABCD'[options.indexOf(option)])
        .join('');

const optionLines = ({ options }: Truth) => options.map((option, index) => `${'ABCD'[index]}. ${option}`);

/** The same bank as people lay it out. */
const laidOut: Record<string, readonly string[]> = {
  'numbered, answer below': bank.flatMap((truth, index) => [
    `${index + 1}. ${truth.stem}`,
    ...optionLines(truth),
    `答案：${letterOf(truth)}`,
  ]),
  'no numbers, answer below': bank.flatMap((truth) => [
    truth.stem,
    ...optionLines(truth),
    `答案：${letterOf(truth)}`,
  ]),
  'options in one line': bank.flatMap((truth, index) => [
    `${index + 1}、${truth.stem}`,
    ...(truth.options.length > 0 ? [optionLines(truth).join('  ')] : []),
    `【答案】${letterOf(truth)}`,
  ]),
  'key in the stem': bank.flatMap((truth, index) => [
    truth.options.length > 0
      ? `${index + 1}. ${truth.stem.replace('（ ）', `（${letterOf(truth)}）`)}`
      : `${index + 1}. ${truth.stem}（${letterOf(truth)}）`,
    ...optionLines(truth),
  ]),
  'key at the end': [
    ...bank.flatMap((truth, index) => [`${index + 1}. ${truth.stem}`, ...optionLines(truth)]),
    '参考答案',
    ...bank.map((truth, index) => `${index + 1}. ${letterOf(truth)}`),
  ],
  'ticks behind options': bank
    .filter(({ options }) => options.length > 0)
    .flatMap((truth, index) => [
      `${index + 1}. ${truth.stem}`,
      ...optionLines(truth).map((line, at) =>
        truth.right.split('+').includes(truth.options[at] ?? '') ? `${line} √` : line,
      ),
    ]),
};

type Damage = { kind: 'delete' | 'glue' | 'unmark' | 'twice' | 'number' | 'break'; at: number };
const kinds: readonly Damage['kind'][] = ['delete', 'glue', 'unmark', 'twice', 'number', 'break'];

/** What happens to files on their way: a line is lost, two meet, a letter or number goes, one comes twice, one wraps. */
function damaged(lines: readonly string[], { kind, at }: Damage): string[] {
  const place = at % lines.length;
  const line = lines[place] ?? '';
  const rest = (changed: string[], taken = 1) => [
    ...lines.slice(0, place),
    ...changed,
    ...lines.slice(place + taken),
  ];
  switch (kind) {
    case 'delete':
      return rest([]);
    case 'glue':
      return rest([line + (lines[place + 1] ?? '')], 2);
    case 'unmark':
      return rest([line.replace(/^[A-D]\. /, '')]);
    case 'twice':
      return rest([line, line]);
    case 'number':
      return rest([line.replace(/^\d+/, '3')]);
    case 'break':
      return rest([line.slice(0, line.length >> 1), line.slice(line.length >> 1)].filter(Boolean));
  }
}

const bare = (text: string) => text.replace(/[\s（）()]/g, '');

/** Whether what was read is one of the true questions, with all that makes its key right. */
function isTrue(read: ReadQuestion): boolean {
  return bank.some((truth) => {
    if (!bare(read.stem).includes(bare(truth.stem).slice(-6))) return false;
    if (read.key.kind === 'truth')
      return truth.options.length === 0 && String(read.key.right) === truth.right;
    if (read.key.kind !== 'options') return false;
    const right = read.key.right.map((index) => bare(read.options[index] ?? ''));
    return right.join('+') === bare(truth.right);
  });
}

/** How many of the readings of these damaged texts hold a question that is not true. */
function wrongAmong(lines: readonly string[], lists: readonly (readonly Damage[])[]): Damage[][] {
  return lists.flatMap((list) => {
    const read = readBank([source(list.reduce<readonly string[]>(damaged, lines))]);
    return read.questions.every(isTrue) ? [] : [[...list]];
  });
}

describe('damage', () => {
  it.each(Object.entries(laidOut))('%s: any one of them anywhere never makes a wrong key', (_name, lines) => {
    const whole = readBank([source(lines)]);
    expect(whole.problems).toEqual([]);
    expect(whole.questions.length).toBeGreaterThan(SIZE / 2);
    expect(whole.questions.every(isTrue)).toBe(true);
    expect(
      wrongAmong(
        lines,
        lines.flatMap((_, at) => kinds.map((kind) => [{ kind, at }])),
      ),
    ).toEqual([]);
  });

  it('two at once: fewer than one in two hundred leave a question that is not the true one', () => {
    const damage = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(1000) });
    const pairs = fc.sample(fc.tuple(damage, damage), { numRuns: 400, seed: 20_261_122 });
    for (const lines of Object.values(laidOut)) expect(wrongAmong(lines, pairs).length).toBeLessThan(2);
  });
});

function source(lines: readonly string[]) {
  const paragraphs = lines.map((text) => ({ text, heading: null, numbering: null }));
  return { kind: 'text' as const, file: '题库.txt', unit: '行' as const, paragraphs };
}
