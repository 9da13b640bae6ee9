import type { AnyUseCase } from '../../operation';
import { appendSeries } from './appendSeries';
import { cutSeries } from './cutSeries';
import { laySeries } from './laySeries';
import { readSeries } from './readSeries';
import { readSeriesDraft } from './readSeriesDraft';
import { reviewSeries } from './reviewSeries';
import { saveSeries } from './saveSeries';
import { startSeries } from './startSeries';
import { submitSeries } from './submitSeries';
import { withdrawSeries } from './withdrawSeries';

export const seriesUseCases: AnyUseCase[] = [
  startSeries,
  appendSeries,
  readSeriesDraft,
  saveSeries,
  cutSeries,
  submitSeries,
  reviewSeries,
  laySeries,
  withdrawSeries,
  readSeries,
];
