import { defineConfig } from '@playwright/test';

/** Run by `npm run test:browser`, which finds the browser, starts PostgreSQL and builds what is served. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.e2e.ts',
  outputDir: `${process.env['TMPDIR'] ?? '/tmp'}/playwright`,
  fullyParallel: true,
  workers: 2,
  // What holds the second time is no failure, but is named in the closing lines.
  retries: 1,
  timeout: 240_000,
  expect: { timeout: 45_000 },
  build: { external: ['**/dist/**'] },
  use: {
    browserName: 'chromium',
    // Only Berlin may show, wherever browser and server stand.
    timezoneId: 'Asia/Tokyo',
    locale: 'de-DE',
    viewport: { width: 1280, height: 800 },
    actionTimeout: 60_000,
    screenshot: 'off',
    trace: 'off',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'],
      args: (process.env['RT_CHROMIUM_ARGS'] ?? '').split(' ').filter(Boolean),
    },
  },
});
