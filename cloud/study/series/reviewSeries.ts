import { blocksOfSlice } from '../../../src/domain/study/series/blocksOfSlice';
import { bordersOf } from '../../../src/domain/study/series/bordersOf';
import { piecesOf } from '../../../src/domain/study/series/seriesPieces';
import { textLength } from '../../../src/domain/study/textLength';
import { checkWords } from '../../../src/domain/textCheck/checkWords';
import { AppError } from '../../appError';
import type { StoredSource } from '../../database/tables';
import { type Context, memberUseCase } from '../../operation';
import { whoeverMay } from '../../policies/membership';
import { isSecondPerson, reviewHat, scheduleHat } from '../../policies/study';
import { addNotice } from '../../reminder/addNotice';
import { findChangeToCheck } from '../law/findChangeToCheck';
import { daysOf } from './daysOf';
import { insertSeriesPieces, type KeptSeries } from './seriesRepository';
import { lockSeries, requireSeriesStep, settleSeries } from './settleSeries';

/** Of the contract: longest place in a source. */
const LONGEST_ARTICLE = 60;

/**
 * The second person's one word for a whole series. Approved, its pieces are made and laid on the plan's days as they
 * are free now, when the plan came from somebody who may lay pieces on days or the reviewer may; else they wait for
 * `study.laySeries`. Returned, it goes back with a note. Refused: `second_person_needed`, `no_days_for_plan`,
 * `text_not_fit`.
 */
export const reviewSeries = memberUseCase('study.reviewSeries')({
  policy: whoeverMay('study.review'),
  subject: lockSeries,
  subjectPolicy: (actor, series) => reviewHat(actor, series),
  run: async (context, { version, decision, note }, series) => {
    if (!isSecondPerson(context.actor, series)) throw new AppError('second_person_needed');
    requireSeriesStep(series, version, ['submitted']);
    if (decision === 'approve') return approve(context, series, note);
    if (note === '') throw new AppError('bad_input', 'note');
    const returned = await settleSeries(context, series, {
      state: 'returned',
      review: { reviewerId: context.actor.memberId, reviewedAt: context.now },
      note,
    });
    await tellAuthor(context, series, `系列《${series.title}》退回修改：${note}`);
    return { ...returned, firstDay: null, lastDay: null };
  },
  auditSubject: ({ seriesId }) => ({ kind: 'series', id: seriesId }),
});

async function approve(context: Context, series: KeptSeries, note: string) {
  const { trx, actor, now, newId } = context;
  const mayLay = series.planDecided || scheduleHat(actor, series) !== null;
  const pieces = piecesOf(series.text, bordersOf(series.text), series.cuts, series.title);
  // Our own list, at the door itself: a statute is too long for WeChat's check and is not what a user wrote.
  const { title, topic, source, text } = series;
  const around = [
    title,
    topic,
    source?.title ?? '',
    source?.article ?? '',
    ...pieces.map((piece) => piece.title),
  ];
  if (checkWords([...around, text].join('\n')).verdict === 'risky') throw new AppError('text_not_fit');
  const days = mayLay && series.plan ? (await daysOf(context, series, series.plan, pieces.length)).days : [];
  if (mayLay && days.length < pieces.length) throw new AppError('no_days_for_plan');
  const approved = await settleSeries(context, series, {
    state: 'approved',
    review: { reviewerId: actor.memberId, reviewedAt: now },
    note: note || null,
  });
  const made = pieces.map((piece, index) => {
    const blocks = blocksOfSlice(series.text.slice(piece.start, piece.end));
    return {
      id: newId(),
      position: index + 1,
      title: piece.title,
      source: series.source && { ...series.source, article: articleOf(series.source, piece.articles) },
      blocks,
      length: textLength(blocks),
      publishOn: days[index] ?? null,
    };
  });
  const lawChangeId = await findChangeToCheck(context, series.source);
  const approval = { reviewerId: actor.memberId, now, lawChangeId };
  await insertSeriesPieces(trx, actor.tenantId, series, made, approval).catch((error: unknown) => {
    // Somebody has laid a piece on one of the days in this very moment.
    const { constraint } = error as { constraint?: unknown };
    throw constraint === 'piece_one_a_day' ? new AppError('day_taken') : error;
  });
  await tellAuthor(context, series, `系列《${series.title}》审核通过了${note ? `：${note}` : ''}`);
  return { ...approved, firstDay: days[0] ?? null, lastDay: days[days.length - 1] ?? null };
}

function articleOf(source: StoredSource, articles: string): string {
  return articles !== '' && articles.length <= LONGEST_ARTICLE ? articles : source.article;
}

function tellAuthor(context: Context, series: KeptSeries, sentence: string): Promise<void> {
  return addNotice(context, series.authorId, sentence, {
    screen: 'deskSeries',
    query: { seriesId: series.id },
  });
}
