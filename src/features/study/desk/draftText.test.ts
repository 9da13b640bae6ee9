import { blocksOf, textOf, tooLongPart } from './draftText';

test('blank lines separate paragraphs, # makes a heading, > a quotation', () => {
  expect(
    blocksOf('王阿姨去买药。\n\n# 能换吗\n不能由店员换。\n第二行\n \n> 第五十八条\n> 调配处方要核对'),
  ).toEqual([
    { type: 'paragraph', text: '王阿姨去买药。' },
    { type: 'heading', text: '能换吗' },
    { type: 'paragraph', text: '不能由店员换。\n第二行' },
    { type: 'quote', text: '第五十八条\n调配处方要核对' },
  ]);
});

test('Windows line ends and stray blanks make no blocks of their own', () => {
  expect(blocksOf('  甲  \r\n\r\n\r\n乙\r\n')).toEqual([
    { type: 'paragraph', text: '甲' },
    { type: 'paragraph', text: '乙' },
  ]);
  expect(blocksOf(' \n\n ')).toEqual([]);
});

test('a # without a blank is a text like any other', () => {
  expect(blocksOf('#1 号窗口')).toEqual([{ type: 'paragraph', text: '#1 号窗口' }]);
});

test('what is saved comes back as it was', () => {
  const blocks = blocksOf('甲\n第二行\n\n# 标题\n\n> 引文\n> 第二行\n\n乙');
  expect(blocksOf(textOf(blocks))).toEqual(blocks);
});

test.each([
  ['heading', 60],
  ['paragraph', 2000],
  ['quote', 1000],
] as const)('a %s of %i characters can be saved, one more cannot', (type, longest) => {
  expect(tooLongPart([{ type, text: '字'.repeat(longest) }])).toBeUndefined();
  expect(tooLongPart([{ type, text: '字'.repeat(longest + 1) }])).toContain(`最多 ${longest} 字`);
});

test('60 blocks can be saved, 61 cannot', () => {
  const blocks = Array.from({ length: 61 }, () => ({ type: 'paragraph' as const, text: '字' }));
  expect(tooLongPart(blocks.slice(1))).toBeUndefined();
  expect(tooLongPart(blocks)).toBe('一共 61 段，最多 60 段');
});
