/** A person's name as it is compared: width, spaces within (张 三) and the kinds of middle dot do not matter. */
export function normalName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[•‧・･∙⋅.]/gu, '·');
}

/**
 * An organisation's name as it is compared: without spaces, a leading 中共, the
 * bureau's own name before it, and the various endings of one and the same
 * (党支部、支部委员会、支部). `prefixes` are names of the bureau and its committee.
 */
export function normalOrganisation(name: string, prefixes: readonly string[] = []): string {
  let core = name
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/^中国共产党|^中共/u, '');
  for (const prefix of [...prefixes].sort((a, b) => b.length - a.length)) {
    if (prefix && core.startsWith(prefix) && core.length > prefix.length) {
      core = core.slice(prefix.length);
      break;
    }
  }
  return core
    .replace(/^(机关党委|机关委员会|委员会)(?=.)/u, '')
    .replace(/总支部委员会$|党总支部$|党总支$|总支部$|总支$/u, '总支')
    .replace(/党支部委员会$|支部委员会$|党支部$|支委会$|支部$/u, '支部');
}
