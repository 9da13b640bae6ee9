import type { AnyUseCase } from '../../operation';
import { readPack } from './readPack';
import { readPackable } from './readPackable';
import { takePack } from './takePack';
import { writePack } from './writePack';

export const packUseCases: AnyUseCase[] = [readPackable, writePack, readPack, takePack];
