/** “2 张图片、1 段录音没有随包” behind `before`; empty when nothing stayed behind. */
export function sayFilesLeft(
  { pictures, recordings }: { pictures: number; recordings: number },
  before: string,
): string {
  const parts = [
    ...(pictures > 0 ? [`${pictures} 张图片`] : []),
    ...(recordings > 0 ? [`${recordings} 段录音`] : []),
  ];
  return parts.length > 0 ? `${before}${parts.join('、')}没有随包` : '';
}
