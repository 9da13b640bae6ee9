import type { AnyUseCase } from '../operation';
import { applyIntake } from './applyIntake';
import { discardIntake } from './discardIntake';
import { readIntake } from './readIntake';
import { readIntakeLines } from './readIntakeLines';
import { readIntakes } from './readIntakes';
import { readRosterFile } from './readRosterFile';
import { readTemplate } from './readTemplate';
import { refreshIntake } from './refreshIntake';
import { undoIntake } from './undoIntake';

/** What `intake` brings to dispatch. */
export const intakeUseCases: readonly AnyUseCase[] = [
  readRosterFile,
  readIntakes,
  readIntake,
  readIntakeLines,
  refreshIntake,
  applyIntake,
  undoIntake,
  discardIntake,
  readTemplate,
];
