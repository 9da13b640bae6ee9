import type { AnyUseCase } from '../operation';
import { readYear } from './readYear';
import { setDay } from './setDay';

export const calendarUseCases: AnyUseCase[] = [readYear, setDay];
