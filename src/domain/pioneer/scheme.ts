/**
 * The scheme of domain.md 5.4, as far as the foundation counts by it: a
 * half-year, a sum of dimensions, items fed by meeting records, member classes.
 * What is not here yet is refused, never silently ignored.
 */
export interface PioneerScheme {
  code: string;
  name: string;
  legalBasis: string;
  version: number;
  /** Day from which periods take it, `YYYY-MM-DD`. */
  effectiveFrom: string;
  period: 'halfYear';
  baseMode: 'dimensionSum';
  dimensions: SchemeDimension[];
  items: SchemeItem[];
  memberClasses: Record<MemberClass, { included: boolean }>;
  publicity: { scope: 'branchOnly'; rankVisible: false };
}

export interface SchemeDimension {
  code: string;
  name: string;
  max: number;
  /** `people`: judged by people only, no item may feed it (product.md D1). */
  judgedBy: 'people' | 'records';
}

export interface SchemeItem {
  code: string;
  name: string;
  dimension: string;
  direction: 'base';
  /** Points for one event, at most two decimals. */
  points: number;
  unit: 'event';
  capPerPeriod: number;
  source: ItemSource;
  usageMetric: false;
}

/**
 * What may feed an item: records of party life. `attendance` is a signed
 * meeting record. Nothing about the use of an app is in this list, so a scheme
 * that counts it cannot be written down (domain.md 1, C2; 5.4 usageMetric).
 */
export const itemSources = ['attendance'] as const;
export type ItemSource = (typeof itemSources)[number];

export const memberClasses = ['full', 'probationary', 'floating', 'frail', 'retired', 'cadre'] as const;
export type MemberClass = (typeof memberClasses)[number];

/** Why a scheme is refused, and where. */
export interface SchemeProblem {
  at: string;
  code:
    | 'malformed'
    | 'usageMetric'
    | 'unknownSource'
    | 'rankVisible'
    | 'unknownDimension'
    | 'judgedByPeople'
    | 'overMax'
    | 'repeatedCode';
}

export type SchemeVerdict = { ok: true; scheme: PioneerScheme } | { ok: false; problems: SchemeProblem[] };

/**
 * Reads a scheme from JSON: the whole of it or every problem found. Refuses
 * usage metrics, sources that are no records of party life, and anything that
 * would show a rank (domain.md 5.4 rule 7).
 */
export function readScheme(body: unknown): SchemeVerdict {
  const problems: SchemeProblem[] = [];
  const refuse = (at: string, code: SchemeProblem['code']) => problems.push({ at, code });
  const scheme = fields(body);

  for (const key of ['code', 'name', 'legalBasis'] as const)
    if (!isText(scheme[key])) refuse(key, 'malformed');
  if (!Number.isInteger(scheme.version) || Number(scheme.version) < 1) refuse('version', 'malformed');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(String(scheme.effectiveFrom))) refuse('effectiveFrom', 'malformed');
  if (scheme.period !== 'halfYear') refuse('period', 'malformed');
  if (scheme.baseMode !== 'dimensionSum') refuse('baseMode', 'malformed');

  const publicity = fields(scheme.publicity);
  if (publicity.rankVisible !== false) refuse('publicity.rankVisible', 'rankVisible');
  if (publicity.scope !== 'branchOnly') refuse('publicity.scope', 'malformed');

  const classes = fields(scheme.memberClasses);
  for (const one of memberClasses) {
    if (typeof fields(classes[one]).included !== 'boolean') refuse(`memberClasses.${one}`, 'malformed');
  }

  const dimensions = new Map<string, Fields>();
  for (const [index, entry] of list(scheme.dimensions).entries()) {
    const at = `dimensions.${index}`;
    const dimension = fields(entry);
    if (!isText(dimension.code) || !isText(dimension.name)) refuse(at, 'malformed');
    if (!isPoints(dimension.max)) refuse(`${at}.max`, 'malformed');
    if (dimension.judgedBy !== 'people' && dimension.judgedBy !== 'records')
      refuse(`${at}.judgedBy`, 'malformed');
    if (dimensions.has(String(dimension.code))) refuse(`${at}.code`, 'repeatedCode');
    dimensions.set(String(dimension.code), dimension);
  }
  if (dimensions.size === 0) refuse('dimensions', 'malformed');

  const codes = new Set<string>();
  const caps = new Map<string, number>();
  for (const [index, entry] of list(scheme.items).entries()) {
    const at = `items.${index}`;
    const item = fields(entry);
    if (item.usageMetric !== false) refuse(`${at}.usageMetric`, 'usageMetric');
    if (!itemSources.some((source) => source === item.source)) refuse(`${at}.source`, 'unknownSource');
    if (!isText(item.code) || !isText(item.name)) refuse(at, 'malformed');
    if (item.direction !== 'base' || item.unit !== 'event') refuse(at, 'malformed');
    if (!isPoints(item.points)) refuse(`${at}.points`, 'malformed');
    if (!isPoints(item.capPerPeriod)) refuse(`${at}.capPerPeriod`, 'malformed');
    if (codes.has(String(item.code))) refuse(`${at}.code`, 'repeatedCode');
    codes.add(String(item.code));
    const dimension = dimensions.get(String(item.dimension));
    if (!dimension) refuse(`${at}.dimension`, 'unknownDimension');
    else if (dimension.judgedBy === 'people') refuse(`${at}.dimension`, 'judgedByPeople');
    else {
      const together = (caps.get(String(item.dimension)) ?? 0) + Number(item.capPerPeriod);
      caps.set(String(item.dimension), together);
      if (together > Number(dimension.max)) refuse(`${at}.capPerPeriod`, 'overMax');
    }
  }

  // Every field that the type names has been looked at above.
  return problems.length === 0 ? { ok: true, scheme: body as PioneerScheme } : { ok: false, problems };
}

/** True when a person of these classes is assessed: every class they are in must be included (domain.md 5.4). */
export function isIncluded(scheme: PioneerScheme, classes: readonly MemberClass[]): boolean {
  return classes.every((one) => scheme.memberClasses[one].included);
}

type Fields = Record<string, unknown>;

function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim().length > 0;
}

/** More than zero, at most 100 (domain.md 5.4 baseMax), at most two decimals: what the ledger's numeric(6, 2) keeps exactly. */
function isPoints(value: unknown): boolean {
  return (
    typeof value === 'number' && value > 0 && value <= 100 && Number.isInteger(Math.round(value * 1e6) / 1e4)
  );
}
