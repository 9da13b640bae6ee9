const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  hellip: '…',
  middot: '·',
  radic: '√',
  times: '×',
};

/** Text without the tags that web pages leave in it; where a tag ends a line there is a line break. */
export function withoutTags(text: string): string {
  return withoutEntities(
    text
      .replace(/<(?:br\s*\/?|\/p|\/div|\/li|\/tr|\/h[1-6]|\/dt|\/dd)\s*>/gi, '\n')
      .replace(
        /<\/?(?:p|br|div|span|b|i|u|em|strong|font|a|li|ul|ol|dl|dt|dd|table|tbody|thead|tr|td|th|h[1-6]|img|sub|sup|html|body|head|title|meta|section|article|label|input|details|summary|center|hr)\b[^<>]*>/gi,
        '',
      ),
  );
}

/** `&nbsp;` and the like as the signs they stand for; what is not known stays. */
function withoutEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[String(name).toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
