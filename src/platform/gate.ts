import Taro from '@tarojs/taro';
import { startAt } from './routes';
import { pagePath, type Route, routeTable } from './routeTable';
import { session } from './session';

let isLeading = false;

/** Begins to lead whoever is not signed in (any more) to the entry page; called once by the app. */
export function watchGate(): void {
  session.subscribe(leadStrangerIn);
}

/**
 * Leads to the entry page when nobody is signed in and the screen in front needs somebody. Called when
 * the session changes and when a screen opens, so that no screen has to think of it.
 */
export function leadStrangerIn(): void {
  const path = Taro.getCurrentInstance().router?.path;
  if (session.get().status !== 'signedOut' || !path || isOpenToAll(path) || isLeading) return;
  isLeading = true;
  void startAt('welcome').finally(() => {
    isLeading = false;
  });
}

function isOpenToAll(path: string): boolean {
  const page = path.replace(/^\//, '').replace(/\?.*$/, '');
  const route = (Object.values(routeTable) as Route[]).find((one) => pagePath(one) === page);
  return route?.isOpenToAll ?? false;
}
