import { writeFileSync } from 'node:fs';

/** Writes what came out of a Playwright run to RT_TEST_RESULT; prints nothing. */
export default class CalmPlaywrightReporter {
  onBegin(_config, suite) {
    this.suite = suite;
    this.troubles = [];
  }

  onError(error) {
    this.troubles.push(error.stack ?? error.message ?? String(error.value));
  }

  onEnd() {
    const all = this.suite?.allTests() ?? [];
    const broken = all.filter((test) => test.outcome() === 'unexpected' || test.outcome() === 'flaky');
    writeFileSync(
      process.env.RT_TEST_RESULT,
      JSON.stringify({
        passed: all.filter((test) => test.outcome() === 'expected').length,
        failed: broken.length + this.troubles.length,
        skipped: all.filter((test) => test.outcome() === 'skipped').length,
        failures: [...this.troubles, ...broken.map(story)],
        tests: all.map((test) => ({
          name: test.titlePath().filter(Boolean).join(' › '),
          seconds: seconds(test),
        })),
      }),
    );
  }

  printsToStdio() {
    return false;
  }
}

function story(test) {
  const errors = test.results
    .flatMap((result) => result.errors)
    .map((error) => `${error.stack ?? error.message}\n${error.snippet ?? ''}`);
  const said = test.results.flatMap((result) => [...result.stdout, ...result.stderr]).map(String);
  return [
    `● ${test.titlePath().filter(Boolean).join(' › ')} (${test.location.file}:${test.location.line})`,
    ...errors,
    ...said,
  ].join('\n');
}

function seconds(test) {
  return test.results.reduce((sum, result) => sum + result.duration, 0) / 1000;
}
