/**
 * So much at once and no more; the others wait in the order of arrival, here and not in the database: there each
 * would hold one of the few connections, and nobody else could do anything meanwhile. Several replicas still meet
 * at the locks there.
 */
export class Turns {
  private readonly lines = new Map<string, { working: number; waiting: (() => void)[] }>();

  /** @param atOnce how many of one key work at the same time */
  constructor(private readonly atOnce: number) {}

  async take<T>(work: () => Promise<T>, key = ''): Promise<T> {
    const line = this.lines.get(key) ?? { working: 0, waiting: [] };
    this.lines.set(key, line);
    if (line.working >= this.atOnce) await new Promise<void>((resolve) => line.waiting.push(resolve));
    else line.working += 1;
    try {
      return await work();
    } finally {
      const next = line.waiting.shift();
      if (next) next();
      else if (--line.working === 0) this.lines.delete(key);
    }
  }
}
