import { useState } from 'react';
import { announce } from '../../platform/announce';
import { copyText } from '../../platform/copyText';
import type { Me } from '../../platform/session';
import { useCloud } from '../../platform/useCloud';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Form } from '../../ui/Form';
import { ErrorState } from '../../ui/Notes';
import { Skeleton } from '../../ui/Skeleton';
import { TextField } from '../../ui/TextField';
import { Heading, Stack, Words } from '../../ui/Words';
import { FeedbackItem } from './FeedbackItem';
import { dropTicket, keepTicket, ticketsOf } from './tickets';

/** What was sent without a name from this device, each found by its ticket, and a field for a ticket written down. */
export function AnonymousFeedback({ me }: { me: Me }) {
  const [tickets, setTickets] = useState(() => ticketsOf(me));
  const [typed, setTyped] = useState('');
  const add = () => {
    const ticket = typed.trim().toLowerCase();
    if (ticket === '') return;
    keepTicket(me, ticket);
    setTickets(ticketsOf(me));
    setTyped('');
  };
  const drop = (ticket: string) => {
    dropTicket(me, ticket);
    setTickets(ticketsOf(me));
  };
  return (
    <>
      <Heading level={3}>没有署名送出的</Heading>
      {tickets.length === 0 && <Words tone="quiet">这台设备里没有存着编号</Words>}
      {tickets.map((ticket) => (
        <ByTicket key={ticket} ticket={ticket} onDrop={() => drop(ticket)} />
      ))}
      <Card title="用抄下的编号查">
        <Form label="用编号查" onSubmit={add}>
          {/* Longer than a ticket: what is pasted often brings spaces along. */}
          <TextField label="编号" value={typed} maxLength={60} onChange={setTyped} />
          <Button kind="secondary" isSubmit isDisabled={typed.trim() === ''} onPress={add}>
            查答复
          </Button>
        </Form>
      </Card>
    </>
  );
}

function ByTicket({ ticket, onDrop }: { ticket: string; onDrop: () => void }) {
  const { data, error, reload } = useCloud('feedback.lookUp', { ticket });
  if (data) {
    const copy = async () => announce((await copyText(ticket)) ? '编号已复制' : `请抄下编号：${ticket}`);
    return (
      <FeedbackItem feedback={data.feedback}>
        <Words tone="small">编号 {ticket}</Words>
        <Stack isRow>
          <Button kind="quiet" onPress={() => void copy()}>
            复制编号
          </Button>
          <Button kind="quiet" onPress={onDrop}>
            从这台设备拿掉
          </Button>
        </Stack>
      </FeedbackItem>
    );
  }
  if (!error) return <Skeleton lines={2} />;
  const isUnknown = error.code === 'not_found' || error.code === 'bad_input';
  const unknown = `没有找到编号 ${ticket}：可能那次没有送到，或编号抄错了`;
  return (
    <ErrorState sentence={isUnknown ? unknown : error.message} onRetry={error.retryable ? reload : undefined}>
      {isUnknown && (
        <Button kind="secondary" isInline onPress={onDrop}>
          从这台设备拿掉
        </Button>
      )}
    </ErrorState>
  );
}
