import { bordersOf } from '../../../src/domain/study/series/bordersOf';
import { piecesOf } from '../../../src/domain/study/series/seriesPieces';
import {
  changeSeries,
  findSeries,
  insertSeries,
  insertSeriesPieces,
} from '../../study/series/seriesRepository';
import { pieceContent } from '../pieces';
import type { Scribe } from './scribe';

/** Series of an organisation in each state that some operation needs. */
export interface SeriesRecords {
  seriesDraft: string;
  seriesSubmitted: string;
  /** Its one piece came out on Wednesday 18 November 2026. */
  seriesOut: string;
}

const OUT_ON = '2026-11-18';
const text = '第一条 有人来访，先请坐。';
const plan = { from: '2026-11-24', weekdays: [1, 2, 3, 4, 5], decided: true };

/** Adds them. */
export async function addSeries(scribe: Scribe, organisationId: string): Promise<SeriesRecords> {
  const add = async (state: 'draft' | 'submitted' | 'approved') => {
    const { trx, ports, tenantId, newId, authorId, reviewerId } = scribe;
    const id = newId();
    const now = ports.clock.now();
    const { kind, topic, source } = pieceContent;
    const about = { title: '工作手册', kind, topic, source, text, cuts: [{ at: 0, title: null }] };
    await insertSeries(trx, tenantId, { id, organisationId, authorId, demo: false, ...about }, now);
    if (state === 'draft') return id;
    const seen = { tenantId, seriesId: id, version: 1 };
    const review = state === 'approved' ? { review: { reviewerId, reviewedAt: now } } : {};
    await changeSeries(trx, seen, { state, plan, ...review }, now);
    const series = await findSeries(trx, tenantId, id);
    if (state === 'submitted' || !series) return id;
    const pieces = piecesOf(text, bordersOf(text), series.cuts, series.title).map((piece) => ({
      id: newId(),
      position: 1,
      title: piece.title,
      source,
      blocks: [{ type: 'paragraph' as const, text }],
      length: piece.length,
      publishOn: OUT_ON,
    }));
    await insertSeriesPieces(trx, tenantId, series, pieces, { reviewerId, now });
    // Whatever of the place a member opens has a self-check.
    await trx
      .updateTable('piece')
      .set({ checks: JSON.stringify(pieceContent.checks) })
      .where('tenant_id', '=', tenantId)
      .where('series_id', '=', id)
      .execute();
    return id;
  };
  return {
    seriesDraft: await add('draft'),
    seriesSubmitted: await add('submitted'),
    seriesOut: await add('approved'),
  };
}
