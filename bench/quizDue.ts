import { inTenant } from '../cloud/database/tenantTransaction';
import type { Asking } from '../cloud/quiz/askableRepository';
import { findDue } from '../cloud/quiz/practice/pickRepository';
import { plansOf } from '../cloud/testing/plansOf';
import { shanghaiDay } from '../src/domain/calendar/shanghai';
import { defaultReviewSetting } from '../src/domain/quiz/practice/pickReview';
import { type Benchmark, inPairs, round } from './benchmark';
import { growBank, growCards } from './http/growBank';
import { buildStage, type Stage } from './http/stage';

const PAIRS = 9;
/** Picks of one measurement, each for another member. */
const PICKS = 300;
const QUESTIONS = 2000;
const SMALL = 1_000;
const LARGE = 20_000;

/** Picking what is due for one of 20,000 members with a hundred cards each, beside one of 1,000; milliseconds a pick. */
export const quizDue: Benchmark = {
  title: '挑出今天要复习的题：20,000 人与 1,000 人',
  run: async () => {
    const small = await bureauOf(SMALL);
    const large = await bureauOf(LARGE);
    await Promise.all([small.run(), large.run()]);
    const figures = await inPairs(PAIRS, large.run, small.run);
    const plan = await large.plan();
    await small.stage.database.close();
    await large.stage.close();
    return {
      unit: 'ms',
      better: 'lower',
      ...figures,
      baselineIs: `the same picking in a bureau of ${SMALL} members`,
      more: {
        members: LARGE,
        cards: LARGE * 100,
        questions: QUESTIONS,
        wholeTableRead: plan.includes('Seq Scan') ? 'yes' : 'no',
        plan,
      },
    };
  },
};

async function bureauOf(size: number) {
  const stage = await buildStage(200);
  await growBank(stage, QUESTIONS);
  await growCards(stage, size);
  const askingOf = (memberId: string): Asking => ({
    tenantId: stage.tenantId,
    memberId,
    audience: [stage.committeeId, stage.branchId],
    today: shanghaiDay(stage.ports.clock.now()),
    now: stage.ports.clock.now(),
  });
  const limit = defaultReviewSetting.duePerDay + 1;
  let turn = 0;
  const run = async () => {
    const started = performance.now();
    for (let pick = 0; pick < PICKS; pick += 1) {
      turn += 1;
      const asking = askingOf(memberAt(stage, turn));
      const due = await inTenant(stage.database.db, stage.tenantId, (trx) => findDue(trx, asking, limit));
      if (due.length !== limit) throw new Error(`${due.length} due`);
    }
    return round((performance.now() - started) / PICKS);
  };
  const plan = async () => {
    const asking = askingOf(memberAt(stage, 1));
    const [shown = ''] = await inTenant(stage.database.db, stage.tenantId, (trx) =>
      plansOf(trx, (recorded) => findDue(recorded, asking, limit)),
    );
    return shown;
  };
  return { stage, run, plan };
}

function memberAt({ members }: Stage, turn: number): string {
  return members[turn % members.length]?.id ?? '';
}
