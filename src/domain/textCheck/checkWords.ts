import { graver, type TextFinding, type TextVerdict } from './textVerdict';
import { visibleText } from './visibleText';

interface WordRule {
  fits(text: string): boolean;
  verdict: Exclude<TextVerdict, 'pass'>;
  note: string;
}

const IDENTITY =
  /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/;
/** Weights of the first seventeen digits, and the last sign by the remainder (GB 11643-1999, ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const LAST_SIGNS = '10X98765432';

/** An identity number written in parts (110105 19491231 002X); its last sign must fit, as numbers in a row are common. */
function partedIdentity(text: string): boolean {
  const joined = text.replace(/(?<=\d)[ -]+(?=[\dXx])/g, '');
  return [...joined.matchAll(new RegExp(IDENTITY, 'g'))].some(([found]) => {
    const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(found[at]), 0);
    return LAST_SIGNS[sum % 11] === found[17]?.toUpperCase();
  });
}

/**
 * Our own short list, for texts that WeChat's check does not see (written in a browser, or longer ago than two hours).
 * It looks for what must never be in a piece and what a person should look at; the second person reads everything
 * anyway, so what is common in explained rules (商业秘密, 刷单返利 as a warning) is left to them and not refused.
 */
const rules: readonly WordRule[] = [
  {
    // A citizen's number with its birthday inside: never published (domain.md 11.1).
    fits: (text) => IDENTITY.test(text) || partedIdentity(text),
    verdict: 'risky',
    note: '里面像有身份证号，请去掉',
  },
  {
    // Marks of classified material (保守国家秘密法: 绝密★…): no classified text in the program (domain.md 11.2).
    fits: (text) => /(?:绝密|机密|秘密)\s*[★☆]/.test(text),
    verdict: 'risky',
    note: '里面有密级标志，涉密材料不能放进来',
  },
  {
    fits: (text) => /内部(?:资料|文件|材料)|仅供内部|不得外传|注意保存/.test(text),
    verdict: 'review',
    note: '里面像有内部材料的字样，请看能不能公开',
  },
  {
    // A person's own number; service numbers such as 12315 are shorter.
    fits: (text) => /(?<!\d)1[3-9]\d(?:\d{8}|[ -]\d{4}[ -]\d{4})(?!\d)/.test(text),
    verdict: 'review',
    note: '里面像有个人手机号，请看要不要去掉',
  },
  {
    // Bank cards have 16 to 19 digits (ISO/IEC 7812).
    fits: (text) => /(?<!\d)(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]?\d{1,3})?)(?!\d)/.test(text),
    verdict: 'review',
    note: '里面有一长串数字，请看是不是卡号',
  },
  {
    fits: (text) => /(?:加|添加)(?:我)?(?:微信|VX|QQ群)|扫码(?:领取|进群|返现)|免费领取|点击领取/i.test(text),
    verdict: 'review',
    note: '里面像有推广的话，请看是不是举例',
  },
  {
    fits: (text) => /王八蛋|混蛋|滚蛋|白痴|傻[逼叉]/.test(text),
    verdict: 'review',
    note: '里面有不礼貌的话，请看要不要换个说法',
  },
];

/** What our own list says of a text: the gravest rule that fits. */
export function checkWords(text: string): TextFinding {
  const plain = visibleText(text);
  return rules
    .filter(({ fits }) => fits(plain))
    .reduce<TextFinding>((worst, { verdict, note }) => graver(worst, { verdict, note }), {
      verdict: 'pass',
      note: '',
    });
}
