import type { PieceBlock } from '../../../domain/study/blocks';
import { blocksOfParts, errorsOfPart, partsOf, takesOneMore, textOfParts, withMoved } from './draftParts';

const picture: PieceBlock = { type: 'picture', fileId: 'p', text: '', alt: '柜台', width: 4, height: 3 };
const audio: PieceBlock = { type: 'audio', fileId: 'a', text: '大家好', seconds: 12 };
const blocks: PieceBlock[] = [
  { type: 'heading', text: '能换吗' },
  { type: 'paragraph', text: '不能。' },
  picture,
  audio,
  { type: 'quote', text: '不得代用' },
];

test('what is saved comes back as it was, with its pictures and recordings in their places', () => {
  const parts = partsOf(blocks);
  expect(parts.map(({ type }) => type)).toEqual(['text', 'picture', 'audio', 'text']);
  expect(blocksOfParts(parts)).toEqual(blocks);
  expect(textOfParts(parts)).toContain('不得代用');
});

test('there is always a text to write in', () => {
  expect(partsOf([])).toEqual([{ type: 'text', text: '' }]);
  expect(partsOf([picture])).toEqual([picture, { type: 'text', text: '' }]);
});

test('a part goes up and down, and not over the edge', () => {
  const parts = partsOf(blocks);
  expect(withMoved(parts, 1, -1).map(({ type }) => type)).toEqual(['picture', 'text', 'audio', 'text']);
  expect(withMoved(parts, 0, -1)).toEqual(parts);
  expect(withMoved(parts, 3, 1)).toEqual(parts);
});

test('one recording is enough, six pictures are', () => {
  expect(takesOneMore(partsOf(blocks), 'audio')).toBe(false);
  const five = Array.from({ length: 5 }, () => picture);
  expect(takesOneMore(five.slice(1), 'picture')).toBe(true);
  expect(takesOneMore([...five, picture], 'picture')).toBe(false);
});

test('a picture needs its line, a recording its text', () => {
  expect(errorsOfPart(picture)).toEqual({});
  expect(errorsOfPart({ ...picture, alt: ' ' })).toEqual({ alt: expect.any(String) });
  expect(errorsOfPart({ ...audio, text: '' })).toEqual({ text: expect.any(String) });
});
