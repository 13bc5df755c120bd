import { readdirSync, readFileSync } from 'node:fs';
import { PlainError } from '../../start/plain-error';

/** Linux counts the time of a process in hundredths of a second. */
const TICK_MS = 10;

export interface Used {
  /** Milliseconds of CPU since its start, those of children that ended included. */
  cpu: number;
  /** Resident memory in bytes. */
  memory: number;
}

/** A process and all below it, by number. */
export function familyOf(root: number): number[] {
  const parents = new Map<number, number>();
  for (const name of folders()) {
    const parent = Number(words(Number(name))?.[1]);
    if (parent > 0) parents.set(Number(name), parent);
  }
  const family = [root];
  for (let at = 0; at < family.length; at += 1)
    for (const [child, parent] of parents) if (parent === family[at]) family.push(child);
  return family;
}

/** What one process used; nothing where it is gone. */
export function used(pid: number): Used {
  const [stat, status] = [words(pid), read(`/proc/${pid}/status`)];
  if (!stat) return { cpu: 0, memory: 0 };
  const ticks = stat.slice(11, 15).reduce((sum, word) => sum + Number(word), 0);
  const kilobytes = Number(/^VmRSS:\s*(\d+)/m.exec(status ?? '')?.[1] ?? 0);
  return { cpu: ticks * TICK_MS, memory: kilobytes * 1024 };
}

/** All of them together; memory they share counts as often as it is shared. */
export function usedBy(pids: readonly number[]): Used {
  return pids.map(used).reduce((sum, one) => ({ cpu: sum.cpu + one.cpu, memory: sum.memory + one.memory }), {
    cpu: 0,
    memory: 0,
  });
}

/** Resident memory of all of them, in bytes; what several share, as the program itself, counts once. */
export function sharedMemoryOf(pids: readonly number[]): number {
  return pids.reduce(
    (sum, pid) =>
      sum + Number(/^Pss:\s*(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0) * 1024,
    0,
  );
}

function folders(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    throw new PlainError('Das lässt sich nur auf Linux messen.');
  }
}

/** From the state of the process on; its name before may hold spaces. */
function words(pid: number): string[] | undefined {
  return read(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ');
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
