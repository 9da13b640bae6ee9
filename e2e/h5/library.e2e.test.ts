import { inTenant } from '../../cloud/database/tenantTransaction';
import { writeLink } from '../../cloud/identity/entryLink';
import { newId } from '../../cloud/ports/newId';
import { insertPiece } from '../../cloud/study/studyRepository';
import { pieceContent } from '../../cloud/testing/pieces';
import type { TestServer } from '../../cloud/testing/testServer';
import { type FirstCard, foundRealBureau } from './realBureau';
import { openStage, type Stage } from './stage';
import type { Visitor } from './visitor';

jest.setTimeout(240_000);

describe('a member in the library', () => {
  let stage: Stage;
  let member: Visitor;
  beforeAll(async () => {
    stage = await openStage();
    member = await stage.arrive();
    await member.stepInto('江晨');
  });
  afterAll(() => stage.close());

  test('finds an earlier piece by a few characters of its text, with the hit in sight', async () => {
    await member.press('资料库', { isPart: true });
    await member.sees('写题目、正文或您笔记里的几个字');
    await asks(member, '处方');
    await member.press('找一找');
    await member.sees('篇目');
    const hits = member.page.locator('.study-hit').filter({ visible: true });
    await hits.first().waitFor();
    expect(new Set(await hits.allInnerTexts())).toEqual(new Set(['处方']));
  });

  test('says kindly when nothing is found, and signs are taken for what they are', async () => {
    await asks(member, '%_%');
    await member.press('找一找');
    await member.sees('没有找到“%_%”。换个说法，或少写几个字再找');
    await member.press('不找了，看全部');
    await member.page.getByRole('radiogroup', { name: '主题' }).filter({ visible: true }).waitFor();
  });

  test('puts a piece aside and notes a sentence, which the search finds and nobody else', async () => {
    await member.press('返回');
    await member.press('收藏');
    await member.sees('取消收藏');
    await member.press('记一句');
    await member.write('记一句', '周末给老李讲一遍');
    await member.press('存下');
    await member.sees('周末给老李讲一遍');
    await member.press('资料库', { isPart: true });
    await asks(member, '老李');
    await member.press('找一找');
    await member.sees(/^记在《/);
    await member.press(/记在《/, { isPart: true });
    await member.sees('只给自己看，书记和管理员都看不到');
    await member.sees('周末给老李讲一遍');

    const secretary = await stage.arrive();
    await secretary.stepInto('禾书远');
    await secretary.press('资料库', { isPart: true });
    await asks(secretary, '老李');
    await secretary.press('找一找');
    await secretary.sees(/^没有找到/);
  });

  test('notes a sentence without network, which arrives by itself', async () => {
    await member.open('/');
    await member.sees('改这一句');
    await member.shellIsKept();
    await member.losesNetwork();
    await member.open('/');
    await member.press('改这一句');
    await member.write('记一句', '在隧道里改的一句');
    await member.press('存下');
    await member.sees('存在手机里，连上网会自动补上');
    await member.sees('在隧道里改的一句');
    await member.findsNetwork();
    await member.misses('存在手机里，连上网会自动补上');
    await member.page.reload();
    await member.sees('在隧道里改的一句');
  });

  test('turns a piece into a picture for the group, with a code and no name', async () => {
    await member.press('转到支部群');
    await member.sees('把图片发到支部群。本单位的同志扫码就到这一篇，别人只看到是给谁的');
    const picture = member.page.locator('.study-group-picture img').first();
    const source = await picture.getAttribute('src');
    expect(source).toMatch(/^data:image\/png;base64,/);
    // A drawn picture of this size; an empty canvas of one colour packs into a few kilobytes.
    expect((source ?? '').length).toBeGreaterThan(15_000);
    const [download] = await Promise.all([member.page.waitForEvent('download'), member.press('存下图片')]);
    expect(download.suggestedFilename()).toBe('晨学三分钟.png');
  });
});

describe('a card from the branch group', () => {
  const title = '药店没有处方上的药';
  let stage: Stage;
  let card: FirstCard;
  let address = '';
  beforeAll(async () => {
    stage = await openStage({ isEmpty: true });
    card = await foundRealBureau(stage.server);
    address = `/pages/study/link/index?link=${await publishedLink(stage.server, title)}`;
  });
  afterAll(() => stage.close());

  test('tells a stranger whom it is for and nothing of the piece; after activation it leads there', async () => {
    const officer = await stage.arrive();
    await officer.open(address);
    await officer.sees('给清溪市场监管局的同志');
    const said = await officer.reads();
    expect(said).not.toContain(title);
    expect(said).not.toContain('处方');

    await officer.press('用激活卡首次登录');
    await officer.write('激活码', card.code);
    await officer.write('登录名', card.loginName);
    await officer.write('自己定一个口令', '桂花开在第三条街左边');
    await officer.write('再写一遍口令', '桂花开在第三条街左边');
    await officer.press('启用');
    await officer.sees('单独问您一件事');
    await officer.press('同意');
    await officer.press('就用这样，去晨学');
    await officer.sees(title);
    expect(officer.page.url()).toContain('/pages/study/piece/index');
    // Signed in, the same card leads there at once.
    await officer.open(address);
    await officer.sees('核对日期');
  });

  test('is refused when it was changed on the way', async () => {
    const stranger = await stage.arrive();
    stranger.expectsRefusal('not_found');
    await stranger.open(`${address.slice(0, -6)}AAAAAA`);
    await stranger.sees('没有找到。可能已经撤下，或不在您的支部');
  });
});

/** Writes into the search box, whose form has a name of its own. */
async function asks(person: Visitor, words: string): Promise<void> {
  await person.page.getByRole('textbox', { name: '找一篇' }).filter({ visible: true }).fill(words);
}

/** Publishes a piece of the committee yesterday and returns its link. */
async function publishedLink({ database, ports }: TestServer, title: string): Promise<string> {
  const { id: tenantId } = await database.db.selectFrom('gate.tenant').select('id').executeTakeFirstOrThrow();
  const id = newId(ports.clock, ports.random);
  await inTenant(database.db, tenantId, async (trx) => {
    const committee = await trx
      .selectFrom('organisation')
      .select('id')
      .where('level', '=', 'organCommittee')
      .executeTakeFirstOrThrow();
    const [author, reviewer] = await trx.selectFrom('member').select('id').execute();
    if (!author || !reviewer) throw new Error('two people were enrolled');
    const now = ports.clock.now();
    await insertPiece(
      trx,
      tenantId,
      {
        ...pieceContent,
        title,
        id,
        organisationId: committee.id,
        authorId: author.id,
        demo: false,
        updatedAt: now,
      },
      { reviewerId: reviewer.id, reviewedAt: now, publishOn: '2026-11-20' },
    );
  });
  return writeLink(ports.keyring, { tenantId, kind: 'piece', id });
}
