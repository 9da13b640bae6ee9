import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stopTestCluster } from '../../cloud/testing/cluster';
import { comeAs, type Looker, type Visit, visitsOf } from './screens';
import { openStage, type Stage } from './stage';
import { pc, phone, type Visitor } from './visitor';

/** Pictures for README and manual: `node --import tsx e2e/h5/takePictures.ts` after `npm run build:h5`. */
const folder = join(__dirname, '..', '..', 'docs', 'pictures');

interface Picture {
  name: string;
  screen: string;
  as?: Looker;
  size?: 'phone' | 'desk';
  /** Of the window, where it is not the usual one; px. */
  height?: number;
  look?: 'light' | 'dark' | 'large';
  /** What is done before the picture is taken. */
  after?: (visitor: Visitor) => Promise<void>;
}

const answerOne = async (visitor: Visitor) => {
  await visitor.press(/^(开始答题|接着答)$/);
  await visitor.answers().first().click();
};
const seeFeedback = async (visitor: Visitor) => {
  await visitor.press(/^(开始答题|接着答)$/);
  await visitor.answers().first().click();
  await visitor.press('提交');
  await visitor.sees('依据：');
};
const typeDigits = async (visitor: Visitor) => {
  for (const digit of '407') await visitor.press(digit);
};
const stamp = async (visitor: Visitor) => {
  await visitor.press('我学完了');
  await visitor.sees('点错了，撤回');
  await visitor.page.waitForTimeout(5500);
};

const pictures: Picture[] = [
  { name: 'welcome', screen: 'welcome' },
  { name: 'today', screen: 'today' },
  { name: 'today-dark', screen: 'today', look: 'dark' },
  { name: 'today-large', screen: 'today', look: 'large' },
  { name: 'quiz-question', screen: 'quiz', after: answerOne },
  { name: 'quiz-feedback', screen: 'quiz', after: seeFeedback },
  { name: 'quiz-feedback-dark', screen: 'quiz', look: 'dark', after: seeFeedback },
  { name: 'sign-in', screen: 'meetingSignIn', after: typeDigits },
  { name: 'sign-in-large', screen: 'meetingSignIn', look: 'large', after: typeDigits },
  { name: 'branch', screen: 'branch' },
  { name: 'mine', screen: 'mine' },
  { name: 'score-card', screen: 'pioneerCard' },
  { name: 'score-card-dark', screen: 'pioneerCard', look: 'dark' },
  { name: 'score-card-large', screen: 'pioneerCard', look: 'large' },
  { name: 'today-stamped', screen: 'today', after: stamp },
  { name: 'host-roll', screen: 'meetingHost', size: 'desk', height: 1100, after: tickSome },
  {
    name: 'host-projector',
    screen: 'meetingHost',
    size: 'desk',
    after: (visitor) => visitor.press('投屏'),
  },
  { name: 'desk-home', screen: 'deskHome', size: 'desk' },
  { name: 'desk-pieces', screen: 'deskPieces', size: 'desk' },
  { name: 'desk-piece-edit', screen: 'deskPieceEdit', size: 'desk', after: writeSomething },
  {
    name: 'desk-review',
    screen: 'deskPieces',
    size: 'desk',
    height: 560,
    after: async (visitor) => {
      await visitor.page.getByRole('list', { name: '等审核' }).getByRole('button').first().click();
      await visitor.sees('审核意见');
    },
  },
  { name: 'desk-members', screen: 'deskMembers', size: 'desk' },
  { name: 'study-task', screen: 'studyTask' },
  { name: 'study-task-large', screen: 'studyTask', look: 'large' },
  { name: 'library', screen: 'library' },
  { name: 'group-picture', screen: 'groupPicture' },
  { name: 'lecture-rota', screen: 'lectureRota' },
  { name: 'desk-first-day', screen: 'deskFirstDay', size: 'desk' },
  { name: 'desk-organisations', screen: 'deskOrganisations', size: 'desk' },
  { name: 'desk-task', screen: 'deskTask', size: 'desk' },
  { name: 'desk-task-publish', screen: 'deskTaskPublish', height: 900 },
  { name: 'desk-series', screen: 'deskSeries', size: 'desk' },
  { name: 'desk-laws', screen: 'deskLaws', size: 'desk' },
  { name: 'practice', screen: 'practiceRun', after: practise },
  { name: 'exam', screen: 'practiceTopics', after: seeExam },
  { name: 'bank', screen: 'deskBank', size: 'desk', as: 'committeeOfficer', after: openQuestion },
  { name: 'bank-import', screen: 'deskBankImport', size: 'desk' },
  { name: 'paper', screen: 'deskPaper', size: 'desk' },
  {
    name: 'paper-wall',
    screen: 'deskPaperWall',
    size: 'desk',
    after: (visitor) => visitor.press('看答案'),
  },
  { name: 'analysis', screen: 'deskAnalysis', size: 'desk', height: 1000 },
  { name: 'shares', screen: 'deskShares' },
];

async function practise(visitor: Visitor): Promise<void> {
  await visitor.press('开始');
  await visitor.answers().first().click();
  await visitor.press('提交');
  await visitor.sees(/^(答对了|这题再看看)$/);
}

async function seeExam(visitor: Visitor): Promise<void> {
  await visitor.open('/pages/practice/run/index?mode=mockExam');
  await visitor.press('开始');
  await visitor.sees(/^还有 \d+ 分钟$/);
  await visitor.answers().first().click();
}

async function openQuestion(visitor: Visitor): Promise<void> {
  await visitor.page
    .getByRole('list', { name: '题目' })
    .getByRole('button')
    .filter({ visible: true })
    .first()
    .click();
  await visitor.sees('依据：');
}

async function tickSome(visitor: Visitor): Promise<void> {
  for (const name of ['江晨', '柏川', '石不语', '苗初青', '禾书远', '云向阳']) {
    await visitor.press(name, { isPart: true });
    await visitor.press('到会', { among: visitor.page.getByRole('dialog') });
    await visitor.button(new RegExp(`^${name}.*到会`), { isPart: true }).waitFor();
  }
  await visitor.page.waitForTimeout(5500);
}

async function writeSomething(visitor: Visitor): Promise<void> {
  await visitor.write('标题', '一杆秤为什么每年都要检定');
  await visitor.write('主题', '计量');
  await visitor.write(
    '正文',
    '赵大姐在早市买了两斤橘子，回家一称，差了小半斤。她拿着橘子回去问，摊主也纳闷：“这秤去年才验过，怎么会不准？”\n\n# 一年一次，不是走过场\n\n贸易结算用的秤属于强制检定的计量器具。用得久了，弹簧会松，传感器会漂，谁也没有动手脚，分量也会慢慢走样，所以要按周期检定。',
  );
}

async function take(stage: Stage, visit: Visit, picture: Picture): Promise<number> {
  const { look = 'light', size = 'phone' } = picture;
  const window = size === 'desk' ? pc : phone;
  const visitor = await stage.arrive({
    viewport: { ...window, height: picture.height ?? window.height },
    // Sharp enough beside text, small enough for a repository.
    deviceScaleFactor: size === 'desk' ? 1 : 1.4,
    colorScheme: look === 'dark' ? 'dark' : 'light',
    serviceWorkers: 'block',
  });
  await comeAs(picture.as ?? visit.as, visitor.context, stage.server.url);
  if (look === 'large')
    await visitor.context.addInitScript(`localStorage.setItem('morning-study:textSize', '"large"')`);
  await visitor.open(visit.path);
  await visitor.sees(visit.sees);
  await picture.after?.(visitor);
  await visitor.page.evaluate(() => {
    for (const scrolled of document.querySelectorAll('*')) scrolled.scrollTop = 0;
  });
  await visitor.page.waitForTimeout(500);
  const file = join(folder, `${picture.name}.png`);
  await visitor.page.screenshot({ path: file });
  await visitor.context.close();
  return statSync(file).size;
}

async function takeAll(wanted: string[]): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const stage = await openStage();
  const visits: Record<string, Visit> = await visitsOf(stage);
  let total = 0;
  for (const picture of pictures) {
    if (wanted.length > 0 && !wanted.includes(picture.name)) continue;
    const visit = visits[picture.screen];
    if (!visit) throw new Error(`no screen ${picture.screen}`);
    const bytes = await take(stage, visit, picture);
    total += bytes;
    console.log(`${picture.name}.png ${Math.round(bytes / 1024)} KB`);
  }
  console.log(`${Math.round(total / 1024)} KB in all`);
  await stage.close();
  await stopTestCluster();
}

takeAll(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
