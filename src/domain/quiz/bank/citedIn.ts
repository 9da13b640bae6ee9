/** The article that an explanation cites: `《食品安全法》第一百二十四条`; the first one with its article, else empty. */
export function citedIn(explanation: string): string {
  const found =
    /《[^《》]{2,60}》(?:（[^（）]{2,20}）)?\s*第\s*[一二三四五六七八九十百零〇千\d]{1,8}\s*条(?:之[一二三四五六七八九十])?(?:第\s*[一二三四五六七八九十\d]{1,3}\s*款)?(?:第\s*[一二三四五六七八九十（）()\d]{1,5}\s*项)?/.exec(
      explanation,
    );
  return found ? found[0].replace(/\s+/g, '') : '';
}
