import { randomUUID } from 'node:crypto';
import type { Input, Output } from '../../src/contract/operations';
import type { Caller } from '../operation';
import { drainOutbox } from '../outbox/drainOutbox';
import { outboxHandlers } from '../outbox/handlers';
import { createTestBureau, type TestWorld } from '../testing/bureau';
import { pieceContent } from '../testing/pieces';

const APPID = 'wx000000000000000a';

let world: TestWorld;
beforeAll(async () => {
  world = await createTestBureau();
});
afterAll(() => world.close());
beforeEach(() => world.database.owner.pool.query('truncate gate.binding'));

const drain = () =>
  drainOutbox(world.database.db, world.ports, outboxHandlers, { tenantIds: [world.tenantId], limit: 100 });

type Step = { pieceId: string; version: number };

async function write(text: string, again?: Step): Promise<Step> {
  const { kind, title, topic, source } = pieceContent;
  const draft: Input<'study.saveDraft'> = {
    ...{ kind, title, topic, source },
    organisationId: world.organisations.branch,
    blocks: [{ type: 'paragraph', text }],
    checks: [],
    ...again,
  };
  const { pieceId, version } = await world.ok('publicityOfficer', 'study.saveDraft', draft);
  return { pieceId, version };
}

/** Hands a piece in from a browser, or from WeChat as `openid`. */
async function handIn(step: Step, openid?: string): Promise<Step> {
  if (openid === undefined) return world.ok('publicityOfficer', 'study.submit', step);
  await world.database.db
    .insertInto('gate.binding')
    .values({
      appid: APPID,
      openid,
      tenant_id: world.tenantId,
      member_id: world.members.publicityOfficer,
    })
    .onConflict((conflict) => conflict.columns(['appid', 'openid', 'tenant_id']).doNothing())
    .execute();
  const caller: Caller = {
    channel: 'weapp',
    platform: { appid: APPID, openid },
    sessionToken: null,
    address: null,
  };
  const { reply } = await world.dispatch({
    operation: 'study.submit',
    input: step,
    mutationId: randomUUID(),
    caller,
  });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.data as Output<'study.submit'>;
}

const checkOf = async ({ pieceId }: Step) =>
  (await world.ok('secretary', 'study.draft', { pieceId })).textCheck;
const approve = ({ pieceId, version }: Step) =>
  world.call('secretary', 'study.review', { pieceId, version, decision: 'approve', note: '' });

it('a draft has no check; from a browser our own list speaks at once and WeChat is not asked', async () => {
  const asked = jest.spyOn(world.ports.weixin, 'checkText');
  const draft = await write('请打 13800000001。');
  expect(
    (await world.ok('publicityOfficer', 'study.draft', { pieceId: draft.pieceId })).textCheck,
  ).toBeNull();
  const submitted = await handIn(draft);
  expect(await checkOf(submitted)).toEqual({
    verdict: 'review',
    note: '里面像有个人手机号，请看要不要去掉',
  });
  await drain();
  expect(asked).not.toHaveBeenCalled();
  asked.mockRestore();
  // A person is looking at it: the second person may pass it.
  expect(await approve(submitted)).toMatchObject({ ok: true });
});

it('what is not fit to be read cannot be approved before its text has changed', async () => {
  const submitted = await handIn(await write('他的号码是 11010519491231002X。'));
  expect((await checkOf(submitted))?.verdict).toBe('risky');
  expect(await approve(submitted)).toMatchObject({ ok: false, error: { code: 'text_not_fit' } });
  const { pieceId } = submitted;
  const returned = await world.ok('secretary', 'study.review', {
    ...submitted,
    decision: 'return',
    note: '请去掉号码',
  });
  const mended = await handIn(await write('他的号码不写出来。', { pieceId, version: returned.version }));
  expect(await checkOf(mended)).toEqual({ verdict: 'pass', note: '' });
  expect(await approve(mended)).toMatchObject({ ok: true });
});

it('from WeChat its check is asked after the commit, and the graver word stays', async () => {
  const plain = await handIn(await write('市场里的秤。'), 'oWriter');
  const named = await handIn(await write('〔review〕提到领导同志。'), 'oWriter');
  const ours = await handIn(await write('机密★一年'), 'oWriter');
  expect((await checkOf(named))?.verdict).toBe('pass');
  await drain();
  expect(await checkOf(plain)).toEqual({ verdict: 'pass', note: '' });
  expect(await checkOf(named)).toMatchObject({
    verdict: 'review',
    note: expect.stringMatching(/^微信的内容检查请人看一眼/),
  });
  expect(await checkOf(ours)).toMatchObject({ verdict: 'risky', note: expect.stringMatching(/密级标志/) });
  expect(await approve(named)).toMatchObject({ ok: true });
});

it('a risky word tells the writer once and closes the way to approval', async () => {
  const submitted = await handIn(await write('〔risky〕'), 'oWriter');
  await drain();
  await drain();
  expect(await approve(submitted)).toMatchObject({ ok: false, error: { code: 'text_not_fit' } });
  const told = (await world.ok('publicityOfficer', 'reminder.inbox', {})).notices.filter(({ text }) =>
    text.includes('不宜发布'),
  );
  expect(told).toHaveLength(1);
});

it('a long text is asked about in parts of at most 2,500 characters, and one bad part is enough', async () => {
  const asked = jest.spyOn(world.ports.weixin, 'checkText');
  const { kind, title, topic, source } = pieceContent;
  const block = (text: string) => ({ type: 'paragraph' as const, text });
  const saved = await world.ok('publicityOfficer', 'study.saveDraft', {
    ...{ kind, title, topic, source },
    organisationId: world.organisations.branch,
    blocks: [block('计量。'.repeat(600)), block('检定。'.repeat(600)), block('〔risky〕')],
    checks: [],
  });
  const submitted = await handIn({ pieceId: saved.pieceId, version: saved.version }, 'oWriter');
  await drain();
  expect(asked.mock.calls.length).toBeGreaterThan(1);
  for (const [, , part] of asked.mock.calls) expect([...part].length).toBeLessThanOrEqual(2500);
  expect((await checkOf(submitted))?.verdict).toBe('risky');
  asked.mockRestore();
});

it('a writer not seen within two hours leaves our own word; no answer is asked for again', async () => {
  const stale = await handIn(await write('不得外传'), 'stale-writer');
  await drain();
  expect(await checkOf(stale)).toMatchObject({ verdict: 'review', note: expect.stringMatching(/内部材料/) });
  await world.database.owner.pool.query('truncate gate.binding');
  const away = await handIn(await write('〔review〕'), 'away-writer');
  expect(await drain()).toMatchObject({ retried: 1 });
  expect((await checkOf(away))?.verdict).toBe('pass');
});

it('a piece that has changed since is not judged by its old text', async () => {
  const submitted = await handIn(await write('〔risky〕'), 'oWriter');
  const { version } = await world.ok('secretary', 'study.review', {
    ...submitted,
    decision: 'return',
    note: '改一改',
  });
  const mended = await handIn(await write('改好了。', { pieceId: submitted.pieceId, version }));
  await drain();
  expect(await checkOf(mended)).toEqual({ verdict: 'pass', note: '' });
});

it.each([
  ['the topic', { topic: '绝密\u200b★' }],
  ['the source', { source: { ...pieceContent.source, title: '机 密 ★ 一年' } }],
  ['its place', { source: { ...pieceContent.source, article: '110105 19491231 002X' } }],
  ['a title', { title: '１１０１０５\u2060１９４９１２３１００２Ｘ' }],
])('looks at %s too, whatever stands unseen between its signs', async (_where, more) => {
  const { kind, title, topic, source, blocks } = pieceContent;
  const draft = await world.ok('publicityOfficer', 'study.saveDraft', {
    ...{ kind, title, topic, source, blocks, checks: [] },
    organisationId: world.organisations.branch,
    ...more,
  });
  const submitted = await handIn({ pieceId: draft.pieceId, version: draft.version });
  expect((await checkOf(submitted))?.verdict).toBe('risky');
  expect(await approve(submitted)).toMatchObject({ ok: false, error: { code: 'text_not_fit' } });
});

it('sends WeChat the text as it is seen', async () => {
  const asked = jest.spyOn(world.ports.weixin, 'checkText');
  await handIn(await write('请\u200b坐，喝\u2060茶。'), 'o-unseen');
  await drain();
  expect(asked.mock.calls.map(([, , text]) => text).join('')).toContain('请坐,喝茶。');
});
