import type { Result } from './result';

const SLOWEST = 10;

/** A piece of work that ended, with the lane it belongs to. */
export interface Done extends Result {
  lane: string;
  seconds: number;
}

export function line(name: string, result: Result, seconds: number): string {
  const mark = result.failed > 0 ? '✗' : '✓';
  const counts = [`${result.passed} bestanden`];
  if (result.failed > 0) counts.push(`${result.failed} gescheitert`);
  if (result.flaky.length > 0) counts.push(`${result.flaky.length} flaky`);
  if (result.skipped > 0) counts.push(`${result.skipped} ausgelassen`);
  return `${mark} ${name.padEnd(18)} ${counts.join(', ').padEnd(32)} ${Math.round(seconds)} s`;
}

/** Failures in full, what held only at its second run, the slowest, and one plain line at the very end. */
export function closing(done: readonly Done[]): string {
  const sum = (of: (result: Result) => number) => done.reduce((total, result) => total + of(result), 0);
  const flaky = done.flatMap((result) => result.flaky);
  const told = done.flatMap((result) => [...result.failures, ...result.flaky]);
  const lines = told.flatMap((story) => ['', story.trim()]);
  lines.push(...slowest(done));
  if (flaky.length > 0) lines.push('', ...flaky.map((story) => `flaky: ${firstLine(story)}`));
  const plain = `${sum((result) => result.passed)} passed, ${sum((result) => result.failed)} failed`;
  lines.push('', flaky.length > 0 ? `${plain} (${flaky.length} flaky)` : plain);
  return lines.join('\n');
}

/** One file alone needs no ranking. */
function slowest(done: readonly Done[]): string[] {
  const files = done
    .flatMap(({ lane, files }) => files.map((file) => ({ ...file, lane })))
    .sort((one, other) => other.seconds - one.seconds);
  if (files.length < 2) return [];
  const rows = files
    .slice(0, SLOWEST)
    .map(({ lane, name, seconds }) => `  ${seconds.toFixed(1).padStart(6)} s  ${lane.padEnd(8)} ${name}`);
  return ['', 'Am längsten dauerten:', ...rows];
}

function firstLine(story: string): string {
  return story.replace(/^● /, '').split('\n', 1)[0] ?? '';
}
