import { randomUUID } from 'node:crypto';
import { inTenant } from '../cloud/database/tenantTransaction';
import { codeOf } from '../cloud/meeting/codeOf';
import { newId } from '../cloud/ports/newId';
import { acceptedMinutes } from '../src/domain/meeting/signInCode';
import type { Benchmark } from './benchmark';
import { besideBare } from './http/besideBare';
import { answersPerSecond } from './http/load';
import { buildStage, headersOf, type Stage } from './http/stage';

const SECONDS = 3;
const PAIRS = 5;
/** More than can sign in during one measurement, so that each request is somebody’s first. */
const MEMBERS = 6000;

/** `meeting.signIn` over HTTP beside the same transaction behind a bare route; every request is another member. */
export const signIn: Benchmark = {
  title: '签到，经 HTTP',
  run: async () => {
    const stage = await buildStage(MEMBERS);
    const meetingId = await openMeeting(stage);
    let turn = 0;
    const next = (body: () => unknown) => () => {
      turn += 1;
      return { headers: headersOf(stage.members[turn % MEMBERS]?.token ?? ''), body: JSON.stringify(body()) };
    };
    const code = () =>
      codeOf(stage.ports.keyring, stage.tenantId, meetingId, acceptedMinutes(new Date())[0] ?? 0);
    const figures = await besideBare(stage, 'bareSignIn.ts', PAIRS, ({ ours, bare }) => {
      const runOurs = async () => {
        await emptyRoll(stage, meetingId);
        turn = 0;
        const body = () => ({ input: { meetingId, code: code() }, mutationId: randomUUID(), build: 1 });
        return answersPerSecond(`${ours}/api/meeting.signIn`, SECONDS, next(body));
      };
      const runBare = async () => {
        await emptyRoll(stage, meetingId);
        turn = 0;
        const body = () => ({ meetingId, changeId: randomUUID(), auditId: randomUUID() });
        return answersPerSecond(`${bare}/run`, SECONDS, next(body));
      };
      return { ours: runOurs, bare: runBare };
    });
    return {
      unit: 'sign-ins/s',
      better: 'higher',
      ...figures,
      baselineIs:
        'session, begin with tenant, the one business statement, audit row, commit behind a bare Fastify route',
      more: { connections: 10, seconds: SECONDS, members: MEMBERS },
    };
  },
};

async function openMeeting({
  database,
  ports,
  tenantId,
  branchId,
  secretaryId,
  members,
}: Stage): Promise<string> {
  const id = newId(ports.clock, ports.random);
  await inTenant(
    database.db,
    tenantId,
    async (trx) => {
      await trx
        .insertInto('meeting')
        .values({
          tenant_id: tenantId,
          id,
          organisation_id: branchId,
          type: 'themeDay',
          title: '测量',
          place: '会议室',
          planned_at: new Date(Date.now() + 3_600_000),
          agenda: JSON.stringify([{ title: '学习', minutes: 40 }]),
          state: 'open',
          called_by: secretaryId,
          opened_at: new Date(),
          closed_at: null,
          cancel_reason: null,
          minutes: null,
          held_on: null,
          late_reason: null,
          signed_at: null,
          signed_by: null,
        })
        .execute();
      // Parameters of one statement are at most 65,535.
      for (let from = 0; from < members.length; from += 5000) {
        await trx
          .insertInto('roll_entry')
          .values(
            members.slice(from, from + 5000).map((member) => ({
              tenant_id: tenantId,
              meeting_id: id,
              member_id: member.id,
              member_name: '测量',
              due: true,
              reason: null,
              voting: true,
              method: null,
              recorded_by: null,
              recorded_at: null,
            })),
          )
          .execute();
      }
    },
    { statementTimeoutMs: 60_000 },
  );
  return id;
}

async function emptyRoll({ database, tenantId }: Stage, meetingId: string): Promise<void> {
  await inTenant(database.db, tenantId, (trx) =>
    trx
      .updateTable('roll_entry')
      .set({ state: 'expected', method: null, recorded_by: null, recorded_at: null })
      .where('tenant_id', '=', tenantId)
      .where('meeting_id', '=', meetingId)
      .execute(),
  );
}
