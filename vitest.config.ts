import { defineConfig } from 'vitest/config'

/** `unit`: no process, no browser. `contract`: over HTTP against the local kintone. `browser`: Chromium, one file at a time (two cores). */
/** Every request of set-up broken in every way: 1.5 minutes, so only on demand (`npm run test:faults`); a slice of it is among the contract tests. */
const faults = {
  test: { name: 'faults', include: ['test/faults/**/*.test.ts'], testTimeout: 60_000, maxConcurrency: 4 },
}

/** As `test/slow-browser.ts` has it: a slow browser is given more time. */
const slowness = Math.max(1, Number(process.env['SLOW_BROWSER'] ?? 1))

export default defineConfig({
  test: {
    projects: [
      ...(process.env['JUNSHU_FAULTS'] === undefined ? [] : [faults]),
      {
        test: {
          name: 'unit',
          setupFiles: 'test/same-examples.ts',
          testTimeout: 60_000,
          include: ['test/{domain,catalog,kintone,settings,spreadsheet,pdf,usecases,ui,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'contract',
          setupFiles: 'test/same-examples.ts',
          globalSetup: 'test/packed-plugin.ts',
          include: ['test/contract/**/*.test.ts', 'test/local-kintone/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'browser',
          // A machine that stalls for seconds must not make a right program fail; the runner names who needed a second try. None is given where races are looked for.
          retry: slowness > 1 ? 0 : 1,
          globalSetup: 'test/packed-plugin.ts',
          include: ['test/journeys/**/*.test.ts', 'test/local-kintone/**/*.browser.test.ts'],
          testTimeout: 120_000 * slowness,
          expect: { poll: { timeout: 30_000 * slowness } },
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
