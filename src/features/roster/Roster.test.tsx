import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rosterIssueCard, rosterMembers, rosterOrganisations } from '../../contract/roster';
import { signInAs } from '../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { resetTaro } from '../../testing/taro';
import type { Member } from './member';
import { Roster } from './Roster';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const [member] = rosterMembers.example.output.members as [Member];

async function open(part: Partial<Member> = {}): Promise<void> {
  play('roster.members', { organisationName: '机关第二党支部', members: [{ ...member, ...part }] });
  render(<Roster />);
  await userEvent.click(await screen.findByRole('button', { name: /江晨/ }));
}

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('roster.organisations', rosterOrganisations.example.output);
  play('roster.issueCard', rosterIssueCard.example.output);
});

test('the card shows login name and code in three groups, and says that this is the only time', async () => {
  await open();
  await userEvent.click(screen.getByRole('button', { name: '发激活卡' }));
  const card = within(await screen.findByRole('dialog', { name: '激活卡' }));
  for (const words of ['江晨', '登录名 k2039471', 'K7QD', '2M4P', '9XWA'])
    expect(card.getByText(words)).toBeVisible();
  expect(card.getByText(/激活码只在这里显示这一次/)).toBeVisible();

  await userEvent.keyboard('{Escape}');
  expect(screen.getByRole('dialog', { name: '激活卡' })).toBeVisible();
  await userEvent.click(card.getByRole('button', { name: '已交给本人，关上' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});

test('the card is printed by the browser', async () => {
  const print = jest.spyOn(window, 'print').mockImplementation();
  await open();
  await userEvent.click(screen.getByRole('button', { name: '发激活卡' }));
  await userEvent.click(await screen.findByRole('button', { name: '打印' }));
  expect(print).toHaveBeenCalledTimes(1);
});

test('an active member gets a new card only after a second thought', async () => {
  await open({ activated: true });
  await userEvent.click(screen.getByRole('button', { name: '重发激活卡' }));
  expect(inputsOf('roster.issueCard')).toEqual([]);
  const dialog = within(screen.getByRole('dialog', { name: '给江晨重发激活卡？' }));
  await userEvent.click(dialog.getByRole('button', { name: '先不' }));
  expect(inputsOf('roster.issueCard')).toEqual([]);

  await userEvent.click(screen.getByRole('button', { name: '重发激活卡' }));
  await userEvent.click(screen.getByRole('button', { name: '重发' }));
  expect(await screen.findByRole('dialog', { name: '激活卡' })).toBeVisible();
});

test('whoever may not issue cards is not offered to', async () => {
  await open({ mayIssueCard: false });
  expect(screen.getByRole('dialog', { name: '江晨' })).toBeVisible();
  expect(screen.queryByRole('button', { name: '发激活卡' })).not.toBeInTheDocument();
});

test('a refusal is said in the dialog', async () => {
  play('roster.issueCard', () => {
    throw refusal('not_allowed');
  });
  await open();
  await userEvent.click(screen.getByRole('button', { name: '发激活卡' }));
  expect(await screen.findByText(/需要时请联系您的书记/)).toBeVisible();
});

test('with several organisations the own branch comes first, and another can be chosen', async () => {
  const [own] = rosterOrganisations.example.output.organisations;
  if (!own) throw new Error('the example has an organisation');
  const other = { ...own, id: '01980000-0000-7000-8000-00000000000c', name: '机关第一党支部' };
  play('roster.organisations', { organisations: [other, own] });
  play('roster.members', { organisationName: '', members: [member] });
  render(<Roster />);
  await userEvent.selectOptions(await screen.findByLabelText('哪个组织'), '机关第一党支部');
  await screen.findByText('江晨');
  expect(inputsOf('roster.members').map(({ organisationId }) => organisationId)).toEqual([own.id, other.id]);
});
