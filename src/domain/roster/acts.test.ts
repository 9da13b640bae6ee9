import { actsOf, type HeldPost, hatAt, mayAt, maySomewhere } from './acts';

const committee = { organisationId: 'c', organisationPath: '/c/' };
const branch = { organisationId: 'b1', organisationPath: '/c/b1/' };
const sibling = { organisationId: 'b2', organisationPath: '/c/b2/' };
const hold = (post: HeldPost['post'], place: typeof branch, named: string[] = []): HeldPost => ({
  post,
  ...place,
  namedOrganisationIds: named,
});

describe('acts by post and reach', () => {
  it('lets a secretary sign off in the own branch only', () => {
    const held = [hold('secretary', branch)];
    expect(mayAt(held, 'meeting.signOff', branch)).toBe(true);
    expect(mayAt(held, 'meeting.signOff', sibling)).toBe(false);
    expect(mayAt(held, 'meeting.signOff', committee)).toBe(false);
  });

  it('lets committee staff see every roster below and write only for the committee', () => {
    const held = [hold('committeeOfficer', committee)];
    expect(mayAt(held, 'roster.view', sibling)).toBe(true);
    expect(mayAt(held, 'study.write', committee)).toBe(true);
    expect(mayAt(held, 'study.write', branch)).toBe(false);
  });

  it('does not take a path that merely begins with the same letters for one below', () => {
    expect(
      mayAt([hold('committeeOfficer', committee)], 'roster.view', {
        organisationId: 'x',
        organisationPath: '/cx/',
      }),
    ).toBe(false);
  });

  it('lets a clerk work for the named branches, and never sign off or review', () => {
    const held = [hold('clerk', committee, ['b1'])];
    expect(mayAt(held, 'meeting.host', branch)).toBe(true);
    expect(mayAt(held, 'meeting.host', sibling)).toBe(false);
    expect(mayAt(held, 'meeting.signOff', branch)).toBe(false);
    expect(mayAt(held, 'study.review', branch)).toBe(false);
  });

  it('names the own post before the acting one, so that an act is recorded under the right hat', () => {
    const held = [hold('clerk', committee, ['b1']), hold('secretary', branch)];
    expect(hatAt(held, 'meeting.plan', branch)).toEqual({ post: 'secretary', actingFor: null });
    expect(hatAt([hold('clerk', committee, ['b1'])], 'meeting.plan', branch)).toEqual({
      post: 'clerk',
      actingFor: 'b1',
    });
  });

  it('allows nothing without a post', () => {
    expect(maySomewhere([], 'study.write')).toBe(false);
    expect(actsOf([])).toEqual([]);
  });
});
