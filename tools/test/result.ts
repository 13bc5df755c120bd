import { existsSync, readFileSync } from 'node:fs';

/** What came out of one piece of work of the test command. */
export interface Result {
  passed: number;
  failed: number;
  skipped: number;
  failures: readonly string[];
  tests: readonly { name: string; seconds: number }[];
}

export const nothing: Result = { passed: 0, failed: 0, skipped: 0, failures: [], tests: [] };

/** One check that holds or not: types, lint, format. */
export function verdict(name: string, holds: boolean, words: string, seconds: number): Result {
  return {
    passed: holds ? 1 : 0,
    failed: holds ? 0 : 1,
    skipped: 0,
    failures: holds ? [] : [`${name}\n${words}`],
    tests: [{ name, seconds }],
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
