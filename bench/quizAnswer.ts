import { shanghaiDay } from '../src/domain/calendar/shanghai';
import type { Benchmark } from './benchmark';
import { besideBare } from './http/besideBare';
import { asOwner, growBank } from './http/growBank';
import { answersPerSecond } from './http/load';
import { buildStage, headersOf, type Stage } from './http/stage';

const SECONDS = 3;
const PAIRS = 5;
/** Together more than can be answered during one measurement, so that each request is a first answer. */
const MEMBERS = 1500;
const QUESTIONS = 10;

/** `quiz.answer` over HTTP beside the same transaction behind a bare route; every request is a first answer. */
export const quizAnswer: Benchmark = {
  title: '答一题，经 HTTP',
  run: async () => {
    const stage = await buildStage(MEMBERS);
    await growBank(stage, 500);
    const sets = await openSets(stage);
    const day = shanghaiDay(new Date());
    const measure = async (address: string, body: (answer: object) => unknown) => {
      await forgetAnswers(stage);
      let turn = 0;
      return answersPerSecond(address, SECONDS, () => {
        const index = turn % MEMBERS;
        const set = sets[index];
        const questionId = set?.questionIds[(index + Math.floor(turn / MEMBERS)) % QUESTIONS];
        turn += 1;
        return {
          headers: headersOf(stage.members[index]?.token ?? ''),
          body: JSON.stringify(body({ runId: set?.runId, questionId, answer: [turn % 4] })),
        };
      });
    };
    const figures = await besideBare(stage, 'bareAnswer.ts', PAIRS, ({ ours, bare }) => {
      const runOurs = () => measure(`${ours}/api/quiz.answer`, (input) => ({ input, build: 1 }));
      const runBare = () => measure(`${bare}/run`, (input) => ({ ...input, day }));
      return { ours: runOurs, bare: runBare };
    });
    return {
      unit: 'answers/s',
      better: 'higher',
      ...figures,
      baselineIs:
        'session, begin with tenant, question and card read, one statement that keeps the answer and moves the card, commit behind a bare Fastify route',
      more: { connections: 10, seconds: SECONDS, members: MEMBERS, questionsOfASet: QUESTIONS },
    };
  },
};

/** A set of ten for everybody, in the order of the members. */
async function openSets(stage: Stage): Promise<{ runId: string; questionIds: string[] }[]> {
  return asOwner(stage, async (client) => {
    await client.query(
      `insert into quiz_run (tenant_id, id, member_id, mode, label, question_ids, opened_on)
       select $1, gen_random_uuid(), m.id, 'weeklyTen', '测量',
         (select array_agg(id) from (select id from question order by id limit $2) ten), $3
       from member m`,
      [stage.tenantId, QUESTIONS, shanghaiDay(stage.ports.clock.now())],
    );
    const { rows } = await client.query<{ member_id: string; id: string; question_ids: string[] }>(
      'select member_id, id, question_ids from quiz_run',
    );
    const byMember = new Map(rows.map((row) => [row.member_id, row]));
    await stage.database.owner.pool.query('analyze quiz_run');
    return stage.members.map(({ id }) => ({
      runId: byMember.get(id)?.id ?? '',
      questionIds: byMember.get(id)?.question_ids ?? [],
    }));
  });
}

async function forgetAnswers({ database }: Stage): Promise<void> {
  await database.owner.pool.query('truncate run_answer, review_card');
  await database.owner.pool.query('analyze run_answer, review_card, member');
}
