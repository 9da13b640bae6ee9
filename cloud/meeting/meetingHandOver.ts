import type { HandOverPart } from '../roster/handOverPart';
import { countMeetings } from './handOverRepository';

/** Meetings belong to the organisation, so they go on under whoever holds the post. */
export const meetingHandOver: readonly HandOverPart[] = [
  {
    act: 'meeting.plan',
    what: '已经安排、还没有开的会',
    size: (trx, tenantId, organisationId) => countMeetings(trx, tenantId, organisationId, ['planned']),
  },
  {
    act: 'meeting.signOff',
    what: '开过、还没有签定记录的会',
    size: (trx, tenantId, organisationId) => countMeetings(trx, tenantId, organisationId, ['open', 'closed']),
  },
];
