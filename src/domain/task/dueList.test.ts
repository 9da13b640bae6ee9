import { type Candidate, whyInvited } from './dueList';

const somebody: Candidate = { isByRight: true, status: 'active', marks: [] };

describe('whyInvited', () => {
  it.each<[string, Partial<Candidate>, string | null]>([
    ['a member of the branch is due', {}, null],
    ['a retired one is due like everybody', { marks: ['retired'] }, null],
    ['a frail one is invited', { marks: ['frail'] }, 'frail'],
    ['one on long leave is invited', { marks: ['longLeave'] }, 'longLeave'],
    ['a floating one is invited', { marks: ['floating'] }, 'floating'],
    ['a suspended one is invited', { status: 'suspended' }, 'suspended'],
    ['a guest has the duty at home', { isByRight: false }, 'guest'],
    ['of two marks the one of the frail is named', { marks: ['floating', 'retired', 'frail'] }, 'frail'],
    ['a guest is a guest before a mark', { isByRight: false, marks: ['frail'] }, 'guest'],
  ])('%s', (_title, difference, reason) => {
    expect(whyInvited({ ...somebody, ...difference })).toBe(reason);
  });
});
