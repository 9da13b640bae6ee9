/** A question's number at the start of a line. */
export interface QuestionNumber {
  number: number;
  /** Where the text behind it begins. */
  restAt: number;
  /** `第12题` says that a question begins; `12.` only suggests it; `12` without a separator hardly. */
  strength: 'certain' | 'plain' | 'bracketed' | 'bare';
}

/** The number that a line begins with, or null. */
export function numberAt(plain: string): QuestionNumber | null {
  const certain =
    /^\s*(?:第\s*(\d{1,4})\s*[题道](?:\s*题)?|题目?\s*(\d{1,4})|(?:Q|No\.?)\s*(\d{1,4}))\s*[.、:]?\s*/i.exec(
      plain,
    );
  if (certain)
    return {
      number: Number(certain[1] ?? certain[2] ?? certain[3]),
      restAt: certain[0].length,
      strength: 'certain',
    };
  const ordinary =
    /^\s*(\d{1,4})\s*(?:[、:。]|,(?!\d)|\.(?!\d)|\s*(?=[[(](?:[单多判填简不]|\d{1,2}\s*分|[^)\]]{0,6}题)))\s*/.exec(
      plain,
    );
  if (ordinary) return { number: Number(ordinary[1]), restAt: ordinary[0].length, strength: 'plain' };
  const closing = /^\s*(\d{1,4})\)\s*/.exec(plain);
  if (closing) return { number: Number(closing[1]), restAt: closing[0].length, strength: 'plain' };
  const bracketed = /^\s*[([](\d{1,4})[)\]]\s*[.、:]?\s*/.exec(plain);
  if (bracketed) return { number: Number(bracketed[1]), restAt: bracketed[0].length, strength: 'bracketed' };
  const dotted = /^\s*(\d{1,4})\.(?=\d)/.exec(plain);
  if (dotted) return { number: Number(dotted[1]), restAt: dotted[0].length, strength: 'bare' };
  const bare = /^\s*(\d{1,4})\s*(?=[^\d\s.、:年月日号%‰世个名人岁条届次位项种类级大第\-~])/.exec(plain);
  return bare ? { number: Number(bare[1]), restAt: bare[0].length, strength: 'bare' } : null;
}
