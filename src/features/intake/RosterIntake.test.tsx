import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { errorTable } from '../../contract/errors';
import { fileBegin, fileFinish } from '../../contract/file';
import {
  intakeApplyRoster,
  intakeGet,
  intakeLines,
  intakeReadRoster,
  intakeTemplate,
} from '../../contract/intake';
import { rosterOrganisations } from '../../contract/roster';
import { rosterAppoint } from '../../contract/rosterPost';
import { signInAs } from '../../testing/people';
import { inputsOf, loseNetwork, play, refusal, resetCloud } from '../../testing/playedCloud';
import { resetTaro } from '../../testing/taro';
import { type Intake, type IntakeLine, sayDropped } from './intake';
import { RosterIntake } from './RosterIntake';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));
jest.mock('../../platform/sendContent', () => ({ sendContent: async () => undefined }));

const preview: Intake = {
  ...intakeReadRoster.example.output,
  sheets: [
    {
      sheet: '党员信息',
      headerRow: 3,
      columns: [
        { field: 'name', column: 'E', header: '姓名', evidence: '表头是“姓名”', confidence: 'sure' },
        { field: 'mobile', column: 'F', header: '电话', evidence: '像手机号', confidence: 'likely' },
      ],
      dropped: [{ column: 'H', header: '身份证号码' }],
    },
  ],
  unknownOrganisations: [{ name: '机关第九党支部', lines: 4, mayCreate: true }],
};
const [example] = intakeLines.example.output.lines;
if (!example) throw new Error('the example has a line');
const lineOf = (part: Partial<IntakeLine>): IntakeLine => ({ ...example, changes: [], ...part });

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('roster.organisations', rosterOrganisations.example.output);
  play('intake.mine', { intakes: [] });
  play('intake.lines', ({ list }) => ({
    lines:
      list === 'problems'
        ? [
            lineOf({
              lineId: '1:9',
              at: { sheet: '党员信息', row: 9, column: 'F' },
              problem: { code: 'namesake', message: '名册里有两位同名的同志', leftOut: true, mayBeNew: true },
            }),
          ]
        : list === 'missing'
          ? [lineOf({ lineId: 'm1', at: null, name: '云帆' })]
          : intakeLines.example.output.lines,
    next: null,
  }));
  play('file.begin', fileBegin.example.output);
  play('file.finish', fileFinish.example.output);
  play('intake.readRoster', preview);
});

/** Presses the button and gives the browser's chooser a file. */
async function choose(): Promise<void> {
  await userEvent.click(await screen.findByRole('button', { name: '选文件（.xlsx .xls .csv）' }));
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file is asked for');
  await userEvent.upload(input, new File(['PK'], '名册.xlsx'));
}

async function openPreview(part: Partial<Intake> = {}): Promise<void> {
  play('intake.mine', { intakes: [{ ...preview, ...part }] });
  render(<RosterIntake purpose={part.purpose ?? 'import'} />);
  await screen.findByText(/读的文件/);
}

test('a file is chosen, sent and read for the widest organisation, and what was dropped is said', async () => {
  render(<RosterIntake purpose="import" />);
  await choose();
  expect(await screen.findByText('身份证号码没有读入，也没有保存')).toBeVisible();
  expect(inputsOf('file.begin')).toMatchObject([{ purpose: 'roster', name: '名册.xlsx' }]);
  expect(inputsOf('intake.readRoster')).toMatchObject([
    { purpose: 'import', organisationId: rosterOrganisations.example.output.organisations[0]?.id },
  ]);
});

test('the sentence about what was dropped names three and counts the rest', () => {
  expect(sayDropped([])).toBeUndefined();
  expect(sayDropped(['籍贯', '住址', '学历'])).toBe('籍贯、住址、学历没有读入，也没有保存');
  expect(sayDropped(['籍贯', '住址', '学历', '民族'])).toBe('籍贯、住址、学历等 4 列没有读入，也没有保存');
});

test('a preview is found again; problems come first with their cell', async () => {
  await openPreview();
  expect(await screen.findByText('党员信息，第 9 行，F 列')).toBeVisible();
  expect(screen.getByText('名册里有两位同名的同志。这一行不导入')).toBeVisible();
  expect(screen.getByLabelText('看哪一类')).toHaveDisplayValue('请看一眼 1');
});

test('what is decided is sent: a namesake who is new, a line left out, who has gone, a branch not made', async () => {
  play('intake.applyRoster', {
    ...preview,
    state: 'applied',
    version: 2,
    done: null,
    undoUntil: null,
    duties: [],
  });
  await openPreview();
  await userEvent.click(await screen.findByRole('switch', { name: /是新来的同志/ }));
  await userEvent.click(screen.getByRole('switch', { name: /建“机关第九党支部”/ }));
  await userEvent.selectOptions(screen.getByLabelText('看哪一类'), '有改动 2');
  expect(await screen.findByText('手机：139****0000 → 138****5678')).toBeVisible();
  await userEvent.click(screen.getByRole('switch', { name: /^导入江晨/ }));
  await userEvent.selectOptions(screen.getByLabelText('看哪一类'), '文件里没有 1');
  await userEvent.selectOptions(await screen.findByLabelText('云帆怎么办'), '组织关系已转出');
  await userEvent.click(screen.getByRole('button', { name: '导入 10 人' }));
  expect(await screen.findByText('已导入')).toBeVisible();
  expect(inputsOf('intake.applyRoster')).toMatchObject([
    {
      version: 1,
      asNew: ['1:9'],
      leaveOut: ['1:7'],
      create: [],
      gone: [{ memberId: example.memberId, becomes: 'transferredOut' }],
    },
  ]);
});

test('a corrected column is read again from the same file, in place of the first preview', async () => {
  render(<RosterIntake purpose="import" />);
  await choose();
  await userEvent.click(await screen.findByRole('button', { name: '有读错的，改一改' }));
  await userEvent.selectOptions(screen.getByLabelText('手机'), 'H 列 身份证号码');
  await userEvent.click(screen.getByRole('button', { name: '按改过的列再读一遍' }));
  await screen.findByText(/没有读入/);
  expect(inputsOf('intake.readRoster').at(-1)).toMatchObject({
    replaces: preview.intakeId,
    mapping: [
      {
        sheet: '党员信息',
        headerRow: 3,
        columns: [
          { field: 'name', column: 'E' },
          { field: 'mobile', column: 'H' },
        ],
      },
    ],
  });
  expect(inputsOf('file.begin')).toHaveLength(2);
});

test('when the roster has changed meanwhile nothing is imported, and it can be compared again', async () => {
  play('intake.applyRoster', () => {
    throw refusal('conflict');
  });
  play('intake.refresh', { ...preview, version: 2 });
  await openPreview();
  await userEvent.click(screen.getByRole('button', { name: '导入 14 人' }));
  await userEvent.click(await screen.findByRole('button', { name: '和现在的名册再比一遍' }));
  expect(inputsOf('intake.refresh')).toEqual([{ intakeId: preview.intakeId, version: 1 }]);
  expect(screen.queryByText(/别的同志刚改过/)).not.toBeInTheDocument();
});

test('checking changes nothing: no switch, no import', async () => {
  await openPreview({ purpose: 'check' });
  await screen.findByText('党员信息，第 9 行，F 列');
  expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: /^导入/ })).not.toBeInTheDocument();
});

test('an import is taken back after a second thought', async () => {
  const applied: Intake = {
    ...intakeGet.example.output,
    state: 'applied',
    version: 2,
    done: { added: 12, changed: 0, transferred: 0, gone: 0, created: 1 },
    undoUntil: '2026-12-23T00:30:00.000Z',
  };
  play('intake.mine', { intakes: [applied] });
  play('intake.undoRoster', { ...applied, state: 'undone', undoUntil: null });
  render(<RosterIntake purpose="import" />);
  await userEvent.click(await screen.findByRole('button', { name: /可以撤回/ }));
  expect(screen.getByText('新增 12 人，建了 1 个支部')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '整批撤回' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: '撤回' }));
  expect(await screen.findByText('名册回到导入以前的样子')).toBeVisible();
});

test('without network it is said, and tried again on wish', async () => {
  loseNetwork();
  render(<RosterIntake purpose="import" />);
  expect(await screen.findByRole('button', { name: '再试一次' })).toBeVisible();
});

test('the template is a file to save', async () => {
  play('intake.template', intakeTemplate.example.output);
  URL.createObjectURL = jest.fn(() => 'blob:made');
  URL.revokeObjectURL = jest.fn();
  const clicked = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  render(<RosterIntake purpose="import" />);
  await userEvent.click(await screen.findByRole('button', { name: '手头没有名册？用空白模板' }));
  await userEvent.click(await screen.findByRole('button', { name: '保存 党员名册模板.xlsx' }));
  expect(clicked).toHaveBeenCalledTimes(1);
});

test('the posts that the file names are given in one press, and a refusal stands beside its line', async () => {
  const [duty] = intakeApplyRoster.example.output.duties;
  if (!duty) throw new Error('the example names a post');
  const taken = {
    ...duty,
    memberId: intakeApplyRoster.example.output.intakeId,
    name: '江晨',
    post: 'secretary' as const,
  };
  play('intake.applyRoster', { ...intakeApplyRoster.example.output, duties: [duty, taken] });
  play('roster.appoint', ({ post }) => {
    if (post === 'secretary') throw refusal('post_held');
    return rosterAppoint.example.output;
  });
  await openPreview();
  await userEvent.click(screen.getByRole('button', { name: /^导入 \d+ 人$/ }));
  const list = within(await screen.findByRole('list', { name: '名册里写着的职务' }));
  expect(list.getByText('云帆 组织委员')).toBeVisible();
  expect(inputsOf('roster.appoint')).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: '照名册任职' }));
  expect(await list.findByText('已任职')).toBeVisible();
  expect(await list.findByText(new RegExp(errorTable.post_held.sentence))).toBeVisible();
  expect(screen.queryByRole('button', { name: '照名册任职' })).not.toBeInTheDocument();
  expect(inputsOf('roster.appoint')).toMatchObject([
    { memberId: duty.memberId, organisationId: duty.organisationId, post: 'organisationOfficer', to: null },
    { memberId: taken.memberId, post: 'secretary' },
  ]);
});
