import { bankHeader, bankLinesOf, bankRow, optionColumns } from '../../../src/domain/quiz/bank/bankRows';
import type { QuestionContent } from '../../../src/domain/quiz/bank/questionDraft';
import { writeDocument } from '../../documents/writeDocument';
import { writeTable } from '../../documents/writeTable';

/** Media types of what is written here. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const hint = [
  '从第 3 行起一题一行。题型写单选题、多选题、判断题或填空题；单选、多选的选项各占一格。',
  '答案：单选、多选写字母（如 B、ABD），判断写对或错。填空题干里用（　）或____留空，几个空的答案用“；”隔开，一个空有几种说法用“|”隔开。',
  '解析、依据、专题、难度可以不填。难度写易、中、难。依据写成《法规名称》第几条。',
].join('\n');
/** In characters: kind, stem, each option, then answer to difficulty. */
const [KIND, STEM, OPTION] = [9, 60, 24];
const behind = [12, 40, 30, 16, 8];

/** Questions as an .xlsx in our own layout: reading it gives the same questions again. */
export function bankTable(questions: readonly QuestionContent[]): Buffer {
  const options = optionColumns(questions);
  return writeTable({
    name: '题库',
    widths: [KIND, STEM, ...Array.from({ length: options }, () => OPTION), ...behind],
    hint,
    header: bankHeader(options),
    rows: questions.map((question) => bankRow(question, options)),
  });
}

/** The table without questions, to be filled in. */
export function bankTemplate(): Buffer {
  return bankTable([]);
}

/** Questions as a .docx, numbered through: reading it gives the same questions again. */
export function bankDocument(title: string, questions: readonly QuestionContent[]): Buffer {
  const lines = questions.flatMap((question, index) => bankLinesOf(question, index + 1));
  return writeDocument([
    { text: `${title}题库`, style: 'title' },
    ...lines.map((text) => ({ text, style: 'text' as const })),
  ]);
}
