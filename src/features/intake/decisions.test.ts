import { intakeGet } from '../../contract/intake';
import { countImported, ordersOf, undecided, withOrWithout } from './decisions';

const intake = {
  ...intakeGet.example.output,
  found: { problems: 1, added: 12, changed: 2, transferred: 1, missing: 1, unchanged: 30 },
  unknownOrganisations: [
    { name: '机关第九党支部', lines: 4, mayCreate: true },
    { name: '别处', lines: 2, mayCreate: false },
  ],
};

test('without decisions everybody new, changed or transferred is imported, and branches that may be made are', () => {
  expect(countImported(intake, undecided)).toBe(15);
  expect(ordersOf(intake, undecided).create).toEqual(['机关第九党支部']);
});

test('lines left out, a branch not made and a namesake who is somebody new are counted', () => {
  const decided = { ...undecided, leaveOut: ['1:7'], notCreate: ['机关第九党支部'], asNew: ['1:9'] };
  expect(countImported(intake, decided)).toBe(15 - 1 - 4 + 1);
  expect(ordersOf(intake, decided)).toMatchObject({ create: [], leaveOut: ['1:7'], asNew: ['1:9'] });
});

test('a name is in a list once, or not at all', () => {
  expect(withOrWithout(['a', 'b'], 'a', true)).toEqual(['b', 'a']);
  expect(withOrWithout(['a', 'b'], 'a', false)).toEqual(['b']);
});
