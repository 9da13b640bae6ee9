import { announce } from '../../platform/announce';
import { useAction } from '../../platform/useAction';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { ErrorState } from '../../ui/Notes';
import { Stack, Words } from '../../ui/Words';
import { type RollEntry, type RollState, rollWords } from './meeting';

const choices: RollState[] = ['present', 'late', 'leave', 'absent', 'exempt', 'elsewhere'];

export interface TickDialogProps {
  meetingId: string;
  entry: RollEntry;
  onClose: () => void;
  onTicked: () => Promise<void>;
}

/** One person's line, put down by hand: every state is one tap, none stands out. */
export function TickDialog({ meetingId, entry, onClose, onTicked }: TickDialogProps) {
  const { run, isBusy, error } = useAction('meeting.tick');
  const tick = async (state: RollState) => {
    const done = await run({ meetingId, memberId: entry.memberId, state, reason: '' });
    if (!done) return;
    announce(`${entry.name}：${rollWords[state]}`);
    await onTicked();
    onClose();
  };
  return (
    <Dialog title={entry.name} onClose={onClose}>
      <Words tone="quiet">现在记的是：{rollWords[entry.state]}。改动会留下痕迹</Words>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack>
        {choices.map((state) => (
          <Button key={state} kind="secondary" isBusy={isBusy} onPress={() => tick(state)}>
            {rollWords[state]}
          </Button>
        ))}
        <Button kind="quiet" onPress={onClose}>
          先不改
        </Button>
      </Stack>
    </Dialog>
  );
}
