import type { AnyUseCase } from '../operation';
import { extendTask } from './extendTask';
import { finishTask } from './finishTask';
import { publishTask } from './publishTask';
import { readBranches } from './readBranches';
import { readForm } from './readForm';
import { readNames } from './readNames';
import { readOwnTask } from './readOwnTask';
import { readTaskDesk } from './readTaskDesk';
import { readTaskOnDesk } from './readTaskOnDesk';
import { readTodo } from './readTodo';
import { remindBranch } from './remindBranch';
import { settleTask } from './settleTask';
import { withdrawTask } from './withdrawTask';

export const taskUseCases: AnyUseCase[] = [
  readTodo,
  readOwnTask,
  finishTask,
  readForm,
  publishTask,
  readTaskDesk,
  readTaskOnDesk,
  readNames,
  readBranches,
  settleTask,
  remindBranch,
  extendTask,
  withdrawTask,
];
