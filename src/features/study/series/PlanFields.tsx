import { saySpanWithWeekdays } from '../../../domain/calendar/sayDay';
import { today } from '../../../platform/clock';
import { ChoiceGroup } from '../../../ui/ChoiceGroup';
import { DayField } from '../../../ui/DayField';
import { Words } from '../../../ui/Words';
import type { Plan, SeriesDraft } from './deskSeries';

const weekdayWords = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

export interface PlanFieldsProps {
  plan: Plan;
  /** With the days of that plan. */
  series: SeriesDraft;
  /** The days of the plan were asked for. */
  isAsked: boolean;
  onChange: (plan: Plan) => void;
}

/** From when and on which weekdays; what that comes to is said below. */
export function PlanFields({ plan, series, isAsked, onChange }: PlanFieldsProps) {
  const { firstDay, lastDay, calendarKnown, pieceCount } = series;
  return (
    <>
      <DayField
        label="从哪天起"
        value={plan.from}
        min={today()}
        onChange={(from) => from && onChange({ ...plan, from })}
      />
      <ChoiceGroup
        label="星期几发"
        kind="multiple"
        hasLetters={false}
        isCompact
        options={weekdayWords}
        chosen={plan.weekdays.map((day) => day - 1)}
        onChoose={(chosen) =>
          chosen.length > 0 && onChange({ ...plan, weekdays: chosen.map((one) => one + 1) })
        }
      />
      <Words>
        {!isAsked
          ? '休息日和排了篇目的日子都跳过'
          : firstDay && lastDay
            ? `${pieceCount} 篇，${saySpanWithWeekdays(firstDay, lastDay)}，休息日和排了篇目的日子都跳过`
            : '选的这几天排不下，可能都是休息日'}
      </Words>
      {!calendarKnown && <Words tone="small">有一年的节假日安排尚未录入，先按周一到周五算工作日</Words>}
    </>
  );
}
