import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Generous: tests here load a real encoder and start real processes, on machines that may be busy.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: two files at once already keep both busy.
    maxWorkers: 2,
  },
});
