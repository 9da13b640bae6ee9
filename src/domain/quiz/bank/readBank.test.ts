import type { SourceParagraph } from './bankLine';
import type { ReadBank, ReadQuestion } from './bankQuestion';
import { type BankSource, readBank } from './readBank';

function text(content: string, file = '题库.txt'): BankSource {
  const paragraphs: SourceParagraph[] = content
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => ({ text: line, heading: null, numbering: null }));
  return { kind: 'text', file, unit: '行', paragraphs };
}

function table(rows: readonly (readonly string[])[], file = '题库.xlsx'): BankSource {
  return {
    kind: 'table',
    file,
    sheets: [
      {
        name: 'Sheet1',
        merges: [],
        rows: rows.map((cells, index) => ({
          row: index + 1,
          cells: cells.flatMap((cell, column) =>
            cell === '' ? [] : [{ column, text: cell, formula: false }],
          ),
        })),
      },
    ],
  };
}

const keyOf = ({ key }: ReadQuestion) => {
  if (key.kind === 'options') return key.right.map((index) => 'ABCDEFGHIJ'[index]).join('');
  return key.kind === 'truth' ? String(key.right) : key.right.map((texts) => texts.join('|')).join('/');
};
/** Kind, key and number of options of each question, and the codes of problems. */
const shortly = ({ questions, problems }: ReadBank) => [
  ...questions.map((question) => `${question.type} ${keyOf(question)} ${question.options.length}`),
  ...problems.map(({ code }) => code),
];
const read = (content: string) => shortly(readBank([text(content)]));

/** Three questions about the same things, told in every layout below. */
const layouts: Record<string, string> = {
  'an answer line after lettered options': `
    一、单选题
    1. 食品经营许可证应当摆放在哪里？
    A. 经营场所显著位置
    B. 仓库
    C. 办公室
    答案：A
    二、多选题
    1. 食品标签应当标明哪些内容？
    A. 名称
    B. 生产日期
    C. 老板姓名
    答案：AB
    三、判断题
    1. 超过保质期的食品可以降价出售。
    答案：错误`,
  'options in one line, letters with different signs': `
    1、食品经营许可证应当摆放在（ ）。
    A．经营场所显著位置   B．仓库   C．办公室
    正确答案：A
    2、食品标签应当标明（ ）。
    A、名称 B、生产日期 C、老板姓名
    正确答案：A、B
    3、超过保质期的食品可以降价出售。（ ）
    正确答案：×`,
  'options glued to each other and to the stem': `
    1.食品经营许可证应当摆放在（ ）。A.经营场所显著位置B.仓库C.办公室
    答案:A
    2.食品标签应当标明（ ）。A.名称B.生产日期C.老板姓名
    答案:AB
    3.超过保质期的食品可以降价出售。
    答案:错`,
  'the answer in the same line as the stem': `
    1. 食品经营许可证应当摆放在哪里（答案：A）
    A. 经营场所显著位置
    B. 仓库
    C. 办公室
    2. 食品标签应当标明哪些内容（答案：AB）
    A. 名称
    B. 生产日期
    C. 老板姓名
    3. 超过保质期的食品可以降价出售。（答案：错误）`,
  'the answer in the brackets of the stem': `
    一、单选题
    1. 食品经营许可证应当摆放在（A）。
    A. 经营场所显著位置
    B. 仓库
    C. 办公室
    二、多选题
    2. 食品标签应当标明（ A B ）。
    A. 名称
    B. 生产日期
    C. 老板姓名
    三、判断题
    3. 超过保质期的食品可以降价出售。（×）`,
  'a list of answers at the end, numbers running through': `
    1. 食品经营许可证应当摆放在哪里？
    A. 经营场所显著位置
    B. 仓库
    C. 办公室
    2. 食品标签应当标明哪些内容？
    A. 名称
    B. 生产日期
    C. 老板姓名
    3. 超过保质期的食品可以降价出售。
    A. 对
    B. 错
    参考答案
    1.A 2.AB 3.B`,
  'a list of answers at the end by kind': `
    一、单项选择题（每题2分）
    1. 食品经营许可证应当摆放在哪里？
    A. 经营场所显著位置
    B. 仓库
    C. 办公室
    二、多项选择题（每题2分）
    1. 食品标签应当标明哪些内容？
    A. 名称
    B. 生产日期
    C. 老板姓名
    三、判断题
    1. 超过保质期的食品可以降价出售。
    答案
    一、单项选择题
    1-1 A
    二、多项选择题
    1、AB
    三、判断题
    1、×`,
  'an explanation, its own answer and a score in the way': `
    1.[单选题](2分) 食品经营许可证应当摆放在哪里？
    A) 经营场所显著位置
    B) 仓库
    C) 办公室
    我的答案：B
    正确答案：A
    得分：0分
    解析：食品安全法有规定。
    答案写在店里，大家看得见。
    2.[多选题](2分) 食品标签应当标明哪些内容？
    A) 名称
    B) 生产日期
    C) 老板姓名
    正确答案：AB
    3.[判断题](2分) 超过保质期的食品可以降价出售。
    正确答案：错误`,
  'brackets round letters and no numbers': `
    食品经营许可证应当摆放在哪里？
    （A）经营场所显著位置
    （B）仓库
    （C）办公室
    【答案】A
    食品标签应当标明哪些内容？
    （A）名称
    （B）生产日期
    （C）老板姓名
    【答案】AB
    超过保质期的食品可以降价出售。
    （A）对
    （B）错
    【答案】B`,
  'full-width letters, digits and signs': `
    １．食品经营许可证应当摆放在哪里？
    Ａ．经营场所显著位置
    Ｂ．仓库
    Ｃ．办公室
    答案：Ａ
    ２．食品标签应当标明哪些内容？
    Ａ．名称
    Ｂ．生产日期
    Ｃ．老板姓名
    答案：ＡＢ
    ３．（判断题）超过保质期的食品可以降价出售。
    答案：Ｆ`,
  'a stem and an option that go on in the next line': `
    1. 食品经营许可证
    应当摆放在哪里？
    A. 经营场所
    显著位置
    B. 仓库
    C. 办公室
    答案：A
    2. 食品标签应当标明哪些内容？
    A. 名称
    B. 生产日期
    C. 老板姓名
    答案：AB
    3. 超过保质期的食品可以降价出售。
    答案：错`,
  'the answer before the options': `
    1. 食品经营许可证应当摆放在哪里？
    答案：A
    A. 经营场所显著位置
    B. 仓库
    C. 办公室
    2. 食品标签应当标明哪些内容？
    答案：AB
    A. 名称
    B. 生产日期
    C. 老板姓名
    3. 超过保质期的食品可以降价出售。
    答案：错
    A. 对
    B. 错`,
  'a tick behind the right options': `
    1. 食品经营许可证应当摆放在哪里？
    A. 经营场所显著位置 √
    B. 仓库
    C. 办公室
    2. 食品标签应当标明哪些内容？
    A. 名称√
    B. 生产日期√
    C. 老板姓名
    3. 超过保质期的食品可以降价出售。
    A. 对
    B. 错√`,
};

describe('texts', () => {
  it.each(Object.entries(layouts))('%s', (_name, content) => {
    expect(read(content)).toEqual([
      'single A 3',
      'multiple AB 3',
      expect.stringMatching(/^trueFalse false 0$/),
    ]);
  });

  it('keeps stems whole and clean: no number, no label, no key', () => {
    const [first] = readBank([text(layouts['the answer in the brackets of the stem'] ?? '')]).questions;
    expect(first?.stem.replace(/\s/g, '')).toBe('食品经营许可证应当摆放在（）。');
    const wrapped = readBank([text(layouts['a stem and an option that go on in the next line'] ?? '')])
      .questions[0];
    expect(wrapped).toMatchObject({
      stem: '食品经营许可证应当摆放在哪里？',
      options: ['经营场所显著位置', '仓库', '办公室'],
    });
  });

  it('takes the right option by its colour where nothing else tells', () => {
    const line = (content: string, color = '000000'): SourceParagraph => ({
      text: content,
      heading: null,
      numbering: null,
      runs: [{ text: content, color }],
    });
    const paragraphs = [
      line('1. 许可证应当摆放在哪里？'),
      line('A. 显著位置', 'FF0000'),
      line('B. 仓库'),
      line('2. 标签应当标明什么？'),
      line('A. 名称', 'FF0000'),
      line('B. 生产日期', 'FF0000'),
      line('C. 老板姓名'),
    ];
    expect(shortly(readBank([{ kind: 'text', file: 'a.docx', unit: '段', paragraphs }]))).toEqual([
      'single A 2',
      'multiple AB 3',
    ]);
  });

  it('reads blanks: several in a stem, one answer line each or all in one', () => {
    expect(
      read(`一、填空题
        1. 我国食品安全工作实行____为主、风险____。
        答案：预防；管理
        2. 消费者有权自主选择（ ）。
        答案：商品或者服务
        3. 标签应当有____和【 】。
        正确答案：
        (1) 名称
        (2) 生产日期`),
    ).toEqual(['blank 预防/管理 0', 'blank 商品或者服务 0', 'blank 名称/生产日期 0']);
  });

  it('gives a list in a second file to the questions of the first', () => {
    const paper = `一、单选题
      1. 许可证应当摆放在哪里？
      A. 显著位置  B. 仓库
      2. 食品安全第一责任人是谁？
      A. 顾客  B. 经营者`;
    const key = `某某测试卷答案
      一、单选题
      1-2 AB`;
    const bank = readBank([text(paper, '卷.docx'), text(key, '答案.docx')]);
    expect(shortly(bank)).toEqual(['single A 2', 'single B 2']);
    expect(bank.evidence[1]?.sentence).toContain('答案');
  });

  it('counts essays and leaves them out', () => {
    const bank = readBank([
      text(`一、单选题
        1. 许可证应当摆放在哪里？
        A. 显著位置
        B. 仓库
        答案：A
        二、简答题
        1. 简述食品经营者的责任。
        答：要保证安全。
        2. 简述标签的作用。`),
    ]);
    expect(shortly(bank)).toEqual(['single A 2']);
    expect(bank.essays).toBe(2);
  });
});

describe('never a wrong key', () => {
  const one = (body: string) =>
    read(`1. 前一题？
      A. 甲
      B. 乙
      答案：A
      ${body}`).slice(1);

  it.each([
    [
      'no answer',
      '2. 后一题？\nA. 甲\nB. 乙\n3. 第三题？\nA. 甲\nB. 乙\n答案：B',
      ['single B 2', 'answer_missing'],
    ],
    ['an answer outside the options', '2. 后一题？\nA. 甲\nB. 乙\n答案：D', ['answer_outside_options']],
    ['two answers that disagree', '2. 后一题？\nA. 甲\nB. 乙\n答案：A\n正确答案：B', ['answers_disagree']],
    ['a single choice with two right', '2. (单选题)后一题？\nA. 甲\nB. 乙\n答案：AB', ['answer_count']],
    ['only the right options left', '2. 后一题？\nB. 乙\nD. 丁\n答案：BD', ['only_right_options']],
    ['letters that skip one', '2. 后一题？\nA. 甲\nC. 丙\n答案：A', ['options_repeated']],
    ['true-false by a letter without options', '2. (判断题)后一题。\n答案：A', ['truth_letter_unclear']],
    ['words for an answer that no option has', '2. 后一题？\nA. 甲\nB. 乙\n答案：看情况', ['answer_unclear']],
    ['more answers than blanks', '2. (填空题)后一题是____。\n答案：甲；乙；丙', ['blank_count']],
  ])('%s', (_name, body, outcome) => {
    expect(one(body).sort()).toEqual([...outcome].sort());
  });

  it('believes neither of two keys where every stem has another than the answer below', () => {
    const twice = (key: string, said: string) =>
      [1, 2, 3]
        .map((number) => `${number}. 第${number}件事归（${key}）管？\nA. 甲\nB. 乙\nC. 丙\n答案：${said}`)
        .join('\n');
    expect(read(twice('B', 'C'))).toEqual(Array(3).fill('answers_disagree'));
    const agreed = readBank([text(twice('B', 'B'))]).questions;
    expect(agreed.map((question) => [question.stem, keyOf(question)])).toEqual(
      [1, 2, 3].map((number) => [`第${number}件事归（  ）管？`, 'B']),
    );
    const truth = (key: string, said: string) =>
      `判断题\n1. 窗口应当公示收费标准。（${key}）\n答案：${said}\n2. 材料不全可以直接退回。\n答案：错`;
    expect(read(truth('√', '错'))).toEqual(['trueFalse false 0', 'answers_disagree']);
    expect(readBank([text(truth('√', '对'))]).questions.map(({ stem }) => stem)).toEqual([
      '窗口应当公示收费标准。（  ）',
      '材料不全可以直接退回。',
    ]);
  });

  it.each([
    ['我的答案：C', 'single B 3'],
    ['错误答案：C', 'single B 3'],
  ])('leaves out what somebody else has answered: %s', (line, outcome) => {
    const bank = readBank([text(`1. 这件事归谁管？\nA. 甲\nB. 乙\nC. 丙\n${line}\n正确答案：B`)]);
    expect(shortly(bank)).toEqual([outcome]);
    expect(bank.questions[0]?.options).toEqual(['甲', '乙', '丙']);
  });

  it('keeps the reason of a mark out of the stem, which it would give away', () => {
    const [first] = readBank([
      text('判断题\n1. 材料不全可以退回。（×）理由：应当一次告知。\n2. 窗口要公示收费。（√）'),
    ]).questions;
    expect(first).toMatchObject({ stem: '材料不全可以退回。（  ）', explanation: '应当一次告知。' });
  });

  it('joins a case to the questions that follow it, and tells of one of which nobody knows whose it is', () => {
    const asked = '1. 窗口怎么做？\nA. 告知\nB. 退回\n答案：A\n2. 几日答复？\nA. 五日\nB. 十日\n答案：A';
    for (const sign of ['案例：', '案例一：', '【材料】']) {
      const told = `${sign}张某到窗口办事，材料不全。`;
      const { questions, problems } = readBank([text(`${told}\n${asked}`)]);
      expect(questions.map(({ stem }) => stem)).toEqual([`${told}\n窗口怎么做？`, `${told}\n几日答复？`]);
      expect(problems).toEqual([]);
      // Behind questions of its own section it may be about one or all of the next.
      const late = read(`一、单选题\n${asked}\n${told}\n3. 谁来办？\nA. 窗口\nB. 后台\n答案：B`);
      expect(late).toEqual(['single A 2', 'single A 2', 'single B 2', 'line_unplaced']);
    }
    // A title is no case.
    expect(read(`材料审查知识题库\n${asked}`)).toEqual(['single A 2', 'single A 2']);
  });

  it('leaves nothing of a bracket behind a stem: （A）甲（B）乙', () => {
    const [first] = readBank([text('1. 这件事归谁管？（A）甲（B）乙（C）丙\n答案：C')]).questions;
    expect(first).toMatchObject({ stem: '这件事归谁管？', options: ['甲', '乙', '丙'] });
  });

  it('gives out a key that numbers through to sections that do not, only where it can be nothing else', () => {
    const sections = (key: string) =>
      `一、单选题\n1. 甲题归谁？\nA. 一\nB. 二\n2. 乙题归谁？\nA. 一\nB. 二
       二、多选题\n1. 丙题有哪些？\nA. 一\nB. 二\nC. 三\n三、判断题\n1. 丁说法。\n参考答案\n${key}`;
    expect(read(sections('1.A 2.B 3.AC 4.×'))).toEqual([
      'single A 2',
      'single B 2',
      'multiple AC 3',
      'trueFalse false 0',
    ]);
    const nothing = Array(4).fill('answer_missing');
    // One too few, one too many, a gap, and letters where a truth belongs.
    for (const key of ['1.A 2.B 3.AC', '1.A 2.B 3.AC 4.× 5.√', '1.A 2.B 4.AC 5.×', '1.A 2.B 3.AC 4.A'])
      expect(read(sections(key)).filter((one) => one !== 'line_unplaced')).toEqual(nothing);
  });

  it.each([
    ['故选C。', 'answers_disagree'],
    ['乙说得不全，因此答案为A、C', 'answers_disagree'],
    ['A错误，C错误，故选B。', 'single B 3'],
    ['不选C，因为太晚；故B正确。', 'single B 3'],
    ['故选BC项的人不多，正确的是B', 'single B 3'],
  ])('takes what the explanation says for a second key: %s', (explanation, outcome) => {
    expect(read(`1. 这件事归谁管？\nA. 甲\nB. 乙\nC. 丙\n答案：B\n解析：${explanation}`)).toEqual([outcome]);
  });

  it('does so in tables: a key left in the stem is taken out, another than in its column is a problem', () => {
    const rows = (said: string) => [
      ['题干', '选项A', '选项B', '选项C', '答案'],
      ['这件事归（ B ）管？', '甲', '乙', '丙', said],
      ['那件事归谁管？', '甲', '乙', '丙', 'C'],
    ];
    expect(shortly(readBank([table(rows('A'))]))).toEqual(['single C 3', 'answers_disagree']);
    const [first] = readBank([table(rows('B'))]).questions;
    expect(first?.stem).toBe('这件事归（  ）管？');
  });

  it('says where: file and line', () => {
    const { problems } = readBank([
      text('1. 一题？\nA. 甲\nB. 乙\n答案：C\n2. 二题？\nA. 甲\nB. 乙\n答案：A', '汇编.txt'),
    ]);
    expect(problems).toMatchObject([
      {
        at: '汇编.txt 第 1 行',
        code: 'answer_outside_options',
        message: '答案不在列出的选项里',
        stem: '一题？',
      },
    ]);
  });

  it('does not take a list of answers that fits no section', () => {
    expect(
      read(`一、单选题
        1. 一题？
        A. 甲  B. 乙
        二、单选题
        1. 二题？
        A. 甲  B. 乙
        参考答案
        一、单选题
        1.A`),
    ).toEqual(['answer_missing', 'answer_missing']);
  });
});

describe('tables', () => {
  const rows = [
    ['单选', '许可证应当摆放在哪里？', '显著位置', '仓库', 'A'],
    ['多选', '标签应当标明什么？', '名称', '生产日期', 'AB'],
    ['判断', '超过保质期的食品可以出售。', '正确', '错误', 'B'],
  ];
  const wanted = ['single A 2', 'multiple AB 2', 'trueFalse false 0'];

  it('finds the header below a title and instructions', () => {
    const bank = readBank([
      table([
        ['某某题库'],
        ['填写说明：每行一题'],
        ['题型', '题干（必填）', '选项A', '选项 B', '正确答案'],
        ...rows,
      ]),
    ]);
    expect(shortly(bank)).toEqual(wanted);
    expect(bank.questions[0]?.at).toBe('题库.xlsx Sheet1!B4');
  });

  it('does without any header', () => {
    expect(shortly(readBank([table(rows)]))).toEqual(wanted);
  });

  it('reads all options out of one cell', () => {
    expect(
      shortly(
        readBank([
          table([
            ['题目', '选项', '答案'],
            ['许可证应当摆放在哪里？', 'A.显著位置\nB.仓库', 'A'],
            ['标签应当标明什么？', '名称|生产日期|老板姓名', 'A,B'],
            ['食品安全第一责任人是谁？', '["顾客","经营者"]', '经营者'],
          ]),
        ]),
      ),
    ).toEqual(['single A 2', 'multiple AB 3', 'single B 2']);
  });

  it('keeps what a formula made out of it', () => {
    const source = table([
      ['题干', 'A', 'B', '答案'],
      ['一题？', '甲', '乙', 'A'],
      ['二题？', '甲', '乙', 'B'],
    ]);
    if (source.kind !== 'table') throw new Error('a table');
    const [sheet] = source.sheets;
    const cell = sheet?.rows[2]?.cells[3];
    if (cell) cell.formula = true;
    expect(shortly(readBank([source]))).toEqual(['single A 2', 'cell_formula']);
  });
});

describe('JSON', () => {
  it('reads lists of objects whatever their fields are called', () => {
    const json = {
      data: [
        { question: '许可证应当摆放在哪里？', options: { A: '显著位置', B: '仓库' }, answer: 'A' },
        {
          question: '标签应当标明什么？',
          options: [
            { text: '名称', isRight: true },
            { text: '老板姓名', isRight: false },
          ],
          answer: '',
        },
        { title: '超过保质期的食品可以出售。', type: '判断题', answer: false },
      ],
    };
    expect(shortly(readBank([{ kind: 'json', file: 'a.json', json }]))).toEqual([
      'single A 2',
      'single A 2',
      'trueFalse false 0',
    ]);
  });
});
