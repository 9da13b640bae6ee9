import { hasFittingMedia, mediaOf, type PieceBlock } from './blocks';

const picture = (fileId: string): PieceBlock => ({
  type: 'picture',
  fileId,
  text: '',
  alt: '柜台',
  width: 8,
  height: 8,
});
const audio = (fileId: string): PieceBlock => ({ type: 'audio', fileId, text: '大家好。', seconds: 3 });
const paragraph: PieceBlock = { type: 'paragraph', text: '正文。' };

it('names each file of a piece once, in order', () => {
  const blocks = [picture('b'), paragraph, audio('a'), picture('b')];
  expect(mediaOf(blocks).map(({ fileId }) => fileId)).toEqual(['b', 'a']);
  expect(mediaOf([paragraph])).toEqual([]);
});

it('takes one recording and six pictures, and not one more', () => {
  const six = ['1', '2', '3', '4', '5', '6'].map(picture);
  expect(hasFittingMedia([...six, audio('a'), paragraph])).toBe(true);
  expect(hasFittingMedia([...six, picture('7')])).toBe(false);
  expect(hasFittingMedia([audio('a'), audio('b')])).toBe(false);
});
