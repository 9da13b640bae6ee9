import type { AnyUseCase } from '../operation';
import { answerSwap } from './answerSwap';
import { askSwap } from './askSwap';
import { attachMaterial } from './attachMaterial';
import { cancelTurn } from './cancelTurn';
import { layTurn } from './layTurn';
import { readRota } from './readRota';
import { readSpeakers } from './readSpeakers';
import { takeBackSwap } from './takeBackSwap';

export const lectureUseCases: AnyUseCase[] = [
  readRota,
  readSpeakers,
  layTurn,
  cancelTurn,
  attachMaterial,
  askSwap,
  answerSwap,
  takeBackSwap,
];
