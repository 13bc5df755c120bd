import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Done } from './report';

/** Of which state of the tree a run tells; no commit outside of Git. */
export interface Tree {
  commit: string | null;
  clean: boolean;
}

export interface LastTest extends Tree {
  passed: number;
  failed: number;
  flaky: number;
  seconds: number;
  lanes: Record<string, Counts>;
}

interface Counts {
  passed: number;
  failed: number;
  flaky: number;
  /** Of all its pieces of work, one after the other; lanes run side by side. */
  seconds: number;
}

const FILE = 'tmp/last-test.json';

export function treeNow(folder = '.'): Tree {
  const commit = git(folder, 'rev-parse', 'HEAD');
  return {
    commit: commit ?? null,
    clean: commit !== undefined && git(folder, 'status', '--porcelain') === '',
  };
}

/** A run that is broken off must not leave the good news of the one before. */
export function forgetLastTest(file = FILE): void {
  rmSync(file, { force: true });
}

/** What the whole run showed, for whoever asks later without running it again. */
export function lastTest(done: readonly Done[], seconds: number, before: Tree, after: Tree): LastTest {
  const lanes: Record<string, Counts> = {};
  for (const each of done) {
    const lane = (lanes[each.lane] ??= { passed: 0, failed: 0, flaky: 0, seconds: 0 });
    lane.passed += each.passed;
    lane.failed += each.failed;
    lane.flaky += each.flaky.length;
    lane.seconds += Math.round(each.seconds);
  }
  const sum = (of: (lane: Counts) => number) =>
    Object.values(lanes).reduce((total, lane) => total + of(lane), 0);
  return {
    commit: before.commit,
    clean: before.clean && after.clean && before.commit === after.commit,
    passed: sum((lane) => lane.passed),
    failed: sum((lane) => lane.failed),
    flaky: sum((lane) => lane.flaky),
    seconds: Math.round(seconds),
    lanes,
  };
}

export function keepLastTest(last: LastTest, file = FILE): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(last, null, 2)}\n`);
}

function git(folder: string, ...args: string[]): string | undefined {
  const { status, stdout } = spawnSync('git', ['-C', folder, ...args], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
