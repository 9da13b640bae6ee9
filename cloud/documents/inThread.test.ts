import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { xlsxOf } from '../testing/officeFiles';
import { decodeInThread } from './inThread';
import { readTable } from './readTable';
import { readText } from './readText';

const csv = (rows: number) => Buffer.from('姓名,手机,支部\n'.repeat(rows));

it('reads texts and tables in a thread of their own, several at once', async () => {
  const table = xlsxOf([{ name: '名册', rows: [['姓名'], [{ number: 35_612, format: 14 }]] }]);
  const readings = await Promise.all([
    readText(Buffer.from('第一条'), 'a.txt'),
    readTable(table, 'a.xlsx'),
    readText(Buffer.from('第二条'), 'a.md'),
    readTable(csv(1), 'a.csv'),
  ]);
  expect(readings).toMatchObject([
    { ok: true, document: { paragraphs: [{ text: '第一条' }] } },
    { ok: true, document: { sheets: [{ rows: [{}, { cells: [{ day: '1997-07-01' }] }] }] } },
    { ok: true, document: { paragraphs: [{ text: '第二条' }] } },
    { ok: true, document: { kind: 'csv' } },
  ]);
});

it('gives a refusal back as a value', async () => {
  expect(await readTable(Buffer.from('x'), 'a.xlsx')).toEqual({
    ok: false,
    refusal: 'document_not_its_name',
  });
  expect(await readText(Buffer.from('x'), 'a.pdf')).toEqual({ ok: false, refusal: 'document_kind_unknown' });
});

it('lets a few wait and sends the rest away, and is free again afterwards', async () => {
  const order = { decode: 'table', content: csv(1), name: 'a.csv' } as const;
  const readings = await Promise.all(Array.from({ length: 9 }, () => decodeInThread(order)));
  // Two are read at once and four wait.
  expect(readings.map((reading) => (reading.ok ? 'read' : reading.refusal))).toEqual([
    ...Array(6).fill('read'),
    ...Array(3).fill('busy'),
  ]);
  expect((await decodeInThread(order)).ok).toBe(true);
});

it('stops a thread at its time, and goes on with the next', async () => {
  const order = { decode: 'table', content: csv(50_000), name: 'a.csv' } as const;
  const late = await decodeInThread(order, { timeLimitMs: 1 });
  expect(late).toEqual({ ok: false, refusal: 'document_too_large' });
  expect((await decodeInThread(order)).ok).toBe(true);
});

it('a thread that runs out of memory takes nothing with it', async () => {
  const order = { decode: 'table', content: csv(50_000), name: 'a.csv' } as const;
  expect(await decodeInThread(order, { heapMb: 12 })).toEqual({ ok: false, refusal: 'document_too_large' });
});

it('works in a bundle, with its program beside as buildCloud puts it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  const bundle = (entry: string, outfile: string) =>
    buildSync({
      entryPoints: [join(__dirname, entry)],
      outfile: join(folder, outfile),
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'warning',
    });
  bundle('readTable.ts', 'index.js');
  bundle('decodeWorker.ts', 'decodeWorker.js');
  writeFileSync(
    join(folder, 'ask.js'),
    `require('./index.js').readTable(Buffer.from('姓名,手机'), 'a.csv').then((reading) => console.log(JSON.stringify(reading)));`,
  );
  const { stdout, stderr } = spawnSync(process.execPath, [join(folder, 'ask.js')], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, document: { sheets: [{ rows: [{ row: 1 }] }] } });
});
