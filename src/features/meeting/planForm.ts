import type { Input } from '../../contract/operations';
import { sayNearDay } from '../../domain/calendar/sayDay';
import { shanghaiInstant } from '../../domain/calendar/shanghai';
import { isPlausibleStart } from '../../domain/meeting/timing';
import { type MeetingType, typeWords } from './meeting';

/** What a person writes to call a meeting; minutes are text until they are sent. */
export interface PlanForm {
  organisationId: string;
  type: MeetingType;
  /** Empty: the suggestion is used. */
  title: string;
  /** `YYYY-MM-DD` and `HH:MM` in Asia/Shanghai; empty while not chosen. */
  day: string;
  time: string;
  place: string;
  agenda: { title: string; minutes: string }[];
}

export type PlanErrors = Partial<Record<'organisationId' | 'title' | 'day' | 'time' | 'place', string>> & {
  agenda: { title?: string; minutes?: string }[];
};

/** A form to begin with. */
export function emptyPlan(organisationId: string): PlanForm {
  return {
    organisationId,
    type: 'themeDay',
    title: '',
    day: '',
    time: '',
    place: '',
    agenda: [{ title: '', minutes: '30' }],
  };
}

/** The title people usually give: 11月主题党日. Empty until there is a day, or for a form without a name of its own. */
export function suggestedTitle({ type, day }: Pick<PlanForm, 'type' | 'day'>): string {
  if (day === '' || type === 'other') return '';
  return `${Number(day.slice(5, 7))}月${typeWords[type]}`;
}

/** What is missing or cannot be, field by field. */
export function errorsOfPlan(form: PlanForm, now: Date): PlanErrors {
  const errors: PlanErrors = { agenda: form.agenda.map(errorsOfItem) };
  if (form.organisationId === '') errors.organisationId = '请选是哪个组织的会';
  // Without a day there is no suggestion yet; with one it will do.
  if (titleOf(form) === '' && (form.day !== '' || form.type === 'other')) errors.title = '请写会议名称';
  if (form.day === '') errors.day = '请选哪一天';
  if (form.time === '') errors.time = '请选几点开始';
  if (form.place.trim() === '') errors.place = '请写地点';
  if (form.day !== '' && form.time !== '' && !isPlausibleStart(shanghaiInstant(form.day, form.time), now)) {
    errors.day = '离今天一年以上了，请核对日期';
  }
  return errors;
}

/** True when nothing is wrong. */
export function isPlanRight({ agenda, ...fields }: PlanErrors): boolean {
  return Object.keys(fields).length === 0 && agenda.every((item) => Object.keys(item).length === 0);
}

/** The form as the cloud takes it; only for one without errors. */
export function planOf(form: PlanForm): Input<'meeting.plan'> {
  return {
    organisationId: form.organisationId,
    type: form.type,
    title: titleOf(form),
    place: form.place,
    plannedAt: shanghaiInstant(form.day, form.time).toISOString(),
    agenda: form.agenda.map(({ title, minutes }) => ({ title, minutes: Number(minutes) })),
  };
}

/** How a planned day is confirmed: 12月3日 9:00. */
export function sayPlanned({ day, time }: Pick<PlanForm, 'day' | 'time'>, today: string): string {
  return `${sayNearDay(day, today)} ${time.replace(/^0/, '')}`;
}

function titleOf(form: PlanForm): string {
  return form.title.trim() || suggestedTitle(form);
}

/** An item lasts 1 to 600 minutes (contract). */
function errorsOfItem({ title, minutes }: PlanForm['agenda'][number]): PlanErrors['agenda'][number] {
  const errors: PlanErrors['agenda'][number] = {};
  const count = Number(minutes);
  if (title.trim() === '') errors.title = '请写这一项做什么';
  if (!/^\d+$/.test(minutes) || count < 1 || count > 600) errors.minutes = '请写 1 到 600 之间的分钟数';
  return errors;
}
