import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'roster-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** `npm run roster -- …` without npm's own lines. */
function roster(...args: string[]) {
  const command = ['--import', 'tsx', join('cloud', 'commands', 'roster.ts'), ...args];
  return spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
}

const file = join(folder, '名册.csv');
writeFileSync(
  file,
  '姓名,手机,家庭住址,入党时间\n江晨,13800000001,某处 1 号,2012.07\n林晓,138,某处 2 号,2013.07.01\n',
);

it('prints members, dropped columns and problems as one line of JSON', () => {
  const { status, stdout } = roster('read', file, '--json');
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    members: [
      { name: '江晨', mobile: '13800000001', joinedOn: '2012-07' },
      { name: '林晓', mobile: null, joinedOn: '2013-07-01' },
    ],
    dropped: ['家庭住址'],
    problems: [{ at: { row: 3, column: 'B' }, code: 'badMobile', weight: 'cell' }],
  });
  expect(stdout).not.toContain('某处');
});

it('without --json says how the file was understood, and nothing of any person', () => {
  const { status, stdout } = roster('read', file);
  expect(status).toBe(0);
  expect(stdout).toContain('mobile  B 列');
  expect(stdout).toContain('读到 2 位，1 处要看');
  expect(stdout).not.toMatch(/江晨|林晓|138|某处/);
});

it('says in one sentence why it cannot read a file, and exits with 1', () => {
  const wrong = join(folder, '坏.xlsx');
  writeFileSync(wrong, '<html>');
  const nameless = join(folder, '无.csv');
  writeFileSync(nameless, '甲,乙\n1,2\n');
  const cases: [string[], string][] = [
    [['read', wrong], '坏.xlsx：文件内容和它的后缀名对不上'],
    [['read', join(folder, '没有.xlsx')], '没有.xlsx：没有这个文件'],
    [['read', nameless, '--json'], '没有找到写着“姓名”的表头行'],
    [[], '用法：npm run roster -- read FILE'],
  ];
  for (const [args, sentence] of cases) {
    const { status, stderr } = roster(...args);
    expect(status).toBe(1);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  }
  // Four starts of the program one after the other.
}, 90_000);
