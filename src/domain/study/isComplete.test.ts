import { isComplete, type PieceContent } from './isComplete';

const whole: PieceContent = {
  kind: 'explanation',
  title: '药店换药',
  blocks: [{ type: 'paragraph', text: '王阿姨去买药。' }],
  source: { title: '中华人民共和国药品管理法', url: null },
};

describe('a piece can be handed in', () => {
  it('with a title, a paragraph and a named source', () => {
    expect(isComplete(whole)).toBe(true);
  });

  it.each([
    ['no source', { source: null }],
    ['a source without a name', { source: { title: ' ', url: null } }],
    ['no text', { blocks: [] }],
    [
      'headings and quotes only',
      {
        blocks: [
          { type: 'heading', text: '一' },
          { type: 'quote', text: '引' },
        ],
      },
    ],
    ['a title of blanks', { title: ' ' }],
    ['an external original without its link', { kind: 'external' as const }],
  ])('but not with %s', (_what, missing) => {
    expect(isComplete({ ...whole, ...missing })).toBe(false);
  });

  it('when an external original has its link', () => {
    expect(
      isComplete({ ...whole, kind: 'external', source: { title: '原文', url: 'https://example.org/a' } }),
    ).toBe(true);
  });
});
