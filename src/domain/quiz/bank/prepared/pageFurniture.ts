import { plainForm } from '../plainForm';

/** A page's number, alone or at the end of a header or footer. */
const pageNumber =
  /^(?:.{0,40}\s)?(?:-+\s*\d{1,4}\s*-+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|共\s*\d{1,4}\s*页\s*[,，/]?\s*第\s*\d{1,4}\s*页|page\s*\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?|\d{1,4}\s*\/\s*\d{1,4})$/i;

/** What is printed again and again and is nobody's words. */
const watermark =
  /^(?=.{4,40}$).*(?:内部资料|(?:请勿|严禁|禁止|不得)(?:外传|翻印|转载)|注意保密|版权所有|翻印必究|公众号|密封线|仅供.{0,6}(?:学习|参考|内部))/;

/** A line must stand beside so many page numbers to be taken for a header or footer. */
const PAGES = 3;

/**
 * Which of the lines stand on every page and belong to no question: page numbers, and the lines right before or after
 * them that are the same on several pages; watermarks.
 */
export function pageFurniture(texts: readonly string[]): Set<number> {
  const plain = texts.map((text) => plainForm(text).trim());
  const numbers = plain.flatMap((line, index) => (pageNumber.test(line) ? [index] : []));
  const found = new Set(numbers);
  // Nearest first: a line two away belongs to the page's head only where the one between does.
  for (const step of [-1, 1, -2, 2]) {
    const counts = new Map<string, number>();
    for (const index of numbers) {
      const beside = plain[index + step] ?? '';
      counts.set(beside, (counts.get(beside) ?? 0) + 1);
    }
    for (const index of numbers) {
      const beside = plain[index + step] ?? '';
      if (Math.abs(step) > 1 && !found.has(index + step / 2)) continue;
      if (beside.length > 3 && (counts.get(beside) ?? 0) >= PAGES) found.add(index + step);
    }
  }
  const seen = new Map<string, number>();
  for (const line of plain) if (watermark.test(line)) seen.set(line, (seen.get(line) ?? 0) + 1);
  for (const [index, line] of plain.entries()) if ((seen.get(line) ?? 0) > 1) found.add(index);
  return found;
}
