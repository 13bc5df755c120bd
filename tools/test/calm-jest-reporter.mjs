import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Writes what came out of a Jest run to RT_TEST_RESULT; prints nothing. */
export default class CalmJestReporter {
  onRunComplete(_contexts, results) {
    const files = results.testResults;
    // A file that could not even be loaded holds no test case, but it is a failure.
    const broken = files.filter((file) => file.testExecError && file.numFailingTests === 0).length;
    const failures = files
      .filter((file) => file.failureMessage)
      .map((file) => `${file.testFilePath}\n${file.failureMessage}`);
    const said = files
      .filter((file) => file.failureMessage && file.console?.length)
      .flatMap((file) => file.console.map(({ type, message }) => `[${type}] ${message}`));
    writeFileSync(
      process.env.RT_TEST_RESULT,
      JSON.stringify({
        passed: results.numPassedTests,
        failed: results.numFailedTests + broken,
        skipped: results.numPendingTests + results.numTodoTests,
        failures: [...failures, ...said],
        flaky: [],
        files: files.map((file) => ({
          name: relative(process.cwd(), file.testFilePath),
          seconds: file.perfStats.runtime / 1000,
        })),
      }),
    );
  }
}
