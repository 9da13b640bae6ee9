import { fitReply } from './fitReply';

describe('fitReply', () => {
  // "晨" is 3 bytes, in quotes 5, with its comma 6.
  it.each([
    [12, 2],
    [11, 1],
    [6, 1],
    [5, 0],
    [1000, 3],
  ])('into %i bytes go %i of three items of six bytes', (maxBytes, expected) => {
    expect(fitReply(['晨', '学', '好'], maxBytes)).toEqual(['晨', '学', '好'].slice(0, expected));
  });
});
