import '@testing-library/jest-dom';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  rosterIssueCard,
  rosterIssueCards,
  rosterMember,
  rosterOrganisations,
  rosterPeople,
} from '../../contract/roster';
import { signInAs } from '../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { device, resetTaro } from '../../testing/taro';
import { sheetsOf } from './cardsOnPaper';
import { MemberPage } from './member/MemberPage';
import { Roster } from './Roster';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const [person] = rosterPeople.example.output.people;
const [organisation] = rosterOrganisations.example.output.organisations;
if (!person || !organisation) throw new Error('the examples have one each');
const member = rosterMember.example.output;

const people = (count: number, part: Partial<typeof person> = {}) =>
  Array.from({ length: count }, (_, index) => ({
    ...person,
    memberId: `01980000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: `同志${index}`,
    ...part,
  }));

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('roster.organisations', rosterOrganisations.example.output);
  play('roster.people', rosterPeople.example.output);
  play('roster.member', member);
  play('roster.issueCard', rosterIssueCard.example.output);
});

test('a person is searched for by name, once the typing pauses', async () => {
  render(<Roster />);
  await screen.findByRole('button', { name: /江晨/ });
  await userEvent.type(screen.getByLabelText('按姓名找'), '江');
  // A busy machine takes its time over the pause.
  await waitFor(() => expect(inputsOf('roster.people').at(-1)).toMatchObject({ name: '江', below: false }), {
    timeout: 10_000,
  });
  await screen.findByRole('button', { name: /江晨/ });
});

test('the list goes on page by page, and a line opens the person', async () => {
  play('roster.people', ({ cursor }) =>
    cursor === 'two'
      ? {
          people: people(1, { name: '末一位', memberId: '01980000-0000-7000-8000-00000000000f' }),
          next: null,
        }
      : { people: people(2), next: 'two' },
  );
  render(<Roster />);
  await userEvent.click(await screen.findByRole('button', { name: '再看后面的' }));
  await userEvent.click(await screen.findByRole('button', { name: /末一位/ }));
  expect(device.journeys).toEqual([
    'navigateTo /pages/roster/member/index?memberId=01980000-0000-7000-8000-00000000000f',
  ]);
  expect(screen.queryByRole('button', { name: '再看后面的' })).not.toBeInTheDocument();
});

test('whoever answers for several organisations begins with all of them; another can be chosen', async () => {
  const committee = { ...organisation, id: '01980000-0000-7000-8000-00000000000a', name: '机关党委' };
  play('roster.organisations', { organisations: [{ ...organisation, parentId: committee.id }, committee] });
  render(<Roster />);
  await userEvent.selectOptions(await screen.findByLabelText('哪个组织'), organisation.id);
  await screen.findByText('江晨');
  expect(inputsOf('roster.people').map(({ organisationId, below }) => [organisationId, below])).toEqual([
    [committee.id, true],
    [organisation.id, false],
  ]);
});

test('cards for all who have not come in: a hundred at a time, then eight to a sheet of paper', async () => {
  play('roster.people', { people: people(130), next: null });
  play('roster.issueCards', ({ memberIds }) => ({
    cards: memberIds.map((memberId) => ({
      ...rosterIssueCards.example.output.cards[0]!,
      memberId,
      loginName: `k${memberId.slice(-7)}`,
    })),
    skipped: [],
  }));
  const print = jest.spyOn(window, 'print').mockImplementation();
  render(<Roster />);
  await userEvent.click(await screen.findByRole('button', { name: '未激活' }));
  await userEvent.click(await screen.findByRole('button', { name: '给未激活的同志发卡' }));
  await userEvent.click(await screen.findByRole('button', { name: '发 130 张' }));
  expect(await screen.findByText(/130 张激活卡，打印出来 17 页 A4/)).toBeVisible();
  expect(inputsOf('roster.issueCards').map(({ memberIds }) => memberIds.length)).toEqual([100, 30]);
  expect(document.querySelectorAll('.ui-print-sheet .roster-sheet')).toHaveLength(17);
  await userEvent.click(screen.getByRole('button', { name: '打印 130 张' }));
  expect(print).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button', { name: '打印好了，关上' }));
  expect(document.querySelector('.ui-print-sheet')).toBeNull();
});

test('cards that were issued before a failure are shown, not lost', async () => {
  play('roster.people', { people: people(130), next: null });
  let calls = 0;
  play('roster.issueCards', ({ memberIds }) => {
    calls += 1;
    if (calls > 1) throw refusal('busy');
    return {
      cards: memberIds.map((memberId) => ({
        ...rosterIssueCards.example.output.cards[0]!,
        memberId,
        loginName: `k${memberId.slice(-7)}`,
      })),
      skipped: [],
    };
  });
  render(<Roster />);
  await userEvent.click(await screen.findByRole('button', { name: '未激活' }));
  await userEvent.click(await screen.findByRole('button', { name: '给未激活的同志发卡' }));
  await userEvent.click(await screen.findByRole('button', { name: '发 130 张' }));
  expect(await screen.findByText(/100 张激活卡，打印出来 13 页 A4/)).toBeVisible();
  expect(screen.getByText(/还有 30 位没有发成/)).toBeVisible();
});

test.each([
  [0, []],
  [1, [1]],
  [8, [8]],
  [9, [8, 1]],
])('%i cards lie on sheets of %j', (count, sizes) => {
  const cards = Array.from({ length: count }, () => rosterIssueCard.example.output);
  expect(sheetsOf(cards).map((sheet) => sheet.length)).toEqual(sizes);
});

describe('one person', () => {
  const openMember = async (part: Partial<typeof member> = {}) => {
    play('roster.member', { ...member, ...part });
    render(<MemberPage memberId={member.memberId} />);
    await screen.findByRole('heading', { name: '江晨' });
  };

  test('is shown with history, marks and a masked number; the first card is one press away and closes by its button only', async () => {
    await openMember({ activated: false });
    expect(screen.getByText(/138\*\*\*\*5678/)).toBeVisible();
    expect(screen.getByText('2026年3月1日起')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: '发激活卡' }));
    const card = within(await screen.findByRole('dialog', { name: '激活卡' }));
    for (const words of ['江晨', '登录名 k2039471', 'K7QD', '2M4P', '9XWA'])
      expect(card.getByText(words)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: '激活卡' })).toBeVisible();
    await userEvent.click(card.getByRole('button', { name: '已交给本人，关上' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  test('who has come in gets a new card, or loses the phone, only after a second thought', async () => {
    play('roster.unbind', {});
    await openMember();
    await userEvent.click(screen.getByRole('button', { name: '重发激活卡' }));
    await userEvent.click(screen.getByRole('button', { name: '先不' }));
    expect(inputsOf('roster.issueCard')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '手机丢了，停用登录' }));
    expect(inputsOf('roster.unbind')).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: '停用' }));
    expect(inputsOf('roster.unbind')).toEqual([{ memberId: member.memberId }]);
  });

  test('whoever may not edit or issue is offered neither', async () => {
    await openMember({ mayEdit: false, mayIssueCard: false });
    for (const name of ['改资料', '重发激活卡', '转支部', '记一项情况'])
      expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  });

  test('a correction leaves the mobile number as it is unless it is written anew, and says what is wrong with a date', async () => {
    play('roster.editMember', { version: 4 });
    await openMember();
    await userEvent.click(screen.getByRole('button', { name: '改资料' }));
    const joined = screen.getByLabelText('入党日期');
    await userEvent.clear(joined);
    await userEvent.type(joined, '1985-13');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(screen.getByText('请写成 1985-07-01；只知道月份，写 1985-07')).toBeVisible();
    expect(inputsOf('roster.editMember')).toEqual([]);
    await userEvent.clear(joined);
    await userEvent.type(joined, '1985年8月');
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    const [sent] = inputsOf('roster.editMember');
    expect(sent).toMatchObject({ version: 3, joinedOn: '1985-08' });
    expect(sent).not.toHaveProperty('mobile');
  });

  test('a mobile number can be taken out', async () => {
    play('roster.editMember', { version: 4 });
    await openMember();
    await userEvent.click(screen.getByRole('button', { name: '改资料' }));
    await userEvent.click(screen.getByRole('switch', { name: /不再保存手机号/ }));
    await userEvent.click(screen.getByRole('button', { name: '保存' }));
    expect(inputsOf('roster.editMember')).toMatchObject([{ mobile: null }]);
  });

  test('somebody else was faster: the sentence says so and nothing is overwritten', async () => {
    play('roster.mark', () => {
      throw refusal('conflict');
    });
    await openMember();
    await userEvent.click(screen.getByRole('button', { name: '记一项情况' }));
    await userEvent.selectOptions(screen.getByLabelText('什么情况'), '退休');
    await userEvent.click(screen.getByRole('button', { name: '记下' }));
    expect(await screen.findByText(/别的同志刚改过这一条/)).toBeVisible();
  });
});
