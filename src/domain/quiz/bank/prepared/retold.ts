import type { BankLine } from '../bankLine';
import { plainForm } from '../plainForm';

/** The line with other words; how its signs look is kept only where it still has as many. */
export function retold(line: BankLine, text: string): BankLine {
  if (text === line.text) return line;
  const isSame = signs(text) === signs(line.text);
  return { ...line, text, plain: plainForm(text), looks: isSame ? line.looks : null };
}

function signs(text: string): number {
  return text.replace(/\s/g, '').length;
}
