import { AppError } from '../appError';
import { doorUseCase } from '../operation';
import { readLink } from './entryLink';
import { identify } from './identify';
import { findTenantName } from './identityRepository';

/**
 * Where a card in a group leads. Whoever is signed in to its bureau gets the screen, which asks for itself whether the
 * thing may be read; everybody else gets the bureau's name and nothing of the thing. `not_found`: not a link of ours.
 */
export const openLink = doorUseCase('identity.openLink')({
  policy: () => true,
  run: async ({ db, ports, caller, now }, { link }) => {
    const target = readLink(ports.keyring, link);
    const bureau = target && (await findTenantName(db, target.tenantId));
    if (!target || !bureau) throw new AppError('not_found');
    const known = await identify(db, ports, caller, now).catch((error: unknown) => {
      if (error instanceof AppError) return null;
      throw error;
    });
    const isOurs = known?.tenantId === target.tenantId;
    return {
      output: { bureau, target: isOurs ? { screen: 'piece', query: { pieceId: target.id } } : null },
    };
  },
});
