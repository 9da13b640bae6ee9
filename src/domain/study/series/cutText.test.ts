import fc from 'fast-check';
import { blocksOfSlice, weightOfBlocks } from './blocksOfSlice';
import { bordersOf, MOST_CHARACTERS } from './bordersOf';
import { chineseNumber } from './chineseNumber';
import { cutText } from './cutText';
import { type CutPiece, piecesOf } from './seriesPieces';
import { shownLine, weightOf } from './textLines';

const slicesOf = (text: string) => {
  const starts = cutText(text);
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length));
};
const cutOf = (text: string, name = '规则'): CutPiece[] => {
  const parts = bordersOf(text);
  return piecesOf(
    text,
    parts,
    cutText(text, parts).map((at) => ({ at, title: null })),
    name,
  );
};
/** An article of `length` characters in sentences of 50. */
const article = (number: string, length: number) =>
  `第${number}条 ${'甲乙丙丁戊己庚辛壬'.repeat(200).slice(0, length - number.length - 3)}。`;

const signs = fc.constantFrom(
  ...[
    '甲',
    '乙',
    '。',
    '，',
    '；',
    '！',
    '”',
    ' ',
    '\u3000',
    '\n',
    '\r\n',
    '\r',
    '𠀀',
    '😀',
    'a',
    '1',
    '（一）',
  ],
  ...[
    '第一条 ',
    '第二条',
    '第三条之一 ',
    '第一章 总则\n',
    '# 标题\n',
    '\n\n',
    '\u2028',
    '<!-- 注 -->',
    '\t',
    '目录',
  ],
);
const texts = fc.oneof(
  fc.array(signs, { maxLength: 4000 }).map((list) => list.join('')),
  fc
    .array(fc.tuple(signs, fc.integer({ min: 1, max: 1500 })), { maxLength: 12 })
    .map((runs) => runs.map(([sign, count]) => sign.repeat(count)).join('')),
  fc.string({ unit: 'binary', maxLength: 3000 }),
);

describe('cutText', () => {
  it('loses nothing and doubles nothing: the slices joined are the text, whatever the text is', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(slicesOf(text).join('') === text).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('makes pieces that are not empty, of at most 900 characters and a scrap', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const pieces = cutOf(text);
        // Headings stay with what follows: at most a third of a piece besides; a scrap of 200 joins the last one.
        for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(MOST_CHARACTERS * 1.5 + 200);
        if (pieces.length > 1) for (const piece of pieces) expect(piece.length).toBeGreaterThan(0);
      }),
      { numRuns: 200 },
    );
  });

  it('never cuts inside a character or between the two halves of a line break', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const start of cutText(text)) {
          expect(
            /^[\udc00-\udfff]/.test(text.slice(start)) && /[\ud800-\udbff]$/.test(text.slice(0, start)),
          ).toBe(false);
          expect(text.slice(start - 1, start + 1)).not.toBe('\r\n');
        }
      }),
      { numRuns: 200 },
    );
  });

  it('has every word of the text once in the blocks that members read', () => {
    // A mark of Markdown and a comment are such only where a line begins, and a piece may begin inside a line.
    const bare = (text: string) => text.replace(/[\s\p{Cc}#]/gu, '').replace(/<!--注-->/g, '');
    fc.assert(
      fc.property(texts, (text) => {
        const read = slicesOf(text).flatMap(blocksOfSlice);
        const shown = text
          .split(/\r\n|[\r\n\u2028\u2029]/)
          .map(shownLine)
          .join('');
        expect(bare(read.map((block) => block.text).join('')) === bare(shown)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts before articles and keeps each whole', () => {
    const text = [article('一', 400), article('二', 300), article('三', 400), article('四', 100)].join(
      '\n\n',
    );
    expect(cutOf(text).map((piece) => [piece.articles, piece.isContinued])).toEqual([
      ['第一条至第二条', false],
      ['第三条至第四条', false],
    ]);
  });

  it('makes a piece shorter rather than cut an article that fits into one', () => {
    const text = [article('一', 300), article('二', 880), article('三', 700)].join('\n');
    expect(cutOf(text).map((piece) => piece.articles)).toEqual(['第一条', '第二条', '第三条']);
  });

  it('goes on with an article longer than a piece, and says so', () => {
    const long = `第二条 前言：\n${Array.from({ length: 30 }, (_, at) => `（${at + 1}）${'项'.repeat(60)}；`).join('\n')}`;
    const pieces = cutOf([article('一', 500), long, article('三之一', 100), article('四', 100)].join('\n'));
    expect(pieces[0]?.articles).toBe('第一条至第二条');
    expect(pieces.slice(1).map((piece) => piece.isContinued)).toEqual([true, true]);
    expect(pieces[1]?.title).toBe('规则 第二条（续）');
    expect(pieces.at(-1)?.articles).toMatch(/^第二条（续）至第四条$/);
  });

  it('begins a piece with a chapter where one begins in reach', () => {
    const text = [
      '第一章 总则',
      article('一', 350),
      article('二', 350),
      '第二章 分则',
      article('三', 100),
      article('四', 500),
    ].join('\n');
    const pieces = cutOf(text);
    expect(pieces).toHaveLength(2);
    expect(text.slice(pieces[1]?.start).startsWith('第二章')).toBe(true);
  });

  it('takes a line that quotes an article for a paragraph', () => {
    const text = [
      '第一条 甲。',
      '第三条规定的单位应当登记。',
      '第五条、第六条另有规定的除外。',
      '第二条乙。',
    ].join('\n');
    expect(
      bordersOf(text)
        .filter((part) => part.beginsArticle)
        .map((part) => part.article),
    ).toEqual(['第一条', '第二条']);
  });

  it('cuts a text without paragraphs at sentences, and one without sentences where a piece is full', () => {
    const sentences = `${'这是一句话'.repeat(10)}。`.repeat(60);
    for (const slice of slicesOf(sentences).slice(0, -1)) expect(slice.endsWith('。')).toBe(true);
    expect(slicesOf('甲'.repeat(2500)).map((slice) => slice.length)).toEqual([900, 900, 700]);
    expect(slicesOf(`${'甲'.repeat(800)}，${'乙'.repeat(400)}`).map(weightOf)).toEqual([801, 400]);
  });

  it('joins a scrap at the end to the piece before it', () => {
    expect(cutOf([article('一', 450), article('二', 440), article('三', 150)].join('\n'))).toHaveLength(1);
    expect(cutOf([article('一', 450), article('二', 440), article('三', 201)].join('\n'))).toHaveLength(2);
  });

  it('takes an empty text and one of blanks', () => {
    expect(cutText('')).toEqual([0]);
    expect(cutText(' \n\n ')).toEqual([0]);
    expect(cutOf(' \n')[0]?.length).toBe(0);
  });

  it('needs time in proportion to the length', () => {
    const text = Array.from({ length: 4000 }, (_, at) => `第${at + 1}条 ${'甲'.repeat(480)}。`).join('\n\n');
    const before = performance.now();
    const pieces = cutOf(text);
    // 2,000,000 characters; about 0.5 s here, 20 s would mean that something grows faster than the text.
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(pieces.length).toBeGreaterThan(2000);
  });
});

describe('piecesOf', () => {
  it('names pieces by the statute and its articles, by headings, else by number', () => {
    expect(cutOf('第一条 甲。', '中华人民共和国计量法')[0]?.title).toBe('计量法 第一条');
    expect(cutOf('# 来访接待\n有人来访，先请坐。', '窗口手册')[0]?.title).toBe('窗口手册 来访接待');
    expect(cutOf('有人来访，先请坐。', '窗口手册')[0]?.title).toBe('窗口手册 第 1 篇');
    const long = cutOf('第一条 甲。', '长'.repeat(80))[0]?.title ?? '';
    expect([...long]).toHaveLength(60);
    expect(long.endsWith(' 第一条')).toBe(true);
  });
});

describe('blocksOfSlice', () => {
  it('keeps items under their sentence and headings as headings', () => {
    expect(blocksOfSlice('## 第一章 总则\n\n第一条 有下列情形：\n（一）甲；\n（二）乙。\n另一段。')).toEqual([
      { type: 'heading', text: '第一章 总则' },
      { type: 'paragraph', text: '第一条 有下列情形：\n（一）甲；\n（二）乙。' },
      { type: 'paragraph', text: '另一段。' },
    ]);
  });

  it('stays within what a piece may hold', () => {
    const lines = Array.from({ length: 500 }, (_, at) => `行${at}`).join('\n');
    expect(blocksOfSlice(lines).length).toBeLessThanOrEqual(60);
    expect(weightOfBlocks(blocksOfSlice('甲'.repeat(5000)))).toBe(5000);
    for (const block of blocksOfSlice('甲'.repeat(5000))) expect(block.text.length).toBeLessThanOrEqual(2000);
  });
});

describe('chineseNumber', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百五十四', 154],
    ['两百', 200],
    ['１２', 12],
    ['12', 12],
    ['一千二百六十', 1260],
  ])('%s is %d', (text, number) => expect(chineseNumber(text)).toBe(number));

  it('is null for what is no number', () => {
    expect(chineseNumber('')).toBeNull();
    expect(chineseNumber('甲')).toBeNull();
  });
});
