import type { AnyUseCase } from '../operation';
import { beginFile } from './beginFile';
import { finishFile } from './finishFile';

/** What `file` brings to dispatch. */
export const fileUseCases: readonly AnyUseCase[] = [beginFile, finishFile];
