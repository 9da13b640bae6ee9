/**
 * Jest's order with the longest files in front. On a fresh clone Jest knows no durations and goes by the size of the
 * files: the matrix, short to read and long to run, would come last and keep one worker busy while the other is done.
 */
const { default: Sequencer } = require(
  // A part of Jest; its version is whatever Jest brings.
  require.resolve('@jest/test-sequencer', { paths: [require.resolve('jest-cli')] }),
);

const longest = [
  'cloud/testing/matrix/matrix.test.ts',
  'cloud/testing/badInput.test.ts',
  'cloud/testing/compliance.test.ts',
  'cloud/intake/intake.test.ts',
  'cloud/database/demo/fillDemo.test.ts',
  'cloud/identity/identity.test.ts',
  'cloud/quiz/bank/bankImport.test.ts',
  'e2e/h5/accessibility.e2e.test.ts',
  'e2e/weapp/build.e2e.test.ts',
  'e2e/start/start.e2e.test.ts',
  'e2e/h5/study.e2e.test.ts',
];

/** 0 for the longest; as many as there are named ones for all others. */
const placeOf = ({ path }) => {
  const place = longest.findIndex((name) => path.replaceAll('\\', '/').endsWith(name));
  return place < 0 ? longest.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  async sort(tests) {
    const sorted = await super.sort(tests);
    return [...sorted].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
