/** One word after `npm run db --`. */
export interface Subcommand {
  /** The word and what follows it, as shown to a person. */
  readonly usage: string;
  /** Does it and resolves with the lines to print; rejects with an error whose message is a sentence for a person. */
  run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string[]>;
}

/** The command was called wrongly; the caller prints the message and the usage. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The one argument that `usage` asks for. Throws UsageError when it is missing or there are more. */
export function onlyArgument(args: readonly string[], usage: string): string {
  const [first, ...more] = args;
  if (first === undefined || first === '' || more.length > 0)
    throw new UsageError(`用法：npm run db -- ${usage}`);
  return first;
}
