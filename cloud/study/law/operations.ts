import type { AnyUseCase } from '../../operation';
import { markLaw } from './markLaw';
import { readLawChecks } from './readLawChecks';
import { settleLawCheck } from './settleLawCheck';

export const lawUseCases: AnyUseCase[] = [markLaw, readLawChecks, settleLawCheck];
