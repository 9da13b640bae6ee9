import * as fc from 'fast-check';
import type { QuestionKind } from '../grade';
import { pickMockExam } from './mockExam';

const bank = (sizes: Record<QuestionKind, number>) =>
  Object.entries(sizes).flatMap(([type, size]) =>
    Array.from({ length: size }, (_, index) => ({
      questionId: `${type}${index}`,
      type: type as QuestionKind,
    })),
  );
const typesOf = (picked: string[]) => picked.map((id) => id.replace(/\d+$/, ''));

describe('pickMockExam', () => {
  it('asks ten single, five multiple, three true-false and two blanks, in this order', () => {
    const picked = pickMockExam(bank({ blank: 9, trueFalse: 9, multiple: 9, single: 19 }));
    expect(typesOf(picked)).toEqual([
      ...Array(10).fill('single'),
      ...Array(5).fill('multiple'),
      ...Array(3).fill('trueFalse'),
      ...Array(2).fill('blank'),
    ]);
  });

  it('fills what a type lacks with others', () => {
    const picked = pickMockExam(bank({ single: 40, multiple: 1, trueFalse: 0, blank: 0 }));
    expect(picked).toHaveLength(20);
    expect(typesOf(picked).filter((type) => type === 'single')).toHaveLength(19);
  });

  it('is as long as the bank when that is smaller, and never asks twice', () => {
    const size = fc.integer({ min: 0, max: 25 });
    fc.assert(
      fc.property(size, size, size, size, (single, multiple, trueFalse, blank) => {
        const candidates = bank({ single, multiple, trueFalse, blank });
        const picked = pickMockExam(candidates);
        expect(picked).toHaveLength(Math.min(20, candidates.length));
        expect(new Set(picked).size).toBe(picked.length);
      }),
    );
  });
});
