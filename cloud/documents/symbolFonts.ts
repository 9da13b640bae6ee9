/** Ticks, crosses and boxes that fonts of symbols draw where others have letters: Wingdings, Wingdings 2, Symbol. */
const drawn: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 251: '×', 252: '√', 253: '☒', 254: '☑', 111: '□', 168: '□', 113: '□' },
  'wingdings 2': { 79: '×', 80: '√', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 48: '□', 163: '□' },
  symbol: { 214: '√', 180: '×' },
};

/** What `code` of a font of symbols is as an ordinary sign; Word writes codes also in the private area from F000. Empty when not known. */
export function symbolOf(font: string, code: number): string {
  const signs = drawn[font.toLowerCase()];
  return signs?.[code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code] ?? '';
}

/** Text in such a font with its signs as ordinary ones; signs of the private area without a known font are Wingdings'. */
export function withSymbols(text: string, font: string): string {
  const isSymbols = Object.hasOwn(drawn, font.toLowerCase());
  if (!isSymbols && !/[\uf020-\uf0ff]/.test(text)) return text;
  return [...text]
    .map((sign) => {
      const code = sign.charCodeAt(0);
      const isPrivate = code >= 0xf020 && code <= 0xf0ff;
      if (!isSymbols && !isPrivate) return sign;
      return symbolOf(isSymbols ? font : 'wingdings', code) || sign;
    })
    .join('');
}
