import { blankForm } from '../blankForm';
import type { QuestionKey, QuestionKind } from '../grade';

/**
 * Stem and options as two questions are compared: blanks, brackets, width, spacing and punctuation go, and options
 * stand in one order whatever theirs is. Equal for what people would call the same question, whatever its key.
 */
export function questionForm({ stem, options }: { stem: string; options: readonly string[] }): string {
  return [blankForm(stem), ...options.map(blankForm).sort()].join('|');
}

/**
 * What a key says, so that two questions of one form can be told to disagree: the right options by their words,
 * whatever their order, true or false, or the first accepted text of each blank. Null without a key.
 */
export function keyForm({
  type,
  options,
  key,
}: {
  type: QuestionKind | null;
  options: readonly string[];
  key: QuestionKey;
}): string | null {
  if (key.length === 0 || type === null) return null;
  const said = key.map((one) => {
    if (typeof one !== 'number') return blankForm(one[0] ?? '');
    return type === 'trueFalse' ? (one === 1 ? 'true' : 'false') : blankForm(options[one] ?? '');
  });
  // The order of blanks matters, that of options does not.
  return (type === 'blank' ? said : said.sort()).join('|');
}
