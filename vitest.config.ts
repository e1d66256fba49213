import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const results = process.env['TRIPLINE_TEST_RESULTS'];

export default defineConfig({
  test: {
    include: ['cli/**/*.test.ts', 'src/**/*.test.ts', 'fixtures/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Tests leave nothing in the home of whoever runs them.
    env: { XDG_STATE_HOME: join(tmpdir(), 'tripline-test-state') },
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
});
