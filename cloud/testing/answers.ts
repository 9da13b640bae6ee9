import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { RunMode } from '../../src/domain/quiz/practice/modes';
import type { TestBureau } from './bureau';

/** One graded answer of a member, each in a set of its own. */
export interface GivenAnswer {
  memberId: string;
  questionId: string;
  correct: boolean;
  /** `YYYY-MM-DD`. */
  day: string;
  answer?: readonly (number | string)[];
  mode?: RunMode;
  /** Of a paper its id. */
  label?: string;
}

/** Puts graded answers on days of the past, where the clock of a test has no time to go. */
export async function giveAnswers(bureau: TestBureau, answers: readonly GivenAnswer[]): Promise<void> {
  const rows = answers.map((one) => ({
    mode: 'topic',
    label: randomUUID(),
    answer: [one.correct ? 1 : 0],
    ...one,
    runId: randomUUID(),
  }));
  await bureau.asActor('secretary', async ({ trx }) => {
    await sql`
      with given as (
        select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as g ("memberId" uuid, "questionId" uuid,
          correct boolean, day date, answer jsonb, mode text, label text, "runId" uuid)
      ), opened as (
        insert into quiz_run (tenant_id, id, member_id, mode, label, question_ids, opened_on, handed_in)
        select ${bureau.tenantId}::uuid, "runId", "memberId", mode, label, array["questionId"], day, true from given
        returning id
      )
      insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
      select ${bureau.tenantId}::uuid, "memberId", opened.id, "questionId", answer, correct, day
      from given join opened on opened.id = given."runId"`.execute(trx);
  });
}

/** Full members more of a branch since 2020, without any post; gives their ids. */
export async function addMembers(
  bureau: TestBureau,
  number: number,
  at: keyof TestBureau['organisations'] = 'branch',
): Promise<string[]> {
  return bureau.asActor('secretary', async ({ trx, newId }) => {
    const ids = Array.from({ length: number }, () => newId());
    const organisationId = bureau.organisations[at];
    await trx
      .insertInto('member')
      .values(
        ids.map((id) => ({
          tenant_id: bureau.tenantId,
          id,
          number: id,
          name: '众人',
          kind: 'full' as const,
        })),
      )
      .execute();
    await trx
      .insertInto('affiliation')
      .values(
        ids.map((id) => ({
          tenant_id: bureau.tenantId,
          id: newId(),
          member_id: id,
          organisation_id: organisationId,
          kind: 'formal' as const,
          from_day: '2020-01-01',
          to_day: null,
          document_no: null,
        })),
      )
      .execute();
    return ids;
  });
}
