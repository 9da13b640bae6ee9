import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { errorTable } from '../../src/contract/errors';
import type { ReadBank, ReadQuestion } from '../../src/domain/quiz/bank/bankQuestion';
import { readBankFiles } from '../quiz/readBankFiles';

const USAGE = '用法：npm run bank -- read FILE… [--json]';

/** A file that cannot be read: one sentence, exit 1. */
class Unreadable extends Error {}

/** The names of architecture.md's wire format. */
const wireTypes = { single: 'single', multiple: 'multi', trueFalse: 'judge', blank: 'fill' } as const;

/**
 * `npm run bank -- read FILE… [--json]`: how a question bank is understood; several files are one bank, questions and
 * their key. Nothing is stored. With --json the wire format of architecture.md "Commands", else a summary.
 */
async function main([word, ...args]: readonly string[]): Promise<void> {
  const files = args.filter((arg) => arg !== '--json');
  if (word !== 'read' || files.length === 0) throw new Unreadable(USAGE);
  const reading = await readBankFiles(
    files.map((file) => ({ name: basename(file), content: contentOf(file) })),
  );
  if (!reading.ok) throw new Unreadable(`${reading.file}：${errorTable[reading.refusal].sentence}`);
  const { questions, problems, essays } = reading.bank;
  if (args.includes('--json'))
    console.log(
      JSON.stringify({
        questions: questions.map(wired),
        problems: problems.map(({ draft: _, ...problem }) => problem),
        essays,
      }),
    );
  else for (const line of linesOf(reading.bank)) console.log(line);
}

function contentOf(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Unreadable(`${basename(path)}：没有这个文件，或不能打开`);
  }
}

function wired({ type, stem, options, key, explanation, source, at }: ReadQuestion) {
  const answer =
    key.kind === 'options' ? key.right.map((index) => String.fromCharCode(65 + index)).join('') : key.right;
  return { type: wireTypes[type], stem, options, answer, explanation, source, at };
}

function linesOf({ questions, problems, essays, evidence }: ReadBank): string[] {
  return [
    ...evidence.map(({ file, sentence }) => `${file}：${sentence}`),
    `${questions.length} 题可以导入，${problems.length} 题要看一眼，${essays} 道问答题没有读`,
    ...problems.map(({ at, message, stem }) => `  ${at}  ${message}  ${stem}`),
  ];
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Unreadable ? error.message : error);
  process.exitCode = 1;
});
