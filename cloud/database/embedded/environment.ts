/**
 * The environment for the database programs: ours without libpq's PG… variables, which would change what they do,
 * and with English messages, because this program reads some of them.
 */
export function cleanEnvironment(): NodeJS.ProcessEnv {
  const entries = Object.entries(process.env).filter(
    ([name]) => !name.startsWith('PG') && !name.startsWith('LC_'),
  );
  return { ...Object.fromEntries(entries), LC_ALL: 'C' };
}
