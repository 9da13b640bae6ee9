import { type SaidType, saidTypeOf } from '../saidType';

/** A kind of question named at the start of a stem: `(单选题)`, `[判断]`, `单选题：`; with the score beside it. */
export function typeLabelAt(plain: string): { type: SaidType; restAt: number } | null {
  let at = plain.length - plain.trimStart().length;
  let type: SaidType | null = null;
  for (;;) {
    const rest = plain.slice(at);
    const bracketed = /^[([]([^)\]]{1,16})[)\]]\s*[.、:]?\s*/.exec(rest);
    const label = bracketed?.[1] ?? '';
    const parts = label.split(/[\s,，;；、/|·-]+/).filter((part) => part !== '' && !/^\d{1,4}$/.test(part));
    const said = parts.map(labelOnly).find((one) => one !== null) ?? null;
    if (
      bracketed &&
      parts.length > 0 &&
      parts.every((part) => labelOnly(part) !== null || isScoreOrGrade(part))
    ) {
      type = type ?? said;
      at += bracketed[0].length;
      continue;
    }
    const spoken =
      /^((?:单项|多项|不定项|单|多)?选(?:择)?题?|判断题?|是非题|填空题?|简答题|论述题|问答题)\s*[:]\s*/.exec(
        rest,
      );
    if (spoken) {
      type = type ?? saidTypeOf(spoken[1] ?? '');
      at += spoken[0].length;
      continue;
    }
    return type ? { type, restAt: at } : null;
  }
}

function isScoreOrGrade(part: string): boolean {
  return /^(?:共|每题|本题|分值[:=]?)?\s*\d{1,3}(?:\.\d+)?\s*分$|^分值\s*[:=]?\s*\d{1,3}(?:\.\d+)?$|^(?:难度:?)?(?:容?易|简单|较易|中等?|一般|较难|困?难)$/.test(
    part.trim(),
  );
}

/** A kind of question named in brackets at the end of a stem: `…的是（多选）`, `[单选题][分值:5]`; where the stem ends without it. */
export function typeLabelAtEnd(plain: string): { type: SaidType; stemEnd: number } | null {
  let type: SaidType | null = null;
  let stemEnd = plain.length;
  for (;;) {
    // Survey tools end a stem that must be answered with a star.
    const found = /\s*[([]([^)\][(]{2,10})[)\]]\s*[.。:]?\s*\*?\s*$/.exec(plain.slice(0, stemEnd));
    const own = found ? labelOnly(found[1] ?? '') : null;
    if (!found || (own === null && !isScoreOrGrade(found[1] ?? ''))) break;
    type = own ?? type;
    stemEnd = found.index;
  }
  return type ? { type, stemEnd } : null;
}

/** A score or grade of difficulty at the start of a stem: `[2分]`; where the text behind it begins. */
export function scoreAt(plain: string): number {
  return (
    /^\s*(?:[([]\s*(?:(?:共|每题|本题|分值[:=]?)?\s*\d{1,3}(?:\.\d+)?\s*分|分值\s*[:=]?\s*\d{1,3}(?:\.\d+)?)\s*[)\]]\s*[.、:]?\s*)*/.exec(
      plain,
    )?.[0].length ?? 0
  );
}

/** Only words of kinds of questions: `单选`, `多选题`, not `单选框` or a clause with 判断 in it. */
function labelOnly(label: string): SaidType | null {
  const words = label.trim();
  return /^(?:单项|多项|不定项|单|多|任)?选(?:择)?题?$|^(?:判断|是非|填空|简答|论述|问答|名词解释|案例分析|材料分析)题?$/.test(
    words,
  )
    ? saidTypeOf(words)
    : null;
}
