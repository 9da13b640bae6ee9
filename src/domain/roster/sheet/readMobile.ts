import { saidOrNull } from './emptyWords';

/** 11 digits of a mainland mobile, null for nothing, `bad` for anything else (two numbers, a landline, stars). */
export function readMobile(text: string): string | null | 'bad' {
  const said = saidOrNull(text);
  if (said === null) return null;
  const digits = said
    .normalize('NFKC')
    .replace(/[\s()‐–—-]|\p{Cf}|^['`]|\.0+$/gu, '')
    .replace(/^(\+86|0086|86(?=1\d{10}$))/, '');
  return /^1[3-9]\d{9}$/.test(digits) ? digits : 'bad';
}
