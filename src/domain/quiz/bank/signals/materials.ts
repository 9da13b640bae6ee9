/** The questions that a text belongs to, by their numbers; both included. */
export interface QuestionRange {
  from: number;
  to: number;
}

/** More questions hardly share one text. */
const MOST_SHARING = 15;

const numbers = String.raw`第?\s*\(?(\d{1,4})\)?\s*题?\s*(?:-+|~|至|到|、|和)\s*第?\s*\(?(\d{1,4})\)?\s*(?:小?题|小题)`;
const named = new RegExp(
  `(?:材料|案例|案情|资料|情况|题干|短文|下文|信息|背景|情形|事实)[^。]{0,24}?${numbers}|${numbers}[^。]{0,16}?(?:材料|案例|案情|资料|题干|短文|背景|情形)`,
);

/** The questions that a line names as belonging to a text: `根据材料回答第1～3题`, `（1-2题共用题干）`; null without. */
export function rangeNamedIn(plain: string): QuestionRange | null {
  if (!plain.includes('题')) return null;
  const found = named.exec(plain);
  if (!found) return null;
  const from = Number(found[1] ?? found[3]);
  const to = Number(found[2] ?? found[4]);
  return from < to && to - from < MOST_SHARING ? { from, to } : null;
}

const sign =
  /^\s*(?:[([]?[一二三四五六七八九十\d]{1,2}[)\]]?\s*[.、]?\s*)?(?:\[(?:案例|案情|材料|背景资料|背景材料)[^\]]{0,4}\]|(?:案例|案情|材料|背景资料|背景材料)\s*[\d一二三四五六七八九十]{1,2}\s*(?:[:.、]|$))/;
const word = /^\s*(?:案例|案情|材料|背景资料|背景材料)\s*:/;
const told =
  /^\s*[([]?[一二三四五六七八九十]?[)\]、]?\s*(?:请?(?:根据|阅读|结合)(?:下列|以下|上述|下面)?(?:材料|案例|资料|案情)[,，]?\s*(?:回答|完成|作答|分析|并?回答)?)/;

/**
 * Whether a line begins a text that questions are about, not a title that begins with the word: by a sign of its own
 * (`案例一：`, `[材料]`), or only by a word (`案例：…`, `阅读下列材料，回答问题`); null where it does not.
 */
export function caseAt(plain: string): 'sign' | 'word' | null {
  if (sign.test(plain)) return 'sign';
  return word.test(plain) || told.test(plain) ? 'word' : null;
}
