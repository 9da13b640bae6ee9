import { loginNameOf } from '../../src/domain/roster/loginName';
import { isSameDate } from '../../src/domain/roster/match/matchRow';
import { holdsMembers } from '../../src/domain/roster/structure';
import { tidyName } from '../../src/domain/roster/tidyName';
import { AppError } from '../appError';
import { type Context, memberUseCase } from '../operation';
import { hatFor, whoeverMay } from '../policies/membership';
import { enrolMember } from './enrol';
import { findPlacedOrganisation } from './organisationRepository';
import { findNamesakes, lockRoster, updatePerson } from './personRepository';
import { openField, sealField } from './sealedFields';

/** Takes one person into the roster by hand, with a branch from a day on. Nobody can sign in as them before a card is issued. */
export const joinMember = memberUseCase('roster.join')({
  policy: whoeverMay('roster.edit'),
  subject: ({ trx, actor }, { organisationId }) =>
    findPlacedOrganisation(trx, actor.tenantId, organisationId),
  subjectPolicy: (actor, organisation) => hatFor(actor, 'roster.edit', organisation),
  run: async (context, input, organisation) => {
    const { trx, actor, ports, newId } = context;
    if (!holdsMembers(organisation.level)) throw new AppError('not_a_branch');
    await lockRoster(trx, actor.tenantId);
    const name = tidyName(input.name);
    if (await isKnown(context, { ...input, name })) throw new AppError('member_exists');
    const memberId = newId();
    const loginName = loginNameOf(ports.random.bytes(5));
    await enrolMember(trx, ports, actor.tenantId, {
      id: memberId,
      loginName,
      name,
      kind: input.kind,
      ...(input.joinedOn === null ? {} : { joinedOn: input.joinedOn }),
      ...(input.mobile === null ? {} : { mobile: input.mobile }),
      branch: { organisationId: organisation.organisationId, from: input.from },
      affiliationId: newId(),
      letterNo: input.letterNo,
    });
    if (input.fullSince !== null) {
      const holder = { tenantId: actor.tenantId, memberId };
      await updatePerson(
        trx,
        actor.tenantId,
        { memberId, version: 0 },
        {
          full_since_sealed: sealField(ports, holder, 'full_since_sealed', input.fullSince),
        },
      );
    }
    return { memberId, loginName };
  },
  auditSubject: (_input, { memberId }) => ({ kind: 'member', id: memberId }),
});

/** Somebody of this name with this mobile number or joining date is there: the same rule as when reading files. */
async function isKnown(
  { trx, actor, ports }: Context,
  input: { name: string; mobile: string | null; joinedOn: string | null },
): Promise<boolean> {
  const namesakes = await findNamesakes(trx, actor.tenantId, input.name);
  return namesakes.some(({ memberId, mobileSealed, joinedOnSealed }) => {
    const holder = { tenantId: actor.tenantId, memberId };
    const mobile = openField(ports, holder, 'mobile_sealed', mobileSealed);
    const joinedOn = openField(ports, holder, 'joined_on_sealed', joinedOnSealed);
    return (
      (mobile !== null && mobile === input.mobile) ||
      (joinedOn !== null && input.joinedOn !== null && isSameDate(joinedOn, input.joinedOn))
    );
  });
}
