import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The examples import the package by its name, as its users do: here that is the source.
  ssr: { resolve: { conditions: ['pssession-source', 'node', 'import', 'default'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Many tests wait for other processes: two at once also where vitest would run one, on a machine of two cores.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Programs that tests start show numbers and dates in the invariant culture, whoever runs them.
    env: { LC_ALL: 'C.UTF-8' },
    // On a shared machine a process may not get its turn in time; the report names what passed at the second try only.
    retry: process.env['CI'] === 'true' ? 1 : 0,
    reporters: ['default'],
  },
});
