import { useState } from 'react';
import type { Me } from '../../platform/session';
import { useDraft } from '../../platform/useDraft';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ChoiceGroup } from '../../ui/ChoiceGroup';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { TextArea } from '../../ui/TextField';
import { Words } from '../../ui/Words';
import { useSendFeedback } from './useSendFeedback';

/** As long as the contract takes (feedback.submit). */
const longest = 2000;

/** What each way of sending means, honestly (architecture.md, "Secret ballots and anonymous complaints"). */
const ways = [
  {
    words: '署名',
    meaning: '办理的同志看得到您的姓名，答复会通知您。',
  },
  {
    words: '不署名',
    meaning:
      '系统里不记您是谁，也不记几点几分，只记哪一天。答复凭一个编号看，编号只存在这台设备里，清了数据就找不回来，要紧的话请抄下。' +
      '办理的同志看不到是谁写的；但写的事如果只有您知道，别人可能猜得到；管服务器的人要是正好在您送出的那一刻盯着，也可能看出来。',
  },
] as const;

/** 投诉建议: write it, signed or not, and send it. What is being written is kept on this device until it is sent. */
export function WriteFeedback({ me, onSent }: { me: Me; onSent: () => void }) {
  const draft = useDraft<string>('feedback');
  const [text, setText] = useState(draft.found?.value ?? '');
  const [way, setWay] = useState(0);
  const [missing, setMissing] = useState<string>();
  const sending = useSendFeedback(me);

  const submit = async () => {
    if (text.trim() === '') {
      setMissing('请写上您要说的事');
      return;
    }
    if (!(await sending.send(text.trim(), way === 0))) return;
    draft.drop();
    setText('');
    onSent();
  };

  return (
    <Card title="写给本单位">
      <Form label="投诉建议" onSubmit={() => void submit()}>
        <TextArea
          label="您要说的事"
          hint="哪里不方便、哪里不对、希望怎么改，都可以写"
          value={text}
          maxLength={longest}
          error={missing}
          onChange={(value) => {
            setText(value);
            draft.keep(value);
            setMissing(undefined);
            sending.clearError();
          }}
        />
        <ChoiceGroup
          label="署不署名"
          kind="single"
          hasLetters={false}
          options={ways.map(({ words }) => words)}
          chosen={[way]}
          onChoose={([chosen = 0]) => setWay(chosen)}
        />
        <Words tone="quiet">{ways[way]?.meaning}</Words>
        {sending.error && <ErrorState sentence={sending.error.message} requestId={sending.error.requestId} />}
        <Button isSubmit isBusy={sending.isBusy} onPress={() => void submit()}>
          送出
        </Button>
      </Form>
    </Card>
  );
}
