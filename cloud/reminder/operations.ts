import type { AnyUseCase } from '../operation';
import { markRead } from './markRead';
import { readInbox } from './readInbox';

export const reminderUseCases: AnyUseCase[] = [readInbox, markRead];
