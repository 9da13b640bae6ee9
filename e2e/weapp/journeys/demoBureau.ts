import { inTenant, type Transaction } from '../../../cloud/database/tenantTransaction';
import { createDispatch, type Dispatch } from '../../../cloud/dispatch';
import type { demoShoes } from '../../../cloud/identity/demoShoes';
import type { fixedClock } from '../../../cloud/ports/clock';
import { TEST_NOW } from '../../../cloud/testing/bureau';
import type { TestDatabase } from '../../../cloud/testing/database';
import { createDemoDatabase } from '../../../cloud/testing/demoDatabase';
import { createTestPorts } from '../../../cloud/testing/ports';
import { useCases } from '../../../cloud/useCases';
import type { LaunchRequest, MiniProgram } from '../miniProgram';
import { Phones } from './phones';
import { realCloud } from './realCloud';
import { serveFiles } from './serveFiles';

type Shoe = (typeof demoShoes)[number]['shoe'];

/** The demo bureau and people's phones in it. */
export interface DemoBureau {
  database: TestDatabase;
  dispatch: Dispatch;
  clock: ReturnType<typeof fixedClock>;
  phones: Phones;
  /** The phone of somebody who has stepped into these shoes. */
  phoneOf(shoe: Shoe, more?: Partial<LaunchRequest>): Promise<MiniProgram>;
  /** Looks into the bureau's tables, behind the back of dispatch. */
  look<T>(run: (trx: Transaction) => Promise<T>): Promise<T>;
  /** The id behind a login name. */
  memberId(loginName: string): Promise<string>;
  close(): Promise<void>;
}

const appid = 'wx00000000000000de';

/** Fills a demo bureau at `now` for one test file; close it in `afterAll`, its phones in `afterEach`. */
export async function openDemoBureau(now = TEST_NOW): Promise<DemoBureau> {
  const { database, filesFrom } = await createDemoDatabase(now);
  const { clock, ports, close } = createTestPorts(now, undefined, filesFrom);
  const dispatch = createDispatch({ db: database.db, ports, useCases, demo: true, oldestBuild: 1 });
  const { id: tenantId } = await database.owner.db
    .selectFrom('gate.tenant')
    .select('id')
    .executeTakeFirstOrThrow();
  const phones = new Phones({ dispatch, clock, appid });
  return {
    database,
    dispatch,
    clock,
    phones,
    phoneOf: async (shoe, more) => {
      const { cloud, request } = realCloud(dispatch, { appid, openid: shoe });
      const reply = await cloud('api', { operation: 'identity.stepInto', input: { shoe } });
      if (!reply.ok) throw new Error(`nobody stepped into the shoes: ${reply.error.code}`);
      return phones.start(shoe, { request: serveFiles({ db: database.db, ports }, request), ...more });
    },
    look: (run) => inTenant(database.owner.db, tenantId, run),
    memberId: async (loginName) => {
      const row = await database.owner.db
        .selectFrom('gate.login')
        .select('member_id')
        .where('login_name', '=', loginName)
        .executeTakeFirstOrThrow();
      return row.member_id;
    },
    close: async () => {
      await database.close();
      close();
    },
  };
}
