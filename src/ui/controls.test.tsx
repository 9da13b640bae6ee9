import { fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Button } from './Button';
import { ChoiceGroup } from './ChoiceGroup';
import { Confirm } from './Dialog';
import { Form } from './Form';
import { Keypad } from './Keypad';
import { SegmentedTabs } from './SegmentedTabs';
import { TextArea, TextField } from './TextField';
import { Toggle } from './Toggle';

describe('a button', () => {
  test('is worked by mouse and keyboard', async () => {
    const press = jest.fn();
    render(<Button onPress={press}>签到</Button>);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: '签到' })).toBe(document.activeElement);
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard(' ');
    await userEvent.click(screen.getByRole('button'));
    expect(press).toHaveBeenCalledTimes(3);
  });

  test('ignores presses while busy, and keeps its words and the focus', async () => {
    const press = jest.fn();
    render(
      <Button isBusy onPress={press}>
        提交审核
      </Button>,
    );
    const button = screen.getByRole('button', { name: '提交审核' });
    await userEvent.click(button);
    expect(press).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-busy')).toBe('true');
    expect(document.activeElement).toBe(button);
  });
});

function Choices({ kind }: { kind: 'single' | 'multiple' }) {
  const [chosen, setChosen] = useState<number[]>([]);
  return (
    <>
      <ChoiceGroup
        label="哪一种"
        kind={kind}
        options={['甲', '乙', '丙']}
        chosen={chosen}
        onChoose={setChosen}
      />
      <output>{chosen.join(',')}</output>
    </>
  );
}

describe('choices', () => {
  test('of one: the later replaces the earlier', async () => {
    render(<Choices kind="single" />);
    expect(screen.getByRole('radiogroup', { name: '哪一种' })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /甲/ }));
    await userEvent.click(screen.getByRole('radio', { name: /丙/ }));
    expect(screen.getByRole('status').textContent).toBe('2');
    expect(screen.getByRole('radio', { name: /丙/ }).getAttribute('aria-checked')).toBe('true');
    expect(screen.getByRole('radio', { name: /甲/ }).getAttribute('aria-checked')).toBe('false');
  });

  test('of several: in order whatever the order of choosing, and taken back by a second press', async () => {
    render(<Choices kind="multiple" />);
    await userEvent.click(screen.getByRole('checkbox', { name: /丙/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /甲/ }));
    expect(screen.getByRole('status').textContent).toBe('0,2');
    await userEvent.click(screen.getByRole('checkbox', { name: /丙/ }));
    expect(screen.getByRole('status').textContent).toBe('0');
  });

  test('after the answer say in words what was right, and change no more', async () => {
    const choose = jest.fn();
    render(
      <ChoiceGroup
        label="哪一种"
        kind="single"
        options={['甲', '乙']}
        chosen={[0]}
        onChoose={choose}
        verdicts={{ 0: 'wrong', 1: 'missed' }}
        isLocked
      />,
    );
    expect(screen.getByRole('radio', { name: /甲.*您选的，不是这一项/ })).toBeTruthy();
    expect(screen.getByRole('radio', { name: /乙.*这一项/ })).toBeTruthy();
    await userEvent.click(screen.getByRole('radio', { name: /乙/ }));
    expect(choose).not.toHaveBeenCalled();
  });
});

function Code({ start = '' }: { start?: string }) {
  const [code, setCode] = useState(start);
  return (
    <>
      <Keypad value={code} onChange={setCode} />
      <output aria-label="code">{code}</output>
      <input aria-label="another field" />
    </>
  );
}
const code = () => screen.getByLabelText('code').textContent;

describe('the keypad', () => {
  test('takes six digits and no seventh', async () => {
    render(<Code start="40715" />);
    await userEvent.click(screen.getByRole('button', { name: '2' }));
    await userEvent.click(screen.getByRole('button', { name: '3' }));
    expect(code()).toBe('407152');
  });

  test('takes one back, or all', async () => {
    render(<Code start="407" />);
    await userEvent.click(screen.getByRole('button', { name: '删除' }));
    expect(code()).toBe('40');
    await userEvent.click(screen.getByRole('button', { name: '清空' }));
    expect(code()).toBe('');
  });

  test("knows the computer's own keys, but not those typed into a field", async () => {
    render(<Code />);
    await userEvent.keyboard('4a0{Backspace}');
    expect(code()).toBe('4');
    await userEvent.type(screen.getByLabelText('another field'), '99');
    expect(code()).toBe('4');
  });
});

function Note() {
  const [text, setText] = useState('');
  return <TextArea label="想说的话" value={text} onChange={setText} />;
}

describe('fields', () => {
  test('have a label, and say what is wrong', () => {
    const { rerender } = render(
      <TextField label="登录名" hint="印在激活卡上" value="" onChange={() => undefined} />,
    );
    const field = screen.getByLabelText('登录名');
    expect(field.getAttribute('aria-invalid')).toBeNull();
    rerender(
      <TextField label="登录名" hint="印在激活卡上" error="请填登录名" value="" onChange={() => undefined} />,
    );
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
      '印在激活卡上',
      '请填登录名',
    ]);
  });

  test('of several lines keep every character as it is typed', async () => {
    render(<Note />);
    await userEvent.type(screen.getByLabelText('想说的话'), '一行{Enter}<b>两行</b>');
    expect((screen.getByLabelText('想说的话') as HTMLTextAreaElement).value).toBe('一行\n<b>两行</b>');
  });

  test('submit by Enter when the form has a submitting button', async () => {
    const submit = jest.fn();
    render(
      <Form label="登录" onSubmit={submit}>
        <TextField label="登录名" value="k1" onChange={() => undefined} />
        <Button isSubmit>登录</Button>
      </Form>,
    );
    await userEvent.type(screen.getByLabelText('登录名'), '{Enter}');
    await userEvent.click(screen.getByRole('button', { name: '登录' }));
    expect(submit).toHaveBeenCalledTimes(2);
  });
});

function Page({ onConfirm }: { onConfirm: () => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>撤下这篇</Button>
      {isOpen && (
        <Confirm
          title="撤下这一篇？"
          sentence="可以改好再发。"
          confirmWords="撤下"
          isDangerous
          onConfirm={onConfirm}
          onCancel={() => setOpen(false)}
        />
      )}
    </>
  );
}

describe('the question before something is taken away', () => {
  test('is asked in the page, holds the focus, and gives it back on Escape', async () => {
    const confirm = jest.fn();
    render(<Page onConfirm={confirm} />);
    await userEvent.click(screen.getByRole('button', { name: '撤下这篇' }));
    const dialog = screen.getByRole('dialog', { name: '撤下这一篇？' });
    for (let i = 0; i < 5; i++) {
      await userEvent.tab();
      expect(dialog.contains(document.activeElement)).toBe(true);
    }
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '撤下这篇' }));
    expect(confirm).not.toHaveBeenCalled();
  });

  test('acts only on the verb', async () => {
    const confirm = jest.fn();
    render(<Page onConfirm={confirm} />);
    await userEvent.click(screen.getByRole('button', { name: '撤下这篇' }));
    await userEvent.click(screen.getByRole('button', { name: '撤下' }));
    expect(confirm).toHaveBeenCalledTimes(1);
  });
});

test('a toggle is a switch that says its state', async () => {
  const change = jest.fn();
  render(<Toggle label="大字模式" isOn={false} onChange={change} />);
  const toggle = screen.getByRole('switch', { name: '大字模式' });
  expect(toggle.getAttribute('aria-checked')).toBe('false');
  fireEvent.click(toggle);
  expect(change).toHaveBeenCalledWith(true);
});

test('views are switched, and the current one is known to a screen reader', async () => {
  const change = jest.fn();
  const tabs = [
    { key: 'now', words: '本期' },
    { key: 'last', words: '上期' },
  ] as const;
  render(<SegmentedTabs label="哪一期" tabs={tabs} current="now" onChange={change} />);
  expect(screen.getByRole('button', { name: '本期' }).getAttribute('aria-current')).toBe('true');
  await userEvent.click(screen.getByRole('button', { name: '上期' }));
  expect(change).toHaveBeenCalledWith('last');
});
