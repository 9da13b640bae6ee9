import path from 'node:path';
import deskPackages from '../../../src/platform/deskPackages.json';
import type { MiniProgram } from '../miniProgram';
import { MiniProgramFiles } from '../runtime/miniProgramFiles';
import { type DemoBureau, openDemoBureau } from './demoBureau';
import { answersOf } from './phones';

jest.setTimeout(240_000);

// Fails here, with the command that builds, when there is no build.
const files = new MiniProgramFiles(path.join(__dirname, '../../../dist/weapp'));

let bureau: DemoBureau;

beforeAll(async () => {
  bureau = await openDemoBureau();
});
afterEach(() => bureau.phones.close());
afterAll(() => bureau.close());

/** What a person must never read: a value that was not there, or was no text. */
const slips = /undefined|NaN|\[object|null|Invalid Date|\{\{/;

/** Pages for those who are not signed in, and the pages that lead on at once when somebody is. */
const pagesOfStrangers = [
  'pages/welcome/index',
  'pages/settings/activate/index',
  'pages/settings/sign-in/index',
];

/** What each page is given in its address; a page takes what it knows. */
async function queryFrom(secretary: MiniProgram, officer: MiniProgram): Promise<Record<string, string>> {
  await secretary.openCard({ path: 'pages/desk/meetings/index' });
  await secretary.waitForText('要办的');
  const meetingId = answersOf(secretary, 'meeting.mine')
    .flatMap(({ upcoming }) => upcoming)
    .find(({ state }) => state === 'open')?.id;
  await officer.openCard({ path: 'pages/desk/pieces/index' });
  await officer.waitForText('等审核');
  const pieceId = answersOf(officer, 'study.desk')
    .flatMap(({ pieces }) => pieces)
    .find(({ state }) => state === 'submitted')?.id;
  const memberPieceId = answersOf(officer, 'study.today').at(-1)?.piece?.id;
  if (!meetingId || !pieceId || !memberPieceId) throw new Error('the demo bureau lacks something to show');
  return { meetingId, pieceId, memberPieceId };
}

/** Opens a page and reads it. */
async function read(app: MiniProgram, page: string, query: Record<string, string>, isLarge: boolean) {
  await app.openCard({ path: page, query });
  await app.waitForNoText('正在打开');
  const text = app.text();
  const problems: string[] = [];
  if (app.page().path !== page) problems.push(`led on to ${app.page().path}`);
  if (text.trim().length < 10) problems.push(`says nothing: ${text}`);
  const slip = slips.exec(text);
  if (slip) problems.push(`says ${text.slice(Math.max(0, slip.index - 20), slip.index + 20)}`);
  if (/再试一次|编号 0/.test(text)) problems.push(`could not load: ${text}`);
  const isDrawnLarge = app
    .getAllByTag('view')
    .some(({ classNames }) => classNames.includes('ui-screen') && classNames.includes('ui-large-type'));
  if (isDrawnLarge !== isLarge) problems.push(`large-font mode is ${isDrawnLarge}`);
  return [...problems, ...app.takeErrors()].map((problem) => `${page}: ${problem}`);
}

test.each([
  { looks: 'light and WeChat’s standard size', fontSize: 16, theme: 'light' as const },
  { looks: 'dark and WeChat’s largest size', fontSize: 23, theme: 'dark' as const },
])('every page has something sound to say, $looks', async ({ fontSize, theme }) => {
  const phone = { fontSize, theme };
  const stranger = await bureau.phones.start('stranger', phone);
  const member = await bureau.phoneOf('member', phone);
  const secretary = await bureau.phoneOf('secretary', phone);
  const officer = await bureau.phoneOf('committeeOfficer', phone);
  const { memberPieceId, ...query } = await queryFrom(secretary, officer);
  const isLarge = fontSize === 23;

  const readerOf = (page: string): MiniProgram => {
    if (pagesOfStrangers.includes(page)) return stranger;
    if (/^pages\/(meeting\/(host|plan)|desk\/(home|meetings)|roster\/members|bank\/shares)\//.test(page))
      return secretary;
    return deskPackages.some((name) => page.startsWith(`pages/${name}/`)) ? officer : member;
  };
  const problems: string[] = [];
  for (const { path: page } of files.pages) {
    const reader = readerOf(page);
    // A member reads, and a task is made of, what is out.
    const isOut = reader === member || page === 'pages/desk/task-publish/index';
    const own = isOut ? { ...query, pieceId: memberPieceId ?? '' } : query;
    // A new piece: the one of the query is not the officer's to change.
    const given = page === 'pages/desk/piece-edit/index' ? {} : own;
    problems.push(...(await read(reader, page, given, isLarge)));
  }
  expect(problems).toEqual([]);
  expect(
    [stranger, member, secretary, officer].flatMap(({ calls }) => calls.filter(({ error }) => error)),
  ).toEqual([]);
});
