/** A run of digits this long in a header is somebody's data and not a header. */
const DATA_DIGITS = /\d{6}/;
/** The longest header met in real files has 25 signs with its hint. */
const MAX_SHOWN = 30;

/**
 * A header without line breaks, hints in brackets, stars, blanks, its number in front (`3.手机`) and its English behind
 * (`姓名/Name`): `出生年月(yyyy-MM)⏎` is 出生年月.
 */
export function plainHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\([^)]*\)?|\[[^\]]*\]?|【[^】]*】?|〔[^〕]*〕?/g, '')
    .replace(/[\s*＊:：、。,;]+/g, '')
    .replace(/^(必填|选填)|(必填|选填)$/g, '')
    .replace(/^\d+[.)]?(?=\p{Script=Han})|(?<=\p{Script=Han})[/|]?[A-Za-z/-]+$/gu, '');
}

/** The hints in brackets of a header: 家属 of `手机（家属）`. */
export function headerHints(text: string): string[] {
  return [...text.normalize('NFKC').matchAll(/[([【〔]([^)\]】〕]*)/g)].map(([, hint = '']) => hint.trim());
}

/**
 * A header as it may be shown and logged; what looks like data, or says nothing, is named by its column instead. So a
 * row of persons taken for a header never shows up in a list of dropped columns.
 */
export function shownHeader(text: string, letter: string): string {
  const plain = plainHeader(text);
  const isData = DATA_DIGITS.test(text.normalize('NFKC').replace(/\s/g, '')) || plain.length > MAX_SHOWN;
  return plain === '' || isData ? `${letter} 列` : plain;
}
