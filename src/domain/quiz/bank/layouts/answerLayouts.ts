import { judged, L1, L2, lettered, type MadeLayout, O1, O2, Q1, Q2, Q3, text, three, two } from './made';

/** Answers beside their questions. */
export const answerLayouts: readonly MadeLayout[] = [
  {
    name: 'answer, explanation, difficulty and source in one line',
    sources: [
      text(`1、${Q1}\n${L1}\n答案：A  解析：《食品安全法》第三十五条有规定。  难度：易
      2、${Q2}\n${L2}\n答案：AB；解析：标签要写清楚。
      3、${Q3}\n答案：错误。解析：不得出售。`),
    ],
    expected: three,
  },
  {
    name: 'answers without a colon',
    sources: [
      text(`1. ${Q1}\n${L1}\n正确答案 A\n2. ${Q2}\n${L2}\n正确答案 AB\n3. (判断)${Q3}\n正确答案 错误`),
    ],
    expected: three,
  },
  {
    name: 'the answer alone on a line below the options',
    sources: [text(`1. ${Q1}\n${L1}\nA\n2. ${Q2}\n${L2}\nAB\n三、判断题\n1. ${Q3}\n×\n2. 食品应当安全。\n√`)],
    expected: [...two, 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'options with letters and a blank only, several in a line',
    sources: [
      text(
        `1、${Q1}\nA 经营场所显著位置 B 仓库 C 办公室\n答案：A\n2、${Q2}\nA 名称 B 生产日期 C 老板姓名\n答案：AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'a green tick behind the right options',
    sources: [
      text(
        `1. ${Q1}\nA. 经营场所显著位置 ✅\nB. 仓库\nC. 办公室\n2. ${Q2}\nA. 名称 ✅\nB. 生产日期 ✅\nC. 老板姓名`,
      ),
    ],
    expected: two,
  },
  {
    name: 'Markdown: headings, bold labels, quoted answers',
    sources: [
      text(
        `# 题库\n## 一、单选题\n### 1. ${Q1}\n- **A.** 经营场所显著位置\n- **B.** 仓库\n- **C.** 办公室\n> **答案**：A\n> **解析**：见法条。\n---\n## 二、多选题\n### 1. ${Q2}\n- **A.** 名称\n- **B.** 生产日期\n- **C.** 老板姓名\n> **答案**：A、B\n---`,
        '题库.md',
      ),
    ],
    expected: two,
  },
  {
    name: 'true-false: mark in front of the number',
    sources: [text(`判断题\n（×）1、${Q3}\n（√）2、食品应当安全。\n（×）3、过期食品可以吃。`)],
    expected: judged,
  },
  {
    name: 'true-false: T and F, Y and N in brackets',
    sources: [text(`判断题\n1、${Q3}（F）\n2、食品应当安全。（T）\n3、过期食品可以吃。（F）`)],
    expected: judged,
  },
  {
    name: 'true-false by letters, with what they stand for: A is wrong',
    sources: [
      text(
        `判断题（正确选B，错误选A）\n1、${Q3}\n答案：A\n2、食品应当安全。\n答案：B\n3、过期食品可以吃。\n答案：A`,
      ),
    ],
    expected: judged,
  },
  {
    name: 'true-false by letters that nothing explains',
    sources: [text(`判断题\n1、${Q3}\n答案：A\n2、食品应当安全。\n答案：B`)],
    expected: ['truth_letter_unclear', 'truth_letter_unclear'],
  },
  {
    name: 'true-false with a correction behind the answer',
    sources: [
      text(
        `判断题\n1、${Q3}\n答案：错误，不得出售。\n2、食品应当安全。\n答案：正确\n3、过期食品可以吃。\n答案：×（不可以）`,
      ),
    ],
    expected: judged,
  },
  {
    name: 'blanks filled in within brackets',
    sources: [
      text('填空题\n1. 食品安全工作实行（预防）为主。\n2. 第一责任人是（经营者），监管靠（市场监管局）。'),
    ],
    expected: ['blank 预防 0', 'blank 经营者/市场监管局 0'],
  },
  {
    name: 'alternatives for a blank',
    sources: [
      text(
        '填空题\n1. 举报电话是____。\n答案：12315 / 12345\n2. 实行____为主、____管理。\n答案：预防|防范；风险\n3. 消费者可以选择____。\n答案：商品或者服务\n4. 速度单位是____。\n答案：km/h',
      ),
    ],
    expected: ['blank 12315|12345 0', 'blank 预防|防范/风险 0', 'blank 商品或者服务 0', 'blank km/h 0'],
  },
  {
    name: 'numbered questions, each with its answer below and no labels',
    sources: [
      text(
        '1.食品安全工作实行（ ）为主。\n预防\n2.第一责任人是（ ）。\n经营者\n3.举报电话是（ ）。\n12315\n4.监管部门是（ ）。\n市场监管局',
      ),
    ],
    expected: ['blank 预防 0', 'blank 经营者 0', 'blank 12315 0', 'blank 市场监管局 0'],
  },
  {
    name: 'the answer by the option’s words',
    sources: [text(`1. ${Q1}\n${L1}\n答案：经营场所显著位置\n2. ${Q2}\n${L2}\n答案：名称；生产日期`)],
    expected: two,
  },
  {
    name: 'true-false without numbers, each with its mark',
    sources: [text('要自查。（√）\n可以不查。（×）\n要培训。（√）\n可以造假。（×）')],
    expected: ['trueFalse true 0', 'trueFalse false 0', 'trueFalse true 0', 'trueFalse false 0'],
  },
  {
    name: 'the letter behind the stem without brackets',
    sources: [
      text(
        `1. ${Q1} A\n${L1}\n2. ${Q2}——AB\n${L2}\n3. 谁负责____        B\nA.顾客\nB.经营者\n三、判断题\n1. ${Q3}×\n2. 食品应当安全。 √`,
      ),
    ],
    expected: [...two, 'single B 2', 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: '【答案】 and 【解析】 in one line',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n【答案】A【解析】法条有规定。\n2. 第一责任人是____。\n【答案】经营者【解析】法条有规定。\n3. 实行____为主、____管理。\n【答案】(预防)(风险)`,
      ),
    ],
    expected: ['single A 3', 'blank 经营者 0', 'blank 预防/风险 0'],
  },
  {
    name: '【答案】 behind the stem in the same line, without a colon',
    sources: [text(`1. ${Q1}【答案】A\n${L1}\n2. ${Q2}【正确答案】AB\n${L2}\n3. ${Q3}【答案】错误`)],
    expected: three,
  },
  {
    name: 'labels set wide: 答 案',
    sources: [text(`1. ${Q1}\n${L1}\n答 案：A\n解　析：法条有规定。\n2. ${Q2}\n${L2}\n答 案：AB\n难 度：易`)],
    expected: two,
  },
  {
    name: 'a survey tool: (正确答案) behind options, kind, score and a star behind the stem',
    sources: [
      text(
        `1. ${Q1} [单选题] [分值:5] *\n○经营场所显著位置(正确答案)\n○仓库\n○办公室\n2. ${Q2} [多选题] *\n□名称(正确答案)\n□生产日期(正确答案)\n□老板姓名\n3. ${Q3} [判断题] *\n○对\n○错(正确答案)`,
      ),
    ],
    expected: ['single A 3', 'multiple AB 3', 'trueFalse false 0'],
  },
  {
    name: 'the same with letters, true-false without',
    sources: [
      text(
        `1. ${Q1} [单选题] *\nA.经营场所显著位置(正确答案)\nB.仓库\nC.办公室\n2. ${Q3} [判断题] *\n对\n错(正确答案)\n3. 食品应当安全。 [判断题] *\n对(正确答案)\n错`,
      ),
    ],
    expected: ['single A 3', 'trueFalse false 2', 'trueFalse true 2'].map((one) =>
      one.replace(/(false|true) 2/, '$1 0'),
    ),
  },
  {
    name: 'ticks in front of options, all in a line: each belongs to the option behind it',
    sources: [
      text(
        `1. ${Q1}\n√A.经营场所显著位置 B.仓库 C.办公室\n2. ${Q2}\n√A.名称 √B.生产日期 C.老板姓名\n3. 谁负责（ ）。\nA.顾客 √B.经营者`,
      ),
    ],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'what somebody chose, scores and rates beside the key',
    sources: [
      text(
        `1. ${Q1}\n${L1}\n正确答案: A  你错选为C\n0分\n2. ${Q2}\n${L2}\n您的答案：A\n标准答案：AB\n正确率：80%`,
      ),
    ],
    expected: two,
  },
  {
    name: 'letters with the words of their options',
    sources: [
      text(`1. ${Q1}\n${L1}\n正确答案：A、经营场所显著位置\n2. ${Q2}\n${L2}\n正确答案：A、名称 B、生产日期`),
    ],
    expected: two,
  },
  {
    name: 'the answer behind the last option of a line',
    sources: [
      text(
        `1. ${Q1}\n${lettered(O1).join('  ')}      答案：A\n2. ${Q2}\n${lettered(O2).join('  ')}      答案：AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'true-false all true with bare ticks, and with corrections',
    sources: [
      text(`判断题\n1. 食品应当安全。√\n2. 标签应当清楚。√`),
      text(`判断题\n1. ${Q3}（×）改正：不得出售。\n2. 食品应当安全。（√）`, '另一份.txt'),
    ],
    expected: ['trueFalse true 0', 'trueFalse true 0', 'trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'two blanks, ; and |: either may part the blanks',
    sources: [
      text('填空题\n1. 实行____为主、____管理。\n答案：预防;风险|监督\n2. 第一责任人是____。\n答案：经营者'),
    ],
    expected: ['blank 经营者 0', 'answer_unclear'],
  },
  {
    name: 'two answers to two blanks, each under its own label, are two answers',
    sources: [
      text(
        '填空题\n1. 实行____为主、____管理。\n答案：预防；风险\n答案：经营者\n2. 第一责任人是____。\n答案：经营者',
      ),
    ],
    expected: ['blank 经营者 0', 'answers_disagree'],
  },
  {
    name: 'words that look like a key and no questions at all',
    sources: [text('填空题\n1. 实行 预防 为主。\n2. 第一责任人是 经营者 。')],
    expected: ['answer_missing', 'answer_missing'],
  },
  {
    name: 'letters in brackets behind the last option',
    sources: [
      text(`1. ${Q1}\n${L1}（A）\n2. ${Q2}\n${L2} 【AB】\n3. 第一责任人是（ ）。\nA.顾客\nB.经营者。 B`),
    ],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'a letter in brackets behind one option of many is part of it',
    sources: [text(`1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n3. 缺了它会得夜盲症（ ）。\nA.水\nB.维生素（A）`)],
    expected: Array(3).fill('answer_missing'),
  },
  {
    name: 'arrows, 选, angle brackets, a lone letter in brackets',
    sources: [
      text(`1. ${Q1}\n${L1}\n=> A\n2. ${Q2}\n${L2}\n选AB\n3. 第一责任人是（ ）。\nA.顾客\nB.经营者\n[B]`),
      text(`1. 食品经营许可证应当摆放在〈A〉。\n${L1}\n2. 食品标签应当标明<AB>。\n${L2}`, '二.txt'),
    ],
    expected: [...two, 'single B 2', ...two],
  },
  {
    name: 'options in brackets with numbers, answered by numbers',
    sources: [
      text(
        `1、${Q1}\n（1）${O1[0]}\n（2）${O1[1]}\n（3）${O1[2]}\n答案：1\n2、${Q2}\n（1）${O2[0]}\n（2）${O2[1]}\n（3）${O2[2]}\n答案：1、2`,
      ),
    ],
    expected: two,
  },
  {
    name: 'the right answer in words, the wrong ones below it',
    sources: [
      text(
        `1. ${Q1}\n正确答案：${O1[0]}\n错误答案1：${O1[1]}\n错误答案2：${O1[2]}\n2. 第一责任人是（ ）。\n正确答案：经营者\n错误答案1：顾客\n错误答案2：邻居`,
      ),
    ],
    expected: ['single A 3', 'single A 3'],
  },
  {
    name: 'letters of true-false answers in brackets, explained by the heading',
    sources: [text(`判断题（A.正确 B.错误）\n1. ${Q3}（ B ）\n2. 食品应当安全。（A）`)],
    expected: ['trueFalse false 0', 'trueFalse true 0'],
  },
  {
    name: 'options in columns, and in another order than their letters',
    sources: [
      text(
        `1. ${Q1}\nA. ${O1[0]}    C. ${O1[2]}\nB. ${O1[1]}\n答案：A\n2. ${Q2}\nB. ${O2[1]}\nA. ${O2[0]}\nC. ${O2[2]}\n答案：AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'options with numbers below a stem without one; a number alone is no word for a blank',
    sources: [
      text(
        `## ${Q1}\n1. ${O1[0]}\n2. ${O1[1]}\n3. ${O1[2]}\n答案：1\n## 第一责任人是（ ）。\n1. 顾客\n2. 经营者\n答案：2`,
      ),
      text('1. 许可证应当摆放在显著位置\n答案：2', '二.txt'),
    ],
    expected: ['single A 3', 'single B 2', 'options_missing'],
  },
  {
    name: 'a mark that its own remark takes back',
    sources: [text(`判断题\n1. ${Q3}\n答案：错（对）\n2. 食品应当安全。\n答案：对`)],
    expected: ['trueFalse true 0', 'answer_unclear'],
  },
  {
    name: 'marks in front of numbers or behind them, watermarks between',
    sources: [
      text(`判断题\n× 1. ${Q3}\n内部资料 请勿外传\n√ 2. 食品应当安全。\n内部资料 请勿外传`),
      text(`判断题\n1. × ${Q3}\n2. √ 食品应当安全并且新鲜。`, '二.txt'),
    ],
    expected: ['trueFalse false 0', 'trueFalse true 0', 'trueFalse false 0', 'trueFalse true 0'],
  },
];
