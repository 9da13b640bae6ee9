import { goTo } from '../../platform/routes';
import { may, useMe } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import type { FirstStepState } from '../../ui/FirstStep';

/** One or two people who were there before the roster: the administrator, the officer who sets up. */
const notYetARoster = 2;

/**
 * First steps 名册, 书记和委员 (of whoever appoints secretaries) and 激活卡, read from the roster itself. The cards are
 * done once more than half have one: whoever comes later gets theirs from the roster, and the beginning is over.
 */
export function useFirstSteps(): FirstStepState[] {
  const me = useMe();
  const { data } = useCloud('roster.firstDay', {});
  const hasRoster = data && data.members > notYetARoster;
  const posts: FirstStepState = {
    title: '书记和委员',
    brings: '任了职，书记才能发卡、安排会议，委员才能写稿审稿。名册里写着职务的，导入以后点一下就好',
    isDone: data && data.branches > 0 && data.withoutSecretary === 0,
    standing:
      data && data.branches > 0
        ? data.withoutSecretary > 0
          ? `${data.branches} 个支部里，${data.withoutSecretary} 个还没有书记`
          : '每个支部都有书记'
        : undefined,
    actions: [{ words: '看组织，安排任职', onPress: () => goTo('deskOrganisations') }],
  };
  return [
    {
      title: '名册',
      brings: '手头的名册文件直接导入，支部也从文件里建好。以后会议的应到、任务的名单都从这里来',
      isDone: hasRoster,
      standing: data && (data.members > 0 ? `名册里有 ${data.members} 人` : '名册还空着'),
      actions: [
        { words: '从文件导入', onPress: () => goTo('deskRosterImport') },
        { words: '看名册', onPress: () => goTo('deskMembers') },
      ],
    },
    ...(may(me, 'roster.appointLeaders') ? [posts] : []),
    {
      title: '激活卡',
      brings: '每位同志一张纸卡，扫一扫就能进来，不用填资料。8 张打印在一页 A4 上',
      isDone: data && hasRoster && data.withoutCard * 2 < data.members,
      standing: hasRoster
        ? data.withoutCard === 0
          ? '人人都有'
          : `还有 ${data.withoutCard} 位没有能用的卡`
        : undefined,
      actions: [{ words: '发激活卡', onPress: () => goTo('deskMembers', { show: 'waiting' }) }],
    },
  ];
}
