import { existsSync, readFileSync } from 'node:fs';

/** What came out of one piece of work of the test command. */
export interface Result {
  passed: number;
  failed: number;
  skipped: number;
  failures: readonly string[];
  /** Browser tests that failed and then held when they were run once more; they count as passed. */
  flaky: readonly string[];
  /** How long each test file took. */
  files: readonly TestFile[];
}

export interface TestFile {
  name: string;
  seconds: number;
}

export const nothing: Result = { passed: 0, failed: 0, skipped: 0, failures: [], flaky: [], files: [] };

/** One check that holds or not: types, lint, format. */
export function verdict(name: string, holds: boolean, words: string): Result {
  return {
    ...nothing,
    passed: holds ? 1 : 0,
    failed: holds ? 0 : 1,
    failures: holds ? [] : [`${name}\n${words}`],
  };
}

export function sumOf(results: readonly Result[]): Result {
  return results.reduce(plus, nothing);
}

function plus(one: Result, other: Result): Result {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
    failures: [...one.failures, ...other.failures],
    flaky: [...one.flaky, ...other.flaky],
    files: [...one.files, ...other.files],
  };
}

/** The file a calm reporter wrote; a run that ended badly without saying why is a failure of its own. */
export function fromFile(file: string, name: string, code: number | null, words: string): Result {
  const said = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : nothing;
  if (code === 0 || said.failed > 0) return said;
  return {
    ...said,
    failed: 1,
    failures: [...said.failures, `${name} ended with ${code ?? 'a signal'}\n${words}`],
  };
}
