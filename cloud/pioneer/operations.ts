import type { AnyUseCase } from '../operation';
import { readCard } from './readCard';

export const pioneerUseCases: AnyUseCase[] = [readCard];
