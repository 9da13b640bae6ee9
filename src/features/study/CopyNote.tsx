import { sayMoment } from '../../domain/calendar/sayDay';
import { today } from '../../platform/clock';
import type { CloudError } from '../../platform/cloudError';
import { OfflineNote } from '../../ui/Notes';

/** Said above what is only a copy, once the cloud could not be asked: why, and from when it is. */
export function CopyNote({ error, savedAt }: { error: CloudError | undefined; savedAt: string | undefined }) {
  if (!error) return null;
  return (
    <OfflineNote
      reason={error.code === 'offline' ? undefined : error.message}
      savedOn={savedAt && sayMoment(savedAt, today())}
    />
  );
}
