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
  '〈': '<',
  '〉': '>',
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

/** What each UTF-16 code is taken for: a bank's lines are compared many times over, once for each way of reading them. */
const taken = Uint16Array.from({ length: 0x10000 }, (_, code) => {
  // Full-width ASCII stands 0xFEE0 above its half-width form (Unicode, Halfwidth and Fullwidth Forms).
  if (code >= 0xff01 && code <= 0xff5e) return code - 0xfee0;
  return code;
});
for (const [sign, plain] of Object.entries(alike)) taken[sign.charCodeAt(0)] = plain.charCodeAt(0);

/** As many codes as a call takes for arguments anywhere. */
const CHUNK = 4096;

/**
 * The text with signs that look alike made equal: full-width letters, digits and brackets become half-width, every
 * blank a space, ticks and crosses one tick and one cross. Same length as `text`, so that places in one are places in
 * the other.
 */
export function plainForm(text: string): string {
  let plain = '';
  for (let from = 0; from < text.length; from += CHUNK) {
    const codes: number[] = [];
    const end = Math.min(text.length, from + CHUNK);
    for (let at = from; at < end; at += 1) codes.push(taken[text.charCodeAt(at)] ?? 0);
    plain += String.fromCharCode(...codes);
  }
  return plain;
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
