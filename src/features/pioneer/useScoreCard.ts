import { useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';

/** The member's own score card: of the period of today, or of the one named; kept for reading without network. */
export function useScoreCard(periodId?: string) {
  const me = useMe();
  return useCloud('pioneer.card', periodId ? { periodId } : {}, {
    cacheKey: periodId ? `pioneer.card/${periodId}` : 'pioneer.card',
    skip: !me,
  });
}
