import Taro from '@tarojs/taro';
import { pagePath, type Route, type RouteName, routeTable } from './routeTable';

/** What each screen needs in its address; screens not named need nothing. */
interface ParamsByRoute {
  piece: { pieceId: string };
  groupPicture: { pieceId: string };
  link: { link: string };
  meetingSignIn: { meetingId: string };
  meetingHost: { meetingId: string };
  activate: { code?: string };
  /** `first`: on the way in, which goes on afterwards. */
  consent: { first?: 'yes' };
  textSize: { first?: 'yes' };
  /** `supplyTurnId`: a new one for that week of the supply rota. */
  deskPieceEdit: { pieceId?: string; supplyTurnId?: string };
  deskPieceReview: { pieceId: string };
  series: { seriesId: string };
  deskSeries: { seriesId: string };
  studyTask: { taskId: string };
  /** `runId`: a set that is open already. */
  practiceRun: { mode?: string; topic?: string; runId?: string };
  deskTask: { taskId: string };
  deskMember: { memberId: string };
  /** `waiting`: who has not come in yet. */
  deskMembers: { show?: 'waiting' };
  deskRosterImport: { purpose?: 'check' };
  deskTaskPublish: { pieceId?: string; seriesId?: string; paperId?: string };
  practicePaper: { paperId: string };
  /** Without one: a new one. */
  deskPaper: { paperId?: string };
  deskPaperWall: { paperId: string };
  /** `importId`: only what that import has brought; `checking`: those whose law has changed. */
  deskBank: { importId?: string; show?: 'checking' };
  /** Without `questionId`: a new one, for `organisationId`. */
  deskQuestion: { questionId?: string; organisationId?: string };
  /** Without one: the batches that wait. */
  deskBankReview: { reviewId?: string };
}

export type RouteParams<N extends RouteName> = N extends keyof ParamsByRoute
  ? ParamsByRoute[N]
  : Record<never, never>;

type Args<N extends RouteName> =
  Record<never, never> extends RouteParams<N> ? [params?: RouteParams<N>] : [RouteParams<N>];

/** The address of a screen with its parameters: `/pages/study/piece/index?pieceId=…`. */
export function addressOf<N extends RouteName>(name: N, ...[params]: Args<N>): string {
  const query = Object.entries(params ?? {})
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    .map(([key, value]) => `${key}=${encodeURIComponent(value)}`)
    .join('&');
  return `/${pagePath(routeTable[name])}${query ? `?${query}` : ''}`;
}

/** Opens a screen; a tab is switched to. The way back leads here. */
export function goTo<N extends RouteName>(name: N, ...args: Args<N>): void {
  const url = addressOf(name, ...args);
  if ((routeTable[name] as Route).isTab) void Taro.switchTab({ url });
  else void Taro.navigateTo({ url });
}

/**
 * The way to a screen that the server names (a notice's target), or null when this build does not know it. The server
 * names what the screen needs; a screen checks its parameters anyway.
 */
export function wayTo(target: { screen: string; query: Record<string, string> } | null): (() => void) | null {
  if (!target || !Object.keys(routeTable).includes(target.screen)) return null;
  return () => (goTo as (name: string, params: Record<string, string>) => void)(target.screen, target.query);
}

/** Opens a screen in place of this one: after signing in, or when a form has done its work. */
export function replaceWith<N extends RouteName>(name: N, ...args: Args<N>): void {
  const url = addressOf(name, ...args);
  if ((routeTable[name] as Route).isTab) void Taro.switchTab({ url });
  else void Taro.redirectTo({ url });
}

/** Opens a screen with nothing behind it: everything that was open belonged to somebody else. */
export async function startAt<N extends RouteName>(name: N, ...args: Args<N>): Promise<void> {
  await Taro.reLaunch({ url: addressOf(name, ...args) });
}

/** The way back; to the first tab for somebody who came in by a link. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else goTo('today');
}

/** The parameters of the screen being drawn; missing ones are undefined, so check what you need. */
export function useRouteParams<N extends RouteName>(_name: N): Partial<RouteParams<N>> {
  const { params } = Taro.useRouter();
  const decoded = Object.entries(params).map(([key, value]) => [key, value && decode(value)] as const);
  return Object.fromEntries(decoded) as Partial<RouteParams<N>>;
}

/** WeChat hands parameters over encoded, and so does Taro's router in browsers; a stray % is left as it is. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
