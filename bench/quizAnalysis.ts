import { inTenant } from '../cloud/database/tenantTransaction';
import { fixedClock } from '../cloud/ports/clock';
import { computeFigures } from '../cloud/quiz/analysis/computeFigures';
import { countQuestions } from '../cloud/quiz/analysis/figureRepository';
import { findAnswered } from '../cloud/quiz/analysis/stepRepository';
import { plansOf } from '../cloud/testing/plansOf';
import { addDays, shanghaiDay, shanghaiInstant } from '../src/domain/calendar/shanghai';
import { type Benchmark, inPairs, round } from './benchmark';
import { growAnswers } from './http/growAnswers';
import { growBank } from './http/growBank';
import { layingBulk } from './http/layingBulk';
import { buildStage } from './http/stage';

const PAIRS = 3;
const QUESTIONS = 2000;
const PEOPLE = 20_000;
const EACH = 100;

/** The first night of item analysis: all shares and figures of a bureau of 20,000 members, beside reading the answers once. */
export const quizAnalysis: Benchmark = {
  title: '题目分析：20,000 人各 100 次作答，算一夜',
  run: async () => {
    const stage = await buildStage(200);
    await growBank(stage, QUESTIONS);
    await growAnswers(stage, PEOPLE, EACH);
    const { database, tenantId } = stage;
    let day = shanghaiDay(stage.ports.clock.now());
    const night = async () => {
      day = addDays(day, 1);
      const ports = { ...stage.ports, clock: fixedClock(shanghaiInstant(day, '04:00').toISOString()) };
      const started = performance.now();
      await computeFigures(database.db, ports, tenantId);
      return performance.now() - started;
    };
    const firstNight = async () => {
      await database.owner.pool.query('truncate answer_share, question_figure, figure_night');
      return night();
    };
    const readOnce = () =>
      layingBulk(stage, async (client) => {
        const started = performance.now();
        await client.query(
          `select count(*), count(*) filter (where correct), max(day), max(answer::text) from run_answer where tenant_id = $1`,
          [tenantId],
        );
        return performance.now() - started;
      });
    await readOnce();
    const figures = await inPairs(PAIRS, firstNight, readOnce);
    const quietNight = await night();
    const counting = { tenantId, today: day, now: shanghaiInstant(day, '04:00') };
    const plan = await inTenant(database.db, tenantId, async (trx) => {
      const some = (await findAnswered(trx, counting)).slice(0, 100).map(({ questionId }) => questionId);
      return (await plansOf(trx, (recorded) => countQuestions(recorded, counting, some))).join('\n');
    });
    const found = await layingBulk(stage, (client) =>
      client.query<{ answers: string; shares: string; analysed: string; suspect: string }>(
        `select (select count(*) from run_answer) as answers, (select count(*) from answer_share) as shares,
           (select count(*) from question_figure) as analysed,
           (select count(*) from question_figure where urgency = 0) as suspect`,
      ),
    );
    await stage.close();
    return {
      unit: 'ms',
      better: 'lower',
      ...figures,
      baselineIs: 'reading every column that counts of the table of answers once',
      more: {
        members: PEOPLE,
        questions: QUESTIONS,
        ...found.rows[0],
        quietNight: round(quietNight),
        plan,
      },
    };
  },
};
