import type { Job } from './lanes';

/**
 * Runs what fits side by side, in the order of the list, as soon as what it needs is done. A little
 * more than the cores can do at once, because each piece waits for the disk and for others at times.
 */
export async function schedule(
  jobs: readonly Job[],
  capacity: number,
  perform: (job: Job) => Promise<boolean>,
): Promise<void> {
  const waiting = [...jobs];
  const done = new Set<string>();
  const running = new Map<Job, Promise<void>>();
  while (waiting.length > 0 || running.size > 0) {
    for (const job of [...waiting]) {
      const load = [...running.keys()].reduce((sum, each) => sum + each.weight, 0);
      const fits = running.size === 0 || load + job.weight <= capacity;
      const ready = (job.needs ?? []).every(
        (need) => done.has(need) || !jobs.some((each) => each.name === need),
      );
      if (!fits || !ready) continue;
      waiting.splice(waiting.indexOf(job), 1);
      running.set(
        job,
        perform(job).then((worked) => {
          running.delete(job);
          done.add(job.name);
          // What stands on it would only fail for the same reason.
          if (!worked) removeAll(waiting, (each) => (each.needs ?? []).includes(job.name));
        }),
      );
    }
    if (running.size === 0)
      throw new Error(`Nothing can start: ${waiting.map((job) => job.name).join(', ')}`);
    await Promise.race(running.values());
  }
}

function removeAll<T>(list: T[], matches: (item: T) => boolean): void {
  for (const item of list.filter(matches)) list.splice(list.indexOf(item), 1);
}
