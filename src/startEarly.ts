import { askAhead } from './platform/askedAhead';
import { pagePath, routeTable } from './platform/routeTable';

/**
 * Runs in browsers as the very first, before Taro (config/index.ts): whoever opens the morning's page gets its script
 * and its piece while the rest of the program still starts, which takes a phone half a second. Any other page, or a
 * stranger, finds its way as ever: a page loaded twice is loaded once, and a refused question tells nobody anything.
 */
const path = location.pathname.slice(1);
if (path === '' || path === pagePath(routeTable.today)) {
  // As features/study/useToday asks.
  askAhead('study.today', {});
  void import('./pages/today/index').catch(() => undefined);
}
