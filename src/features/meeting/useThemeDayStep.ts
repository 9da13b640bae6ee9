import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import { goTo } from '../../platform/routes';
import { useCloud } from '../../platform/useCloud';
import type { FirstStepState } from '../../ui/FirstStep';

/** First step 本月主题党日: done once a theme day stands in the calendar, held or still to come. Later months are the meetings' own matter. */
export function useThemeDayStep({ skip }: { skip: boolean }): FirstStepState {
  const { data } = useCloud('meeting.mine', {}, { skip });
  const planned = [...(data?.upcoming ?? []), ...(data?.past ?? [])].find(
    ({ type, state }) => type === 'themeDay' && state !== 'cancelled',
  );
  return {
    title: '本月主题党日',
    brings: '同志们在“支部”里看到时间、地点和内容，开会那天扫码或由书记点名',
    isDone: data && planned !== undefined,
    standing: planned && `${planned.title}，${sayMoment(planned.plannedAt, today())}，${planned.place}`,
    actions: [{ words: '安排一次会议', onPress: () => goTo('meetingPlan') }],
  };
}
