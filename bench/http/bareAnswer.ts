import type { BareJob } from './bareJob';

/** An answer, hand-written: the question with the set and the card, the verdict, and one statement that keeps both. */
export const job: BareJob = async (client, { tenantId, memberId }, body) => {
  const { runId, questionId, answer, day } = body as {
    runId: string;
    questionId: string;
    answer: number[];
    day: string;
  };
  const asked = await client.query<{ key: number[]; explanation: string; source: unknown }>(
    `select q.key, q.explanation, q.source, c.stability, c.difficulty, c.last_on, a.answer, a.correct
     from quiz_run r
     join question q on q.tenant_id = r.tenant_id and q.id = any(r.question_ids)
     left join run_answer a on a.tenant_id = r.tenant_id and a.run_id = r.id and a.question_id = q.id and not a.late
     left join review_card c on c.tenant_id = r.tenant_id and c.member_id = r.member_id and c.question_id = q.id
     where r.tenant_id = $1 and r.member_id = $2 and r.id = $3 and q.id = $4`,
    [tenantId, memberId, runId, questionId],
  );
  const question = asked.rows[0];
  if (!question) throw new Error('not asked');
  const correct = JSON.stringify(question.key) === JSON.stringify(answer);
  await client.query(
    `with recorded as (
       insert into run_answer (tenant_id, member_id, run_id, question_id, answer, correct, day)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (tenant_id, run_id, question_id, late) do nothing returning question_id
     )
     insert into review_card (tenant_id, member_id, question_id, stability, difficulty, last_on, due_on, wrong)
     select $1, $2, question_id, 2.3, 2.1, $7, $7::date + 2, not $6::boolean from recorded
     on conflict (tenant_id, member_id, question_id) do update set last_on = excluded.last_on, due_on = excluded.due_on`,
    [tenantId, memberId, runId, questionId, JSON.stringify(answer), correct, day],
  );
  return { correct, key: question.key, explanation: question.explanation, source: question.source };
};
