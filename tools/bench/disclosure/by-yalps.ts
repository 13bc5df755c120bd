import { type Interval, leastHidden, type LinkedTables } from '@runder-tisch/domain/disclosure';
import { solve } from 'yalps';

/** The interval of every hidden cell by another solver, which is given the tables as they stand. */
export function byYalps({ zeros, cells, equations }: LinkedTables): Map<string, Interval> {
  const least = leastHidden(zeros);
  const known = new Map(cells.filter((cell) => !cell.hidden).map(({ id, value }) => [id, value]));
  const hidden = cells.filter((cell) => cell.hidden).map(({ id }) => id);
  const rests = equations.map(() => 0);
  const factors = new Map(hidden.map((id) => [id, new Map<string, number>()]));
  equations.forEach(({ total, parts }, index) => {
    for (const [id, factor] of [[total, -1] as const, ...parts.map((part) => [part, 1] as const)]) {
      const value = known.get(id);
      if (value !== undefined) rests[index] = (rests[index] ?? 0) - factor * value;
      else {
        const own = factors.get(id);
        own?.set(`r${index}`, (own.get(`r${index}`) ?? 0) + factor);
        // Variables of this solver begin at zero.
        rests[index] = (rests[index] ?? 0) - factor * least;
      }
    }
  });
  const reach = (id: string, direction: 'minimize' | 'maximize'): number | null => {
    const { status, result } = solve(
      {
        direction,
        objective: 'goal',
        constraints: new Map(rests.map((rest, index) => [`r${index}`, { equal: rest }])),
        variables: new Map(
          hidden.map((it) => [it, new Map([...(factors.get(it) ?? []), ['goal', it === id ? 1 : 0]])]),
        ),
        integers: true,
      },
      { tolerance: 0 },
    );
    if (status === 'unbounded') return null;
    if (status !== 'optimal') throw new Error(`yalps: ${status}`);
    return Math.round(result) + least;
  };
  return new Map(
    hidden.map((id): [string, Interval] => [id, [reach(id, 'minimize') ?? least, reach(id, 'maximize')]]),
  );
}
