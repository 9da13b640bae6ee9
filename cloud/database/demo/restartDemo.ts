import { shanghaiDay } from '../../../src/domain/calendar/shanghai';
import { identify } from '../../identity/identify';
import { doorUseCase } from '../../operation';
import { inTenant } from '../tenantTransaction';
import { restartMeeting } from './demoMeetingOfToday';
import { reopenTasks } from './demoTasks';

/**
 * 重新开始演示: whoever asks loses their own marks and answers, and the branch
 * gets a fresh open meeting. Not registered without the demo mark. A door
 * because it is nobody's business record: no receipt, no audit row.
 */
export const restartDemo = doorUseCase('identity.restartDemo')({
  demoOnly: true,
  policy: () => true,
  run: async ({ db, ports, caller, now }) => {
    const { tenantId, memberId } = await identify(db, ports, caller, now);
    await inTenant(db, tenantId, async (trx) => {
      for (const table of [
        'study_mark',
        'run_answer',
        'review_card',
        'quiz_run',
        'review_setting',
      ] as const) {
        await trx
          .deleteFrom(table)
          .where('tenant_id', '=', tenantId)
          .where('member_id', '=', memberId)
          .execute();
      }
      await reopenTasks(trx, { tenantId, memberId, today: shanghaiDay(now) });
      await restartMeeting(trx, ports, tenantId);
    });
    return { output: {} };
  },
});
