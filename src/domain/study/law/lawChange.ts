/** Pieces that one word settles: a statute's; of a longer one the rest follows. */
export const mostSettledAtOnce = 100;

/** What happened to a law: a new version, or it is no longer in force. */
export type LawChangeKind = 'amended' | 'repealed';

/** A law as it was marked; `since` (`YYYY-MM-DD`) is the day of the new version or of the repeal. */
export interface LawChange {
  id: string;
  /** `lawKey` of its title. */
  key: string;
  since: string;
}

/**
 * The title of a law as it is compared: without 《》, the formal 中华人民共和国 at its beginning, blanks, and brackets
 * that name a year (（2019年修订）, (二〇一八年修正)); full-width and half-width are the same. Other brackets are part of
 * the name (（试行）). Empty when nothing is left.
 */
export function lawKey(title: string): string {
  const bare = title
    .normalize('NFKC')
    .replace(/[\s\p{Cf}《》〈〉]/gu, '')
    .replace(/\([^()]*(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})[^()]*\)/g, '');
  return bare.replace(/^中华人民共和国(?=.)/, '');
}

/** True when what cites `source` was written before the change: the same law, in an older version or one not dated. */
export function restsOnOlder(
  source: { title: string; versionOn: string | null },
  change: Pick<LawChange, 'key' | 'since'>,
): boolean {
  const isOlder = source.versionOn === null || source.versionOn < change.since;
  return isOlder && lawKey(source.title) === change.key;
}

/** The change that a text has to be checked against: the newest of those it is older than; null when there is none. */
export function changeToCheck(
  source: { title: string; versionOn: string | null } | null,
  changes: readonly LawChange[],
): LawChange | null {
  if (!source) return null;
  const older = changes.filter((change) => restsOnOlder(source, change));
  return older.reduce<LawChange | null>(
    (newest, change) => (newest && newest.since >= change.since ? newest : change),
    null,
  );
}
