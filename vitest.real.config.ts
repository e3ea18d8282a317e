import { defineConfig } from 'vitest/config';

// Tests on real code that scripts/fetch-corpus.sh downloads (npm run test:real with PYVERDICT_CORPUS set).
export default defineConfig({
  test: {
    include: ['test/real/**/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // They are large: one after the other, so that their figures and their memory stand for themselves.
    fileParallelism: false,
  },
});
