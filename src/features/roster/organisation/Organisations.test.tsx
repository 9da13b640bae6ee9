import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { rosterOrganisations, rosterPeople } from '../../../contract/roster';
import { rosterHandOver, rosterHandOverPreview, rosterPosts } from '../../../contract/rosterPost';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { resetTaro } from '../../../testing/taro';
import { Organisations } from './Organisations';
import { treeOf } from './organisationTree';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const [branch] = rosterOrganisations.example.output.organisations;
const [post] = rosterPosts.example.output.posts;
const [person] = rosterPeople.example.output.people;
if (!branch || !post || !person) throw new Error('the examples have one each');

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('roster.organisations', { organisations: [{ ...branch, mayEdit: true }] });
  play('roster.posts', rosterPosts.example.output);
  play('roster.people', rosterPeople.example.output);
  play('roster.handOverPreview', rosterHandOverPreview.example.output);
});

const openBranch = async () => {
  render(<Organisations />);
  await userEvent.click(await screen.findByRole('button', { name: /机关第二党支部/ }));
};

test('the tree stands line by line, and what hangs under something unseen begins at the edge', () => {
  const group = {
    ...branch,
    id: '01980000-0000-7000-8000-0000000000a1',
    name: '第一党小组',
    parentId: branch.id,
  };
  const lost = { ...branch, id: '01980000-0000-7000-8000-0000000000a2', name: '丙', parentId: post.postId };
  expect(treeOf([group, lost, branch]).map(({ organisation, depth }) => [organisation.name, depth])).toEqual([
    ['丙', 0],
    ['机关第二党支部', 0],
    ['第一党小组', 1],
  ]);
});

test('siblings with an ordinal stand in the order of their numbers', () => {
  const names = [
    '第十一党支部',
    '第三党支部',
    '第二十党支部',
    '第一党支部',
    '办公室党支部',
    '第二党支部',
    '第十党支部',
  ];
  const flat = names.map((name, index) => ({
    ...branch,
    id: `${branch.id.slice(0, -1)}${index}`,
    name,
    parentId: null,
  }));
  expect(treeOf(flat).map(({ organisation }) => organisation.name)).toEqual([
    '办公室党支部',
    '第一党支部',
    '第二党支部',
    '第三党支部',
    '第十党支部',
    '第十一党支部',
    '第二十党支部',
  ]);
});

test('a group is made under the branch', async () => {
  play('roster.createOrganisation', { organisationId: '01980000-0000-7000-8000-00000000000c' });
  await openBranch();
  await userEvent.click(screen.getByRole('button', { name: '在下面建一个' }));
  await userEvent.click(screen.getByRole('button', { name: '建好' }));
  expect(screen.getByText('请写名称')).toBeVisible();
  await userEvent.type(screen.getByLabelText('名称'), '第一党小组');
  await userEvent.click(screen.getByRole('button', { name: '建好' }));
  expect(inputsOf('roster.createOrganisation')).toMatchObject([
    { parentId: branch.id, level: 'group', name: '第一党小组' },
  ]);
});

test('a hand-over says what goes along and what stays before anything is done, and needs a successor', async () => {
  play('roster.handOver', rosterHandOver.example.output);
  await openBranch();
  await userEvent.click(await screen.findByRole('button', { name: /支部书记 江晨/ }));
  await userEvent.click(screen.getByRole('button', { name: '交接给接任的同志' }));
  const dialog = within(screen.getByRole('dialog'));
  expect(await dialog.findByText(/没有写完的篇目/)).toBeVisible();
  expect(dialog.getByText(/自己的笔记、收藏和学习记录留在本人名下/)).toBeVisible();
  await userEvent.click(dialog.getByRole('button', { name: '交接' }));
  expect(dialog.getByText('请选接任的同志')).toBeVisible();
  expect(inputsOf('roster.handOver')).toEqual([]);
  await userEvent.type(dialog.getByLabelText('交给谁'), '江');
  await userEvent.click(await dialog.findByRole('button', { name: /江晨/ }));
  await userEvent.click(dialog.getByRole('button', { name: '交接' }));
  expect(inputsOf('roster.handOver')).toMatchObject([
    { postId: post.postId, version: post.version, toMemberId: person.memberId, to: null },
  ]);
});

test('dissolving is asked twice, and a refusal is said', async () => {
  play('roster.dissolveOrganisation', () => {
    throw refusal('conflict');
  });
  await openBranch();
  await userEvent.click(screen.getByRole('button', { name: '撤销这个组织' }));
  await userEvent.click(screen.getByRole('button', { name: '撤销' }));
  expect(await screen.findByText(/别的同志刚改过这一条/)).toBeVisible();
});
