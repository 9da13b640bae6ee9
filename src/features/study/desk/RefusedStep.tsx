import type { CloudError } from '../../../platform/cloudError';
import { Button } from '../../../ui/Button';
import { ErrorState } from '../../../ui/Notes';

/** Why a step was refused; where a colleague was faster, with the way to what is there now. */
export function RefusedStep({ error, onRefresh }: { error: CloudError; onRefresh: () => void }) {
  return (
    <ErrorState sentence={error.message} requestId={error.requestId}>
      {(error.code === 'conflict' || error.code === 'wrong_state') && (
        <Button kind="secondary" isInline onPress={onRefresh}>
          看最新的
        </Button>
      )}
    </ErrorState>
  );
}
