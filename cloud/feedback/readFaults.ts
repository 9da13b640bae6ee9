import { memberUseCase } from '../operation';
import { mayAnswerFault, mayKeepSomething } from '../policies/feedback';
import { faultOf, listFaultPlaces, listFaultsAt } from './faultRepository';
import { fitReply } from './fitReply';

/** As many as a keeper works off in a sitting. */
const NEWEST = 200;

/** Faults in what the actor keeps, open ones first, newest first, with the reporters' names. Audited. */
export const readFaults = memberUseCase('feedback.faults')({
  policy: mayKeepSomething,
  audited: true,
  run: async ({ trx, actor }) => {
    const places = (await listFaultPlaces(trx, actor.tenantId)).filter((place) =>
      mayAnswerFault(actor, place.subject, place),
    );
    const faults = await listFaultsAt(trx, actor.tenantId, places, NEWEST);
    return {
      faults: fitReply(faults.map((fault) => ({ ...faultOf(fault), reporterName: fault.reporterName }))),
    };
  },
});
