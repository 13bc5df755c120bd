import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

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
    const broken = all.filter((test) => test.outcome() === 'unexpected');
    const flaky = all.filter((test) => test.outcome() === 'flaky');
    writeFileSync(
      process.env.RT_TEST_RESULT,
      JSON.stringify({
        passed: all.filter((test) => test.outcome() === 'expected').length + flaky.length,
        failed: broken.length + this.troubles.length,
        skipped: all.filter((test) => test.outcome() === 'skipped').length,
        failures: [...this.troubles, ...broken.map(story)],
        flaky: flaky.map(story),
        files: filesOf(all),
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
  const lines = [
    `● ${test.titlePath().filter(Boolean).join(' › ')} (${test.location.file}:${test.location.line})`,
    ...errors,
    ...said,
  ];
  // Kept and read in files, where colours are noise.
  return stripVTControlCharacters(lines.join('\n'));
}

/** The seconds of all tests of a file, those run once more included. */
function filesOf(tests) {
  const seconds = new Map();
  for (const test of tests) {
    const name = relative(process.cwd(), test.location.file);
    const own = test.results.reduce((sum, result) => sum + result.duration, 0) / 1000;
    seconds.set(name, (seconds.get(name) ?? 0) + own);
  }
  return [...seconds].map(([name, spent]) => ({ name, seconds: spent }));
}
