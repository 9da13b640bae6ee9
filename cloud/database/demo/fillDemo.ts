import { sql } from 'kysely';
import { addDays, shanghaiDay, shanghaiInstant } from '../../../src/domain/calendar/shanghai';
import { workdaysFrom } from '../../../src/domain/calendar/workdays';
import { demoScheme } from '../../../src/domain/pioneer/demoScheme';
import { halfYearOf } from '../../../src/domain/pioneer/halfYear';
import { replyToFeedback } from '../../feedback/replyToFeedback';
import { reportFault } from '../../feedback/reportFault';
import { submitAnonymousFeedback } from '../../feedback/submitAnonymousFeedback';
import { submitFeedback } from '../../feedback/submitFeedback';
import { adoptScheme } from '../../pioneer/adoptScheme';
import { closePeriod, ensurePeriod } from '../../pioneer/ensurePeriod';
import { newId } from '../../ports/newId';
import type { Ports } from '../../ports/ports';
import { insertReviewedQuestion } from '../../quiz/quizRepository';
import { appoint, enrolMember, enrolOrganisation, join } from '../../roster/enrol';
import { markPiece } from '../../study/markPiece';
import { readToday } from '../../study/readToday';
import { insertPiece } from '../../study/studyRepository';
import { connect } from '../connect';
import { enterTenant, inTransaction, type Transaction } from '../tenantTransaction';
import { demoPieces, demoQuestions } from './content/content';
import { waitingPiece } from './content/waitingPiece';
import { fillAnswers } from './demoAnswers';
import { fillBank } from './demoBank';
import { contentOf, storedSource } from './demoContent';
import { handOf } from './demoContext';
import { fillLaw } from './demoLaw';
import { fillLectures } from './demoLectures';
import { fillMedia } from './demoMedia';
import { openMeetingForToday } from './demoMeetingOfToday';
import { playMeeting, themeDayAgenda, themeDaysOf, themeDayTitle } from './demoMeetings';
import { ensureOpenPaper } from './demoPapers';
import { type DemoMember, demoMembers, demoOrganisations, HANDOVER_DAYS_AGO } from './demoRoster';
import { fillSeries } from './demoSeries';
import { fillSupply } from './demoSupply';
import { fillTasks } from './demoTasks';
import { fillWindowQuestions } from './demoWindowQuestions';
import { lastWorkdaysBefore } from './lastWorkdaysBefore';

/** Pieces lie on this many working days before today, and on as many from today on (issue, section 3). */
const PAST_DAYS = 10;
const COMING_DAYS = 10;

/** The bureau while it is being filled: ids by key and login name. */
interface Filling {
  trx: Transaction;
  ports: Ports;
  tenantId: string;
  today: string;
  organisations: Record<string, string>;
  members: Map<string, { id: string; spec: DemoMember }>;
}

/**
 * Fills an empty, migrated database with the demo bureau and puts the demo mark
 * on it, all in one transaction of the owner: either everything is there or
 * nothing. All days are relative to the clock. False, and nothing done, when
 * the database has a tenant already.
 */
export async function fillDemo(ownerUrl: string, ports: Ports): Promise<boolean> {
  const owner = connect(ownerUrl, { poolSize: 1, applicationName: 'morning-study demo' });
  try {
    return await inTransaction(owner.db, (trx) => fill(trx, ports), { statementTimeoutMs: 60_000 });
  } finally {
    await owner.close();
  }
}

async function fill(trx: Transaction, ports: Ports): Promise<boolean> {
  // Two processes at once: the second waits, then finds the tenant.
  await sql`select pg_advisory_xact_lock(${DEMO_LOCK})`.execute(trx);
  const found = await trx.selectFrom('gate.tenant').select('id').limit(1).executeTakeFirst();
  if (found) return false;
  const now = ports.clock.now();
  const tenantId = newId(ports.clock, ports.random);
  await trx.insertInto('gate.demo_mark').values({ marked_at: now }).execute();
  await trx
    .insertInto('gate.tenant')
    .values({ id: tenantId, name: '演示市场监管局', created_at: now })
    .execute();
  await enterTenant(trx, tenantId);
  const filling: Filling = {
    trx,
    ports,
    tenantId,
    today: shanghaiDay(now),
    organisations: {},
    members: new Map(),
  };
  await fillRoster(filling);
  await fillContent(filling);
  await fillMeetings(filling);
  await fillVoices(filling);
  await fillSeries(trx, ports, tenantId);
  await fillMedia(trx, ports, tenantId);
  await fillWindowQuestions(trx, ports, tenantId);
  await fillLaw(trx, ports, tenantId);
  await fillTasks(trx, ports, tenantId);
  await fillLectures(trx, ports, tenantId);
  await fillSupply(trx, ports, tenantId);
  await fillBank(trx, ports, tenantId);
  await fillAnswers(trx, ports, tenantId);
  await ensureOpenPaper(trx, ports, tenantId);
  return true;
}

/** Any number that nothing else in this program locks. */
const DEMO_LOCK = 336_601;

async function fillRoster({ trx, ports, tenantId, today, organisations, members }: Filling): Promise<void> {
  const fresh = () => newId(ports.clock, ports.random);
  // In use since the half-year before: what lies before it is 启用前 and never missed.
  const enabledOn = halfYearOf(addDays(halfYearOf(today).startsOn, -1)).startsOn;
  await trx
    .insertInto('bureau_setting')
    .values({ tenant_id: tenantId, pioneer_index_enabled: true, host_unit: '演示市场监管局（虚构单位）' })
    .execute();
  const paths: Record<string, string> = {};
  const parentOf = (key: string) => ({ id: organisations[key] ?? '', path: paths[key] ?? '' });
  for (const one of demoOrganisations) {
    const id = fresh();
    organisations[one.key] = id;
    paths[one.key] = await enrolOrganisation(trx, tenantId, {
      id,
      name: one.name,
      level: one.level,
      parent: one.parent ? parentOf(one.parent) : null,
      enabledOn,
    });
  }
  const from = addDays(today, -2000);
  for (const spec of demoMembers(today)) {
    const id = fresh();
    members.set(spec.loginName, { id, spec });
    await enrolMember(trx, ports, tenantId, {
      id,
      loginName: spec.loginName,
      name: spec.name,
      kind: spec.kind,
      joinedOn: spec.joinedOn,
      // Numbers that no network gives out: 100 and the member number.
      ...(spec.hasPhone ? { mobile: `1000${spec.loginName.slice(1)}` } : {}),
      ...(spec.branch ? { branch: { organisationId: organisations[spec.branch] ?? '', from } } : {}),
      marks: spec.marks.map((mark) => ({ id: fresh(), ...mark })),
      affiliationId: fresh(),
    });
    for (const post of spec.posts) {
      await appoint(trx, tenantId, {
        id: fresh(),
        memberId: id,
        organisationId: organisations[post.at] ?? '',
        post: post.post,
        from: post.from,
        ...(post.to ? { to: post.to } : {}),
        named: (post.named ?? []).map((key) => organisations[key] ?? ''),
      });
    }
    for (const key of spec.joins) {
      const kind = key === 'youth' ? 'team' : 'group';
      await join(trx, tenantId, {
        id: fresh(),
        memberId: id,
        organisationId: organisations[key] ?? '',
        kind,
        from,
      });
    }
  }
}

async function fillContent({ trx, ports, tenantId, today, organisations, members }: Filling): Promise<void> {
  const committee = organisations.committee ?? '';
  const authorId = members.get('d0000003')?.id ?? '';
  const reviewerId = members.get('d0000004')?.id ?? '';
  const days = [...lastWorkdaysBefore(today, PAST_DAYS), ...workdaysFrom(today, COMING_DAYS, new Map())];
  // The first piece of the list lies on the first coming day; the tenth on the day before that.
  const order = [...demoPieces.slice(COMING_DAYS), ...demoPieces.slice(0, COMING_DAYS)];
  for (const [index, piece] of order.entries()) {
    const publishOn = days[index] ?? today;
    await insertPiece(
      trx,
      tenantId,
      {
        id: newId(ports.clock, ports.random),
        organisationId: committee,
        authorId,
        demo: true,
        updatedAt: shanghaiInstant(addDays(publishOn, -20), '10:00'),
        ...contentOf(piece),
      },
      { reviewerId, reviewedAt: shanghaiInstant(addDays(publishOn, -18), '15:00'), publishOn },
    );
  }
  const waiting = newId(ports.clock, ports.random);
  await insertPiece(trx, tenantId, {
    id: waiting,
    organisationId: committee,
    authorId,
    demo: true,
    updatedAt: ports.clock.now(),
    ...contentOf(waitingPiece),
  });
  await trx
    .updateTable('piece')
    .set({ state: 'submitted' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', waiting)
    .execute();
  for (const question of demoQuestions) {
    await insertReviewedQuestion(trx, tenantId, {
      id: newId(ports.clock, ports.random),
      organisationId: committee,
      type: question.type,
      stem: question.stem,
      options: question.options,
      key: question.key,
      explanation: question.explanation,
      source: storedSource(question.source),
      topic: question.topic,
      demo: true,
      authorId,
      reviewerId,
    });
  }
}

async function fillMeetings(filling: Filling): Promise<void> {
  const { trx, ports, tenantId, today, organisations, members } = filling;
  const running = halfYearOf(today);
  const before = halfYearOf(addDays(running.startsOn, -1));
  /** The bureau itself at the start of a day: a period opens with its half-year, so that the records signed in it count. */
  const system = (day: string) => ({
    trx,
    now: shanghaiInstant(day, '00:00'),
    newId: () => newId(ports.clock, ports.random),
    actor: { tenantId },
  });
  await adoptScheme(system(before.startsOn), demoScheme(before.startsOn));
  await ensurePeriod(system(before.startsOn), before.startsOn);
  await ensurePeriod(system(running.startsOn), today);
  let seed = 0;
  for (const { key, name, level } of demoOrganisations) {
    if (level !== 'branch') continue;
    const past = themeDaysOf(before.startsOn, today);
    const recent = themeDaysOf(today, today);
    // The branch that people step into has every month; the others one meeting a half-year.
    const days = key === 'organ2' ? [...past, ...recent] : [...past.slice(-1), ...recent.slice(-1)];
    for (const day of days) {
      seed += 1;
      await playMeeting(trx, ports, tenantId, {
        organisationId: organisations[key] ?? '',
        hostId: secretaryOn(filling, key, day),
        type: 'themeDay',
        title: themeDayTitle(day),
        place: key === 'organ2' ? '三楼会议室' : `${name.replace('党支部', '')}会议室`,
        day,
        time: '15:00',
        agenda: themeDayAgenda,
        minutes:
          '集中学习本月安排的条文，结合身边的例子讨论；商定下月的社区服务日，由党小组认领。（演示记录）',
        until: 'signed',
        seed,
      });
    }
  }
  const waiting = lastWorkdaysBefore(today, 2)[0] ?? today;
  await playMeeting(trx, ports, tenantId, {
    organisationId: organisations.organ2 ?? '',
    hostId: secretaryOn(filling, 'organ2', waiting),
    type: 'generalMeeting',
    title: '支部党员大会',
    place: '三楼会议室',
    day: waiting,
    time: '09:30',
    agenda: [
      { title: '支委会工作报告', minutes: 30 },
      { title: '讨论下半年学习安排', minutes: 30 },
    ],
    minutes: '',
    until: 'closed',
    seed: 99,
  });
  const coming = workdaysFrom(addDays(today, 6), 1, new Map())[0] ?? addDays(today, 7);
  await playMeeting(trx, ports, tenantId, {
    organisationId: organisations.organ2 ?? '',
    hostId: members.get('d0000002')?.id ?? '',
    type: 'themeDay',
    title: '社区服务日',
    place: '城东社区活动室',
    day: coming,
    time: '14:30',
    agenda: [
      { title: '量一量家门口的秤', minutes: 60 },
      { title: '给老人讲过期药怎么处理', minutes: 40 },
    ],
    minutes: '',
    until: 'planned',
    seed: 0,
  });
  await closePeriod(system(running.startsOn), before.startsOn);
  await openMeetingForToday(trx, ports, tenantId);
}

/** The secretary who was in office on a day: after a handover the former one for what lies before it. */
function secretaryOn({ members, today }: Filling, branch: string, day: string): string {
  const handover = addDays(today, -HANDOVER_DAYS_AGO);
  const held = [...members.values()].find(({ spec }) =>
    spec.posts.some(
      (post) =>
        post.post === 'secretary' &&
        post.at === branch &&
        (branch !== 'organ2' || (day < handover ? post.to !== undefined : post.to === undefined)),
    ),
  );
  return held?.id ?? '';
}

/** What people said and did before one steps in: some stamps, a suggestion answered, one without a name, a fault. */
async function fillVoices({ trx, ports, tenantId, today, members }: Filling): Promise<void> {
  const idOf = (loginName: string) => members.get(loginName)?.id ?? '';
  const yesterday = shanghaiInstant(addDays(today, -1), '19:30');
  const member = await handOf(trx, ports, tenantId, idOf('d0000001'), yesterday);
  const past = await trx
    .selectFrom('piece')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('publish_on', '<', today)
    .orderBy('publish_on')
    .execute();
  // What is shown today stays to be stamped, also on a day of rest, and some wait under 可补读.
  const reading = await handOf(trx, ports, tenantId, idOf('d0000001'), ports.clock.now());
  const { piece: shown } = await reading.does(readToday, 'study.today', {});
  for (const [index, { id }] of past.entries()) {
    if (index % 2 === 0 && id !== shown?.id) await member.does(markPiece, 'study.mark', { pieceId: id });
  }
  const { feedbackId } = await member.does(submitFeedback, 'feedback.submit', {
    text: '早上通勤的时候看，字再大一点就更好了。（演示）',
  });
  const officer = await handOf(trx, ports, tenantId, idOf('d0000004'), yesterday);
  await officer.does(replyToFeedback, 'feedback.reply', {
    feedbackId,
    version: 1,
    answer: '谢谢您。“我的”里有“字大一些”，三种大小可以选。（演示）',
  });
  await member.does(submitAnonymousFeedback, 'feedback.submitAnonymous', {
    ticket: newId(ports.clock, ports.random),
    text: '通知会议时能不能避开接孩子的时间。（演示）',
  });
  const fault = past.at(-1);
  if (fault) {
    await member.does(reportFault, 'feedback.reportFault', {
      subject: 'piece',
      subjectId: fault.id,
      text: '第三段的例子，和我们窗口遇到的不太一样，能不能补一句。（演示）',
    });
  }
}
