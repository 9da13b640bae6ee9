const numbers = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * A share of people as one says it: 十人里约七人; 25 of 100, which no ten have, 十人里约两三人. `share` in per cent, in steps
 * of five; `bound`: it is the end of its scale, so many or more, so many or fewer.
 */
export function sayShare(share: number, bound: 'orMore' | 'orLess' | null = null): string {
  const low = numbers[Math.floor(share / 10)] ?? '';
  if (bound === 'orMore') return `十人里${low}人或更多`;
  if (bound === 'orLess') return `十人里${low}人或更少`;
  if (share < 5) return '几乎没有人';
  if (share > 95) return '几乎人人';
  if (share % 10 === 0) return `十人里约${low}人`;
  if (share < 10) return '十人里不到一人';
  if (share > 90) return '十人里九人以上';
  return `十人里约${low}${numbers[Math.ceil(share / 10)]}人`;
}
