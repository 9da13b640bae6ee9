import { plainForm } from './bank/plainForm';

/**
 * A text as it is compared with the accepted texts of a blank: full-width signs
 * become half-width, Latin letters lower case, and white space and punctuation
 * go (issue 4: "width, spacing and punctuation do not matter"). A sign between
 * two digits belongs to the number and stays (3.5 is not 35, 1/3 is not 13), but
 * for the comma of thousands; so do % and ‰. 三 and 3 stay two texts. Empty when
 * nothing but signs was written.
 */
export function blankForm(text: string): string {
  const plain = plainForm(text.normalize('NFC')).toLowerCase().replace(/\s/gu, '');
  let form = '';
  const signs = [...plain];
  for (const [index, sign] of signs.entries()) {
    const isWithinNumber = isDigit(signs[index - 1]) && isDigit(signs[index + 1]) && sign !== ',';
    if (isWithinNumber || sign === '%' || sign === '‰' || !/\p{P}/u.test(sign)) form += sign;
  }
  return form;
}

function isDigit(sign: string | undefined): boolean {
  return sign !== undefined && /[0-9]/.test(sign);
}
