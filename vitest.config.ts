import { defineConfig } from 'vitest/config'

/** `unit`: no process, no browser. `contract`: over HTTP against the local kintone. `browser`: Chromium, one file at a time (two cores). */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{domain,catalog,kintone,settings,usecases,ui,scripts}/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'contract',
          globalSetup: 'test/packed-plugin.ts',
          include: ['test/contract/**/*.test.ts', 'test/local-kintone/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'test/packed-plugin.ts',
          include: ['test/journeys/**/*.test.ts', 'test/local-kintone/**/*.browser.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
