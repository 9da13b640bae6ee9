import { addDays, shanghaiDay, shanghaiInstant, weekday } from '../../../src/domain/calendar/shanghai';
import type { Ports } from '../../ports/ports';
import { reviewSeries } from '../../study/series/reviewSeries';
import { startSeries } from '../../study/series/startSeries';
import { submitSeries } from '../../study/series/submitSeries';
import type { Transaction } from '../tenantTransaction';
import { windowRules } from './content/windowRules';
import { handOf } from './demoContext';
import { lastWorkdaysBefore } from './lastWorkdaysBefore';

/** The secretary whose shoes one steps into writes, another officer of the branch approves. */
const SECRETARY = 'd0000002';

/**
 * A series of the demo member's branch, made from one text through the real use cases: one a week, so that
 * its first piece is out and the other still to come, beside the bureau's pieces.
 */
export async function fillSeries(trx: Transaction, ports: Ports, tenantId: string): Promise<void> {
  const today = shanghaiDay(ports.clock.now());
  const first = lastWorkdaysBefore(today, 1)[0] ?? today;
  const at = shanghaiInstant(addDays(first, -1), '10:00');
  const { member_id: writerId } = await trx
    .selectFrom('gate.login')
    .select('member_id')
    .where('login_name', '=', SECRETARY)
    .executeTakeFirstOrThrow();
  const writer = await handOf(trx, ports, tenantId, writerId, at);
  const branch = writer.context.actor.held.find((one) => one.post === 'secretary');
  if (!branch) throw new Error('the demo secretary holds no branch');
  const { organisationId } = branch;
  const { seriesId } = await writer.does(startSeries, 'study.startSeries', {
    organisationId,
    title: '窗口接待手册（演示）',
    kind: 'explanation',
    topic: '窗口服务',
    source: {
      title: '窗口接待手册（演示，虚构）',
      article: '',
      url: null,
      versionOn: null,
      checkedOn: null,
    },
    text: windowRules,
  });
  // A piece a week: the first is out, the next comes when its day does.
  const weekdays = [weekday(first)];
  await writer.does(submitSeries, 'study.submitSeries', { seriesId, version: 1, from: first, weekdays });
  const officer = await trx
    .selectFrom('post')
    .select('member_id')
    .where('tenant_id', '=', tenantId)
    .where('organisation_id', '=', organisationId)
    .where('post', 'in', ['deputySecretary', 'publicityOfficer'])
    .where('member_id', '<>', writerId)
    .where('to_day', 'is', null)
    .orderBy('post')
    .executeTakeFirstOrThrow();
  const reviewer = await handOf(trx, ports, tenantId, officer.member_id, at);
  await reviewer.does(reviewSeries, 'study.reviewSeries', {
    seriesId,
    version: 2,
    decision: 'approve',
    note: '',
  });
}
