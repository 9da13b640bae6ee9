import type { AnyUseCase } from '../operation';
import { markRead } from './markRead';
import { readInbox } from './readInbox';
import { answerConsent, readSettings, saveSettings } from './settings';

export const reminderUseCases: AnyUseCase[] = [
  readInbox,
  markRead,
  readSettings,
  saveSettings,
  answerConsent,
];
