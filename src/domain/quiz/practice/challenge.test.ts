import { type ChallengeStep, challengeOf, challengeTakes, STEPS_AHEAD } from './challenge';

/** Steps by their letters: r right, w wrong, s told by nobody yet, u kept ungraded, . open, x not asked any more. */
function steps(line: string): ChallengeStep[] {
  const said = { r: 'right', w: 'wrong', s: 'untold', u: 'ungraded' } as const;
  return [...line].map((letter, place) => ({
    id: String(place),
    isOffered: letter !== 'x' && letter !== 's',
    said: letter in said ? said[letter as keyof typeof said] : null,
  }));
}
const say = (line: string) => {
  const { seen, open, ahead, ungraded } = challengeOf(steps(line));
  const ids = (some: ChallengeStep[]) => some.map(({ id }) => id).join('');
  return { seen: ids(seen), open: open?.id ?? null, ahead: ids(ahead), ungraded };
};

it.each([
  ['....', '0', '0', '123', 0],
  ['rr..', '012', '2', '3', 0],
  ['rw..', '01', null, '', 0],
  ['w', '0', null, '', 0],
  ['rr', '01', null, '', 0],
  ['rwuu.', '01', null, '', 2],
  ['rx.x.', '02', '2', '4', 0],
  ['rs..', '012', '2', '3', 0],
  // A paper was closed and gave its question back: it is asked before what follows.
  ['r.r.', '012', '1', '3', 0],
])('%s shows %s, asks %s and holds %s, with %i kept', (line, seen, open, ahead, ungraded) => {
  expect(say(line)).toEqual({ seen, open, ahead, ungraded });
});

it('holds no more than a phone needs', () => {
  expect(challengeOf(steps('.'.repeat(50))).ahead).toHaveLength(STEPS_AHEAD);
});

it.each([
  ['...', '0', 'graded'],
  ['...', '1', 'notYet'],
  ['r..', '1', 'graded'],
  ['r..', '2', 'notYet'],
  ['rw.', '2', 'ungraded'],
  ['rwu', '2', 'ungraded'],
  ['rx.', '2', 'graded'],
  // Answered without network, and taken out of use before the answer arrived.
  ['rx.', '1', 'graded'],
  ['rs.', '2', 'graded'],
  ['r..', '9', 'notYet'],
])('of %s an answer to %s is %s', (line, id, becomes) => {
  expect(challengeTakes(steps(line), id)).toBe(becomes);
});
