import { inTenant, type Transaction } from '../../../cloud/database/tenantTransaction';
import { createTestBureau, type TestWorld } from '../../../cloud/testing/bureau';
import type { TestPersonName } from '../../../cloud/testing/people';
import type { LaunchRequest, MiniProgram } from '../miniProgram';
import { Phones } from './phones';

/** A test bureau (cloud/testing) whose people hold phones. */
export interface PhoneBureau {
  world: TestWorld;
  phones: Phones;
  /** The phone of somebody who has come in by a card before. */
  phoneOf(person: TestPersonName, more?: Partial<LaunchRequest>): Promise<MiniProgram>;
  /** Looks into the bureau's tables, behind the back of dispatch. */
  look<T>(run: (trx: Transaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** The appid of the test bureau's own mini-program. */
export const testAppid = 'wx000000000000000a';

/** Opens a bureau for one test file; close it in `afterAll`, its phones in `afterEach`. */
export async function openPhoneBureau(
  options: Parameters<typeof createTestBureau>[0] = {},
): Promise<PhoneBureau> {
  const world = await createTestBureau(options);
  const phones = new Phones({ ...world, appid: testAppid });
  return {
    world,
    phones,
    phoneOf: async (person, more) => {
      await bind(world, person);
      return phones.start(person, more);
    },
    look: (run) => inTenant(world.database.owner.db, world.tenantId, run),
    close: () => world.close(),
  };
}

/** What activation leaves behind. */
async function bind(world: TestWorld, person: TestPersonName): Promise<void> {
  await world.database.db
    .insertInto('gate.binding')
    .values({
      appid: testAppid,
      openid: person,
      tenant_id: world.tenantId,
      member_id: world.members[person],
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
