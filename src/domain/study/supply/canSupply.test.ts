import { canSupply } from './canSupply';

const committee = { organisationId: 'c', organisationPath: '/c/' };
const place = (organisationPath: string, level: 'organCommittee' | 'branch' | 'group' | 'team') => ({
  organisationId: organisationPath.split('/').at(-2) ?? '',
  organisationPath,
  level,
});

test.each([
  [place('/c/g/b/', 'branch'), true, 'a branch below'],
  [place('/c/t/', 'team'), true, 'a team'],
  [place('/c/', 'organCommittee'), false, 'the publisher itself'],
  [place('/c/d/', 'organCommittee'), false, 'a committee below'],
  [place('/d/b/', 'branch'), false, 'a branch elsewhere'],
])('%j: %s, %s', (supplier, can) => {
  expect(canSupply(supplier, committee)).toBe(can);
});
