import { goTo } from '../../../platform/routes';
import { useCloud } from '../../../platform/useCloud';
import type { FirstStepState } from '../../../ui/FirstStep';

/** First step 晨学内容: done once a piece has its day. How long the stock lasts is said where the pieces are. */
export function useContentStep({ skip }: { skip: boolean }): FirstStepState {
  const { data } = useCloud('study.desk', {}, { skip });
  const isBegun = data?.pieces.some(({ state, publishOn }) => state === 'approved' && publishOn !== null);
  return {
    title: '晨学内容',
    brings: '每个工作日一篇，同志们打开就有内容可学。每篇都要另一位同志看过才发',
    isDone: data && (isBegun || data.stockWorkdays > 0),
    standing: data && `排好的够用 ${data.stockWorkdays} 个工作日`,
    actions: [
      { words: '取用起步内容', onPress: () => goTo('deskStarter') },
      { words: '收一个内容包', onPress: () => goTo('deskPacks') },
      { words: '看稿件和排期', onPress: () => goTo('deskPieces') },
    ],
  };
}
