import { goTo } from '../../platform/routes';
import { useCloud } from '../../platform/useCloud';
import type { FirstStepState } from '../../ui/FirstStep';

/** One or two people who were there before the roster: the administrator, the officer who sets up. */
const notYetARoster = 2;

/**
 * First steps 名册 and 激活卡, read from the roster itself. The cards are done once more than half have one: whoever
 * comes later gets theirs from the roster, and the beginning is over.
 */
export function useFirstSteps(): [roster: FirstStepState, cards: FirstStepState] {
  const { data } = useCloud('roster.firstDay', {});
  const hasRoster = data && data.members > notYetARoster;
  return [
    {
      title: '名册',
      brings: '手头的名册文件直接导入，支部也从文件里建好。以后会议的应到、任务的名单都从这里来',
      isDone: hasRoster,
      standing: data && `名册里有 ${data.members} 人`,
      actions: [
        { words: '从文件导入', onPress: () => goTo('deskRosterImport') },
        { words: '看名册', onPress: () => goTo('deskMembers') },
      ],
    },
    {
      title: '激活卡',
      brings: '每位同志一张纸卡，扫一扫就能进来，不用填资料。8 张打印在一页 A4 上',
      isDone: data && hasRoster && data.withoutCard * 2 < data.members,
      standing: data && (data.withoutCard === 0 ? '人人都有' : `还有 ${data.withoutCard} 位没有能用的卡`),
      actions: [{ words: '发激活卡', onPress: () => goTo('deskMembers') }],
    },
  ];
}
