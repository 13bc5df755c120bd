import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runNode } from './process';
import { type Result, fromFile } from './result';

/** Playwright itself under the settings of the browser lane; these tests need no page. */
const tests = `
  import { test, expect } from '@playwright/test';
  test('holds', () => undefined);
  test('holds at the second time', ({}, run) => expect(run.retry).toBe(1));
  test('never holds', () => expect('given').toBe('wanted'));
  test.skip('waits', () => undefined);
`;

let folder: string;
let result: Result;

beforeAll(async () => {
  mkdirSync('tmp', { recursive: true });
  folder = mkdtempSync(resolve('tmp/retry-'));
  writeFileSync(join(folder, 'trial.e2e.ts'), tests);
  const config = JSON.stringify(resolve('apps/web-e2e/playwright.config.ts'));
  writeFileSync(
    join(folder, 'playwright.config.ts'),
    `import config from ${config};\nexport default { ...config, testDir: '.' };\n`,
  );
  const file = join(folder, 'result.json');
  const { code, words } = await runNode(
    [
      realpathSync('node_modules/.bin/playwright'),
      ...['test', '--config', join(folder, 'playwright.config.ts')],
      ...['--reporter', resolve('tools/test/calm-playwright-reporter.mjs')],
    ],
    {
      env: {
        RT_TEST_RESULT: file,
        TMPDIR: folder,
        NODE_OPTIONS: '',
        // Playwright refuses to start where it sees a worker of Jest.
        JEST_WORKER_ID: '',
      },
      limit: 60_000,
    },
  );
  result = fromFile(file, 'browser', code, words);
}, 70_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('runs a browser test that fails once more and calls it flaky when it then holds', () => {
  expect(result.flaky).toHaveLength(1);
  expect(result.flaky[0]).toMatch(/^● .*holds at the second time \(.*trial\.e2e\.ts:4\)\n/);
  expect(result.flaky[0]).toContain('Expected: 1');
});

it('counts the flaky one as passed, and as failed only what failed twice', () => {
  expect(result).toMatchObject({ passed: 2, failed: 1, skipped: 1 });
  expect(result.failures[0]).toContain('never holds');
  expect(result.failures[0]?.match(/Expected: "wanted"/g)).toHaveLength(2);
});

it('tells how long the file took', () => {
  expect(result.files).toEqual([
    { name: expect.stringMatching(/^tmp\/.*trial\.e2e\.ts$/), seconds: expect.any(Number) },
  ]);
});
