import type { BankLine } from '../bankLine';
import { plainForm } from '../plainForm';
import { labelAt } from '../signals/labels';
import { numberAt } from '../signals/questionNumber';
import { typeLabelAt } from '../signals/typeLabels';
import { asks, signInFront } from './asks';
import type { Assembly } from './assembly';

/** Numbers that may be missing between two questions. */
const MOST_MISSING = 5;

/** True where `line` would begin a question in this layout, whatever is open. */
export function isBeginning(assembly: Assembly, { plain }: BankLine): boolean {
  const { current, open } = assembly;
  const number = numberAt(plain);
  switch (assembly.layout.begins) {
    case 'number':
      return number !== null && isNext(assembly, number.number, number.strength, plain.slice(number.restAt));
    case 'label':
      return (
        labelAt(plain)?.label === 'stem' ||
        number?.strength === 'certain' ||
        typeLabelAt(plain) !== null ||
        (number !== null && typeLabelAt(plain.slice(number.restAt)) !== null)
      );
    case 'sign':
      return signInFront.test(plain);
    case 'gap':
      return current === null || open === 'done';
    case 'asking':
      return (
        current === null ||
        ((open !== 'stem' || current.options.length > 0 || isSettled(current.stem)) && asks(plain))
      );
  }
}

/** A number that goes on, or begins anew; one without a separator only where nothing else can be meant. */
function isNext(
  { current, open, lastNumber, numberBefore }: Assembly,
  number: number,
  strength: string,
  rest: string,
): boolean {
  if (typeLabelAt(rest) !== null || strength === 'certain') return true;
  if (rest.trim() === '') return false;
  const isComplete = current === null || current.options.length > 0 || current.answers.length > 0;
  if (strength === 'bare')
    return number === lastNumber + 1 && isComplete && (lastNumber > 0 || current === null);
  if (strength === 'bracketed' && open === 'answer') return false;
  if (number === lastNumber + 1) return true;
  // Below a heading they go on where the section before has ended.
  if (lastNumber === 0 && number > numberBefore && number <= numberBefore + MOST_MISSING) return true;
  if (number === 1) return isComplete;
  return number > lastNumber && number <= lastNumber + MOST_MISSING && isComplete;
}

/** A statement that ends or begins with its own key: `…。（√）`. */
function isSettled(stem: string): boolean {
  return /[([]\s*(?:√|×|对|错|正确|错误)\s*[)\]][.。]?$|[。?!]\s*[√×]$|^[([]\s*(?:√|×|对|错|正确|错误)\s*[)\]]/.test(
    plainForm(stem).trim(),
  );
}
