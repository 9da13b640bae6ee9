import { comeInByCard, type FirstCard, foundRealBureau } from './realBureau';
import { openStage, type Stage } from './stage';
import { pc, type Visitor } from './visitor';

jest.setTimeout(240_000);

const phrase = '桂花开在第三条街';

let stage: Stage;
let first: FirstCard;
let officer: Visitor;
let member: Visitor;
let code = '';
beforeAll(async () => {
  stage = await openStage({ isEmpty: true });
  first = await foundRealBureau(stage.server);
  officer = await stage.arrive({ viewport: pc });
  member = await stage.arrive();
});
afterAll(() => stage.close());

const activate = (person: Visitor, card: FirstCard) => comeInByCard(person, card, `${phrase}左边`);

test('a real bureau has no shoes to step into', async () => {
  await member.open();
  await member.sees('用激活卡首次登录');
  expect(await member.reads()).not.toContain('演示');
});

test('an officer comes in by the first card and issues one for a member, shown this once', async () => {
  await activate(officer, first);
  await officer.press('同意');
  await officer.press('就用这样，去晨学');
  await officer.sees('安如山同志');
  await officer.goToDesk();
  await officer.desk('名册');
  await officer.press('云帆');
  await officer.press('发激活卡');
  await officer.sees('激活码只在这里显示这一次');
  const spoken = officer.page.getByLabel(/^激活码( [A-Z0-9-])+/).filter({ visible: true });
  code = ((await spoken.getAttribute('aria-label')) ?? '').replace(/激活码|\s|-/g, '');
  expect(code).toHaveLength(12);
  await officer.press('已交给本人，关上');
});

test('a wrong code says nothing of what was wrong with it', async () => {
  member.expectsRefusal('code_not_valid');
  await activate(member, { loginName: 'y2000002', code: 'AAAA-BBBB-CCCC' });
  await member.sees('激活码不对，或已经用过、过期。请核对卡片，或请书记重发一张');
});

test('the member comes in with login name, code and a passphrase, is asked once, and chooses a size', async () => {
  await member.write('激活码', code.toLowerCase());
  await member.press('启用');
  await member.sees('为了点名，需要用到您的姓名和支部。不同意也不影响参会，书记可以替您点名。');
  await member.sees('机关第一党支部');
  await member.press('不同意');
  await member.choose(/^大字/);
  await member.sees('大字（正在用）');
  await member.press('就用这样，去晨学');
  await member.sees('云帆同志');
});

test('a used card opens nothing any more', async () => {
  const thief = await stage.arrive();
  thief.expectsRefusal('code_not_valid');
  await activate(thief, { loginName: 'y2000002', code });
  await thief.sees('激活码不对，或已经用过、过期。请核对卡片，或请书记重发一张');
});

test('signing out leads to the entry; login name and passphrase lead in again, and nothing is asked twice', async () => {
  await member.tab('我的');
  await member.press('退出登录');
  await member.press('退出');
  await member.sees('用激活卡首次登录');
  await member.press('登录');
  await member.write('登录名', 'y2000002');
  await member.write('口令', `${phrase}左边`);
  await member.press('登录');
  await member.sees('云帆同志');
});
