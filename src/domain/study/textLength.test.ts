import { readingMinutes, textLength } from './textLength';

describe('the length of a text', () => {
  it('counts characters of every block, without blanks, line ends and ideographic spaces', () => {
    expect(textLength([{ text: '王 阿姨\n买药。' }, { text: '\u3000换药' }])).toBe(8);
  });

  it('counts a rare character outside the basic plane once', () => {
    expect(textLength([{ text: '𠮷' }])).toBe(1);
  });

  it('of nothing is nothing', () => {
    expect(textLength([])).toBe(0);
  });
});

describe('the estimated reading time', () => {
  it.each([
    [0, 1],
    [300, 1],
    [301, 2],
    [600, 2],
    [601, 3],
    [900, 3],
    [901, 4],
  ])('of %i characters is %i minutes', (length, minutes) => {
    expect(readingMinutes(length)).toBe(minutes);
  });
});
