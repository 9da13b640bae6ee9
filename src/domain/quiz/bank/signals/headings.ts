import { type SaidType, saidTypeOf } from '../saidType';

const headingNumber = String.raw`(?:第?[一二三四五六七八九十百]{1,3}\s*(?:部分|大题)?|[IVX]{1,4}|[\u2160-\u216b]|\d{1,2})`;
const headingKind = String.raw`[\u4e00-\u9fff]{0,6}(?:选择|单选|多选|判断|是非|对错|填空|简答|论述|问答|名词解释|材料分析|案例分析|辨析|综合|不定项)(?:正误|对错)?(?:题目?|部分)?`;
const typeHeading = new RegExp(
  `^\\s*(?:[([]?${headingNumber}[)\\]]?\\s*[.、:，]?\\s*)?(?:[《“][^》”]{1,20}[》”])?(${headingKind})\\s*(?:$|[(:：,，。]|[一-龥]{0,4}\\d|[(])`,
);

/** A heading that names the kind of all that follows: `一、单项选择题（共20题）`; null for anything else. */
export function typeHeadingOf(plain: string): { type: SaidType; note: string } | null {
  if (plain.length > 90 || /^\s*\d{1,4}\s*[.、:]\s*[([]/.test(plain)) return null;
  const found = typeHeading.exec(plain);
  const type = found ? saidTypeOf(found[1] ?? '') : null;
  return type ? { type, note: plain } : null;
}

/** A chapter's heading: `第三章 …`, `专题二`, `单元5`; the words, or null. */
export function chapterOf(plain: string): string | null {
  if (plain.length > 60 || /[。？?；]$/.test(plain.trim())) return null;
  return /^\s*(?:第\s*[一二三四五六七八九十百\d]{1,4}\s*(?:章|编|节|单元|部分|篇|讲|专题)|(?:专题|单元|模块|附件?)\s*[一二三四五六七八九十\d]{1,3}|导论|绪论|前言|导言|[A-H]\s*卷\s*$)(?![^\s]{40})/.test(
    plain,
  )
    ? plain.trim()
    : null;
}

const keyHeading =
  /^(?:第?[一二三四五六七八九十百\d]{1,4}\s*[、.]?\s*(?:章|节|单元|部分|卷|套|篇)?|[A-H]\s*卷|附\s*[:]?\s*\d?|[[(]|[一-龥]{0,10}[、.:]?)?(?:参考|标准|正确|试题|习题|练习题?|[一-龥]{2,4}题)?答案(?:及评分标准|及解析|与解析|和解析|部分|页|汇总|速查)?[\])]?\s*[:]?$/;

/** A heading over a list of answers: `参考答案`, `第1章参考答案`, `答案与解析`. */
export function isKeyHeading(plain: string): boolean {
  const words = plain.trim();
  return words.length <= 24 && keyHeading.test(words) && !/^(?:标准|正确|参考)?答案\s*:$/.test(words);
}
