import type { Result } from './result';

const LONG = 8 * 60;

export function line(name: string, result: Result, seconds: number): string {
  const mark = result.failed > 0 ? '✗' : '✓';
  const counts = [`${result.passed} bestanden`];
  if (result.failed > 0) counts.push(`${result.failed} gescheitert`);
  if (result.skipped > 0) counts.push(`${result.skipped} ausgelassen`);
  return `${mark} ${name.padEnd(18)} ${counts.join(', ').padEnd(32)} ${Math.round(seconds)} s`;
}

/** Failures in full, the slowest where the whole took too long, and one plain line at the very end. */
export function closing(results: readonly Result[], seconds: number): string {
  const sum = (of: (result: Result) => number) => results.reduce((total, result) => total + of(result), 0);
  const failures = results.flatMap((result) => result.failures);
  const lines = failures.flatMap((failure) => ['', failure.trim()]);
  if (seconds > LONG) {
    const slowest = results
      .flatMap((result) => result.tests)
      .sort((one, other) => other.seconds - one.seconds);
    lines.push('', `Länger als acht Minuten (${Math.round(seconds)} s). Am längsten dauerten:`);
    for (const test of slowest.slice(0, 10))
      lines.push(`  ${test.seconds.toFixed(1).padStart(6)} s  ${test.name}`);
  }
  lines.push('', `${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed`);
  return lines.join('\n');
}
