import { useState } from 'react';
import type { Input } from '../../contract/operations';
import { announce } from '../../platform/announce';
import { asCloudError } from '../../platform/cloudError';
import { sendOrQueue } from '../../platform/queue';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/Notes';
import { TextArea } from '../../ui/TextField';
import { Stack, Words } from '../../ui/Words';

type Subject = Input<'feedback.reportFault'>['subject'];

export interface ReportFaultProps {
  subject: Subject;
  subjectId: string;
  /** What it is about, for a screen reader, where many such buttons stand on one page. */
  about?: string;
}

/** On the button and as the dialog's title; and what may be wrong, as an example. */
const said: Record<Subject, { words: string; hint: string }> = {
  piece: { words: '这一篇有问题？', hint: '哪一段、哪里不对，您看到什么写什么' },
  question: { words: '这道题有问题？', hint: '题目、选项还是答案，哪里不对' },
  scoreEntry: { words: '这一条不对？', hint: '哪里不对，比如那天到会了没记上、分数算多了或少了' },
};

/** As long as the contract takes (feedback.reportFault). */
const longest = 500;

/** 报错: a quiet button and a dialog; what is written goes to the keeper, at once or when there is a network. */
export function ReportFault({ subject, subjectId, about }: ReportFaultProps) {
  const { words, hint } = said[subject];
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const send = async () => {
    if (text.trim() === '') {
      setMissing('请写一句哪里不对');
      return;
    }
    setBusy(true);
    setRefusal(undefined);
    try {
      const { status } = await sendOrQueue('feedback.reportFault', { subject, subjectId, text });
      announce(
        status === 'done'
          ? '已交给负责的同志，答复在“我的”里看'
          : '现在没有网络。您写的已存在手机里，连上网会自动送出',
      );
      setOpen(false);
      setText('');
    } catch (failure) {
      setRefusal(asCloudError(failure).message);
    } finally {
      setBusy(false);
    }
  };

  return (
    <>
      <Button kind="quiet" label={about && `${words}${about}`} onPress={() => setOpen(true)}>
        {words}
      </Button>
      {isOpen && (
        <Dialog title={words} onClose={() => setOpen(false)}>
          {about && <Words tone="quiet">{about}</Words>}
          <TextArea
            label="哪里不对"
            hint={hint}
            value={text}
            maxLength={longest}
            error={missing}
            onChange={(value) => {
              setText(value);
              setMissing(undefined);
            }}
          />
          {refusal && <ErrorState sentence={refusal} />}
          <Stack>
            <Button isBusy={isBusy} onPress={send}>
              交给负责的同志
            </Button>
            <Button kind="secondary" onPress={() => setOpen(false)}>
              先不
            </Button>
          </Stack>
        </Dialog>
      )}
    </>
  );
}
