import { runSteps } from './steps';

/** `npm run check`: types, lint and format, layers, dead code; under a minute on a quiet machine. */
export const checkSteps = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '.'] },
  {
    name: 'layers',
    command: ['depcruise', 'src', 'cloud', 'e2e', 'bench', 'config', '--config', '.dependency-cruiser.js'],
  },
  { name: 'dead code', command: ['knip'] },
];

if (require.main === module) {
  void runSteps(checkSteps, 2).then(({ failed }) => {
    process.exitCode = failed > 0 ? 1 : 0;
  });
}
