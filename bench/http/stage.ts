import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inTenant, inTransaction } from '../../cloud/database/tenantTransaction';
import { openSession } from '../../cloud/identity/session';
import { systemClock } from '../../cloud/ports/clock';
import { parseKeys } from '../../cloud/ports/keyring';
import { silentLog } from '../../cloud/ports/log';
import { newId } from '../../cloud/ports/newId';
import type { Ports } from '../../cloud/ports/ports';
import { systemRandom } from '../../cloud/ports/random';
import { appoint, enrolMember, enrolOrganisation } from '../../cloud/roster/enrol';
import { stopTestCluster } from '../../cloud/testing/cluster';
import { createTestDatabase, type TestDatabase } from '../../cloud/testing/database';
import { playedFiles, playedWeixin } from '../../cloud/testing/playedPorts';

/** A bureau of one branch with `size` members, everybody with a session, on a real database. */
export interface Stage {
  database: TestDatabase;
  ports: Ports;
  keys: string;
  folder: string;
  tenantId: string;
  committeeId: string;
  branchId: string;
  secretaryId: string;
  members: { id: string; token: string }[];
  close(): Promise<void>;
}

/** Builds the stage; 500 members take a few seconds. */
export async function buildStage(size: number): Promise<Stage> {
  const database = await createTestDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'morning-study-bench-'));
  const keys = `bench:${systemRandom.bytes(32).toString('base64')}`;
  const ports: Ports = {
    clock: systemClock,
    random: systemRandom,
    log: silentLog,
    keyring: parseKeys(keys),
    weixin: playedWeixin(),
    files: playedFiles(folder),
  };
  const fresh = () => newId(ports.clock, ports.random);
  const tenantId = fresh();
  await inTransaction(database.owner.db, (trx) =>
    trx
      .insertInto('gate.tenant')
      .values({ id: tenantId, name: '测量局', created_at: ports.clock.now() })
      .execute(),
  );
  const committeeId = fresh();
  const branchId = fresh();
  const members: Stage['members'] = [];
  await inTenant(
    database.db,
    tenantId,
    async (trx) => {
      const path = await enrolOrganisation(trx, tenantId, {
        id: committeeId,
        name: '机关党委',
        level: 'organCommittee',
        parent: null,
        enabledOn: '2020-01-01',
      });
      await enrolOrganisation(trx, tenantId, {
        id: branchId,
        name: '第一党支部',
        level: 'branch',
        parent: { id: committeeId, path },
        enabledOn: '2020-01-01',
      });
      await trx
        .insertInto('bureau_setting')
        .values({ tenant_id: tenantId, pioneer_index_enabled: false, host_unit: null })
        .execute();
      for (let index = 0; index < size; index += 1) {
        const id = fresh();
        await enrolMember(trx, ports, tenantId, {
          id,
          loginName: `b${String(index).padStart(7, '0')}`,
          name: `测量${index}`,
          kind: 'full',
          branch: { organisationId: branchId, from: '2020-01-01' },
          affiliationId: fresh(),
        });
        const { token } = await openSession(trx, ports, { tenantId, memberId: id, channel: 'h5' });
        members.push({ id, token });
      }
      const secretaryId = members[0]?.id ?? '';
      await appoint(trx, tenantId, {
        id: fresh(),
        memberId: secretaryId,
        organisationId: branchId,
        post: 'secretary',
        from: '2020-01-01',
      });
      for (const index of [1, 2]) {
        await appoint(trx, tenantId, {
          id: fresh(),
          memberId: members[index]?.id ?? '',
          organisationId: committeeId,
          post: 'committeeOfficer',
          from: '2020-01-01',
        });
      }
    },
    { statementTimeoutMs: 60_000 },
  );
  return {
    database,
    ports,
    keys,
    folder,
    tenantId,
    committeeId,
    branchId,
    secretaryId: members[0]?.id ?? '',
    members,
    close: async () => {
      await database.close();
      await stopTestCluster();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The headers that our client sends, for a member's session. */
export function headersOf(token: string): Record<string, string> {
  return { 'content-type': 'application/json', 'x-morning-study': '1', cookie: `morning=${token}` };
}
