import * as fc from 'fast-check';
import { grade, type KeyedQuestion } from './grade';

const options = ['甲', '乙', '丙', '丁'];
const single: KeyedQuestion = { type: 'single', options, key: [2] };
const multiple: KeyedQuestion = { type: 'multiple', options, key: [0, 1, 3] };
const trueFalse: KeyedQuestion = { type: 'trueFalse', options: [], key: [1] };

describe('grade', () => {
  it.each([
    ['a single answer that is the key', single, [2], true],
    ['a single answer beside the key', single, [1], false],
    ['all of a multiple answer', multiple, [0, 1, 3], true],
    ['all of it in another order', multiple, [3, 0, 1], true],
    ['a part of a multiple answer (peers.md flaw 2)', multiple, [0, 1], false],
    ['a multiple answer with one too many', multiple, [0, 1, 2, 3], false],
    ['nothing of a multiple answer', multiple, [2], false],
    ['true where it is true', trueFalse, [1], true],
    ['false where it is true', trueFalse, [0], false],
  ])('judges %s', (_what, question, answer, correct) => {
    expect(grade(question, answer)).toEqual({ kind: 'graded', correct });
  });

  it.each([
    ['the first index behind the options', single, [4]],
    ['an index behind the options among good ones', multiple, [0, 4]],
    ['the third choice of a true-false question', trueFalse, [2]],
    ['a negative index', single, [-1]],
    ['a fraction', single, [0.5]],
  ])('refuses %s', (_what, question, answer) => {
    expect(grade(question, answer)).toEqual({ kind: 'refused', why: 'notInOptions' });
  });

  it('takes the last option, exactly on the boundary', () => {
    expect(grade(single, [3])).toEqual({ kind: 'graded', correct: false });
  });

  it.each([
    ['two choices of a single question', single, [1, 2]],
    ['both choices of a true-false question', trueFalse, [0, 1]],
    ['no choice', single, []],
  ])('refuses %s', (_what, question, answer) => {
    expect(grade(question, answer)).toEqual({ kind: 'refused', why: 'onlyOneAllowed' });
  });

  it.each([
    ['the accepted text', ['北京'], true],
    ['another accepted text in full width and with signs', [' 《ＢＥＩＪＩＮＧ》'], true],
    ['another text', ['上海'], false],
    ['nothing', [''], false],
  ])('of a blank judges %s', (_what, answer, correct) => {
    const blank: KeyedQuestion = { type: 'blank', options: [], key: [['北京', 'Beijing']] };
    expect(grade(blank, answer)).toEqual({ kind: 'graded', correct });
  });

  it('of several blanks asks each in its place', () => {
    const blanks: KeyedQuestion = { type: 'blank', options: [], key: [['甲'], ['乙']] };
    expect(grade(blanks, ['甲', '乙'])).toEqual({ kind: 'graded', correct: true });
    expect(grade(blanks, ['乙', '甲'])).toEqual({ kind: 'graded', correct: false });
  });

  it.each([
    ['texts for a choice', single, ['丙']],
    ['a choice for a blank', { type: 'blank', options: [], key: [['甲']] } as const, [0]],
    ['one text for two blanks', { type: 'blank', options: [], key: [['甲'], ['乙']] } as const, ['甲']],
  ])('refuses %s', (_what, question, answer) => {
    expect(grade(question, answer)).toEqual({ kind: 'refused', why: 'otherType' });
  });

  it('of all answers to a multiple question exactly one is right', () => {
    const subsets = fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { minLength: 1 });
    fc.assert(
      fc.property(subsets, subsets, (key, answer) => {
        const same = [...key].sort().join() === [...answer].sort().join();
        expect(grade({ type: 'multiple', options, key }, answer)).toEqual({ kind: 'graded', correct: same });
      }),
    );
  });
});
