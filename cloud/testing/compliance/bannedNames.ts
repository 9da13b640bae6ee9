/**
 * Words that a column, a field or a value may not have, because it could hold
 * what the rules forbid (domain.md 1 and 11.1, product.md "The rule that shapes
 * it"). Names are cut into words, so `lastSeenAt` and `last_seen_at` are alike.
 * Wide on purpose: what is innocent is listed with its reason in exceptions.ts.
 */
const banned: Record<string, readonly string[]> = {
  'a measure of use': [
    'duration seconds minutes hours elapsed spent dwell time times',
    'opened opens visit visits visited view views viewed click clicks heartbeat',
    'login logins online active activity activated inactive seen unseen read reads reading unread',
    'streak consecutive daily progress percent rate ratio share shares shared forward forwards forwarded',
    'like likes liked vote votes voting favourite usage used count counts counter total totals attempts frequency',
    'install installed stamped answered correct',
  ],
  'a ranking': [
    'rank ranks ranking ranked leaderboard leader board top best percentile position points score grade',
  ],
  'where somebody is': [
    'lat lng lon latitude longitude geo gps coordinate coordinates location track tracks route place address ip',
    'photo photos picture pictures video',
  ],
  'an identity number': ['idcard card identity passport national citizen ssn document'],
  religion: ['religion religious faith belief church'],
  health: ['health illness ill disease medical disability disabled frail diagnosis'],
  'a political or family history': [
    'political politics history origin family spouse punishment penalty birth born birthday gender sex ethnic ethnicity marital',
  ],
};

const reasonOf = new Map(
  Object.entries(banned).flatMap(([reason, lines]) =>
    lines.flatMap((line) => line.split(' ').map((word) => [word, reason] as const)),
  ),
);

/** Why a name is not allowed as it is, or null. Identifiers in snake, camel or kebab case. */
export function whyBanned(name: string): string | null {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
  // `id card` and `idcard` alike, and so on.
  const pairs = words.slice(1).map((word, index) => `${words[index]}${word}`);
  for (const word of [...words, ...pairs]) {
    const reason = reasonOf.get(word);
    if (reason) return reason;
  }
  return null;
}
