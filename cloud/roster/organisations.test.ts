import { createTestBureau, type TestWorld } from '../testing/bureau';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());

const listed = async () => (await world.ok('committeeOfficer', 'roster.organisations', {})).organisations;

describe('the tree', () => {
  it('grows by the committee’s branches and a branch’s own groups, each name once at its place', async () => {
    const branch = {
      parentId: world.organisations.generalBranch,
      name: '机关第三党支部',
      level: 'branch' as const,
      enabledOn: '2026-12-01',
    };
    expect(await world.refused('secretary', 'roster.createOrganisation', branch)).toBe('not_found');
    const replies = await Promise.all([
      world.call('committeeOfficer', 'roster.createOrganisation', branch),
      world.call('systemAdmin', 'roster.createOrganisation', branch),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['name_taken', 'ok']);
    const group = {
      parentId: world.organisations.branch,
      name: '第二党小组',
      level: 'group' as const,
      enabledOn: null,
    };
    await world.ok('secretary', 'roster.createOrganisation', group);
    expect(await world.refused('siblingSecretary', 'roster.createOrganisation', group)).toBe('not_found');
    const made = (await listed()).find((one) => one.name === '机关第三党支部');
    expect(made).toMatchObject({ level: 'branch', enabledOn: '2026-12-01', version: 1, mayEdit: true });
  });

  it('says to each what they may do where', async () => {
    const own = (await world.ok('secretary', 'roster.organisations', {})).organisations;
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({
      mayEdit: false,
      mayAdd: ['group'],
      mayEnrol: true,
      mayAppoint: ['organisationOfficer', 'publicityOfficer', 'disciplineOfficer'],
    });
  });

  it('renames and dissolves with the version that was seen, and only what is empty', async () => {
    const { organisationId } = await world.ok('committeeOfficer', 'roster.createOrganisation', {
      parentId: world.organisations.committee,
      name: '临时党支部',
      level: 'branch',
      enabledOn: null,
    });
    const renamed = { organisationId, version: 1, name: '项目党支部', enabledOn: null };
    await world.ok('committeeOfficer', 'roster.editOrganisation', renamed);
    expect(await world.refused('committeeOfficer', 'roster.editOrganisation', renamed)).toBe('conflict');
    expect(
      await world.refused('committeeOfficer', 'roster.dissolveOrganisation', { organisationId, version: 1 }),
    ).toBe('conflict');
    const { memberId } = await world.ok('committeeOfficer', 'roster.join', {
      organisationId,
      from: '2026-11-01',
      name: '只身',
      kind: 'full',
      mobile: null,
      joinedOn: null,
      fullSince: null,
      letterNo: null,
    });
    const dissolve = { organisationId, version: 2 };
    expect(await world.refused('committeeOfficer', 'roster.dissolveOrganisation', dissolve)).toBe(
      'organisation_not_empty',
    );
    await world.ok('committeeOfficer', 'roster.transfer', {
      memberId,
      version: 1,
      toOrganisationId: world.organisations.branch,
      on: '2026-11-23',
      letterNo: null,
    });
    await world.ok('committeeOfficer', 'roster.dissolveOrganisation', dissolve);
    expect((await listed()).map((one) => one.id)).not.toContain(organisationId);
    const committee = { organisationId: world.organisations.committee, version: 1 };
    expect(await world.refused('committeeOfficer', 'roster.dissolveOrganisation', committee)).toBe(
      'organisation_not_empty',
    );
  });
});
