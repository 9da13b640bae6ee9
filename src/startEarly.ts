import { askAhead } from './platform/askedAhead';
import { pagePath, routeTable } from './platform/routeTable';
import { meKey, namespace } from './platform/storageKeys';

/**
 * Runs in browsers as the very first, before Taro (config/index.ts): whoever opens the morning's page gets its script
 * and, if somebody has signed in here before, its piece while the rest of the program still starts, which takes a phone
 * half a second. Any other page finds its way as ever: a page loaded twice is loaded once.
 */
const path = location.pathname.slice(1);
if (path === '' || path === pagePath(routeTable.today)) {
  // As features/study/useToday asks.
  if (isKnown()) askAhead('study.today', {});
  void import('./pages/today/index').catch(() => undefined);
}

/** Somebody's name is kept here: a stranger would only be refused. Not by `storage`, which brings Taro along. */
function isKnown(): boolean {
  try {
    return localStorage.getItem(namespace + meKey) !== null;
  } catch {
    // Switched off (private windows).
    return false;
  }
}
