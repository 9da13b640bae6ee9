import * as v from 'valibot';

/**
 * The atoms of messages. Days are `YYYY-MM-DD` in Asia/Shanghai, instants ISO
 * 8601 in UTC (architecture.md "The way of one request").
 */
const dayPattern = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** An identifier made by the application: a UUID in lower case. */
export const Id = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
);

/** A day of the calendar that exists (no 31 February), between 1900 and 2200. */
export const Day = v.pipe(
  v.string(),
  v.regex(dayPattern),
  v.check((day) => {
    const date = new Date(`${day}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
  }),
  v.check((day) => day >= '1900-01-01' && day <= '2200-12-31'),
);

/** A month, `YYYY-MM`. */
export const Month = v.pipe(v.string(), v.regex(/^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/));

/** A day, or only its month where nobody knows the day: `YYYY-MM-DD` or `YYYY-MM`. */
export const DayOrMonth = v.pipe(
  v.string(),
  v.check((value) => v.is(Day, value) || v.is(Month, value)),
);

/** An instant, ISO 8601 in UTC with `Z`. */
export const Instant = v.pipe(v.string(), v.isoTimestamp(), v.endsWith('Z'));

/** The greatest version that the database's integer keeps. */
const MAX_VERSION = 2 ** 31 - 1;

/** The version of an editable record that the sender has seen; an edit of another is a `conflict`. */
export const Version = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_VERSION));

/** One line that people write: trimmed, not empty, at most `max` characters, no control characters, no half of a surrogate pair. */
export const line = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** A text of several lines: trimmed, not empty, at most `max` characters, no NUL and no half of a surrogate pair (PostgreSQL cannot keep them). */
export const text = (max: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(max), v.regex(/^[^\0\p{Cs}]*$/u));

/** Like `text`, and may be empty. */
export const optionalText = (max: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(max), v.regex(/^[^\0\p{Cs}]*$/u));

/** A whole number that counts things. */
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Chosen options by index, sorted and without repeats; for true-false `[1]` is true and `[0]` false. */
export const ChoiceAnswer = v.pipe(
  v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9))),
  v.minLength(1),
  v.maxLength(10),
  v.check((chosen) => chosen.every((value, index) => index === 0 || value > (chosen[index - 1] ?? -1))),
);

/** What was written into each blank, in the order of the blanks; empty where somebody left one. */
export const BlankAnswer = v.pipe(v.array(optionalText(200)), v.minLength(1), v.maxLength(10));

/** An answer to a question of any type: chosen options, or texts for a blank question. */
export const Answer = v.union([ChoiceAnswer, BlankAnswer]);

/** A key as it leaves the server after the answer: indexes of right options, or for each blank the texts that count as right. */
export const Key = v.union([v.array(v.number()), v.array(v.array(v.string()))]);

/** What is asked where one chooses only. */
export const ChoiceType = v.picklist(['single', 'multiple', 'trueFalse']);

/** What is asked, without its key. */
export const QuestionType = v.picklist(['single', 'multiple', 'trueFalse', 'blank']);

/** Nothing to say. */
export const Nothing = v.object({});
