import { Button } from './Button';
import { ErrorState } from './Notes';
import { Stack } from './Words';

export interface ChangeRowProps {
  words?: string;
  /** Inside a `Form`: Enter in a field does it too. */
  isSubmit?: boolean;
  isBusy: boolean;
  isDisabled?: boolean;
  /** The cloud's refusal. */
  error: { message: string; requestId?: string } | undefined;
  onChange: () => Promise<void>;
  onLeave: () => void;
}

/** The end of a small change in place: do it or leave it, and why it was refused. */
export function ChangeRow({ words = '改好了', error, onChange, onLeave, ...button }: ChangeRowProps) {
  return (
    <>
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Stack isRow>
        <Button kind="secondary" isInline {...button} onPress={() => void onChange()}>
          {words}
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          先不改
        </Button>
      </Stack>
    </>
  );
}
