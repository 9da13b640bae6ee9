import { L1, L2, type MadeLayout, Q1, Q2, Q3, text, two } from './made';

const told = '某所检查一家餐饮店，发现许可证没有摆放，标签不全。';
const asked = `1. ${Q1}\n${L1}\n答案：A\n2. ${Q2}\n${L2}\n答案：AB`;
const last = `3. 举报电话是（ ）。\nA. 114\nB. 12315\n答案：B`;

/** Cases with the questions that are about them. */
export const materialLayouts: readonly MadeLayout[] = [
  {
    name: 'a case, then the sentence that names its questions',
    sources: [text(`案例一：${told}\n根据以上材料，回答第1～2题。\n${asked}\n${last}`)],
    expected: [...two, 'single B 2'],
  },
  {
    name: 'the sentence in front of the case, behind other questions',
    sources: [
      text(
        `1. ${Q3.replace('。', '吗？')}\nA. 可以\nB. 不可以\n答案：B\n阅读材料，完成2～3题：\n${told}\n2. ${Q1}\n${L1}\n答案：A\n3. ${Q2}\n${L2}\n答案：AB`,
      ),
    ],
    expected: ['trueFalse false 0', ...two],
  },
  {
    name: 'a heading of cases: what has options below it is no essay, what has none is',
    sources: [
      text(
        `四、案例分析题\n案例一：${told}\n${asked}\n案例二：${told}\n3. 请说明应当如何处理。\n答案：责令改正。`,
      ),
    ],
    expected: two,
  },
  {
    name: 'a heading that names the questions, the key behind them',
    sources: [
      text(
        `一、材料分析题（根据材料回答1-2题）\n${told}\n1. ${Q1}\n${L1}\n2. ${Q2}\n${L2}\n参考答案\n1.A 2.AB`,
      ),
    ],
    expected: two,
  },
  {
    name: 'a range of questions that do not follow is told, not given to others',
    sources: [text(`案例一：${told}\n根据以上材料，回答第7～8题。\n${asked}`)],
    expected: [...two, 'line_unplaced'],
  },
];
