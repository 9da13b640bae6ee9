import { addDays, shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { grade } from '../../../src/domain/quiz/grade';
import { seededRank } from '../../../src/domain/quiz/seededRank';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import { takeNight } from '../../quiz/analysis/figureRepository';
import { inOneRun, renewFigures } from '../../quiz/analysis/renewFigures';
import type { Transaction } from '../tenantTransaction';
import { demoQuestions } from './content/content';

/** Everybody has taken so many fives, one a day, the last one yesterday. */
const FIVES = 6;
const SIZE = 5;

interface Asked {
  id: string;
  type: 'single' | 'multiple' | 'trueFalse';
  options: string[];
  key: number[];
}

/**
 * What the people of the demo answered on the days before, so that item analysis and the branches' shares have something
 * to show; then the night's figures, through the real step. The rows are written at once: four thousand answers through
 * the use case would take the start half a minute. Whoever can be stepped into (numbers below 100) has answered nothing:
 * their practice begins with the visitor. One question is answered as if its key were wrong; it is not.
 */
export async function fillAnswers(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  const today = shanghaiDay(now);
  const fresh = () => newId(ports.clock, ports.random);
  const questions = await findQuestions(trx, tenantId);
  const members = await trx
    .selectFrom('gate.login as l')
    .innerJoin('affiliation as a', (join) =>
      join.onRef('a.tenant_id', '=', 'l.tenant_id').onRef('a.member_id', '=', 'l.member_id'),
    )
    .select(['l.login_name', 'l.member_id'])
    .where('l.tenant_id', '=', tenantId)
    .where('l.login_name', '>=', 'd0000100')
    .where('a.kind', '=', 'formal')
    .orderBy('l.login_name')
    .execute();
  const runs = members.flatMap(({ login_name, member_id }) => {
    const order = [...questions].sort(
      (a, b) => seededRank(`${login_name}|${a.number}`) - seededRank(`${login_name}|${b.number}`),
    );
    return Array.from({ length: FIVES }, (_, five) => ({
      id: fresh(),
      name: login_name,
      memberId: member_id,
      day: addDays(today, five - FIVES),
      questions: order.slice(five * SIZE, five * SIZE + SIZE),
    }));
  });
  await trx
    .insertInto('quiz_run')
    .values(
      runs.map(({ id, memberId, day, questions: five }) => ({
        tenant_id: tenantId,
        id,
        member_id: memberId,
        mode: 'dailyFive' as const,
        label: day,
        question_ids: five.map((one) => one.id),
        opened_on: day,
        deadline_at: null,
      })),
    )
    .execute();
  const answers = runs.flatMap((run) =>
    run.questions.map((question) => {
      const answer = answerOf(question, run.name);
      const grading = grade(question, answer);
      return {
        tenant_id: tenantId,
        member_id: run.memberId,
        run_id: run.id,
        question_id: question.id,
        answer: JSON.stringify(answer),
        correct: grading.kind === 'graded' && grading.correct,
        day: run.day,
      };
    }),
  );
  for (let from = 0; from < answers.length; from += 1000) {
    await trx
      .insertInto('run_answer')
      .values(answers.slice(from, from + 1000))
      .execute();
  }
  const context = { trx, now, newId: fresh, actor: { tenantId } };
  await takeNight(trx, { tenantId, today, now }, now);
  await renewFigures(context, today, inOneRun);
}

/** The questions of the demo bank in their own order, which says how hard each is. */
async function findQuestions(trx: Transaction, tenantId: string): Promise<(Asked & { number: number })[]> {
  const rows = await trx
    .selectFrom('question')
    .select(['id', 'stem'])
    .where('tenant_id', '=', tenantId)
    .where('state', '=', 'reviewed')
    .execute();
  return demoQuestions.flatMap(({ stem, type, options, key }, number) => {
    const row = rows.find((one) => one.stem === stem);
    return row ? [{ id: row.id, type, options, key, number }] : [];
  });
}

/** Between 0 and 1, always the same for the same words. */
const chance = (words: string) => seededRank(words) / 2 ** 32;

/** How likely somebody who knows `able` (0 to 1) is right: most questions ask for knowledge, a few are of another kind. */
function likelihood(number: number, able: number): number {
  if (number === 5) return 0.6 - 0.55 * able;
  if (number % 13 === 7) return 0.1 + 0.3 * able;
  if (number % 13 === 2) return 0.97;
  if (number % 13 === 11) return 0.6;
  return Math.min(0.98, 0.15 + (number % 5) * 0.06 + 0.75 * able);
}

function answerOf({ type, options, key, number }: Asked & { number: number }, name: string): number[] {
  const able = chance(`${name}|able`);
  if (chance(`${name}|right|${number}`) < likelihood(number, able)) return key;
  if (type === 'trueFalse') return [key[0] === 1 ? 0 : 1];
  const others = options.map((_, index) => index).filter((index) => !key.includes(index));
  // Who knows falls for the same one.
  const trap = others[number % others.length] ?? 0;
  const guess = others[Math.floor(chance(`${name}|guess|${number}`) * others.length)] ?? 0;
  const chosen = able > 0.4 ? trap : guess;
  return type === 'single' ? [chosen] : [...key.slice(1), chosen].sort((a, b) => a - b);
}
