import { shanghaiDay } from '../domain/calendar/shanghai';

/** The device's time; for showing and ordering only, the server never uses it. */
export function now(): Date {
  return new Date();
}

/** Today's calendar day in Asia/Shanghai, `YYYY-MM-DD`, whatever the device's zone. */
export function today(): string {
  return shanghaiDay(now());
}
