import '@testing-library/jest-dom';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { quizReadReviewBatch, quizReadReviewQueue } from '../../../contract/bankReview';
import { errorTable } from '../../../contract/errors';
import { signInAs } from '../../../testing/people';
import { inputsOf, play, refusal, resetCloud } from '../../../testing/playedCloud';
import { device, resetTaro } from '../../../testing/taro';
import { ReviewBatch } from './ReviewBatch';
import { ReviewQueue } from './ReviewQueue';

jest.mock('../../../platform/callCloud', () => jest.requireActual('../../../testing/playedCloud'));

const { review, questions } = quizReadReviewBatch.example.output;
const [example] = questions;
if (!example) throw new Error('the example has a question');
const second = {
  ...example,
  id: '01980000-0000-7000-8000-000000000102',
  stem: '药品过了有效期还能卖吗？',
  flagged: false,
};
const { reviewId } = review;

beforeEach(() => {
  resetCloud();
  resetTaro();
  localStorage.clear();
  signInAs();
  play('quiz.readReviewQueue', quizReadReviewQueue.example.output);
  play('quiz.readReviewBatch', { review, questions: [example, second], next: null });
  play('quiz.judgeQuestion', { review: { ...review, judged: 13 } });
});

test('a batch says what is looked at one by one and what by a sample, and opens', async () => {
  play('quiz.openReview', { reviewId, version: 1 });
  render(<ReviewQueue />);
  expect(await screen.findByText('486 题，其中 23 题一题一题看，其余的抽样')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '接着审核：题库.docx' }));
  expect(device.journeys).toEqual([`redirectTo /pages/bank/review/index?reviewId=${reviewId}`]);
});

test('who has written all of it cannot open it; nothing waiting is said', async () => {
  const [batch] = quizReadReviewQueue.example.output.batches;
  if (!batch) throw new Error('the example has a batch');
  play('quiz.readReviewQueue', { batches: [{ ...batch, mine: true }] });
  const { unmount } = render(<ReviewQueue />);
  expect(await screen.findByText('都是您写的，由另一位同志审核')).toBeVisible();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
  unmount();
  play('quiz.readReviewQueue', { batches: [] });
  render(<ReviewQueue />);
  expect(await screen.findByText('现在没有题等审核')).toBeVisible();
});

test('one question after the other: passing opens the next, giving back wants a reason', async () => {
  render(<ReviewBatch reviewId={reviewId} />);
  expect(await screen.findByRole('heading', { name: example.stem })).toBeVisible();
  expect(screen.getByText('其余 443 题随抽到的一起通过，记为抽审')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '通过' }));
  expect(await screen.findByRole('heading', { name: second.stem })).toBeVisible();
  expect(screen.getByText('要看 43 题，看了 13 题')).toBeVisible();
  await userEvent.click(screen.getByRole('button', { name: '退回修改' }));
  const asked = within(screen.getByRole('dialog'));
  await userEvent.click(asked.getByRole('button', { name: '退回' }));
  expect(asked.getByText(/请写一句/)).toBeVisible();
  await userEvent.type(asked.getByLabelText('哪里不对'), '依据已经改了');
  await userEvent.click(asked.getByRole('button', { name: '退回' }));
  expect(await screen.findByText('退回')).toBeVisible();
  expect(inputsOf('quiz.judgeQuestion')).toMatchObject([
    { questionId: example.id, version: 1, verdict: 'pass' },
    { questionId: second.id, version: 1, verdict: 'return', reason: '依据已经改了' },
  ]);
});

test('a question that was changed meanwhile is looked at again', async () => {
  play('quiz.judgeQuestion', () => {
    throw refusal('conflict');
  });
  render(<ReviewBatch reviewId={reviewId} />);
  await userEvent.click(await screen.findByRole('button', { name: '通过' }));
  expect(await screen.findByText(errorTable.conflict.sentence)).toBeVisible();
  play('quiz.readReviewBatch', {
    review,
    questions: [{ ...example, version: 2, stem: '改过的题' }],
    next: null,
  });
  await userEvent.click(screen.getByRole('button', { name: '看现在的样子' }));
  expect(await screen.findByRole('heading', { name: '改过的题' })).toBeVisible();
});

test('the end says what comes of the rest, and what came of it', async () => {
  play('quiz.readReviewBatch', {
    review: { ...review, judged: 43, mayClose: true, isSampleReturned: true },
    questions: [{ ...example, verdict: { verdict: 'pass', reason: '' } }],
    next: null,
  });
  play('quiz.closeReview', { state: 'returned', passed: 42, sampled: 0, returned: 1, left: 443 });
  render(<ReviewBatch reviewId={reviewId} />);
  await userEvent.click(await screen.findByRole('button', { name: '结束审核' }));
  const asked = within(screen.getByRole('dialog'));
  expect(asked.getByText(/其余 443 题留着，下次多抽一些再审/)).toBeVisible();
  await userEvent.click(asked.getByRole('button', { name: '结束审核' }));
  expect(await screen.findByText('逐题通过 42 题，退回修改 1 题，留到下次 443 题')).toBeVisible();
  expect(inputsOf('quiz.closeReview')).toEqual([{ reviewId, version: 1 }]);
});

test('what the reader has written is judged by somebody else', async () => {
  play('quiz.readReviewBatch', { review, questions: [{ ...example, mine: true }], next: null });
  render(<ReviewBatch reviewId={reviewId} />);
  await userEvent.click(await screen.findByRole('button', { name: /网上买的下列商品/ }));
  expect(screen.getByText('这一题您写过或改过，由另一位同志来看')).toBeVisible();
  expect(screen.queryByRole('button', { name: '通过' })).not.toBeInTheDocument();
});
