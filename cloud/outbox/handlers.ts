import { objectName } from '../../src/domain/file/fileKinds';
import { sendReminder } from '../reminder/sendReminder';
import { reminderChecks } from '../reminderChecks';
import { checkTextByWeixin } from '../study/checkTextByWeixin';
import { remindBeforeDeadline } from '../task/remindBeforeDeadline';
import type { OutboxHandlers } from './topics';

/** What the program does about each topic. */
export const outboxHandlers: OutboxHandlers = {
  // Removing what is not there is fine, so a repeated call is.
  'file.remove': async ({ tenantId, payload: { fileId } }, ports) => {
    for (const form of ['plain', 'clean', 'sealed'] as const) {
      const object = objectName(fileId, form);
      await ports.files.remove(tenantId, object);
      await ports.files.direct?.discard(tenantId, object);
    }
  },
  'reminder.send': sendReminder(reminderChecks),
  'study.checkText': checkTextByWeixin,
  'task.remind': remindBeforeDeadline,
};
