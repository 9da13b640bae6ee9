import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bans } from '../../src/domain/compliance/bans';

const root = join(__dirname, '../..');
const page = readFileSync(join(root, 'docs/compliance.md'), 'utf8');
/** Each ban's part of the page, under its id and its words. */
const parts = [...page.matchAll(/^### ([\w-]+): (.+)\n([\s\S]*?)(?=^##)/gm)].map(
  ([, id, ban, text = '']) => ({
    id,
    ban,
    text,
  }),
);

describe('docs/compliance.md', () => {
  it('names the bans that the app shows, in the same order and words', () => {
    expect(parts.map(({ id, ban }) => ({ id, ban }))).toEqual(bans.map(({ id, ban }) => ({ id, ban })));
  });

  it.each(bans)('says of $id which test proves it, and that test exists', ({ id, test }) => {
    const text = parts.find((part) => part.id === id)?.text ?? '';
    const named = [...text.matchAll(/`([\w/.-]+\.test\.tsx?)`/g)].map(([, path = '']) => path);
    expect(named).toEqual(test === null ? [] : expect.arrayContaining([test]));
    for (const path of named) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });
});

describe('the words of the client', () => {
  /** What would promise or name a forbidden thing; `连续签到 5 天` and the like. */
  const forbidden = /打卡|排名|排行|积分榜|连续[^，。；！？'"`\n]{0,8}\d*\s*天|在线时长|学习时长/;
  /** Said to deny it. */
  const denials = ['为什么没有排名', '没有排名'];
  /** Pages that speak about the bans themselves. */
  const aboutBans = ['src/features/compliance/WhyNoRanking.tsx', 'src/domain/compliance/bans.ts'];

  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'));
  const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
  const isOffending = (file: string) =>
    forbidden.test(denials.reduce((text, denial) => text.replaceAll(denial, ''), textOf(file)));

  it('promise no check-in, no ranking, no streak and no time online', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.filter((file) => isOffending(file) && !aboutBans.includes(file))).toEqual([]);
  });

  it('need each of the exceptions', () => {
    expect(aboutBans.filter((file) => !isOffending(file))).toEqual([]);
    expect(denials.filter((denial) => !files.some((file) => textOf(file).includes(denial)))).toEqual([]);
  });

  it.each(['连续学习 7 天', '连续签到7天', '今日打卡', '积分排名'])('would be found: %s', (words) => {
    expect(words).toMatch(forbidden);
  });
});
