import { defineConfig } from 'vitest/config';

// What `npm cit` runs: nothing but the repository. Real code and the validators have configurations of their own.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/real/**', 'test/conformance/**'],
    testTimeout: 20_000,
  },
});
