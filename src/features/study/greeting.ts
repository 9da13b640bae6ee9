import { shanghaiTime } from '../../domain/calendar/shanghai';

/** From when on (Asia/Shanghai) people say what; the first hours belong to the evening before. */
const greetings: [from: string, words: string][] = [
  ['18:00', '晚上好'],
  ['13:00', '下午好'],
  ['11:00', '中午好'],
  ['05:00', '早上好'],
];

/** The greeting of the hour in Asia/Shanghai: 早上好 from 5:00, 中午好 from 11:00, 下午好 from 13:00, 晚上好 from 18:00 to 5:00. */
export function greetingAt(instant: Date): string {
  const time = shanghaiTime(instant);
  return greetings.find(([from]) => time >= from)?.[1] ?? '晚上好';
}
