import { useShareAppMessage } from '@tarojs/taro';
import { addressOf } from './routes';

export interface GroupCard {
  title: string;
  link: string;
}

/** Drawn by cloud/commands/drawGroupCard.ts: a dawn, without words or names. */
const picture = '/static/group-card.png';

/**
 * WeChat: what a card in a group says and where it leads; before there is anything, to the first screen. The page needs
 * `enableShareAppMessage` in its configuration. Nothing is noted of it. Browsers have no such card.
 */
export function useGroupCard(card: GroupCard | undefined): void {
  useShareAppMessage(() =>
    card
      ? { title: card.title, path: addressOf('link', { link: card.link }), imageUrl: picture }
      : { title: '晨学先锋', path: addressOf('today'), imageUrl: picture },
  );
}
