import type { AnyUseCase } from '../operation';
import { issueCard } from './issueCard';
import { readFirstDay } from './readFirstDay';
import { readMembers } from './readMembers';
import { readOrganisations } from './readOrganisations';

export const rosterUseCases: AnyUseCase[] = [readOrganisations, readMembers, issueCard, readFirstDay];
