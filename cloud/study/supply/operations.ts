import type { AnyUseCase } from '../../operation';
import { answerSupplySwap } from './answerSupplySwap';
import { askSupplySwap } from './askSupplySwap';
import { cancelSupply } from './cancelSupply';
import { changeSupply } from './changeSupply';
import { laySupply } from './laySupply';
import { readSupplyRota } from './readSupplyRota';
import { takeBackSupplySwap } from './takeBackSupplySwap';

export const supplyUseCases: AnyUseCase[] = [
  readSupplyRota,
  laySupply,
  changeSupply,
  cancelSupply,
  askSupplySwap,
  answerSupplySwap,
  takeBackSupplySwap,
];
