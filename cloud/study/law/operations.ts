import type { AnyUseCase } from '../../operation';
import { markLaw } from './markLaw';
import { readLawChecks } from './readLawChecks';
import { settleLawChecks } from './settleLawChecks';
import { takeBackLaw } from './takeBackLaw';

export const lawUseCases: AnyUseCase[] = [markLaw, takeBackLaw, readLawChecks, settleLawChecks];
