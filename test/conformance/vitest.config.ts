import { defineConfig } from 'vitest/config';

// What needs more than the repository: `npm ci` in this folder first, then
// `npx vitest run --config test/conformance/vitest.config.ts` in the root.
export default defineConfig({ test: { include: ['test/conformance/*.test.ts'], testTimeout: 60_000 } });
