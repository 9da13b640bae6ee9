import type { Transaction } from '../database/tenantTransaction';
import { listNotices } from '../reminder/reminderRepository';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { plansOf } from '../testing/plansOf';
import { listFaultsAt, listOwnFaults } from './faultRepository';
import { listOwnFeedback } from './feedbackRepository';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());

describe('the lists that a screen waits for', () => {
  it.each<[string, string, (trx: Transaction, tenantId: string, memberId: string) => Promise<unknown>]>([
    [
      'own feedback',
      'feedback_by_member',
      (trx, tenantId, memberId) => listOwnFeedback(trx, tenantId, memberId, 50),
    ],
    [
      'own faults',
      'fault_by_reporter',
      (trx, tenantId, memberId) => listOwnFaults(trx, tenantId, memberId, 100),
    ],
    [
      'a keeper’s faults',
      'fault_by_organisation',
      (trx, tenantId) => {
        const place = { organisationId: world.organisations.branch, organisationPath: '' };
        return listFaultsAt(trx, tenantId, [{ ...place, subject: 'piece' }], 200);
      },
    ],
    ['notices', 'notice_by_member', (trx, tenantId, memberId) => listNotices(trx, tenantId, memberId, 100)],
  ])('%s come by the index %s', async (_what, index, list) => {
    const plans = await world.asActor('member', ({ trx, actor }) =>
      plansOf(trx, (recorded) => list(recorded, actor.tenantId, actor.memberId)),
    );
    expect(plans).toHaveLength(1);
    expect(plans[0]).toContain(index);
  });
});
