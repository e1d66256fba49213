import { defineConfig } from 'vitest/config';

const results = process.env['TRIPLINE_TEST_RESULTS'];

export default defineConfig({
  test: {
    include: ['cli/**/*.test.ts', 'src/**/*.test.ts', 'fixtures/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
});
