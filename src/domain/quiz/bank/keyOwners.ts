/**
 * To which paper each key belongs, as an index into `papers`; null where that is not clear. One paper owns every key;
 * of several each owns the key whose name is its own but for words like 答案.
 */
export function keyOwners(papers: readonly string[], keys: readonly string[]): (number | null)[] {
  if (papers.length === 1) return keys.map(() => 0);
  const names = papers.map(bareName);
  return keys.map((key) => {
    const same = names.flatMap((name, index) => (name === bareName(key) ? [index] : []));
    return same.length === 1 ? (same[0] ?? null) : null;
  });
}

/** `2019年毛概A卷答案.docx` and `2019年毛概A卷.docx` come to the same. */
function bareName(file: string): string {
  return file
    .replace(/\.[^.]+$/, '')
    .replace(
      /(?:参考|标准|正确)?答案(?:及解析|与解析|及评分标准)?|评分标准|试题|试卷|题目|题库|习题|answers?|keys?|questions?/gi,
      '',
    )
    .replace(/[\s()（）\-—_.·]/g, '')
    .toLowerCase();
}
