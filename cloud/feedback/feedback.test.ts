import { randomUUID } from 'node:crypto';
import type { Log } from '../ports/log';
import { createTestBureau, TEST_NOW, type TestWorld } from '../testing/bureau';
import { testPeople } from '../testing/people';

const lines: unknown[] = [];
const log: Log = {
  info: (...line) => void lines.push(line),
  error: (event, error, fields) => void lines.push([event, String(error), fields]),
};

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau({ log });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.clock.set(TEST_NOW);
  lines.length = 0;
  await world.database.owner.pool.query('truncate feedback, notice, receipt');
});

const text = '食堂的字能不能再大一点\n<script>alert(1)</script>';
const submit = async (person: 'member' | 'secondMember' = 'member') =>
  (await world.ok(person, 'feedback.submit', { text })).feedbackId;
const submitAnonymous = async (ticket = randomUUID()) => {
  await world.ok('member', 'feedback.submitAnonymous', { ticket, text });
  return ticket;
};
const inbox = async () => (await world.ok('committeeOfficer', 'feedback.inbox', {})).feedback;
const noticesOf = async (person: 'member' | 'secondMember') =>
  (await world.ok(person, 'reminder.inbox', {})).notices;

describe('feedback.submit', () => {
  it('keeps the text as it is and shows it to its sender and to those who answer, with the name', async () => {
    const id = await submit();
    const own = { id, text, state: 'open', sentOn: '2026-11-23', answer: null, answeredOn: null };
    expect((await world.ok('member', 'feedback.mine', {})).feedback).toEqual([own]);
    expect(await inbox()).toEqual([{ ...own, version: 1, senderName: '江晨' }]);
    expect((await world.ok('secondMember', 'feedback.mine', {})).feedback).toEqual([]);
  });

  it('repeated with the same mutation, also at the same moment, is one; with another text it is refused', async () => {
    const mutationId = randomUUID();
    const send = () => world.ok('member', 'feedback.submit', { text }, { mutationId });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one).toEqual(other);
    expect(await inbox()).toHaveLength(1);
    const changed = await world.refused('member', 'feedback.submit', { text: '别的' }, { mutationId });
    expect(changed).toBe('mutation_id_reused');
  });

  it('belongs to the day in Shanghai, exactly at midnight to the new one', async () => {
    world.clock.set('2026-11-23T15:59:59.999Z');
    await submit();
    world.clock.set('2026-11-23T16:00:00.000Z');
    await submit();
    expect((await inbox()).map((one) => one.sentOn)).toEqual(['2026-11-24', '2026-11-23']);
  });

  it.each([
    ['nothing but blanks', ' \n '],
    ['more than 2000 characters', '长'.repeat(2001)],
    ['a NUL', 'a\0b'],
  ])('refuses %s', async (_what, bad) => {
    expect(await world.refused('member', 'feedback.submit', { text: bad })).toBe('bad_input');
    expect(await inbox()).toEqual([]);
  });
});

describe('feedback.submitAnonymous', () => {
  it('writes nothing anywhere that leads to the sender: one row with its text and its day, and no log line', async () => {
    const before = await everyRow();
    const ticket = await submitAnonymous();
    const after = await everyRow();
    const added = [...after].filter((row) => !before.has(row));
    expect([...before].filter((row) => !after.has(row))).toEqual([]);
    expect(added).toHaveLength(1);
    const [row = ''] = added;
    expect(row).toContain(ticket);
    expect(row).not.toContain(world.members.member);
    expect(row).not.toContain(testPeople.member.name);
    // The day is the only trace of when.
    expect(row).toContain('2026-11-23');
    expect(row).not.toMatch(/\d\d:\d\d/);
    expect(lines).toEqual([]);
  });

  it('also a refused attempt leaves no row and no log line', async () => {
    const ticket = await submitAnonymous();
    const before = await everyRow();
    await world.refused('member', 'feedback.submitAnonymous', { ticket, text: '别的' });
    await world.refused('member', 'feedback.submitAnonymous', { ticket: randomUUID(), text: '' });
    expect(await everyRow()).toEqual(before);
    expect(lines).toEqual([]);
  });

  it('the same ticket and text again, also at the same moment, is one; with another text it is refused', async () => {
    const ticket = randomUUID();
    await Promise.all([submitAnonymous(ticket), submitAnonymous(ticket)]);
    await submitAnonymous(ticket);
    expect(await inbox()).toHaveLength(1);
    const other = { ticket, text: '别的' };
    expect(await world.refused('member', 'feedback.submitAnonymous', other)).toBe('mutation_id_reused');
    expect((await inbox())[0]?.text).toBe(text);
  });

  it('does not pass a signed one off as delivered when its id comes as a ticket', async () => {
    const id = await submit();
    const ticket = id.replace(/^(.{14})7/, '$14');
    await world.database.owner.pool.query('truncate feedback');
    await world.asActor('member', ({ trx, actor }) =>
      trx
        .insertInto('feedback')
        .values({
          tenant_id: actor.tenantId,
          id: ticket,
          member_id: actor.memberId,
          text,
          sent_on: actor.today,
          answer: null,
          answered_by: null,
          answered_on: null,
        })
        .execute(),
    );
    expect(await world.refused('secondMember', 'feedback.submitAnonymous', { ticket, text })).toBe(
      'mutation_id_reused',
    );
  });

  it('refuses a ticket that carries the moment it was made', async () => {
    const ticket = '01980000-0000-7000-8000-000000000501';
    expect(await world.refused('member', 'feedback.submitAnonymous', { ticket, text })).toBe('bad_input');
  });

  it('is not in the sender’s own list, and whoever has the ticket finds it', async () => {
    const ticket = await submitAnonymous();
    expect((await world.ok('member', 'feedback.mine', {})).feedback).toEqual([]);
    expect((await inbox())[0]).toMatchObject({ id: ticket, senderName: null });
    for (const person of ['member', 'siblingMember'] as const) {
      const { feedback } = await world.ok(person, 'feedback.lookUp', { ticket });
      expect(feedback).toMatchObject({ id: ticket, text, state: 'open' });
    }
  });

  /** Every row of every table, as text: read by a superuser, whom no row-level security hides anything from. */
  async function everyRow(): Promise<Set<string>> {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: world.database.superuserUrl });
    await client.connect();
    try {
      const tables = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'gate')`,
      );
      expect(tables.rows.length).toBeGreaterThan(25);
      const rows = new Set<string>();
      for (const { name } of tables.rows) {
        const found = await client.query<{ row: string }>(`select t::text as row from ${name} t`);
        for (const { row } of found.rows) rows.add(`${name} ${row}`);
      }
      return rows;
    } finally {
      await client.end();
    }
  }
});

describe('feedback.lookUp', () => {
  it('of a signed one is for its sender only', async () => {
    const ticket = await submit();
    expect((await world.ok('member', 'feedback.lookUp', { ticket })).feedback.id).toBe(ticket);
    expect(await world.refused('secondMember', 'feedback.lookUp', { ticket })).toBe('not_found');
    expect(await world.refused('committeeOfficer', 'feedback.lookUp', { ticket })).toBe('not_found');
  });

  it('does not reach into another bureau, nor find what does not exist', async () => {
    const ticket = await submitAnonymous();
    expect(await world.foreign.refused('member', 'feedback.lookUp', { ticket })).toBe('not_found');
    expect(await world.refused('member', 'feedback.lookUp', { ticket: randomUUID() })).toBe('not_found');
  });
});

describe('feedback.inbox', () => {
  it('is opened by those who answer for the bureau and by nobody else, and each look is audited', async () => {
    await submit();
    for (const person of ['committeeSecretary', 'committeeOfficer'] as const) {
      expect((await world.ok(person, 'feedback.inbox', {})).feedback).toHaveLength(1);
    }
    for (const person of [
      'member',
      'secretary',
      'clerk',
      'systemAdmin',
      'auditAdmin',
      'supervisor',
    ] as const) {
      expect(await world.refused(person, 'feedback.inbox', {})).toBe('not_allowed');
    }
    const looks = await world.asActor('member', ({ trx }) =>
      trx
        .selectFrom('audit_row')
        .select(['actor_id', 'post'])
        .where('action', '=', 'feedback.inbox')
        .execute(),
    );
    expect(looks).toContainEqual({ actor_id: world.members.committeeSecretary, post: 'committeeSecretary' });
    expect(looks.some((look) => look.actor_id === world.members.member)).toBe(false);
  });

  it('shows the open ones before the answered, and nothing of another bureau', async () => {
    const answered = await submit();
    world.clock.set('2026-11-20T00:30:00.000Z');
    const older = await submit('secondMember');
    await world.foreign.ok('member', 'feedback.submit', { text: '外单位的' });
    await world.ok('committeeOfficer', 'feedback.reply', {
      feedbackId: answered,
      version: 1,
      answer: '已改',
    });
    expect((await inbox()).map((one) => [one.id, one.state])).toEqual([
      [older, 'open'],
      [answered, 'answered'],
    ]);
  });
});

describe('feedback.reply', () => {
  it('answers a signed one and tells its sender in the inbox', async () => {
    const feedbackId = await submit();
    world.clock.set('2026-11-24T00:30:00.000Z');
    const reply = await world.ok('committeeOfficer', 'feedback.reply', {
      feedbackId,
      version: 1,
      answer: '已换大字',
    });
    expect(reply).toEqual({ feedbackId, version: 2 });
    expect((await world.ok('member', 'feedback.mine', {})).feedback).toMatchObject([
      { state: 'answered', answer: '已换大字', answeredOn: '2026-11-24' },
    ]);
    expect(await noticesOf('member')).toMatchObject([
      { text: expect.stringContaining('有了答复'), unread: true },
    ]);
  });

  it('answers one without a name, which is found by its ticket, and nobody gets a notice', async () => {
    const ticket = await submitAnonymous();
    await world.ok('committeeOfficer', 'feedback.reply', {
      feedbackId: ticket,
      version: 1,
      answer: '已换大字',
    });
    const { feedback } = await world.ok('member', 'feedback.lookUp', { ticket });
    expect(feedback).toMatchObject({ state: 'answered', answer: '已换大字' });
    expect(await noticesOf('member')).toEqual([]);
  });

  it('of two people who answer at once keeps one answer, tells the other, and sends one notice', async () => {
    const feedbackId = await submit();
    const replies = await Promise.all([
      world.call('committeeOfficer', 'feedback.reply', { feedbackId, version: 1, answer: '甲' }),
      world.call('committeeSecretary', 'feedback.reply', { feedbackId, version: 1, answer: '乙' }),
    ]);
    const refused = replies.filter((reply) => !reply.ok);
    expect(refused).toMatchObject([{ error: { code: 'conflict' } }]);
    expect(await noticesOf('member')).toHaveLength(1);
  });

  it('corrects an answer by its version and says so; a version seen before is a conflict', async () => {
    const feedbackId = await submit();
    await world.ok('committeeOfficer', 'feedback.reply', { feedbackId, version: 1, answer: '写错了' });
    const stale = { feedbackId, version: 1, answer: '又一份' };
    expect(await world.refused('committeeOfficer', 'feedback.reply', stale)).toBe('conflict');
    world.clock.set('2026-11-23T00:31:00.000Z');
    await world.ok('committeeOfficer', 'feedback.reply', { feedbackId, version: 2, answer: '改正' });
    expect((await inbox())[0]).toMatchObject({ answer: '改正', version: 3 });
    expect((await noticesOf('member')).map((notice) => notice.text.includes('改过了'))).toEqual([
      true,
      false,
    ]);
  });

  it('is refused to those who do not answer for the bureau, and across bureaus', async () => {
    const feedbackId = await submit();
    const reply = { feedbackId, version: 1, answer: '我来答' };
    for (const person of ['member', 'secretary', 'systemAdmin'] as const) {
      expect(await world.refused(person, 'feedback.reply', reply)).toBe('not_allowed');
    }
    expect(await world.foreign.refused('committeeOfficer', 'feedback.reply', reply)).toBe('not_found');
    expect((await inbox())[0]).toMatchObject({ answer: null, version: 1 });
  });
});
