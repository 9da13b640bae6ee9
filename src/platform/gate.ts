import Taro from '@tarojs/taro';
import { startAt } from './routes';
import { pagePath, type Route, routeTable } from './routeTable';
import { session } from './session';

/** A screen stands; before the first one browsers are still opening it, and two openings at once end as two screens, one over the other. */
let isOpened = false;
/** On the way to the entry page. */
let isLeading = false;

/** Begins to lead whoever is not signed in (any more) to the entry page; called once by the app. */
export function watchGate(): void {
  session.subscribe(leadStrangerIn);
}

/** Called by each screen when it has opened, so that no screen has to think of who may see it. */
export function screenOpened(): void {
  isOpened = true;
  isLeading = false;
  leadStrangerIn();
}

/** Leads to the entry page when nobody is signed in and the screen in front needs somebody. */
function leadStrangerIn(): void {
  const path = Taro.getCurrentInstance().router?.path;
  if (session.get().status !== 'signedOut' || !path || isOpenToAll(path)) return;
  if (!isOpened || isLeading) return;
  isLeading = true;
  void startAt('welcome');
}

function isOpenToAll(path: string): boolean {
  const page = path.replace(/^\//, '').replace(/\?.*$/, '');
  const route = (Object.values(routeTable) as Route[]).find((one) => pagePath(one) === page);
  return route?.isOpenToAll ?? false;
}
