/**
 * Where the program says what happened: one line of JSON each. Never personal
 * data, never input; member ids only where the act is audited anyway.
 */
export interface Log {
  info(event: string, fields?: Record<string, string | number | boolean>): void;
  error(event: string, error: unknown, fields?: Record<string, string | number | boolean>): void;
}

/** Lines of JSON on standard output and standard error. */
export const consoleLog: Log = {
  info: (event, fields) => console.log(JSON.stringify({ event, ...fields })),
  error: (event, error, fields) =>
    console.error(
      JSON.stringify({
        event,
        ...fields,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }),
    ),
};

/** Says nothing; for tests that expect trouble. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };
