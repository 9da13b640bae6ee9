import { CompiledQuery, type KyselyPlugin, PostgresQueryCompiler } from 'kysely';
import type { Transaction } from '../database/tenantTransaction';

/**
 * Runs `run` and returns the plans of the statements that it sent, in order, as EXPLAIN prints them. Fill and ANALYZE
 * the tables as they will be one day: on an empty one the planner rightly ignores every index.
 */
export async function plansOf(
  trx: Transaction,
  run: (trx: Transaction) => Promise<unknown>,
): Promise<string[]> {
  const sent: CompiledQuery[] = [];
  const compiler = new PostgresQueryCompiler();
  const recorder: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      sent.push(compiler.compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  // withPlugin keeps the connection and loses only the brand that says so.
  await run(trx.withPlugin(recorder) as Transaction);
  const plans: string[] = [];
  for (const { sql, parameters } of sent) {
    const { rows } = await trx.executeQuery<{ 'QUERY PLAN': string }>(
      CompiledQuery.raw(`explain ${sql}`, [...parameters]),
    );
    plans.push(rows.map((row) => row['QUERY PLAN']).join('\n'));
  }
  return plans;
}
