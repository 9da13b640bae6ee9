/**
 * Where a text rests, in one line: 《药品管理法》第五十八条（2019 版）. The formal beginning of a statute's title is left
 * out, the year is that of the version; `versionOn` is `YYYY-MM-DD`.
 */
export function sayCitation({
  title,
  article,
  versionOn,
}: {
  title: string;
  article: string;
  versionOn: string | null;
}): string {
  const version = versionOn ? `（${versionOn.slice(0, 4)} 版）` : '';
  return `《${title.replace(/^中华人民共和国/, '')}》${article}${version}`;
}
