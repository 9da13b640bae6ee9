import type { AnyUseCase } from '../operation';
import { beginFile } from './beginFile';
import { finishFile } from './finishFile';
import { openFile } from './openFile';

/** What `file` brings to dispatch. */
export const fileUseCases: readonly AnyUseCase[] = [beginFile, finishFile, openFile];
