import fc from 'fast-check';
import { addDays } from '../calendar/shanghai';
import { chooseAgain } from './chooseAgain';

const piece = (publishOn: string) => ({ id: `piece of ${publishOn}`, publishOn });

describe('a piece worth seeing again', () => {
  it('is none before anything was published', () => {
    expect(chooseAgain('2026-11-22', [])).toBeNull();
    expect(chooseAgain('2026-11-22', [piece('2026-11-22')])).toBeNull();
  });

  it('comes from the last 60 days, the sixtieth included', () => {
    const [old, recent] = [piece('2026-09-22'), piece('2026-09-23')];
    expect(chooseAgain('2026-11-22', [old, recent])).toBe(recent);
  });

  it('is an older one rather than none', () => {
    expect(chooseAgain('2026-11-22', [piece('2025-01-02')])).toEqual(piece('2025-01-02'));
  });

  it('moves on day by day until every one has been seen', () => {
    const pieces = ['2026-11-16', '2026-11-17', '2026-11-18'].map(piece);
    const seen = ['2026-11-21', '2026-11-22', '2026-11-23'].map((day) => chooseAgain(day, pieces)?.id);
    expect(new Set(seen).size).toBe(3);
  });

  it('does not depend on the order in which the pieces come', () => {
    const days = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(days, (offsets) => {
        const pieces = offsets.map((offset) => piece(addDays('2026-11-22', -offset)));
        const chosen = chooseAgain('2026-11-22', pieces);
        expect(chooseAgain('2026-11-22', [...pieces].reverse())).toEqual(chosen);
        expect(pieces).toContainEqual(chosen);
      }),
    );
  });
});
