import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// What `npm cit` runs: nothing but the repository. Real code and the validators have configurations of their own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**', 'test/conformance/**'],
    // Some start the program several times, on a machine that may be busy.
    testTimeout: 60_000,
    // By itself it leaves one core free, which of two is half: the process that starts the workers does next to nothing.
    maxWorkers: availableParallelism(),
  },
});
