/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/__tests__'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/scripts/jest-transform.cjs' },
  testEnvironment: 'node',
  testSequencer: '<rootDir>/scripts/slowest-first.cjs',
  // By default one core stays idle.
  maxWorkers: '100%',
  // For the tests that start processes, on a machine that is busy with others.
  testTimeout: 120_000,
  // At the end a worker has more than a gigabyte of memory to give back, which takes longer than jest's half a second.
  // Nothing else keeps it: it has no timer, no socket and no process left.
  workerGracefulExitTimeout: 10_000,
}
