import type { StillDue } from '../reminder/sendReminder';
import { hasMarkOn } from './markRepository';

/**
 * Whether the member who asked to be reminded of a day's reading has not stamped it yet. The stamp is read for its own
 * member's own reminder and for nothing else; nobody is told.
 */
export const isStudyOpen: StillDue = async (trx, { tenantId, memberId, subject }) =>
  !(await hasMarkOn(trx, tenantId, memberId, subject));
