import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { docxOf, docxParagraph } from '../testing/officeFiles';
import { readBankFiles } from './readBankFiles';

/** Reads a file in a process of its own; seconds of the processor and megabytes of memory that it took at most. */
function measured(
  name: string,
  content: Uint8Array,
): { questions: number; seconds: number; megabytes: number } {
  const folder = mkdtempSync(join(tmpdir(), 'bank-'));
  const path = join(folder, name);
  writeFileSync(path, content);
  const script = `
    const { readBankFiles } = require(${JSON.stringify(join(__dirname, 'readBankFiles.ts'))});
    const content = require('node:fs').readFileSync(${JSON.stringify(path)});
    const before = process.cpuUsage();
    readBankFiles([{ name: ${JSON.stringify(name)}, content }]).then((reading) => {
      const { user, system } = process.cpuUsage(before);
      const questions = reading.ok ? reading.bank.questions.length : reading.refusal;
      console.log(JSON.stringify({ questions, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));
    });`;
  const translator = createRequire(__filename).resolve('tsx/cjs');
  const { stdout, stderr } = spawnSync(process.execPath, ['--require', translator, '-e', script], {
    encoding: 'utf8',
  });
  rmSync(folder, { recursive: true });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as ReturnType<typeof measured>;
}

/** The processor's time is what is bounded here, so that a busy machine says the same; starting the thread is in it. */
it('3,000 questions from .docx: 3 seconds and 400 MB', () => {
  const questions = Array.from({ length: 3000 }, (_, at) => [
    `${at + 1}. 食品经营者第${at}项义务是（ ）。`,
    `A. 建立第${at}号制度`,
    'B. 每日自查并记录',
    'C. 不作为',
    'D. 其他情形',
    `答案：${'ABCD'[at % 4]}`,
    '解析：《食品安全法》第三十三条有规定。',
  ]);
  const figures = measured('题库.docx', docxOf(questions.flat().map(docxParagraph).join('')));
  expect(figures.questions).toBe(3000);
  expect(figures.seconds).toBeLessThan(SLOW_MACHINE * 3);
  expect(figures.megabytes).toBeLessThan(400);
});

it('50,000 rows: 10 seconds and 400 MB', () => {
  const rows = Array.from(
    { length: 49_999 },
    (_, at) => `单选题,第${at}项义务是（ ）。,甲${at},乙${at},丙,丁,${'ABCD'[at % 4]}`,
  );
  const figures = measured('题库.csv', Buffer.from(`题型,题干,A,B,C,D,答案\n${rows.join('\n')}`));
  expect(figures.questions).toBe(49_999);
  expect(figures.seconds).toBeLessThan(SLOW_MACHINE * 10);
  expect(figures.megabytes).toBeLessThan(400);
});

/** A processor shared by twenty others does the same work in about twice the time. */
const SLOW_MACHINE = 2;

it.each(['题库.txt', '题库.docx', '题库.doc', '题库.xlsx', '题库.xls', '题库.csv', '题库.json', '题库.md'])(
  '100 MB called %s: refused at once',
  async (name) => {
    const reading = await readBankFiles([{ name, content: Buffer.alloc(100_000_000, 0x41) }]);
    expect(reading).toEqual({ ok: false, file: name, refusal: 'document_too_large' });
  },
);

it('a file that holds no question gives none, and what is no JSON is refused', async () => {
  const none = await readBankFiles([{ name: 'a.txt', content: Buffer.from('通知\n请大家准时到会。') }]);
  expect(none).toMatchObject({ ok: true, bank: { questions: [] } });
  const broken = await readBankFiles([{ name: 'a.json', content: Buffer.from('{"a": ') }]);
  expect(broken).toMatchObject({ ok: false, refusal: 'document_damaged' });
  const deep = await readBankFiles([{ name: 'a.json', content: Buffer.from('['.repeat(200_000)) }]);
  expect(deep).toMatchObject({ ok: false, refusal: 'document_damaged' });
});
