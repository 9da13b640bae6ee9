import { L1, L2, lettered, type MadeLayout, O1, O2, Q1, Q2, Q3, text, three, two } from './made';

/** Where questions and options begin and end. */
export const questionLayouts: readonly MadeLayout[] = [
  {
    name: '答案 as a line of its own, its letter on the next',
    sources: [text(`1. ${Q1}\n${L1}\n答案\nA\n2. ${Q2}\n${L2}\n答案\nAB`)],
    expected: two,
  },
  {
    name: 'options glued without any sign',
    sources: [
      text(`1、${Q1}A经营场所显著位置B仓库C办公室\n答案：A\n2、${Q2}\nA名称B生产日期C老板姓名\n答案：AB`),
    ],
    expected: two,
  },
  {
    name: 'options in two columns parted by tabs',
    sources: [
      text(
        `1、${Q1}\nA.经营场所显著位置\tB.仓库\nC.办公室\tD.库房\n答案：A\n2、${Q2}\nA.名称\tB.生产日期\nC.老板姓名\tD.颜色\n答案：AB`,
      ),
    ],
    expected: ['single A 4', 'multiple AB 4'],
  },
  {
    name: '选项A：… lines and 题目：',
    sources: [
      text(
        `题目：${Q1}\n选项A：经营场所显著位置\n选项B：仓库\n选项C：办公室\n答案：A\n题目：${Q2}\n选项A：名称\n选项B：生产日期\n选项C：老板姓名\n答案：AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'small letters with brackets',
    sources: [
      text(
        `1) ${Q1}\na) 经营场所显著位置\nb) 仓库\nc) 办公室\nAnswer: a\n2) ${Q2}\na) 名称\nb) 生产日期\nc) 老板姓名\nAnswer: ab`,
      ),
    ],
    expected: two,
  },
  {
    name: 'boxes of Markdown',
    sources: [
      text(
        `1. ${Q1}\n- [x] 经营场所显著位置\n- [ ] 仓库\n- [ ] 办公室\n2. ${Q2}\n- [x] 名称\n- [x] 生产日期\n- [ ] 老板姓名`,
        '题库.md',
      ),
    ],
    expected: two,
  },
  {
    name: 'boxes with letters',
    sources: [
      text(
        `1. ${Q1}\n☑ A. 经营场所显著位置\n□ B. 仓库\n□ C. 办公室\n2. ${Q2}\n☑ A. 名称\n☑ B. 生产日期\n□ C. 老板姓名`,
      ),
    ],
    expected: two,
  },
  {
    name: 'a table of Markdown',
    sources: [
      text(
        `| 题型 | 题干 | A | B | C | 答案 |\n|---|---|---|---|---|---|\n| 单选 | ${Q1} | ${O1.join(' | ')} | A |\n| 多选 | ${Q2} | ${O2.join(' | ')} | AB |\n| 判断 | ${Q3} | | | | 错 |`,
        '题库.md',
      ),
    ],
    expected: three,
  },
  {
    name: 'text that a web page left',
    sources: [
      text(
        `<div><p>1.&nbsp;${Q1}</p><p>A.经营场所显著位置</p><p>B.仓库</p><p>C.办公室</p></div>\n<p><b>答案：</b>A</p>\n<p>2. ${Q2}<br/>A.名称<br>B.生产日期<br>C.老板姓名</p>\n<p><b>答案：</b>AB</p>`,
      ),
    ],
    expected: two,
  },
  {
    name: 'headers and footers on every page',
    sources: [
      text(
        `食品安全知识题库\n第 1 页 共 4 页\n1. ${Q1}\n${L1}\n食品安全知识题库\n第 2 页 共 4 页\n答案：A\n2. ${Q2}\nA.名称\nB.生产日期\n食品安全知识题库\n第 3 页 共 4 页\nC.老板姓名\n答案：AB\n食品安全知识题库\n第 4 页 共 4 页\n3. ${Q3}\n答案：错误`,
      ),
    ],
    expected: three,
  },
  {
    name: 'keys in the brackets of stems without numbers',
    sources: [
      text(
        `食品经营许可证应当摆放在（A）。\n${L1}\n食品标签应当标明（AB）。\n${L2}\n食品安全第一责任人是（ B ）。\nA.顾客\nB.经营者`,
      ),
    ],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'kinds at the end of stems',
    sources: [
      text(`1. 许可证摆放在哪里？（单选）\n${L1}\n答案：A\n2. 标签标明什么？【多选题】\n${L2}\n答案：AB`),
    ],
    expected: two,
  },
  {
    name: 'score and difficulty in the brackets of the kind',
    sources: [
      text(
        `1.【单选题，2分】${Q1}\n${L1}\n答案：A\n2.【多选题】【4分】【难】${Q2}\n${L2}\n答案：AB\n3.【判断题/1分】${Q3}\n答案：错`,
      ),
    ],
    expected: three,
  },
  {
    name: 'a table copied into a text, parted by tabs',
    sources: [
      text(`题型\t题干\tA\tB\tC\t答案\n单选\t${Q1}\t${O1.join('\t')}\tA\n多选\t${Q2}\t${O2.join('\t')}\tAB`),
    ],
    expected: two,
  },

  {
    name: 'options with circled numbers, the answers too',
    sources: [
      text(
        `1. ${Q1}\n①经营场所显著位置\n②仓库\n③办公室\n答案：①\n2. ${Q2}\n①名称 ②生产日期 ③老板姓名\n答案：①②`,
      ),
    ],
    expected: two,
  },
  {
    name: 'statements with circled numbers are part of the stem',
    sources: [
      text(`1. 应当做到（ ）。\n①自查\n②培训\n③造假\nA.①② B.①③ C.②③\n答案：A\n2. ${Q1}\n${L1}\n答案：A`),
    ],
    expected: ['single A 3', 'single A 3'],
  },
  {
    name: 'Chinese numbers in front of questions',
    sources: [text(`一、${Q1}\n${L1}\n答案：A\n二、${Q2}\n${L2}\n答案：AB`)],
    expected: two,
  },
  {
    name: 'letters ended with 。 or alone on their lines',
    sources: [
      text(
        `1. ${Q1}\n${lettered(O1, '。').join('\n')}\n答案：A\n2. ${Q2}\n${lettered(O2, '；').join('  ')}\n答案：AB`,
      ),
      text(
        `1. ${Q1}\nA\n经营场所显著位置\nB\n仓库\nC\n办公室\n正确答案：\nA\n2. ${Q2}\nA\n名称\nB\n生产日期\nC\n老板姓名\n正确答案：\nAB`,
        '另一份.txt',
      ),
    ],
    expected: [...two, ...two],
  },
  {
    name: 'questions that run on within a line',
    sources: [
      text(
        `1、${Q1} ${lettered(O1).join(' ')} 2、${Q2} ${lettered(O2).join(' ')}\n3、谁负责（ ）。 A.顾客 B.经营者\n答案：1.A 2.AB 3.B`,
      ),
    ],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'numbers and letters without any sign',
    sources: [
      text(
        `一、单选题\n1食品经营许可证摆放在（A）。\nA显著位置\nB仓库\n2食品安全责任人是（B）。\nA顾客\nB经营者`,
      ),
    ],
    expected: ['single A 2', 'single B 2'],
  },
  {
    name: 'points of an explanation numbered like questions',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n答案：A\n解析：有三点。\n1. 要看得见\n2. 要放得稳\n3. 要擦得净\n2. ${Q2}\n${L2}\n答案：AB\n解析：\nA. 要写\nB. 要写\nC. 不必写`,
      ),
    ],
    expected: two,
  },
  {
    name: 'essays with numbered points, counted and left out',
    sources: [
      text(
        `一、单选题\n1. ${Q1}\n${L1}\n答案：A\n二、简答题\n1. 简述责任。\n答：\n1. 自查\n2. 培训\n2. 简述标签。\n答：要清楚。\n还要好认。`,
      ),
    ],
    expected: ['single A 3'],
  },
  {
    name: 'rows parted by commas below a header; one with a comma too many is told',
    sources: [
      text(
        `题型,题干,A,B,C,答案\n单选,${Q1},${O1.join(',')},A\n多选,${Q2},${O2.join(',')},AB\n单选,谁负责,监管（ ）。,顾客,经营者,邮局,B`,
      ),
    ],
    expected: [...two, 'answer_missing'],
  },
];
