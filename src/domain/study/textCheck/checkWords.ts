import { graver, type TextFinding, type TextVerdict } from './textVerdict';

interface WordRule {
  pattern: RegExp;
  verdict: Exclude<TextVerdict, 'pass'>;
  note: string;
}

/**
 * Our own short list, for texts that WeChat's check does not see (written in a browser, or longer ago than two hours).
 * It looks for what must never be in a piece and what a person should look at; the second person reads everything
 * anyway, so what is common in explained rules (商业秘密, 刷单返利 as a warning) is left to them and not refused.
 */
const rules: readonly WordRule[] = [
  {
    // A citizen's number with its birthday inside: never published (domain.md 11.1).
    pattern: /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/,
    verdict: 'risky',
    note: '里面像有身份证号，请去掉',
  },
  {
    // Marks of classified material (保守国家秘密法: 绝密★…): no classified text in the program (domain.md 11.2).
    pattern: /(?:绝密|机密|秘密)\s*[★☆]/,
    verdict: 'risky',
    note: '里面有密级标志，涉密材料不能放进来',
  },
  {
    pattern: /内部(?:资料|文件|材料)|仅供内部|不得外传|注意保存/,
    verdict: 'review',
    note: '里面像有内部材料的字样，请看能不能公开',
  },
  {
    // A person's own number; service numbers such as 12315 are shorter.
    pattern: /(?<!\d)1[3-9]\d{9}(?!\d)/,
    verdict: 'review',
    note: '里面像有个人手机号，请看要不要去掉',
  },
  {
    // Bank cards have 16 to 19 digits (ISO/IEC 7812).
    pattern: /(?<!\d)\d{16,19}(?!\d)/,
    verdict: 'review',
    note: '里面有一长串数字，请看是不是卡号',
  },
  {
    pattern: /(?:加|添加)(?:我)?(?:微信|VX|QQ群)|扫码(?:领取|进群|返现)|免费领取|点击领取/i,
    verdict: 'review',
    note: '里面像有推广的话，请看是不是举例',
  },
  {
    pattern: /王八蛋|混蛋|滚蛋|白痴|傻[逼叉]/,
    verdict: 'review',
    note: '里面有不礼貌的话，请看要不要换个说法',
  },
];

/** What our own list says of a text: the gravest rule that fits. */
export function checkWords(text: string): TextFinding {
  // Full-width digits and letters are the same to a reader.
  const plain = text.normalize('NFKC');
  return rules
    .filter(({ pattern }) => pattern.test(plain))
    .reduce<TextFinding>((worst, { verdict, note }) => graver(worst, { verdict, note }), {
      verdict: 'pass',
      note: '',
    });
}
