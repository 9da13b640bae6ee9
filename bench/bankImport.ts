import { readText } from '../cloud/documents/readText';
import { readBankFiles } from '../cloud/quiz/readBankFiles';
import { docxOf, docxParagraph } from '../cloud/testing/officeFiles';
import { type Benchmark, round, timedInPairs } from './benchmark';

const QUESTIONS = 3000;
const PAIRS = 5;

/** A .docx of 3,000 made-up questions understood, beside merely decoding the same file to paragraphs. */
export const bankImport: Benchmark = {
  title: '题库 3,000 题 .docx，从文件到读懂',
  run: async () => {
    const content = madeBank();
    const figures = await timedInPairs(
      PAIRS,
      async () => {
        const reading = await readBankFiles([{ name: '题库.docx', content }]);
        if (!reading.ok || reading.bank.questions.length !== QUESTIONS)
          throw new Error('The bank was not read whole');
      },
      async () => {
        if (!(await readText(content, '题库.docx')).ok) throw new Error('The file was not read');
      },
    );
    return {
      ...figures,
      baselineIs: 'decoding the same file to paragraphs in the same thread, nothing understood',
      more: {
        questions: QUESTIONS,
        bytes: content.length,
        questionsPerSecond: round(QUESTIONS / (figures.ours / 1000)),
      },
    };
  },
};

function madeBank(): Buffer {
  const lines = Array.from({ length: QUESTIONS }, (_, at) => [
    `${at + 1}. 食品经营者第${at}项义务是（ ）。`,
    `A. 建立第${at}号制度`,
    'B. 每日自查并记录',
    'C. 不作为',
    'D. 其他情形',
    `答案：${'ABCD'[at % 4]}`,
    '解析：《食品安全法》第三十三条有规定。',
  ]);
  return docxOf(lines.flat().map(docxParagraph).join(''));
}
