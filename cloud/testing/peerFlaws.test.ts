import { randomUUID } from 'node:crypto';
import { type OperationName, operations } from '../../src/contract/operations';
import { inTenant } from '../database/tenantTransaction';
import type { Caller } from '../operation';
import { insertReviewedQuestion } from '../quiz/quizRepository';
import { createServer } from '../server/createServer';
import { createTestBureau, TEST_NOW, type TestWorld } from './bureau';
import { namesOfContract } from './compliance/names';
import type { TestPersonName } from './people';
import { addPiece } from './pieces';

/*
 * Flaws found in the code of comparable programs (peers.md), each as a refused call here. Not built yet, and so not
 * callable: the roster's own files and phone numbers as proof (issue 3), papers and banks brought in from files
 * (issue 4), the rotating QR of a meeting (its digits are here). Held elsewhere: no server starts without keys of its
 * own (cloud/config.test.ts), WeChat's variables are read once and HTTP events refused (e2e/cloud-functions).
 */

let world: TestWorld;
/** The same cloud over HTTP. */
let app: ReturnType<typeof createServer>;
let base: string;
beforeAll(async () => {
  world = await createTestBureau();
  app = createServer({
    dispatch: world.dispatch,
    db: world.database.db,
    ports: world.ports,
    staticFiles: null,
    config: { origins: [], trustedProxies: false },
  });
  base = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await app.close();
  await world.close();
});
beforeEach(() => world.clock.set(TEST_NOW));

const inputNames = namesOfContract().filter(({ at }) => /^[\w.]+\.in\.[^=]*$/.test(at));

/** A call with whatever a hostile client puts beside the fields. */
async function raw(
  person: TestPersonName | null,
  operation: string,
  input: unknown,
  caller: Partial<Caller> = {},
) {
  const { reply } = await world.dispatch({
    operation,
    input,
    mutationId: randomUUID(),
    caller: { ...world.callerOf(person), ...caller },
  });
  return reply;
}

const codeOf = async (reply: ReturnType<typeof raw>) => {
  const said = await reply;
  return said.ok ? 'ok' : said.error.code;
};

async function rows(table: 'member' | 'post' | 'score_entry' | 'roll_entry' | 'run_answer' | 'study_mark') {
  return inTenant(world.database.owner.db, world.tenantId, (trx) =>
    trx.selectFrom(table).selectAll().execute(),
  );
}

async function openMeeting(by: TestPersonName = 'secretary') {
  const at = by === 'secretary' ? 'branch' : 'sibling';
  const { meetingId } = await world.ok(by, 'meeting.plan', {
    organisationId: world.organisations[at],
    type: 'themeDay',
    title: '主题党日',
    place: '会议室',
    plannedAt: TEST_NOW,
    agenda: [{ title: '学习', minutes: 40 }],
  });
  const { version } = await world.ok(by, 'meeting.open', { meetingId, version: 1 });
  return { meetingId, version, close: () => world.ok(by, 'meeting.close', { meetingId, version }) };
}

/** Asks a multiple choice whose key is the first and the third. */
async function addQuestion(): Promise<string> {
  return world.asActor('committeeOfficer', async ({ trx, newId }) => {
    const id = newId();
    await insertReviewedQuestion(trx, world.tenantId, {
      id,
      organisationId: world.organisations.committee,
      type: 'multiple',
      stem: '要核对什么？',
      options: ['姓名', '天气', '剂量'],
      key: [0, 2],
      explanation: '秘密的说明',
      source: {
        title: '药品管理法',
        article: '秘密的条',
        url: null,
        versionOn: '2019-08-26',
        checkedOn: null,
      },
      topic: '药品',
      demo: false,
      authorId: world.members.committeeOfficer,
      reviewerId: world.members.committeeSecretary,
    });
    return id;
  });
}

describe('1 anyone adds points to any id and deletes any article', () => {
  it('no message takes points, and a made-up operation for them does not exist', async () => {
    expect(inputNames.filter(({ name }) => /point|score|total/i.test(name))).toEqual([]);
    const stolen = { memberId: world.members.member, points: 100 };
    for (const operation of ['addUserPoints', 'pioneer.addPoints', 'score_entry', 'removeArticles']) {
      expect(await codeOf(raw('member', operation, stolen))).toBe('unknown_operation');
    }
    await world.ok('member', 'pioneer.card', stolen as never);
    expect(await rows('score_entry')).toEqual([]);
  });

  it('a member withdraws no piece, and neither does the secretary of another branch', async () => {
    const pieceId = await addPiece(world, { at: 'branch', publishOn: '2026-11-20' });
    const input = { pieceId, version: 1, reason: '删' };
    expect(await world.refused('member', 'study.withdraw', input)).toBe('not_allowed');
    expect(await world.refused('siblingSecretary', 'study.withdraw', input)).toBe('not_found');
    await world.ok('member', 'study.piece', { pieceId });
  });
});

describe('2 graded on the phone, a leaderboard written by it, a part of the answer is right', () => {
  it('the phone’s verdict is ignored and a part of a multiple choice is wrong', async () => {
    const questionId = await addQuestion();
    const { day } = await world.ok('member', 'quiz.today', {});
    const claim = { day, questionId, answer: [0], correct: true, score: 100, key: [0] };
    const { graded } = await world.ok('member', 'quiz.answer', claim);
    expect(graded).toMatchObject({ correct: false, key: [0, 2] });
    const kept = (await rows('run_answer')).filter(
      (one) => 'question_id' in one && one.question_id === questionId,
    );
    expect(kept).toMatchObject([{ correct: false, answer: [0] }]);
  });

  it('no message takes a verdict or a place in a list', () => {
    expect(inputNames.filter(({ name }) => /correct|rank|leader/i.test(name))).toEqual([]);
  });
});

describe('3 a static QR, attendance written by the client', () => {
  it('the meeting’s id alone signs nobody in, nor does a state in the input, an old code or another meeting’s', async () => {
    const own = await openMeeting();
    const other = await openMeeting('siblingSecretary');
    const { meetingId } = own;
    const asMember = (input: object) => codeOf(raw('member', 'meeting.signIn', { meetingId, ...input }));
    expect(await asMember({})).toBe('bad_input');
    expect(await asMember({ state: 'present', method: 'code' })).toBe('bad_input');
    expect(await asMember({ code: meetingId })).toBe('bad_input');
    const { code: old } = await world.ok('secretary', 'meeting.signInCode', { meetingId });
    const { code: foreign } = await world.ok('siblingSecretary', 'meeting.signInCode', {
      meetingId: other.meetingId,
    });
    if (foreign !== old) expect(await asMember({ code: foreign })).toBe('sign_in_code_wrong');
    world.clock.set('2026-11-23T00:32:00.000Z');
    expect(await asMember({ code: old })).toBe('sign_in_code_wrong');
    const { entries } = await world.ok('secretary', 'meeting.roll', { meetingId });
    expect(entries.filter(({ state }) => state !== 'expected')).toEqual([]);
    await Promise.all([own.close(), other.close()]);
  });
});

describe('4 anonymous controllers, a paper with its answers, the body’s userId, a whole object bound', () => {
  // A card's link tells a stranger whom it is for and nothing else (entryLink.test.ts).
  const openReads: readonly OperationName[] = ['identity.welcome', 'identity.openLink'];
  const doors = (Object.keys(operations) as OperationName[]).filter(
    (name) => operations[name].kind === 'door' || openReads.includes(name),
  );
  const closed = (Object.keys(operations) as OperationName[]).filter((name) => !doors.includes(name));

  it.each(closed)('%s answers nobody who has not signed in', async (name) => {
    const input = { ...(operations[name].example.input as object), userId: world.members.secretary };
    expect(await codeOf(raw(null, name, input))).toBe('not_signed_in');
  });

  it('neither key nor explanation nor source leaves before the answer', async () => {
    await addQuestion();
    const pieceId = await addPiece(world, { publishOn: '2026-11-20' });
    const seen = [
      await world.ok('secondMember', 'quiz.today', {}),
      await world.ok('secondMember', 'study.piece', { pieceId }),
      await world.ok('secondMember', 'study.recent', {}),
    ];
    expect(JSON.stringify(seen)).not.toMatch(/秘密|"key":|"explanation":/);
  });

  it('role, status and another person’s id in the body change nothing', async () => {
    const before = [await rows('member'), await rows('post')];
    const bound = {
      agreed: true,
      id: world.members.secretary,
      userId: '1',
      memberId: world.members.secretary,
      role: 'committeeSecretary',
      post: 'systemAdmin',
      status: 'active',
      kind: 'full',
      tenantId: world.foreign.tenantId,
    };
    expect(await codeOf(raw('probationary', 'identity.consent', bound))).toBe('ok');
    const { me } = await world.ok('probationary', 'identity.me', bound as never);
    expect(me).toMatchObject({ memberId: world.members.probationary, posts: [], acts: [], consent: true });
    expect((await world.ok('secretary', 'identity.me', {})).me.consent).toBeNull();
    expect([await rows('member'), await rows('post')]).toEqual(before);
  });
});

describe('5 the caller says that it is a secretary, the upload keeps its file name', () => {
  it('isSecretary in the body opens nothing', async () => {
    const claim = { isSecretary: true, role: 'secretary', organisationId: world.organisations.branch };
    for (const operation of ['roster.members', 'roster.organisations', 'study.desk', 'feedback.inbox']) {
      expect(await codeOf(raw('member', operation, claim))).toBe('not_allowed');
    }
  });

  it('a file lies under its id, whatever it is called', async () => {
    const name = '../../../etc/名册.xlsx';
    const begun = await world.ok('secretary', 'file.begin', { purpose: 'roster', name, size: 100 });
    expect(begun.uploadTo).toBe(`/files/${begun.fileId}`);
    expect(begun.fileId).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('6 "encryption" with the key in a header, roles never checked, any member lists identity numbers', () => {
  it('what is sealed cannot be read in the table, and no two seals are alike', async () => {
    const sealed = (await rows('member')).map((one) =>
      'joined_on_sealed' in one ? one.joined_on_sealed : null,
    );
    expect(sealed.length).toBeGreaterThan(10);
    expect(new Set(sealed).size).toBe(sealed.length);
    expect(JSON.stringify(sealed)).not.toContain('2001-07-01');
    expect(JSON.stringify(sealed)).not.toContain(Buffer.from('2001-07-01').toString('base64').slice(0, 12));
  });

  it('a member lists nobody, and nobody’s list has numbers of identity in it', async () => {
    const input = { organisationId: world.organisations.branch };
    expect(await world.refused('member', 'roster.members', input)).toBe('not_allowed');
    expect(await world.refused('disciplineOfficer', 'roster.members', input)).toBe('not_allowed');
    const list = JSON.stringify(await world.ok('secretary', 'roster.members', input));
    expect(list).not.toMatch(/idCard|identity|mobile|joined|\d{15}/i);
  });
});

describe('7 a token that anybody may mint, ids one after the other, a status page with names', () => {
  it('only the host gets the digits, and ids cannot be counted up', async () => {
    const own = await openMeeting();
    const { meetingId } = own;
    expect(await codeOf(raw(null, 'meeting.signInCode', { meetingId }))).toBe('not_signed_in');
    for (const person of ['member', 'publicityOfficer', 'siblingSecretary', 'systemAdmin'] as const) {
      expect(await world.refused(person, 'meeting.signInCode', { meetingId })).toMatch(
        /^not_(allowed|found)$/,
      );
    }
    const next = `${meetingId.slice(0, -1)}${((Number.parseInt(meetingId.slice(-1), 16) + 1) % 16).toString(16)}`;
    expect(await world.refused('secretary', 'meeting.signInCode', { meetingId: next })).toBe('not_found');
    expect(await world.refused('member', 'meeting.roll', { meetingId })).toBe('not_allowed');
    await own.close();
  });

  it('the health page names nobody', async () => {
    const health = await fetch(`${base}/healthz`);
    expect(health.status).toBe(200);
    expect(await health.text()).not.toMatch(/测试|江晨|[\u4e00-\u9fff]/);
    for (const url of ['/status', '/admin', '/api/meeting.roll', '/users', '/api']) {
      expect(await (await fetch(`${base}${url}`)).text()).not.toMatch(/江晨|禾书远|测试市场监管局/);
    }
  });
});

describe('8 a number and a name are the whole proof, the host cannot be present, unsigned tokens, no fallback by hand', () => {
  it('a login name and a person’s name open nothing; a code opens once', async () => {
    const { loginName, code } = await world.ok('secretary', 'roster.issueCard', {
      memberId: world.members.frail,
    });
    const passphrase = '三楼会议室的那口旧挂钟';
    const activate = (input: object) =>
      codeOf(raw(null, 'identity.activate', { loginName, passphrase, ...input }));
    expect(await activate({})).toBe('bad_input');
    expect(await activate({ code: '松龄松龄松龄松龄松龄', name: '松龄' })).toBe('code_not_valid');
    const another = (
      await world.ok('secretary', 'roster.members', { organisationId: world.organisations.branch })
    ).members.find(({ memberId }) => memberId === world.members.secretary)?.loginName;
    expect(await activate({ loginName: another, code })).toBe('code_not_valid');
    expect(await activate({ code })).toBe('ok');
    expect(await activate({ code })).toBe('code_not_valid');
  });

  it('a token that nobody signed is nobody’s', async () => {
    const unsigned = Buffer.from(JSON.stringify({ memberId: world.members.secretary })).toString('base64url');
    for (const sessionToken of [unsigned, `eyJhbGciOiJub25lIn0.${unsigned}.`, world.members.secretary]) {
      expect(await codeOf(raw(null, 'identity.me', {}, { sessionToken }))).toBe('not_signed_in');
    }
  });

  it('the host signs in too, all at once are counted once each, and the hand has equal standing', async () => {
    const own = await openMeeting();
    const { meetingId } = own;
    const { code } = await world.ok('secretary', 'meeting.signInCode', { meetingId });
    const people = ['secretary', 'member', 'secondMember', 'member', 'secretary', 'retired'] as const;
    await Promise.all(people.map((person) => world.ok(person, 'meeting.signIn', { meetingId, code })));
    const byHand = { meetingId, memberId: world.members.probationary, state: 'present' as const, reason: '' };
    await world.ok('secretary', 'meeting.tick', byHand);
    const roll = await world.ok('secretary', 'meeting.roll', { meetingId });
    expect(roll.presentCount).toBe(5);
    expect(
      roll.entries
        .filter(({ state }) => state === 'present')
        .map(({ method }) => method)
        .sort(),
    ).toEqual(['byHand', 'code', 'code', 'code', 'code']);
    await own.close();
  });
});

describe('9 the explanation is an oracle, options scored one by one, duration and progress from the client', () => {
  it('answering again tells the first verdict, whatever is answered', async () => {
    const questionId = await addQuestion();
    const { day, questions } = await world.ok('retired', 'quiz.today', {});
    expect(questions.map(({ id }) => id)).toContain(questionId);
    const first = await world.ok('retired', 'quiz.answer', { day, questionId, answer: [1] });
    for (const answer of [[0], [0, 2], [0, 1, 2]]) {
      expect(await world.ok('retired', 'quiz.answer', { day, questionId, answer })).toEqual(first);
    }
    expect(first.graded?.correct).toBe(false);
  });

  it('no message takes a duration or a progress, and one sent along is not kept', async () => {
    // The length of a recording, which the server measures itself and puts in place of what is said (media.test.ts).
    const recordingLength = 'study.saveDraft.in.blocks.seconds';
    const told = inputNames.filter(({ name }) => /duration|seconds|progress|percent|elapsed/i.test(name));
    expect(told.map(({ at }) => at).filter((at) => at !== recordingLength)).toEqual([]);
    const pieceId = await addPiece(world, { publishOn: '2026-11-19' });
    await world.ok('retired', 'study.mark', {
      pieceId,
      duration: 3600,
      progress: 100,
      completed: true,
    } as never);
    const [mark] = (await rows('study_mark')).filter((one) => 'piece_id' in one && one.piece_id === pieceId);
    expect(Object.keys(mark ?? {}).sort()).toEqual(['day', 'member_id', 'piece_id', 'tenant_id']);
  });
});

describe('10 SQL in an id, a deleted flag defeated by precedence', () => {
  it.each(["1' or '1'='1", '$' + '{id}', "x'; drop table member; --", '1 or 1=1'])(
    '%s is no id',
    async (pieceId) => {
      expect(await world.refused('member', 'study.piece', { pieceId })).toBe('bad_input');
      expect(await rows('member')).not.toEqual([]);
    },
  );

  it('a withdrawn piece is gone for every way of reading, with its id too', async () => {
    const pieceId = await addPiece(world, { publishOn: '2026-11-18' });
    await world.ok('committeeOfficer', 'study.withdraw', { pieceId, version: 1, reason: '条文改了' });
    expect(await world.refused('member', 'study.piece', { pieceId })).toBe('not_found');
    for (const operation of ['study.recent', 'study.catchUp', 'study.today'] as const) {
      expect(JSON.stringify(await world.ok('member', operation, {}))).not.toContain(pieceId);
    }
    const check = { pieceId, position: 0, answer: [0] };
    expect(await world.refused('member', 'study.answerCheck', check)).toBe('not_found');
  });
});

describe('11 public pages of names and hints', () => {
  it('the entry page of a real bureau knows nobody’s name and no hint', async () => {
    const welcome = await world.ok(null, 'identity.welcome', {});
    expect(welcome).toMatchObject({ me: null, demo: null, choices: [], hostUnit: null });
    expect(JSON.stringify(welcome)).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('a wrong login name and a wrong passphrase are told apart by nobody', async () => {
    const told = [];
    for (const loginName of ['a0000008', 'z9999999']) {
      const reply = await raw(null, 'identity.signIn', { loginName, passphrase: '猜一猜猜一猜猜一猜' });
      told.push(reply.ok ? reply : { ...reply.error, requestId: '' });
    }
    expect(told[0]).toEqual(told[1]);
    expect(told[0]).toMatchObject({ code: 'sign_in_failed' });
  });

  it('the demo’s shoes are not there', async () => {
    expect(await codeOf(raw(null, 'identity.stepInto', { shoe: 'secretary' }))).toBe('unknown_operation');
  });
});

describe('12 an openid sent by the client', () => {
  it('is read neither from the body nor from headers', async () => {
    const openid = 'o-secretary';
    await inTenant(world.database.db, world.tenantId, (trx) =>
      trx
        .insertInto('gate.binding')
        .values({
          appid: 'wx000000000000000a',
          openid,
          tenant_id: world.tenantId,
          member_id: world.members.secretary,
        })
        .execute(),
    );
    const claim = { openid, OPENID: openid, appid: 'wx000000000000000a', userInfo: { openId: openid } };
    expect(await codeOf(raw(null, 'identity.me', claim, { channel: 'weapp' }))).toBe('not_signed_in');
    for (const client of ['1', 'weapp']) {
      const reply = await fetch(`${base}/api/identity.me`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-morning-study': client,
          'x-wx-openid': openid,
          'x-wx-appid': 'wx000000000000000a',
          'x-wx-source': 'wx_client',
        },
        body: JSON.stringify({ input: claim }),
      });
      expect(await reply.json()).toMatchObject({ ok: false, error: { code: 'not_signed_in' } });
    }
  });
});
