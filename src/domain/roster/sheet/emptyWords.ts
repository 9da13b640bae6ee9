/** What people write where nothing is to be said: filling rules forbid blanks (roster-and-record-layouts.md). */
const EMPTY = /^(无|暂无|没有|未填|空|不详|[-—–―－─~〜·.。/／\\＼|、*＊]+|n\/?a|none|null|nan|#n\/a)$/i;

/** The text of a cell without blanks at the ends; null when it says nothing. */
export function saidOrNull(text: string): string | null {
  const trimmed = text.replace(/[\u200b\ufeff]/g, '').trim();
  return trimmed === '' || EMPTY.test(trimmed) ? null : trimmed;
}
