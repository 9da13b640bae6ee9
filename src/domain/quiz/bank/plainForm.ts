/** Signs that look alike in Chinese typing, by what a comparison takes them for. One character stays one character. */
const alike: Record<string, string> = {
  '\u00a0': ' ',
  '\u3000': ' ',
  '\t': ' ',
  '﹒': '.',
  '﹕': ':',
  '∶': ':',
  '〖': '[',
  '〗': ']',
  '〔': '[',
  '〕': ']',
  '【': '[',
  '】': ']',
  '﹙': '(',
  '﹚': ')',
  '✓': '√',
  '✔': '√',
  '☑': '√',
  '✅': '√',
  '✗': '×',
  '✘': '×',
  '✕': '×',
  '☒': '×',
  '╳': '×',
  '❌': '×',
  '✖': '×',
  '—': '-',
  '–': '-',
  '－': '-',
  '～': '~',
  '﹍': '_',
  '＿': '_',
};

/** Every sign that a comparison takes for another one. */
const unlike = new RegExp(`[\uff01-\uff5e${Object.keys(alike).join('')}]`, 'g');

/**
 * The text with signs that look alike made equal: full-width letters, digits and brackets become half-width, every
 * blank a space, ticks and crosses one tick and one cross. Same length as `text`, so that places in one are places in
 * the other.
 */
export function plainForm(text: string): string {
  return text.replace(unlike, (sign) => {
    const code = sign.charCodeAt(0);
    // Full-width ASCII stands 0xFEE0 above its half-width form (Unicode, Halfwidth and Fullwidth Forms).
    return alike[sign] ?? String.fromCharCode(code - 0xfee0);
  });
}

/** For people: no invisible signs, ordinary spaces, none at the ends; `⒈` and `⑴` as one types them. */
export function tidy(text: string): string {
  return (
    text
      .replace(/[\u200b-\u200f\u2028\u2029\u2060\ufeff\u00ad]|\ufe0e|\ufe0f/g, '')
      // U+2488 is one sign for `1.`, U+2474 for `(1)`, U+24B6 a letter in a circle.
      .replace(/[\u2488-\u249b]/g, (sign) => `${sign.charCodeAt(0) - 0x2487}.`)
      .replace(/[\u2474-\u2487]/g, (sign) => `(${sign.charCodeAt(0) - 0x2473})`)
      .replace(/[\u24b6-\u24bf]/g, (sign) => `${String.fromCharCode(sign.charCodeAt(0) - 0x24b6 + 65)}.`)
      .replace(/[\u00a0\u3000\t ]+/g, (blanks) => (blanks.length > 1 ? '  ' : ' '))
      .trim()
  );
}
