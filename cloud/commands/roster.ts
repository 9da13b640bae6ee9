import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { errorTable } from '../../src/contract/errors';
import { shanghaiDay } from '../../src/domain/calendar/shanghai';
import { readRoster } from '../../src/domain/roster/sheet/readRoster';
import type { ReadRoster } from '../../src/domain/roster/sheet/rosterSheet';
import { readTable } from '../documents/readTable';

const USAGE = '用法：npm run roster -- read FILE [--json]';

/** A file that cannot be read: one sentence, exit 1. */
class Unreadable extends Error {}

/**
 * `npm run roster -- read FILE [--json]`: how a roster file is understood; nothing is stored. With --json
 * `{"members":[…],"dropped":[…],"problems":[…]}`, else the mapping and the problems without any person's data.
 */
async function main([word, ...args]: readonly string[]): Promise<void> {
  const files = args.filter((arg) => arg !== '--json');
  const [file] = files;
  if (word !== 'read' || file === undefined || files.length > 1) throw new Unreadable(USAGE);
  const reading = await readTable(contentOf(file), basename(file));
  if (!reading.ok) throw new Unreadable(`${basename(file)}：${errorTable[reading.refusal].sentence}`);
  const roster = readRoster(reading.document, shanghaiDay(new Date()));
  if (args.includes('--json')) {
    const { rows, dropped, problems } = roster;
    console.log(JSON.stringify({ members: rows, dropped, problems }));
  } else for (const line of linesOf(roster)) console.log(line);
  const noHeader = roster.problems.find(({ code }) => code === 'noHeader');
  if (noHeader) throw new Unreadable(`${basename(file)}：${noHeader.message}`);
}

function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    throw new Unreadable(`${basename(file)}：没有这个文件，或不能打开`);
  }
}

function linesOf({ sheets, rows, problems }: ReadRoster): string[] {
  const mapped = sheets.flatMap(({ sheet, headerRow, columns, dropped }) => [
    `${sheet === '' ? '' : `“${sheet}”，`}表头在第 ${headerRow} 行`,
    ...columns.map(({ field, column, evidence }) => `  ${field}  ${column} 列  ${evidence}`),
    `  不读的列：${dropped.map(({ column, header }) => `${column} ${header}`).join('、') || '没有'}`,
  ]);
  const told = problems.map(({ at, message }) => `  ${at.sheet}!${at.column ?? ''}${at.row}  ${message}`);
  return [...mapped, `读到 ${rows.length} 位，${problems.length} 处要看`, ...told];
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Unreadable ? error.message : error);
  process.exitCode = 1;
});
