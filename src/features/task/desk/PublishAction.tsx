import { Button } from '../../../ui/Button';
import { ErrorState } from '../../../ui/Notes';
import type { PublishFormState } from './usePublishForm';

/** 发布, kept in reach; what is missing is said above it. */
export function PublishAction({
  form: { missing, error, isBusy, publish, choices },
}: {
  form: PublishFormState;
}) {
  if (choices.length === 0) return null;
  return (
    <>
      {missing && <ErrorState sentence={missing} />}
      {error && <ErrorState sentence={error.message} requestId={error.requestId} />}
      <Button isBusy={isBusy} onPress={publish}>
        发布
      </Button>
    </>
  );
}
