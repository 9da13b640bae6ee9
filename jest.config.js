/**
 * Two worlds: `cloud` runs in Node (domain, contract, cloud), `screens` in jsdom
 * (components, hooks, pages) with light stand-ins for Taro's components.
 * Journeys (`*.e2e.test.ts`) are a project of their own because they need builds.
 */
const transform = { '\\.[jt]sx?$': '<rootDir>/cloud/testing/esbuildTransform.js' };

module.exports = {
  // A quiet machine needs a fortieth of it; a busy one must not turn tests red.
  testTimeout: 120000,
  testSequencer: '<rootDir>/cloud/testing/longestFirst.js',
  projects: [
    {
      displayName: 'cloud',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/src/{domain,contract}/**/*.test.ts', '<rootDir>/cloud/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '/dist/'],
      transform,
      globalSetup: '<rootDir>/cloud/testing/globalSetup.ts',
      globalTeardown: '<rootDir>/cloud/testing/globalTeardown.ts',
    },
    {
      displayName: 'screens',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/src/{ui,features,pages,platform}/**/*.test.{ts,tsx}'],
      setupFilesAfterEnv: ['<rootDir>/src/testing/patience.ts'],
      transform,
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/src/testing/taroComponents.tsx',
        '^@tarojs/taro$': '<rootDir>/src/testing/taro.ts',
        '\\.(scss|css)$': '<rootDir>/src/testing/emptyModule.ts',
        '\\.(png|svg)$': '<rootDir>/src/testing/emptyModule.ts',
      },
    },
    {
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/e2e/**/*.e2e.test.ts'],
      transform,
      globalSetup: '<rootDir>/cloud/testing/globalSetup.ts',
      globalTeardown: '<rootDir>/cloud/testing/globalTeardown.ts',
    },
  ],
};
