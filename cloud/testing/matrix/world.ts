import { randomUUID, scryptSync } from 'node:crypto';
import { inTenant, inTransaction } from '../../database/tenantTransaction';
import { createDispatch, type Dispatch } from '../../dispatch';
import type { Caller } from '../../operation';
import type { Log } from '../../ports/log';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import { activationCardOf, putCardInForce } from '../../roster/activationCard';
import { appoint, enrolMember, enrolOrganisation, join } from '../../roster/enrol';
import { useCases } from '../../useCases';
import { createTestDatabase, type TestDatabase } from '../database';
import { createTestPorts } from '../ports';
import { type ColumnName, columnNames, columnOf, type TreeKey, tree } from './columns';
import {
  addOwnRecords,
  addPlaceRecords,
  addShared,
  type OwnRecords,
  type PlaceRecords,
  type SharedRecords,
} from './records';
import { type ForgettingDatabase, openForgettingDatabase } from './rolledBack';
import type { Scribe } from './scribe';

/** One bureau with one of everything at every place of the tree. */
export interface MatrixBureau {
  tenantId: string;
  appid: string;
  places: Record<TreeKey, PlaceRecords>;
  /** Somebody without a post in every organisation, with own things. */
  residents: Record<TreeKey, OwnRecords>;
  shared: SharedRecords;
  /** The code of a card that has not been used. */
  card: string;
  /** The mobile of the same person. */
  mobile: string;
  /** Somebody who has a passphrase. */
  login: { loginName: string; passphrase: string };
}

type TestPorts = ReturnType<typeof createTestPorts>;

export interface MatrixWorld {
  bureau: MatrixBureau;
  foreignBureau: MatrixBureau;
  people: Record<Exclude<ColumnName, 'nobody'>, OwnRecords>;
  ports: Ports;
  clock: TestPorts['clock'];
  database: ForgettingDatabase;
  dispatch: Dispatch;
  callerOf(name: ColumnName): Caller;
  close(): Promise<void>;
}

/** Monday 23 November 2026, 15:00 in Shanghai: in the middle of a meeting. */
export const MATRIX_NOW = '2026-11-23T07:00:00.000Z';

const PASSPHRASE = '三楼会议室的那口旧挂钟';

/** The hash of the passphrase at the lowest costs: the costs travel with it, and the matrix signs in often. */
function cheapHash(): string {
  const salt = Buffer.alloc(16, 1);
  const key = scryptSync(PASSPHRASE.normalize('NFKC'), salt, 32, { N: 2, r: 1, p: 1 });
  return ['scrypt', 1, 1, 1, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** Two bureaus with the same tree; the people of the columns are in the first. */
export async function createMatrixWorld(log: Log): Promise<MatrixWorld> {
  const database = await createTestDatabase();
  const { ports, clock, close } = createTestPorts(MATRIX_NOW, log);
  const { bureau, people } = await addBureau(database, ports, 'a', true);
  const { bureau: foreignBureau } = await addBureau(database, ports, 'b', false);
  const forgetting = await openForgettingDatabase(database.appUrl);
  const dispatch = createDispatch({ db: forgetting.db, ports, useCases, demo: false, oldestBuild: 1 });
  return {
    bureau,
    foreignBureau,
    people,
    ports,
    clock,
    database: forgetting,
    dispatch,
    callerOf: (name) => ({
      channel: 'h5',
      platform: null,
      sessionToken: name === 'nobody' ? null : people[name].sessionToken,
      address: '127.0.0.1',
    }),
    close: async () => {
      await forgetting.close();
      await database.close();
      close();
    },
  };
}

async function addBureau(database: TestDatabase, ports: Ports, letter: string, isPeopled: boolean) {
  const fresh = () => newId(ports.clock, ports.random);
  const tenantId = fresh();
  const appid = `wx000000000000000${letter}`;
  await inTransaction(database.owner.db, async (trx) => {
    const created_at = ports.clock.now();
    await trx
      .insertInto('gate.tenant')
      .values({ id: tenantId, name: `局${letter}`, created_at })
      .execute();
    await trx.insertInto('gate.app').values({ appid, tenant_id: tenantId }).execute();
  });
  let number = 0;
  return inTenant(database.db, tenantId, async (trx) => {
    const organisations = {} as Record<TreeKey, { id: string; path: string }>;
    for (const key of treeKeys) {
      const { level, parent } = tree[key];
      const id = fresh();
      const path = await enrolOrganisation(trx, tenantId, {
        id,
        name: `${letter}-${key}`,
        level,
        parent: parent && organisations[parent],
        enabledOn: '2026-01-01',
      });
      organisations[key] = { id, path };
    }
    await trx
      .insertInto('bureau_setting')
      .values({ tenant_id: tenantId, pioneer_index_enabled: true, host_unit: null })
      .execute();

    const enrol = async (home: TreeKey | null, kind: 'full' | 'probationary' = 'full') => {
      const id = fresh();
      number += 1;
      const loginName = `${letter}${String(number).padStart(7, '0')}`;
      await enrolMember(trx, ports, tenantId, {
        id,
        loginName,
        name: `${letter}${number}号`,
        kind,
        ...(home ? { branch: { organisationId: organisations[home].id, from: '2020-01-01' } } : {}),
        affiliationId: fresh(),
      });
      return { memberId: id, loginName };
    };
    const author = await enrol(null);
    const reviewer = await enrol(null);
    const scribe: Scribe = {
      trx,
      ports,
      tenantId,
      newId: fresh,
      authorId: author.memberId,
      reviewerId: reviewer.memberId,
    };

    const enrolled = {} as Record<TreeKey, { memberId: string; loginName: string }>;
    for (const key of treeKeys) {
      enrolled[key] = await enrol(key);
      // A group's roll is of those who joined it.
      if (tree[key].level !== 'group') continue;
      const [id, organisationId] = [fresh(), organisations[key].id];
      await join(trx, tenantId, {
        id,
        memberId: enrolled[key].memberId,
        organisationId,
        kind: 'group',
        from: '2025-01-01',
      });
    }
    const persons = new Map<Exclude<ColumnName, 'nobody'>, { memberId: string; loginName: string }>();
    for (const name of isPeopled ? columnNames : []) {
      const { person } = columnOf(name);
      if (name === 'nobody' || !person) continue;
      const one = await enrol(person.home, person.kind);
      persons.set(name, one);
      if (person.post) {
        await appoint(trx, tenantId, {
          id: fresh(),
          memberId: one.memberId,
          organisationId: organisations[person.post.at].id,
          post: person.post.post,
          from: '2025-01-01',
          ...(person.post.until ? { to: person.post.until } : {}),
          named: person.post.named ? [organisations[person.post.named].id] : [],
        });
      }
      if (person.joins) {
        await join(trx, tenantId, {
          id: fresh(),
          memberId: one.memberId,
          organisationId: organisations[person.joins].id,
          kind: 'group',
          from: '2025-01-01',
        });
      }
      await trx
        .insertInto('gate.binding')
        .values({ appid, openid: `openid-${name}`, tenant_id: tenantId, member_id: one.memberId })
        .execute();
    }

    const shared = await addShared(scribe, organisations.committee.id, randomUUID());
    const places = {} as Record<TreeKey, PlaceRecords>;
    for (const key of treeKeys) {
      const people = {
        resident: enrolled[key].memberId,
        successor: (await enrol(key)).memberId,
        idOf: (one: TreeKey) => organisations[one].id,
      };
      places[key] = await addPlaceRecords(scribe, key, organisations[key].id, people);
    }
    const residents = {} as Record<TreeKey, OwnRecords>;
    for (const key of treeKeys) {
      residents[key] = await addOwnRecords(
        scribe,
        { ...enrolled[key], meeting: places[key], keeps: organisations[key].id },
        shared,
      );
    }
    const people = {} as MatrixWorld['people'];
    for (const [name, one] of persons) {
      const home = columnOf(name).person?.home ?? 'branch';
      const keeps = organisations[columnOf(name).places.own ?? 'branch'].id;
      people[name] = await addOwnRecords(scribe, { ...one, meeting: places[home], keeps }, shared);
    }

    const newcomer = await enrol('farBranch');
    const card = activationCardOf(ports, letter, ports.clock.now());
    await putCardInForce(trx, { tenantId, memberId: newcomer.memberId }, card, ports.clock.now());
    const mobile = `1380000000${letter === 'a' ? 1 : 2}`;
    await trx
      .insertInto('gate.mobile')
      .values({
        blind_index: ports.keyring.mac('blindIndex', mobile).toString('base64url'),
        tenant_id: tenantId,
        member_id: newcomer.memberId,
      })
      .execute();
    await trx
      .updateTable('gate.login')
      .set({ passphrase_hash: cheapHash() })
      .where('login_name', '=', author.loginName)
      .execute();
    const bureau: MatrixBureau = {
      tenantId,
      appid,
      places,
      residents,
      shared,
      card: card.printed,
      mobile,
      login: { loginName: author.loginName, passphrase: PASSPHRASE },
    };
    return { bureau, people };
  });
}

const treeKeys = Object.keys(tree) as TreeKey[];
