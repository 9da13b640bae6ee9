import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { operations } from '../../../contract/operations';
import BookmarksPage from '../../../pages/study/bookmarks';
import LibraryPage from '../../../pages/study/library';
import NotesPage from '../../../pages/study/notes';
import PiecePage from '../../../pages/study/piece';
import { session } from '../../../platform/session';
import { fixDate } from '../../../testing/fixDate';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { signInExample } from '../../../testing/signInExample';
import { device, resetTaro, scrollTo } from '../../../testing/taro';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const { piece } = operations['study.piece'].example.output;
const fresh = { ...piece, publishOn: '2026-11-20', bookmarked: false, note: '', link: 'the-link' };

beforeAll(() => fixDate('2026-11-23T08:00:00+08:00'));
afterAll(() => jest.useRealTimers());
beforeEach(() => {
  resetTaro();
  localStorage.clear();
  resetCloud();
  signInExample();
  device.params = { pieceId: piece.id };
});

describe('the library', () => {
  test('shows a topic when it is chosen, and answers a question with its hits marked', async () => {
    play('study.library', operations['study.library'].example.output);
    play('study.search', operations['study.search'].example.output);
    render(<LibraryPage />);
    await userEvent.click(await screen.findByRole('radio', { name: '计量' }));
    expect(inputsOf('study.library')).toEqual([{}, { topic: '计量' }]);
    await userEvent.type(screen.getByRole('textbox', { name: '找一篇' }), ' 处方 {Enter}');
    expect(await screen.findByText('处方')).toHaveClass('study-hit');
    expect(inputsOf('study.search')).toEqual([{ words: '处方' }]);
    await userEvent.click(screen.getByRole('button', { name: '不找了，看全部' }));
    expect(await screen.findByRole('radio', { name: '全部' })).toBeVisible();
  });

  test('shows a series as one row that opens it, in the list and among what was found', async () => {
    const { series = [] } = operations['study.search'].example.output;
    const [one] = series;
    if (!one) throw new Error('the example has a series');
    const library = operations['study.library'].example.output;
    play('study.library', {
      ...library,
      pieces: library.pieces.map((row) => ({ ...row, publishOn: '2026-11-20', series: one })),
    });
    play('study.search', {
      pieces: [],
      series: [{ ...one, outCount: one.pieceCount }],
      notes: [],
      more: false,
    });
    render(<LibraryPage />);
    const row = await screen.findByRole('button', { name: /窗口工作手册/ });
    expect(row).toHaveTextContent(/共 12 篇，已发 3 篇 · 最近一篇/);
    await userEvent.click(row);
    const journey = `navigateTo /pages/study/series/index?seriesId=${one.id}`;
    expect(device.journeys).toEqual([journey]);
    await userEvent.type(screen.getByRole('textbox', { name: '找一篇' }), '手册{Enter}');
    expect(await screen.findByText('共 12 篇，都已发')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: /窗口工作手册/ }));
    expect(device.journeys).toEqual([journey, journey]);
  });

  test('says which of the found pieces is being checked', async () => {
    const { search, library } = {
      search: operations['study.search'].example.output,
      library: operations['study.library'].example.output,
    };
    play('study.library', library);
    play('study.search', { ...search, pieces: search.pieces.map((one) => ({ ...one, beingChecked: true })) });
    render(<LibraryPage />);
    await userEvent.type(await screen.findByRole('textbox', { name: '找一篇' }), '处方{Enter}');
    expect(await screen.findByText(/正在核对/)).toBeVisible();
  });

  test('asks nothing for an empty question, and says what to do when nothing is found', async () => {
    play('study.library', operations['study.library'].example.output);
    play('study.search', { pieces: [], notes: [], more: false });
    render(<LibraryPage />);
    await userEvent.type(await screen.findByRole('textbox', { name: '找一篇' }), '   {Enter}');
    expect(inputsOf('study.search')).toEqual([]);
    await userEvent.type(screen.getByRole('textbox', { name: '找一篇' }), '没有{Enter}');
    expect(await screen.findByText('没有找到“没有”。换个说法，或少写几个字再找')).toBeVisible();
  });

  test('without network shows what was kept, and what is empty says how it fills', async () => {
    play('study.bookmarks', { pieces: [], next: null });
    play('study.notes', { notes: [], next: null });
    const first = render(<BookmarksPage />);
    expect(await screen.findByText(/还没有收藏/)).toBeVisible();
    first.unmount();
    const second = render(<NotesPage />);
    expect(await screen.findByText(/还没有笔记/)).toBeVisible();
    second.unmount();
    loseNetwork();
    render(<BookmarksPage />);
    expect(await screen.findByText(/现在没有网络，这是今天 8:00 存下的/)).toBeVisible();
  });
});

describe('what a reader keeps with a piece', () => {
  test('a bookmark and a note show at once and reach the cloud', async () => {
    play('study.piece', { piece: fresh });
    play('study.bookmark', { bookmarked: true });
    play('study.saveNote', { text: '先问药师' });
    render(<PiecePage />);
    await userEvent.click(await screen.findByRole('button', { name: '收藏' }));
    expect(await screen.findByRole('button', { name: '取消收藏' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '记一句' }));
    await userEvent.type(screen.getByRole('textbox', { name: '记一句' }), '先问药师');
    await userEvent.click(screen.getByRole('button', { name: '存下' }));
    expect(await screen.findByText('先问药师')).toBeVisible();
    expect(inputsOf('study.bookmark')).toEqual([{ pieceId: piece.id, bookmarked: true }]);
    expect(inputsOf('study.saveNote')).toEqual([{ pieceId: piece.id, text: '先问药师' }]);
  });

  test('a refused note stays in the field with the reason', async () => {
    play('study.piece', { piece: fresh });
    play('study.saveNote', () => {
      throw refusal('not_found');
    });
    render(<PiecePage />);
    await userEvent.click(await screen.findByRole('button', { name: '记一句' }));
    await userEvent.type(screen.getByRole('textbox', { name: '记一句' }), '一句话');
    await userEvent.click(screen.getByRole('button', { name: '存下' }));
    expect(await screen.findByRole('textbox', { name: '记一句' })).toHaveValue('一句话');
    expect(screen.getByText('没有找到。可能已经撤下，或不在您的支部')).toBeVisible();
  });

  test('the place in a piece is kept on this device until it is stamped, and never sent', async () => {
    session.set({ status: 'signedIn', me: operations['identity.me'].example.output.me });
    play('study.piece', { piece: fresh });
    const first = render(<PiecePage />);
    await screen.findByText(piece.title);
    scrollTo(900);
    first.unmount();
    const second = render(<PiecePage />);
    await screen.findByText(piece.title);
    expect(device.scrolledTo).toEqual([900]);
    play('study.mark', { day: '2026-11-20', stampedThisMonth: 1 });
    await userEvent.click(screen.getByRole('button', { name: '我学完了' }));
    await screen.findByText('已学');
    second.unmount();
    render(<PiecePage />);
    await screen.findByText(piece.title);
    expect(device.scrolledTo).toEqual([900]);
    expect(Object.keys(localStorage).filter((key) => key.includes('place.'))).toEqual([]);
  });

  test('the card for the group carries title and link, and no name', async () => {
    play('study.piece', { piece: fresh });
    render(<PiecePage />);
    await screen.findByText(piece.title);
    expect(device.groupCard()).toEqual({
      title: `晨学三分钟：${piece.title}`,
      path: '/pages/study/link/index?link=the-link',
      imageUrl: '/static/group-card.png',
    });
  });
});
