import '@testing-library/jest-dom';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { feedbackFaults, feedbackInbox } from '../../contract/feedback';
import { signInAs } from '../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../testing/playedCloud';
import { resetTaro } from '../../testing/taro';
import { FaultList } from './FaultList';
import { FeedbackInbox } from './FeedbackInbox';

jest.mock('../../platform/callCloud', () => jest.requireActual('../../testing/playedCloud'));

const inbox = feedbackInbox.example.output;
const faults = feedbackFaults.example.output;
const [letter] = inbox.feedback;
const [fault] = faults.faults;
if (!letter || !fault) throw new Error('the examples have one each');

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
});

test('a letter without a name is answered', async () => {
  play('feedback.inbox', inbox);
  play('feedback.reply', { feedbackId: letter.id, version: 2 });
  render(<FeedbackInbox />);
  expect(await screen.findByText('没有署名')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '写答复' }));
  await userEvent.click(screen.getByRole('button', { name: '送出答复' }));
  expect(screen.getByText('请写几句答复')).toBeVisible();

  await userEvent.type(screen.getByLabelText('答复'), '已经加上大字模式');
  play('feedback.inbox', {
    feedback: [
      { ...letter, state: 'answered', answer: '已经加上大字模式', answeredOn: '2026-11-21', version: 2 },
    ],
  });
  await userEvent.click(screen.getByRole('button', { name: '送出答复' }));
  expect(await screen.findByText(/：已经加上大字模式/)).toBeVisible();
  expect(inputsOf('feedback.reply')).toEqual([
    { feedbackId: letter.id, version: 1, answer: '已经加上大字模式' },
  ]);
});

test('a colleague who answered first is seen without losing what one wrote', async () => {
  play('feedback.inbox', inbox);
  play('feedback.reply', () => {
    throw refusal('conflict');
  });
  render(<FeedbackInbox />);
  await userEvent.click(await screen.findByRole('button', { name: '写答复' }));
  await userEvent.type(screen.getByLabelText('答复'), '我的答复');
  await userEvent.click(screen.getByRole('button', { name: '送出答复' }));
  play('feedback.inbox', { feedback: [{ ...letter, answer: '同志的答复', version: 2 }] });
  await userEvent.click(await screen.findByRole('button', { name: '看最新的答复' }));
  expect(await screen.findByText(/同志的答复/)).toBeVisible();
  expect(screen.getByLabelText('答复')).toHaveValue('我的答复');
});

test('a reported fault shows what it is about and is answered', async () => {
  play('feedback.faults', faults);
  play('feedback.answerFault', { faultId: fault.id, version: 2 });
  render(<FaultList />);
  expect(await screen.findByRole('heading', { name: '药店换药' })).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '写答复' }));
  await userEvent.type(screen.getByLabelText('答复'), '已改正');
  await userEvent.click(screen.getByRole('button', { name: '送出答复' }));
  expect(inputsOf('feedback.answerFault')).toEqual([{ faultId: fault.id, version: 1, answer: '已改正' }]);
});

test('an empty inbox says that nothing has come', async () => {
  play('feedback.inbox', { feedback: [] });
  render(<FeedbackInbox />);
  expect(await screen.findByText(/还没有来信/)).toBeVisible();
});
