import type { Kysely } from 'kysely';
import { addDays, shanghaiDay } from '../src/domain/calendar/shanghai';
import { keptMinutes } from '../src/domain/file/fileKinds';
import { ANSWERS_KEPT_DAYS } from '../src/domain/quiz/practice/answerDays';
import type { Tables } from './database/tables';
import { inTenant, inTransaction } from './database/tenantTransaction';
import { deleteEndedIntakes } from './intake/intakeRepository';
import { enqueue } from './outbox/enqueue';
import { newId } from './ports/newId';
import type { Ports } from './ports/ports';
import { purgeImports } from './quiz/bank/importRepository';
import { deleteOldRuns } from './quiz/practice/runRepository';
import { deleteOldReminders } from './reminder/plannedRepository';
import { deleteOldTurns } from './study/supply/supplyRepository';
import {
  deleteEndedSessionsAndTries,
  deleteOldTraces,
  deleteUnfinishedFiles,
  deleteUnusedFiles,
} from './tickRepository';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Receipts are kept 30 days (architecture.md "Every mutation is idempotent"), delivered messages as long. */
const TRACES_MS = 30 * DAY_MS;
/** Unfinished uploads go after 24 h (architecture.md "Size"). */
const UNFINISHED_FILE_MS = DAY_MS;
/** A window of tries lasts 15 minutes (issue, section 3); after a day none can matter. */
const TRIES_MS = DAY_MS;
/** A reminder is the key under which it is sent once: kept for a year, longer than any of its subjects is open. */
const REMINDERS_MS = 366 * DAY_MS;
/** A year of past weeks tells whose turn it is next in the supply rota; nobody adds up more. */
const SUPPLY_DAYS = 366;
/** A set can be answered for seven days; 60 leave a reported fault its proof that the question was asked. */
const UNTOUCHED_RUN_DAYS = 60;
/** Answers wait in a phone for seven days at most, and need not be known as late after that. */
const DEADLINE_MS = 7 * DAY_MS;

/** Takes away what belongs to no bureau alone and has ended: sessions and counts of tries. */
export async function purgeGate(db: Kysely<Tables>, ports: Ports): Promise<void> {
  const now = ports.clock.now();
  await inTransaction(db, (trx) => deleteEndedSessionsAndTries(trx, now, before(now, TRIES_MS)));
}

/**
 * Takes away what a bureau no longer needs, in one transaction: old receipts,
 * delivered messages, reminders of long ago, uploads that were not finished, read or shown in their time
 * (fileKinds.ts; their objects through the outbox) and
 * the fixed fives and turns of the supply rota of days long past. A row goes when it is older than its time,
 * not when it is exactly as old. Audit rows and the sign-in log are the owner's
 * to drop.
 */
export async function purgeTenant(db: Kysely<Tables>, ports: Ports, tenantId: string): Promise<void> {
  const now = ports.clock.now();
  await inTenant(db, tenantId, async (trx) => {
    await deleteOldTraces(trx, tenantId, before(now, TRACES_MS));
    await deleteOldReminders(trx, tenantId, before(now, REMINDERS_MS));
    await deleteEndedIntakes(trx, tenantId, now);
    await purgeImports(trx, tenantId, now);
    await deleteOldRuns(trx, tenantId, {
      deadlineBefore: before(now, DEADLINE_MS),
      openedBefore: addDays(shanghaiDay(now), -ANSWERS_KEPT_DAYS),
      untouchedBefore: addDays(shanghaiDay(now), -UNTOUCHED_RUN_DAYS),
    });
    await deleteOldTurns(trx, tenantId, addDays(shanghaiDay(now), -SUPPLY_DAYS));
    const goneFiles = await deleteUnfinishedFiles(trx, tenantId, before(now, UNFINISHED_FILE_MS));
    for (const [purpose, minutes] of Object.entries(keptMinutes)) {
      goneFiles.push(...(await deleteUnusedFiles(trx, tenantId, purpose, before(now, minutes * MINUTE_MS))));
    }
    for (const fileId of goneFiles) {
      const context = { trx, now, actor: { tenantId }, newId: () => newId(ports.clock, ports.random) };
      await enqueue(context, 'file.remove', { fileId });
    }
  });
}

function before(now: Date, ageMs: number): Date {
  return new Date(now.getTime() - ageMs);
}
