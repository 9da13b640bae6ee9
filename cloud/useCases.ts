import { identityUseCases } from './identity/operations';
import type { AnyUseCase } from './operation';
import { rosterUseCases } from './roster/operations';

/** Every use case that dispatch serves; dispatch refuses to start when the contract has one more. */
export const useCases: readonly AnyUseCase[] = [...identityUseCases, ...rosterUseCases];
