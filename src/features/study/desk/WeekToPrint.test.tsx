import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { studyWeek } from '../../../contract/week';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { resetTaro } from '../../../testing/taro';
import { WeekToPrint } from './WeekToPrint';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const paper = studyWeek.example.output;
const [piece] = paper.pieces;
if (!piece) throw new Error('the example has a piece');

const sheet = () => document.querySelector<HTMLElement>('.ui-print-sheet');

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
});

test('the week is on paper beside the app, with title, day, text and source', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation();
  play('study.week', {
    ...paper,
    pieces: [
      piece,
      {
        ...piece,
        id: 'b',
        title: '听来的一篇',
        blocks: [
          { type: 'audio', fileId: 'f', text: '大家早上好。', seconds: 30 },
          { type: 'picture', fileId: 'g', text: '窗口', alt: '一位同志在窗口', width: 1, height: 1 },
        ],
      },
    ],
  });
  const { container, unmount } = render(<WeekToPrint />);
  await userEvent.click(await screen.findByRole('button', { name: '打印大字版' }));
  expect(print).toHaveBeenCalledTimes(1);
  const printed = sheet();
  if (!printed) throw new Error('nothing would be printed');
  expect(container).not.toContainElement(printed);
  for (const words of [
    piece.title,
    '11月23日 星期一 · 演示局机关党委 · 演示',
    '王阿姨拿着医院开的处方去药店买药。',
    '依据：《中华人民共和国药品管理法》第五十八条，2019年8月26日版。核对日期：待核对',
    '录音里说：大家早上好。',
    '图：一位同志在窗口。窗口',
  ]) {
    expect(printed).toHaveTextContent(words);
  }
  expect(within(container).getByRole('heading', { name: piece.title })).toBeInTheDocument();
  unmount();
  expect(sheet()).toBeNull();
});

test('the week before can be printed too', async () => {
  play('study.week', ({ week }) => (week === 'this' ? { ...paper, pieces: [] } : { ...paper, leftOut: 2 }));
  render(<WeekToPrint />);
  expect(await screen.findByText('这一周还没有发布的篇目')).toBeVisible();
  expect(screen.queryByRole('button', { name: '打印大字版' })).not.toBeInTheDocument();
  expect(sheet()).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '上周' }));
  expect(await screen.findByRole('button', { name: '打印大字版' })).toBeVisible();
  expect(screen.getByText('还有 2 篇太长，没有排进这一份')).toBeVisible();
  expect(inputsOf('study.week')).toEqual([{ week: 'this' }, { week: 'last' }]);
});

test('without network it says so and can be asked again', async () => {
  play('study.week', () => {
    throw refusal('offline');
  });
  render(<WeekToPrint />);
  expect(await screen.findByText('现在没有网络。连上网后可以再试')).toBeVisible();
  play('study.week', paper);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(await screen.findByRole('button', { name: '打印大字版' })).toBeVisible();
});
