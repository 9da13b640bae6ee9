/** What a migration may need to know about the place where it runs. */
export interface MigrationContext {
  /** The application's role, as an identifier that needs no quotes; a migration grants to it. */
  readonly appRole: string;
}

/** One step forward of the schema. A published one is never edited: a correction is a new step. */
export interface Migration {
  readonly name: string;
  readonly sql: (context: MigrationContext) => string;
}
