import { greetingAt } from './greeting';

test.each([
  ['04:59', '晚上好'],
  ['05:00', '早上好'],
  ['10:59', '早上好'],
  ['11:00', '中午好'],
  ['12:59', '中午好'],
  ['13:00', '下午好'],
  ['17:59', '下午好'],
  ['18:00', '晚上好'],
])('at %s in Shanghai people say %s', (time, words) => {
  expect(greetingAt(new Date(`2026-11-23T${time}:00+08:00`))).toBe(words);
});
