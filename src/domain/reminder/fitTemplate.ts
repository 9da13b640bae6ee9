/** A field of the type `thing` takes at most 20 characters (WeChat, subscribeMessage.send). */
const THING = 20;

/** A subject as a template's `thing` takes it: one line, cut with an ellipsis. */
export function fitThing(subject: string): string {
  const characters = [...subject.replace(/\s+/g, ' ').trim()];
  return characters.length > THING ? `${characters.slice(0, THING - 1).join('')}…` : characters.join('');
}

/** A moment of Asia/Shanghai as a template's `time` takes it: `2026年11月24日 07:30`. */
export function fitTime(day: string, time: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日 ${time}`;
}
