import { keepableText } from '../keepableText';

/** `_x000D_` and the like stand for characters that XML cannot hold (ECMA-376 22.9.2.19, ST_Xstring). */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text;
  const unescaped = text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return keepableText(unescaped);
}
